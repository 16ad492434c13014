"""Synthetic and real figures in one delivery."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import SYNTHETISCH, Lieferung
from sro.model.befund import Befund

CODE = "herkunft_gemischt"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    if not lieferung.zeilen:
        return
    first = lieferung.zeilen[0]
    other = next((zeile for zeile in lieferung.zeilen if zeile.synthetisch != first.synthetisch), None)
    if other:
        text = (
            f"Zeile {other.nummer} ist {_kind(other.synthetisch)}, "
            f"{first.place(other.datei)} {_kind(first.synthetisch)}. "
            "Bitte synthetische und echte Zahlen getrennt liefern."
        )
        yield other.befund(CODE, "herkunft", text)


def _kind(synthetic: bool) -> str:
    return f"als „{SYNTHETISCH}“ gekennzeichnet" if synthetic else "nicht als synthetisch gekennzeichnet"
