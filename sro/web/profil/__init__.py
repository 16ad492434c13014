"""The page Profil."""
