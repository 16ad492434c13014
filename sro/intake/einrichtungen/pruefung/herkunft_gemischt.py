"""Made-up and real facilities in one list."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.einrichtungen.zeile import SYNTHETISCH, Liste
from sro.model.befund import Befund

CODE = "herkunft_gemischt"


def check(liste: Liste) -> Iterator[Befund]:
    synthetic = [zeile for zeile in liste.zeilen if zeile.synthetisch]
    real = [zeile for zeile in liste.zeilen if not zeile.synthetisch]
    if synthetic and real:
        text = (
            f"Zeile {synthetic[0].roh.nummer} ist als „{SYNTHETISCH}“ gekennzeichnet, Zeile {real[0].roh.nummer} "
            "nicht. Bitte erfundene und echte Einrichtungen nicht mischen."
        )
        later = max(synthetic[0], real[0], key=lambda zeile: zeile.roh.nummer)
        yield later.befund(CODE, "herkunft", text)
