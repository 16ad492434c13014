"""School years where there are none, days where school years are meant."""

from __future__ import annotations

from pathlib import Path

from tests.intake.kleine_stadt import findings


def test_a_period_that_could_mean_two_years_is_refused(tmp_path: Path) -> None:
    rows = (
        "kinderanteil;stadt;00;2023/24;10;100",
        "sprache;stadt;00;31.07.2024;10;100",
        "sprache;stadt;00;2023/24;1;10",
    )
    assert findings(tmp_path, *rows) == [
        ("schuljahr_unpassend", 2, "zeit", "2023/24"),
        ("schuljahr_unpassend", 3, "zeit", "31.07.2024"),
    ]
