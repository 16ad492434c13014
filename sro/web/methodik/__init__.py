"""The page Methodik."""
