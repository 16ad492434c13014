"""Text in numbers."""

from __future__ import annotations

from pathlib import Path

from sro.intake.pruefung.keine_zahl import check
from tests.intake.kleine_stadt import deliver, findings


def test_words_units_formulas_and_exponents(tmp_path: Path) -> None:
    rows = ("personal;stadt;00;2022;zwölf;100", "personal;stadt;00;2023;12 %;1e3", "personal;stadt;00;2024;=A1;#DIV/0!")
    assert findings(tmp_path, *rows) == [
        ("keine_zahl", 2, "zaehler", "zwölf"),
        ("keine_zahl", 3, "zaehler", "12 %"),
        ("keine_zahl", 3, "nenner", "1e3"),
        ("keine_zahl", 4, "zaehler", "=A1"),
        ("keine_zahl", 4, "nenner", "#DIV/0!"),
    ]


def test_a_bound_is_told_apart_from_a_word(tmp_path: Path) -> None:
    bound, word = check(deliver(tmp_path, "personal;stadt;00;2022;<5;zwölf"))
    assert bound.text.startswith("„<5“ ist eine Grenze, keine Zahl. Bitte die genaue Zahl liefern")
    assert word.text.startswith("„zwölf“ ist keine Zahl. Bitte nur Ziffern")
