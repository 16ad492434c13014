"""The board of Vereinbarungen."""
