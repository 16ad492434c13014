"""Unknown indicators."""

from __future__ import annotations

from pathlib import Path

from sro.intake.pruefung import check_all
from tests.intake.kleine_stadt import deliver, places


def test_unknown_and_empty_ids_are_told_with_the_nearest(tmp_path: Path) -> None:
    lieferung = deliver(
        tmp_path, "kinderanteile;stadt;00;2024;10;100", ";stadt;00;2024;10;100", "qqq;stadt;00;2024;1;2"
    )
    found = check_all(lieferung)
    assert places(found) == [
        ("indikator_unbekannt", 2, "indikator_id", "kinderanteile"),
        ("indikator_unbekannt", 3, "indikator_id", ""),
        ("indikator_unbekannt", 4, "indikator_id", "qqq"),
    ]
    assert "Ist „kinderanteil“ gemeint?" in found[0].text
    assert "leer" in found[1].text
    assert "data/indikatoren.yaml" in found[2].text
