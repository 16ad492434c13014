"""Parts that do not add up to their total."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.intake.kleine_stadt import KATALOG, findings


def test_total_against_its_parts(tmp_path: Path) -> None:
    rows = ("hilfen;stadt;00;2024;30;1000", "ambulant;stadt;00;2024;20;1000", "stationaer;stadt;00;2024;11;1000")
    assert findings(tmp_path, *rows) == [("summe_merkmale", 2, "zaehler", "30")]


def over_years(monkeypatch: pytest.MonkeyPatch) -> None:
    """Children under treatment are counted a year later."""
    merkmale = [
        replace(m, folgejahr_summe=("vzae", "untersuchte")) if m.id == "kinder" else m for m in KATALOG.merkmale
    ]
    monkeypatch.setattr("tests.intake.kleine_stadt.KATALOG", replace(KATALOG, merkmale=tuple(merkmale)))


def test_total_against_parts_in_the_rows_of_the_next_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = ("kinderanteil;stadt;00;2022;900;9000", "personal;stadt;00;2023;400;950", "sprache;stadt;00;2023/24;90;500")
    assert findings(tmp_path, *rows) == []
    over_years(monkeypatch)
    assert findings(tmp_path, *rows) == []
    wrong = (rows[0].replace("900;", "901;"), *rows[1:])
    assert findings(tmp_path, *wrong) == [("summe_merkmale", 2, "zaehler", "901")]


def test_parts_that_fit(tmp_path: Path) -> None:
    rows = ("hilfen;stadt;00;2024;30;1000", "ambulant;stadt;00;2024;20;1000", "stationaer;stadt;00;2024;10;1000")
    assert findings(tmp_path, *rows) == []
