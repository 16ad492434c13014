"""Leitlinien, Bausteine and projects."""
