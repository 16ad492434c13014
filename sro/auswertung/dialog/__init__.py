"""A dialogue: what it could be about, what it shows, what is handed out."""
