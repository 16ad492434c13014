"""What is said over all areas of a level."""
