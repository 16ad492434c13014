"""Receives records from a workbook: read, checked, looked at, and written whole or not at all."""

from sro.intake.akten.uebernahme import Vorhaben, Vorschau, prepare, store_all

__all__ = ["Vorhaben", "Vorschau", "prepare", "store_all"]
