"""Schema changes, oldest first in `versions/`; a migration that has been shipped is never edited."""
