"""A dialogue: prepared, shown on a projector (bild_*), handed out."""
