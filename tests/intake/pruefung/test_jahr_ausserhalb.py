"""Years out of range."""

from __future__ import annotations

from pathlib import Path

from tests.intake.kleine_stadt import findings


def test_before_the_records_and_in_the_future(tmp_path: Path) -> None:
    rows = [
        f"{indikator};stadt;00;{year};10;100"
        for indikator, years in (("kinderanteil", (1989, 1990)), ("saldo", (2025, 2026)))
        for year in years
    ]
    assert findings(tmp_path, *rows) == [("jahr_ausserhalb", 2, "zeit", "1989"), ("jahr_ausserhalb", 5, "zeit", "2026")]
