"""Chance Sozialraum: how children and families live in each district of a city."""
