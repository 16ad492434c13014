"""A figure of a Quartier for a time in which there is no such Quartier."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.model.befund import Befund
from sro.model.indikator import Indikator
from sro.model.quartier import Quartier

CODE = "quartier_ungueltig"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    if not lieferung.stadt.quartiere:
        return
    for zeile in lieferung.zeilen:
        quartier = lieferung.stadt.quartier(zeile.gebiet.key) if zeile.gebiet else None
        if not (zeile.indikator and zeile.zeit and quartier):
            continue
        if not all(quartier.valid_on(day) for day in _counted(zeile.indikator, zeile.zeit.jahr)):
            yield zeile.befund(CODE, "zeit", _text(quartier, zeile.indikator.period(zeile.zeit.jahr)))


def _counted(indikator: Indikator, jahr: int) -> tuple[dt.date, ...]:
    """The reference day, or the first and the last day of the period; a month counts like its year."""
    if indikator.stichtag == "Schuljahr":
        return dt.date(jahr, 8, 1), dt.date(jahr + 1, 7, 31)
    day, _, month = indikator.stichtag.removesuffix(".").partition(".")
    if month:
        return (dt.date(jahr, int(month), int(day)),)
    return dt.date(jahr, 1, 1), dt.date(jahr, 12, 31)


def _text(quartier: Quartier, zeit: str) -> str:
    bis = f" bis {quartier.gueltig_bis:%d.%m.%Y}" if quartier.gueltig_bis else " an"
    return (
        f"Das Quartier {quartier.name} gilt nach stadt.yaml vom {quartier.gueltig_von:%d.%m.%Y}{bis}; geliefert ist "
        f"eine Zahl für {zeit}. Bitte die Zeile weglassen oder in stadt.yaml berichtigen, wann es gilt."
    )
