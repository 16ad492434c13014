"""A dialogue as files: minutes, slides, handout."""
