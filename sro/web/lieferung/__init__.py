"""The page Daten: receive, map, release, look into Datenstände."""
