"""Checks of a delivery, one rule per file: a CODE and `check(lieferung)`, which yields findings in order of rows.

A rule that breaks raises; it never becomes a finding. A new rule is a new module and a line in `PRUEFUNGEN`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from sro.intake.lieferung import Lieferung
from sro.intake.pruefung import (
    angabe_widerspruechlich,
    ebene_unbekannt,
    ebene_unpassend,
    familie_unvollstaendig,
    gebiet_ergaenzt,
    gebiet_unbekannt,
    gebiete_unvollstaendig,
    herkunft_gemischt,
    indikator_unbekannt,
    jahr_ausserhalb,
    jahre_lueckenhaft,
    keine_zahl,
    negativ,
    nenner_fehlt,
    nicht_ganzzahlig,
    quartier_ungueltig,
    schuljahr_unpassend,
    stichtag_abweichend,
    summe_gebiete,
    summe_merkmale,
    zaehler_ueber_nenner,
    zahl_mehrdeutig,
    zeichen_statt_zahl,
    zeile_doppelt,
    zeit_ungueltig,
    zeitraum_unvollstaendig,
)
from sro.model.befund import Befund


class Pruefung(Protocol):
    """One rule."""

    CODE: str

    def check(self, lieferung: Lieferung) -> Iterator[Befund]: ...


PRUEFUNGEN: tuple[Pruefung, ...] = (
    # what a cell says
    indikator_unbekannt,
    ebene_unbekannt,
    gebiet_unbekannt,
    gebiet_ergaenzt,
    ebene_unpassend,
    zeit_ungueltig,
    jahr_ausserhalb,
    quartier_ungueltig,
    schuljahr_unpassend,
    stichtag_abweichend,
    keine_zahl,
    zeichen_statt_zahl,
    zahl_mehrdeutig,
    negativ,
    nicht_ganzzahlig,
    # what a row says
    nenner_fehlt,
    zaehler_ueber_nenner,
    # what rows say together
    zeile_doppelt,
    angabe_widerspruechlich,
    summe_gebiete,
    summe_merkmale,
    familie_unvollstaendig,
    gebiete_unvollstaendig,
    jahre_lueckenhaft,
    zeitraum_unvollstaendig,
    herkunft_gemischt,
)


def check_all(lieferung: Lieferung) -> tuple[Befund, ...]:
    """The findings of every rule, in the order of the rules."""
    own = replace(lieferung)  # what the rules look up in it need not stay in memory after them
    return tuple(befund for pruefung in PRUEFUNGEN for befund in pruefung.check(own))
