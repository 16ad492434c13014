"""The page Leitlinien."""
