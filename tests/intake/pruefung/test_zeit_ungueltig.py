"""Times that no year can be read from."""

from __future__ import annotations

from pathlib import Path

from sro.intake.pruefung.zeit_ungueltig import check
from tests.intake.kleine_stadt import deliver, findings


def test_every_unreadable_time_is_told(tmp_path: Path) -> None:
    times = ["24", "2024/26", "Ende 2024", "31.02.2024", ""]
    rows = [f"sprache;stadt;00;{time};10;100" for time in times]
    assert findings(tmp_path, *rows) == [("zeit_ungueltig", n, "zeit", time) for n, time in enumerate(times, start=2)]


def test_an_empty_time_is_called_empty(tmp_path: Path) -> None:
    (told,) = check(deliver(tmp_path, "sprache;stadt;00;;10;100"))
    assert told.text == "Die Zeit ist leer. Bitte 2024, 2024/25 oder 31.12.2024 schreiben."
