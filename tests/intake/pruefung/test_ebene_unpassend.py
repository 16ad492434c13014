"""Levels at which an indicator is not published."""

from __future__ import annotations

from pathlib import Path

from tests.intake.kleine_stadt import findings


def test_an_indicator_below_its_smallest_level(tmp_path: Path) -> None:
    rows = [f"{name};stadtbezirk;{area};2024;9;90" for name in ("hilfen",) for area in ("01", "02", "03")]
    found = [one for one in findings(tmp_path, *rows) if one[0] != "familie_unvollstaendig"]
    assert found == [("ebene_unpassend", row, "ebene", "stadtbezirk") for row in (2, 3, 4)]
