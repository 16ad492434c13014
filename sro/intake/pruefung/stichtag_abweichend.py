"""A day that is not the indicator's reference day."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.model.befund import Befund, Schwere

CODE = "stichtag_abweichend"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for zeile in lieferung.zeilen:
        if not (zeile.indikator and zeile.zeit and zeile.zeit.stichtag):
            continue
        expected = zeile.indikator.stichtag
        if expected[:1].isdigit() and zeile.zeit.stichtag != _plain(expected):
            text = (
                f"„{zeile.indikator.kurzname}“ gilt zum {expected}, geliefert ist „{zeile.roh.zeit}“. "
                f"Der Wert wird {zeile.zeit.jahr} zugeordnet; bitte den Stichtag prüfen."
            )
            yield zeile.befund(CODE, "zeit", text, Schwere.WARNUNG)


def _plain(stichtag: str) -> str:
    """ "01.03." → "1.3."."""
    day, month, *_ = stichtag.split(".")
    return f"{int(day)}.{int(month)}."
