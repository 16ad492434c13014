"""Doubled rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sro.intake.pruefung import check_all
from tests.intake.kleine_stadt import deliver, places


def test_both_rows_are_named_also_with_other_spelling(tmp_path: Path) -> None:
    rows = (
        "kinderanteil;stadt;00;2024;10;100",
        "kinderanteil;stadt;00;2023;10;100",
        "kinderanteil;Stadt;00;31.12.2024;11;100",
    )
    (found,) = check_all(deliver(tmp_path, *rows))
    assert places((found,)) == [("zeile_doppelt", 4, "indikator_id", "kinderanteil")]
    assert "Zeile 2 und noch einmal in Zeile 4" in found.text


def test_two_files_are_one_delivery(tmp_path: Path) -> None:
    one = deliver(tmp_path, "kinderanteil;stadt;00;2024;10;100", name="a.csv")
    two = deliver(tmp_path, "kinderanteil;stadt;00;2024;10;100", name="b.csv")
    (found,) = check_all(replace(one, zeilen=one.zeilen + two.zeilen))
    assert (found.code, found.datei, found.zeile) == ("zeile_doppelt", "b.csv", 2)
    assert "in Zeile 2 von a.csv und noch einmal in Zeile 2." in found.text
