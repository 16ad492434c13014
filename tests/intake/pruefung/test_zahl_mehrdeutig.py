"""Numbers that can be read in two ways."""

from __future__ import annotations

from pathlib import Path

from sro.intake.pruefung import check_all
from tests.intake.kleine_stadt import deliver, findings


def test_one_group_of_three_is_refused_where_the_file_shows_no_decimal_mark(tmp_path: Path) -> None:
    assert findings(tmp_path, "kinderanteil;stadt;00;2024;1.234;20000") == [("zahl_mehrdeutig", 2, "zaehler", "1.234")]


def test_another_number_of_the_file_settles_it(tmp_path: Path) -> None:
    lieferung = deliver(tmp_path, "kinderanteil;stadt;00;2024;1.234;20000", "personal;stadt;00;2024;2,5;1.234")
    assert check_all(lieferung) == ()
    assert lieferung.zeilen[0].zaehler.zahl == 1234
