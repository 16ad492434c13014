"""A year before the records or in the future."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.model.befund import Befund

CODE = "jahr_ausserhalb"
ERSTES_JAHR = 1990


def check(lieferung: Lieferung) -> Iterator[Befund]:
    last = lieferung.heute.year
    for zeile in lieferung.zeilen:
        if zeile.zeit and not ERSTES_JAHR <= zeile.zeit.jahr <= last:
            text = f"Das Jahr {zeile.zeit.jahr} liegt außerhalb von {ERSTES_JAHR} bis {last}. Bitte das Jahr prüfen."
            yield zeile.befund(CODE, "zeit", text)
