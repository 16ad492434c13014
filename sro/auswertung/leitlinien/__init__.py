"""Leitlinien: how far they are, and what shows it."""
