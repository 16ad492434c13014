"""Areas recognised although written otherwise."""

from __future__ import annotations

from pathlib import Path

from sro.intake.pruefung import check_all
from sro.model.befund import Schwere
from tests.intake.kleine_stadt import deliver, findings, places


def test_a_number_without_its_zero_and_a_name_are_read_and_told_once(tmp_path: Path) -> None:
    rows = [f"kinderanteil;stadtteil;{area};{year};10;100" for year in (2023, 2024) for area in ("1", "Neustadt")]
    lieferung = deliver(tmp_path, *rows)
    found = check_all(lieferung)
    assert places(found) == [
        ("gebiet_ergaenzt", 2, "gebiet_id", "1"),
        ("gebiet_ergaenzt", 3, "gebiet_id", "Neustadt"),
    ]
    assert {befund.schwere for befund in found} == {Schwere.HINWEIS}
    assert [zeile.gebiet.id for zeile in lieferung.zeilen if zeile.gebiet] == ["01", "02", "01", "02"]


def test_zero_is_the_city(tmp_path: Path) -> None:
    assert findings(tmp_path, "kinderanteil;stadt;0;2024;10;100") == [("gebiet_ergaenzt", 2, "gebiet_id", "0")]
