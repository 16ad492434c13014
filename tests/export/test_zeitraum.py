from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sro.export.zeitraum import days
from sro.reference.catalogue import catalogue
from tests.beispiele import ANTEIL


@pytest.mark.parametrize(
    ("stichtag", "jahr", "jahre", "von", "bis"),
    [
        ("31.12.", 2024, 1, "2024-12-31", "2024-12-31"),
        ("1.3.", 2024, 1, "2024-03-01", "2024-03-01"),
        ("Dezember", 2023, 1, "2023-12-01", "2023-12-31"),
        ("Februar", 2024, 1, "2024-02-01", "2024-02-29"),
        ("Schuljahr", 2024, 1, "2024-08-01", "2025-07-31"),
        ("Kalenderjahr", 2024, 1, "2024-01-01", "2024-12-31"),
        ("Kalenderjahr", 2024, 3, "2022-01-01", "2024-12-31"),
        ("Schuljahr", 2024, 2, "2023-08-01", "2025-07-31"),
    ],
)
def test_days(stichtag: str, jahr: int, jahre: int, von: str, bis: str) -> None:
    found = days(replace(ANTEIL, stichtag=stichtag), jahr, jahre)
    assert found == (dt.date.fromisoformat(von), dt.date.fromisoformat(bis))


def test_words_of_its_own_have_no_days() -> None:
    assert days(replace(ANTEIL, stichtag="nach Bedarf"), 2024) is None


def test_every_indicator_of_the_catalogue_has_days() -> None:
    assert [i.id for i in catalogue().indikatoren if not days(i, 2024)] == []
