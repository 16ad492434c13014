"""The page Handbuch."""
