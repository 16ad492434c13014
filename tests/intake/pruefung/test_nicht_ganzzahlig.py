"""Fractions of what is counted."""

from __future__ import annotations

from pathlib import Path

from tests.intake.kleine_stadt import findings


def test_children_are_whole_full_time_equivalents_need_not_be(tmp_path: Path) -> None:
    rows = ("kinderanteil;stadt;00;2024;12,5;100", "personal;stadt;00;2023;2,5;100")
    assert findings(tmp_path, *rows) == [("nicht_ganzzahlig", 2, "zaehler", "12,5")]
