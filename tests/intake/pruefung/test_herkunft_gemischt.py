"""Synthetic and real figures."""

from __future__ import annotations

from pathlib import Path

from tests.intake.kleine_stadt import KOPF, findings

HERKUNFT = f"{KOPF};herkunft"


def test_synthetic_and_real_rows_are_refused(tmp_path: Path) -> None:
    rows = ("kinderanteil;stadt;00;2024;10;100;synthetisch", "personal;stadt;00;2023;1,5;100;Melderegister")
    assert findings(tmp_path, *rows, kopf=HERKUNFT) == [("herkunft_gemischt", 3, "herkunft", "Melderegister")]


def test_several_real_sources_are_fine(tmp_path: Path) -> None:
    rows = ("kinderanteil;stadt;00;2024;10;100;Statistikstelle", "personal;stadt;00;2023;1,5;100;Melderegister")
    assert findings(tmp_path, *rows, kopf=HERKUNFT) == []
