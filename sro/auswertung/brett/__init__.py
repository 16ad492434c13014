"""The board of Vereinbarungen, with then and now of their figures."""
