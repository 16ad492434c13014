"""The model project: who said what, what several need, the chain from voice to lever."""
