"""Checks of a list of facilities, one rule per file: a CODE and `check(liste)`, which yields findings.

A new rule is a new module and a line in `PRUEFUNGEN`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from sro.intake.einrichtungen.pruefung import (
    angabe_fehlt,
    art_unbekannt,
    gebiet_unbekannt,
    herkunft_gemischt,
    id_doppelt,
    kontakt_genannt,
    ort_ausserhalb,
    ort_unlesbar,
    plaetze_unlesbar,
    schutzort_verortet,
    traegerart_unbekannt,
)
from sro.intake.einrichtungen.zeile import Liste
from sro.model.befund import Befund


class Pruefung(Protocol):
    """One rule."""

    CODE: str

    def check(self, liste: Liste) -> Iterator[Befund]: ...


PRUEFUNGEN: tuple[Pruefung, ...] = (
    angabe_fehlt,
    id_doppelt,
    art_unbekannt,
    traegerart_unbekannt,
    gebiet_unbekannt,
    plaetze_unlesbar,
    ort_unlesbar,
    ort_ausserhalb,
    schutzort_verortet,
    kontakt_genannt,
    herkunft_gemischt,
)


def check_all(liste: Liste) -> tuple[Befund, ...]:
    """The findings of every rule, in the order of the rules."""
    return tuple(befund for pruefung in PRUEFUNGEN for befund in pruefung.check(liste))
