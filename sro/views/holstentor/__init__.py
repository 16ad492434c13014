"""The model project: perspectives, Bedarfe, the chain from voice to lever, lived areas."""
