"""Werkstätten: statements, their places, the register of handovers, what children are told."""
