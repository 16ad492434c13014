"""Areas that do not add up."""

from __future__ import annotations

from pathlib import Path

from sro.intake.pruefung import check_all
from tests.intake.kleine_stadt import deliver, findings, places

BEZIRKE = ("kinderanteil;stadtbezirk;01;2024;10;100", "kinderanteil;stadtbezirk;02;2024;20;200")
HAFEN = "kinderanteil;stadtbezirk;03;2024;30;300"
TEILE = ("kinderanteil;stadtteil;01;2024;10;100", "kinderanteil;stadtteil;02;2024;51;500")


def test_parent_against_its_children(tmp_path: Path) -> None:
    (found,) = check_all(deliver(tmp_path, *BEZIRKE, HAFEN, *TEILE))
    assert places((found,)) == [("summe_gebiete", 6, "zaehler", "51")]
    assert found.text.startswith("2 Stadtbezirke ergeben für „Kinder“ 2024 50, für Neustadt ist 51 geliefert.")


def test_a_stadtteil_of_one_stadtbezirk(tmp_path: Path) -> None:
    rows = (*BEZIRKE, HAFEN, "kinderanteil;stadtteil;01;2024;11;100", "kinderanteil;stadtteil;02;2024;50;500")
    assert findings(tmp_path, *rows) == [("summe_gebiete", 5, "zaehler", "11")]


def test_a_missing_child_proves_nothing(tmp_path: Path) -> None:
    missing = "kinderanteil;stadtbezirk;03;2024;;300"
    assert findings(tmp_path, *BEZIRKE, missing, *TEILE) == []


def test_full_time_equivalents_may_be_rounded(tmp_path: Path) -> None:
    rows = ("personal;stadtteil;01;2024;1,3;10", "personal;stadtteil;02;2024;1,3;50", "personal;stadt;00;2024;2,7;60")
    assert findings(tmp_path, *rows) == []
