"""The page Werkstätten."""
