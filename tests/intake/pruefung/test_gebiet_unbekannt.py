"""Unknown areas."""

from __future__ import annotations

from pathlib import Path

from sro.intake.pruefung import check_all
from tests.intake.kleine_stadt import deliver, findings


def test_unknown_area_empty_area_and_an_id_of_another_level(tmp_path: Path) -> None:
    rows = ("kinderanteil;stadt;7;2024;10;100", "kinderanteil;stadt;;2024;10;100", "hilfen;stadtteil;03;2024;1;2")
    assert [one for one in findings(tmp_path, *rows) if one[0] != "familie_unvollstaendig"] == [
        ("gebiet_unbekannt", 2, "gebiet_id", "7"),
        ("gebiet_unbekannt", 3, "gebiet_id", ""),
        ("gebiet_unbekannt", 4, "gebiet_id", "03"),
    ]


def test_the_sentence_names_the_nearest_area(tmp_path: Path) -> None:
    (found,) = check_all(deliver(tmp_path, "kinderanteil;stadtteil;Neustat;2024;10;100"))
    assert found.text == (
        "In der Ebene Stadtteil gibt es kein Gebiet „Neustat“. Ist „Neustadt“ gemeint? Möglich sind 01 bis 02."
    )
