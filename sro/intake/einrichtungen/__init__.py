"""Receives a list of facilities: read, checked, and written whole or not at all."""

from sro.intake.einrichtungen.uebernahme import Vorschau, prepare, store_list

__all__ = ["Vorschau", "prepare", "store_list"]
