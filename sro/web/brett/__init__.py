"""The board of Vereinbarungen, within a dialogue and over all."""
