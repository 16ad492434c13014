"""Years that are missing in between."""

from __future__ import annotations

from pathlib import Path

from sro.intake.pruefung.jahre_lueckenhaft import check
from sro.model.befund import Schwere
from tests.intake.kleine_stadt import deliver, places


def test_a_gap_is_a_warning_per_level_that_names_the_years(tmp_path: Path) -> None:
    rows = [
        *(f"saldo;stadt;00;{year};10;100" for year in (2024, 2015, 2018, 2019, 2022)),
        *(f"saldo;stadtteil;{area};{year};10;100" for area in ("01", "02") for year in (2023, 2024)),
    ]
    (found,) = check(deliver(tmp_path, *rows))
    assert places((found,)) == [("jahre_lueckenhaft", 3, "zeit", "2015")]
    assert found.schwere is Schwere.WARNUNG
    assert "„Saldo“ auf der Ebene Stadt fehlt zwischen 2015 und 2024: 2016–2017, 2020–2021, 2023. Bitte" in found.text


def test_a_year_that_one_area_has_is_no_gap_and_indicators_are_looked_at_alone(tmp_path: Path) -> None:
    rows = (
        *(f"saldo;stadt;00;{year};10;100" for year in (2022, 2023)),
        *(f"personal;stadtbezirk;01;{year};10;100" for year in (2020, 2022)),
        *(f"personal;stadtbezirk;02;{year};10;100" for year in (2021,)),
    )
    assert not list(check(deliver(tmp_path, *rows)))


def test_a_year_that_cannot_be_opens_no_gap(tmp_path: Path) -> None:
    rows = [f"saldo;stadt;00;{year};10;100" for year in (204, 2023, 2024)]
    assert not list(check(deliver(tmp_path, *rows)))
