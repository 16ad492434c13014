"""Unknown levels."""

from __future__ import annotations

from pathlib import Path

from sro.intake.pruefung.ebene_unbekannt import check
from tests.intake.kleine_stadt import deliver, findings


def test_an_unknown_level_is_told_once_and_nothing_else_of_its_row(tmp_path: Path) -> None:
    assert findings(tmp_path, "kinderanteil;stadteil;01;2024;10;100") == [("ebene_unbekannt", 2, "ebene", "stadteil")]


def test_capital_letters_do_not_matter(tmp_path: Path) -> None:
    assert findings(tmp_path, "kinderanteil;Stadt;00;2024;10;100") == []


def test_an_empty_level_is_called_empty(tmp_path: Path) -> None:
    (told,) = check(deliver(tmp_path, "kinderanteil;;00;2024;10;100"))
    assert told.text == "Die Ebene ist leer. Möglich: stadt, stadtteil, stadtbezirk."
