"""Negative counts."""

from __future__ import annotations

from pathlib import Path

from tests.intake.kleine_stadt import findings


def test_a_count_cannot_be_negative_a_balance_can(tmp_path: Path) -> None:
    rows = ("kinderanteil;stadt;00;2024;-3;100", "saldo;stadt;00;2023;-7;−100")
    assert findings(tmp_path, *rows) == [("negativ", 2, "zaehler", "-3"), ("negativ", 3, "nenner", "−100")]
