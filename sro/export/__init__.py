"""Figures and tables as files: SVG, PNG, CSV. Made from protected values, without browser and network."""
