"""One quantity with two numbers."""

from __future__ import annotations

from pathlib import Path

from tests.intake.kleine_stadt import findings


def test_numerator_here_and_denominator_there_must_agree(tmp_path: Path) -> None:
    rows = ("kinderanteil;stadt;00;2024;90;1000", "personal;stadt;00;2024;2,5;91", "personal;stadt;00;2023;2,5;91")
    assert findings(tmp_path, *rows) == [("angabe_widerspruechlich", 3, "nenner", "91")]
