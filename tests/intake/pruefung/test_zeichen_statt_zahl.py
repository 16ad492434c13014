"""Markers of statistical tables."""

from __future__ import annotations

from pathlib import Path

from tests.intake.kleine_stadt import findings


def test_markers_are_never_guessed(tmp_path: Path) -> None:
    markers = [".", "-", "–", "x", "/", "..."]
    rows = [f"kinderanteil;stadt;00;{2015 + n};{marker};100" for n, marker in enumerate(markers)]
    found = [("zeichen_statt_zahl", n, "zaehler", marker) for n, marker in enumerate(markers, start=2)]
    assert findings(tmp_path, *rows) == found


def test_an_empty_cell_is_missing_and_fine(tmp_path: Path) -> None:
    assert findings(tmp_path, "kinderanteil;stadt;00;2024;;100", "kinderanteil;stadt;00;2023;;") == []
