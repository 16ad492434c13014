"""The page Analyse: tables and pictures over all areas."""
