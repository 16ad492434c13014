"""Werkstätten: statements and their places, the register of handovers, what children are told."""
