"""Parts that do not add up to their total."""

from __future__ import annotations

from pathlib import Path

from tests.intake.kleine_stadt import findings


def test_total_against_its_parts(tmp_path: Path) -> None:
    rows = ("hilfen;stadt;00;2024;30;1000", "ambulant;stadt;00;2024;20;1000", "stationaer;stadt;00;2024;11;1000")
    assert findings(tmp_path, *rows) == [("summe_merkmale", 2, "zaehler", "30")]


def test_parts_that_fit(tmp_path: Path) -> None:
    rows = ("hilfen;stadt;00;2024;30;1000", "ambulant;stadt;00;2024;20;1000", "stationaer;stadt;00;2024;10;1000")
    assert findings(tmp_path, *rows) == []
