from __future__ import annotations

import csv
import io

import pytest

from sro.export.csv import Form
from sro.export.glatt import smoothed_csv
from sro.export.spalten import NAMEN, Zeile
from sro.model.gebiet import Gebiet
from sro.stats.geglaettet import smoothed
from tests.beispiele import ANTEIL, STADT, seen
from tests.export.mitgift import BEIGABE

GEBIETE = [Gebiet("stadtteil", f"{n:02}", f"Gebiet {n}", eltern=STADT) for n in range(1, 7)]
SEEN = [seen(ANTEIL, g.key, 2024, n, 100) for g, n in zip(GEBIETE, (10, 20, 30, 40, 50, None), strict=True)]
ROWS = [Zeile(g, 2024, b) for g, b in zip(GEBIETE, SEEN, strict=True)]
GEGLAETTET = {one.gebiet: one for one in smoothed(ANTEIL, SEEN).gebiete}


def test_the_smoothed_value_stands_beside_the_measured_one() -> None:
    data = smoothed_csv(ROWS, ANTEIL, BEIGABE, GEGLAETTET).decode()
    head, *rows = csv.reader(io.StringIO(data))
    assert [name for name in head if name not in ("wert_geglaettet", "gewicht")] == list(NAMEN)
    first, last = (dict(zip(head, row, strict=True)) for row in (rows[0], rows[5]))
    assert (first["wert"], first["wert_geglaettet"], first["gewicht"]) == ("10", "12.1", "0.895")
    assert (last["wert"], last["wert_geglaettet"], last["gewicht"], last["status"]) == ("", "", "", "geheim")
    assert head.index("wert_geglaettet") == head.index("wert") + 1


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_as_long_as_the_head_in_german_too(row: Zeile) -> None:
    head, cells = csv.reader(
        io.StringIO(smoothed_csv([row], ANTEIL, BEIGABE, GEGLAETTET, Form.EXCEL).decode("utf-8-sig")), delimiter=";"
    )
    assert len(head) == len(cells) == len(NAMEN) + 2
