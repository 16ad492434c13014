"""The measuring of a large import, with a city of few areas."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from bench import million
from sro.reference.catalogue import catalogue
from sro.reference.city import read_city


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    million.write_city(tmp_path / "stadt", 3, 4)
    million.write_figures(tmp_path / "zahlen.csv", catalogue(), (3, 4), (2022, 2023, 2024), 0.2)
    return tmp_path


def test_the_city_can_be_read_and_its_figures_add_up(folder: Path) -> None:
    stadt = read_city(folder / "stadt")
    assert [len(stadt.of_level(ebene.id)) for ebene in stadt.ebenen] == [1, 3, 12]
    sums: Counter[tuple[str, str, str]] = Counter()
    with (folder / "zahlen.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            sums[row["indikator_id"], row["zeit"], row["ebene"]] += int(row["zaehler"])
    assert all(total == sums[indikator, jahr, "stadtbezirk"] > 0 for (indikator, jahr, _), total in sums.items())


def test_the_import_stores_them_and_tells_what_it_took(folder: Path) -> None:
    aufwand = million.measure(folder)
    assert "ist gespeichert und aktiv" in aufwand.ergebnis
    assert aufwand.rechenzeit > 0
    assert aufwand.speicher > 50_000_000
    assert (folder / "var" / "sro.sqlite").exists()
