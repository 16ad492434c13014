"""More persons than there are: a share above one."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.model.befund import Befund
from sro.model.indikator import Anteilsart

CODE = "zaehler_ueber_nenner"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for zeile in lieferung.zeilen:
        zaehler, nenner = zeile.zaehler.zahl, zeile.nenner.zahl
        if not zeile.indikator or zaehler is None or nenner is None or nenner < 0:
            continue  # what is below zero is told by itself
        if zeile.indikator.art is Anteilsart.ANTEIL and zaehler > nenner:
            text = (
                f"Bei „{zeile.indikator.kurzname}“ ist der Zähler {zeile.zaehler.text} größer als der Nenner "
                f"{zeile.nenner.text}; er zählt einen Teil davon. Bitte beide Zahlen prüfen."
            )
            yield zeile.befund(CODE, "zaehler", text)
