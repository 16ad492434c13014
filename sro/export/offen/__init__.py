"""Open data: the documents behind the addresses below /api/, made from protected values alone. No server here."""
