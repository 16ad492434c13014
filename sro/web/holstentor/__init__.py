"""The page of the model project."""
