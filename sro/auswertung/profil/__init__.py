"""A district's profile."""
