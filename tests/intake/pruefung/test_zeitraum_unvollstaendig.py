"""Windows that are not complete yet."""

from __future__ import annotations

from pathlib import Path

from sro.intake.pruefung.zeitraum_unvollstaendig import check
from sro.model.befund import Schwere
from tests.intake.kleine_stadt import deliver, findings, places


def rows(*years: int) -> list[str]:
    return [
        f"krisen;{ebene};{area};{year};10;100"
        for year in years
        for ebene, area in (("stadt", "00"), ("stadtteil", "01"))
    ]


def test_a_window_that_lacks_a_year_is_told_once_and_says_what_will_become_of_it(tmp_path: Path) -> None:
    (found,) = check(deliver(tmp_path, *rows(2023, 2024, 2025)))
    assert places((found,)) == [("zeitraum_unvollstaendig", 7, "zeit", "2025")]
    assert found.schwere is Schwere.HINWEIS
    assert "nur über 2 Jahre zusammen" in found.text
    assert "Zeitraum 2025–2026 fehlt 2026" in found.text


def test_complete_windows_and_the_city_need_no_word(tmp_path: Path) -> None:
    assert not list(check(deliver(tmp_path, *rows(2023, 2024))))
    assert not list(check(deliver(tmp_path, "krisen;stadt;00;2024;10;100")))


def test_single_years_are_taken_at_a_level_that_is_published_pooled_and_at_no_other(tmp_path: Path) -> None:
    codes = {code for code, *_ in findings(tmp_path, *rows(2023, 2024))}
    assert "ebene_unpassend" not in codes
    assert ("ebene_unpassend", 2, "ebene", "stadtbezirk") in findings(tmp_path, "krisen;stadtbezirk;01;2024;10;100")
