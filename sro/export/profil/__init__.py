"""A district's profile as files."""
