"""Other reference days."""

from __future__ import annotations

from pathlib import Path

from sro.intake.pruefung import check_all
from sro.model.befund import Schwere
from tests.intake.kleine_stadt import deliver, places


def test_another_day_is_a_warning_the_right_one_and_the_year_are_none(tmp_path: Path) -> None:
    rows = [f"kinderanteil;stadt;00;{time};10;100" for time in ("30.06.2022", "31.12.2023", "2024")]
    found = check_all(deliver(tmp_path, *rows))
    assert places(found) == [("stichtag_abweichend", 2, "zeit", "30.06.2022")]
    assert found[0].schwere is Schwere.WARNUNG
