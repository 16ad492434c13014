"""Shares above one."""

from __future__ import annotations

from pathlib import Path

from tests.intake.kleine_stadt import findings


def test_a_share_cannot_exceed_its_group_a_ratio_can(tmp_path: Path) -> None:
    rows = ("kinderanteil;stadt;00;2024;101;100", "kinderanteil;stadt;00;2023;100;100", "personal;stadt;00;2022;8;4")
    assert findings(tmp_path, *rows) == [("zaehler_ueber_nenner", 2, "zaehler", "101")]


def test_a_negative_denominator_is_one_finding(tmp_path: Path) -> None:
    assert findings(tmp_path, "kinderanteil;stadt;00;2024;10;-100") == [("negativ", 2, "nenner", "-100")]
