"""Text in numbers."""

from __future__ import annotations

from pathlib import Path

from tests.intake.kleine_stadt import findings


def test_words_units_formulas_and_exponents(tmp_path: Path) -> None:
    rows = ("personal;stadt;00;2022;zwölf;100", "personal;stadt;00;2023;12 %;1e3", "personal;stadt;00;2024;=A1;#DIV/0!")
    assert findings(tmp_path, *rows) == [
        ("keine_zahl", 2, "zaehler", "zwölf"),
        ("keine_zahl", 3, "zaehler", "12 %"),
        ("keine_zahl", 3, "nenner", "1e3"),
        ("keine_zahl", 4, "zaehler", "=A1"),
        ("keine_zahl", 4, "nenner", "#DIV/0!"),
    ]
