"""Levels that lack areas."""

from __future__ import annotations

from pathlib import Path

from sro.intake.pruefung import check_all
from sro.model.befund import Schwere
from tests.intake.kleine_stadt import deliver, places


def test_missing_areas_are_a_warning_per_level_and_year(tmp_path: Path) -> None:
    rows = [f"kinderanteil;stadtbezirk;{area};2024;10;100" for area in ("01", "03")]
    (found,) = check_all(deliver(tmp_path, *rows))
    assert places((found,)) == [("gebiete_unvollstaendig", 2, "gebiet_id", "01")]
    assert found.schwere is Schwere.WARNUNG
    assert "fehlen 1 von 3 Gebieten der Ebene Stadtbezirk: 02 Bahnhof." in found.text
