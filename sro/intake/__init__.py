"""What arrives: read, checked, handed to disclosure control. Its raw types and counts never leave this process."""
