"""Numerators without denominators."""

from __future__ import annotations

from pathlib import Path

from tests.intake.kleine_stadt import findings


def test_a_numerator_needs_its_denominator(tmp_path: Path) -> None:
    rows = ("kinderanteil;stadt;00;2024;12;", "kinderanteil;stadt;00;2023;;")
    assert findings(tmp_path, *rows) == [("nenner_fehlt", 2, "nenner", "")]
