"""Times and the year that they stand for."""

from __future__ import annotations

import pytest

from sro.intake.zeit import Zeit, read_time


@pytest.mark.parametrize(
    ("text", "zeit"),
    [
        ("2024", Zeit(2024)),
        ("2024/25", Zeit(2024, schuljahr=True)),
        ("2024/2025", Zeit(2024, schuljahr=True)),
        ("1999/00", Zeit(1999, schuljahr=True)),
        ("Schuljahr 2024/25", Zeit(2024, schuljahr=True)),
        ("31.12.2024", Zeit(2024, "31.12.")),
        ("01.03.2024", Zeit(2024, "1.3.")),
        ("2024-03-01", Zeit(2024, "1.3.")),
    ],
)
def test_read(text: str, zeit: Zeit) -> None:
    assert read_time(text) == zeit


@pytest.mark.parametrize(
    "text", ["", "24", "2024/26", "2024/24", "30.02.2024", "12.2024", "2024.0", "II/2024", "02024"]
)
def test_refused(text: str) -> None:
    assert read_time(text) is None
