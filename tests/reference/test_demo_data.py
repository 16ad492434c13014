"""The demo data are reproducible, labelled, additive and plausible, and the known traps are inside."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from sro.model.gebiet import GebietKey
from sro.model.indikator import Anteilsart, Indikator, Merkmal
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.places import ROOT

DEMO = ROOT / "data" / "demo"
YEARS = range(2015, 2025)
CITY = GebietKey("stadt", "00")
HEADER = ["indikator_id", "ebene", "gebiet_id", "zeit", "zaehler", "nenner", "herkunft"]
SEU = ("sprachfoerderbedarf", "uebergewicht", "u8_u9_vollstaendig")
# Rows that are not there at all: the known gaps.
NO_ROW = {*((indikator, 2021) for indikator in SEU), ("stammbesuchende_okja", 2020)}

# Plausible values: of the city in every year, of Stadtteile over all years together (None: city only).
PLAUSIBLE = {
    "B1": ((17.5, 20), (14, 24)),
    "B2": ((23, 27), (17, 32)),
    "B3": ((36, 48), (25, 70)),
    "B4": ((-25, -5), (-50, 40)),
    "S1": ((20, 26), (5, 45)),
    "S2": ((22, 26), (15, 33)),
    "S3": ((3, 5), (1.5, 8)),
    "S4": ((12, 14), (5, 25)),
    "K1": ((31, 40), (22, 50)),
    "K2": ((90, 94), (82, 99)),
    "K3": ((88, 98), (60, 140)),
    "K4": ((50, 70), (40, 85)),
    "E1": ((28, 40), (15, 60)),
    "E2": ((37, 43), (15, 65)),
    "E3": ((8, 11), None),
    "H1": ((28, 37), (12, 60)),
    "H2": ((15, 22), (7, 38)),
    "H3": ((0.7, 2.2), (0.2, 5)),
    "H4": ((11, 15), (4, 25)),
    "H5": ((5, 17), (3, 18)),
    "H6": ((17, 35), (8, 60)),
    "H7": ((22, 33), (15, 45)),
    "P1": ((10, 25), (5, 45)),
    "P2": ((27, 36), None),
    "P3": ((2.5, 4), (1, 8)),
    "O1": ((2, 3), (0, 7)),
    "O2": ((50, 90), (0, 200)),
    "J1": ((1.5, 3), (0.5, 6)),
    "J2": ((5, 15), None),
    "F1": ((35, 80), (35, 90)),
    "F2": ((4, 8), (1, 15)),
    "G1": ((11, 15), (5, 22)),
    "G2": ((88, 95), (78, 98)),
    "W1": ((5, 10), (2, 20)),
    "W2": ((60, 80), (20, 100)),
}


class Row(NamedTuple):
    indikator: str
    gebiet: GebietKey
    jahr: int
    zaehler: float | None
    nenner: float | None


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(
                r["indikator_id"],
                GebietKey(r["ebene"], r["gebiet_id"]),
                int(r["zeit"]),
                *map(number, (r["zaehler"], r["nenner"])),
            )
            for r in csv.DictReader(file)
        ]


def number(text: str) -> float | None:
    return float(text) if text else None


FILES = sorted(DEMO.glob("*.csv"))
ROWS = [row for path in FILES for row in read(path)]
BY_KEY = {(row.indikator, row.gebiet, row.jahr): row for row in ROWS}
INDIKATOREN = catalogue().indikatoren
CODE = {indikator.id: indikator.code for indikator in INDIKATOREN}


def test_the_generator_writes_the_committed_bytes(tmp_path: Path) -> None:
    script = ROOT / "scripts" / "demo_data.py"
    subprocess.run([sys.executable, script, "--out", tmp_path], check=True, capture_output=True, cwd=tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in FILES}


def test_there_is_a_file_for_every_theme() -> None:
    assert len(FILES) == len(catalogue().themen)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_row_says_that_it_is_synthetic(path: Path) -> None:
    lines = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines[0] == HEADER
    assert {line[-1] for line in lines[1:]} == {"synthetisch"}


def test_the_readme_says_so_in_both_languages() -> None:
    text = (DEMO / "README.md").read_text(encoding="utf-8")
    assert "Keine Zahl in diesem Ordner ist eine echte Zahl" in text
    assert "no figure in this folder is a real one" in text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_numbers_are_written_for_machines(path: Path) -> None:
    plain = re.compile(r"|-?\d+|\d+\.(25|5|75)")
    with path.open(encoding="utf-8", newline="") as file:
        cells = {cell for row in csv.DictReader(file) for cell in (row["zaehler"], row["nenner"])}
    assert [cell for cell in cells if not plain.fullmatch(cell)] == []


def test_every_indicator_has_every_area_and_year_of_its_levels_and_no_other() -> None:
    expected = {
        (indikator.id, gebiet.key, jahr)
        for indikator in INDIKATOREN
        for ebene in indikator.alle_ebenen
        for gebiet in city().of_level(ebene)
        for jahr in YEARS
        if (indikator.id, jahr) not in NO_ROW
    }
    assert len(ROWS) == len(BY_KEY)
    assert set(BY_KEY) == expected


def test_areas_add_up_exactly() -> None:
    summed = 0
    for row in ROWS:
        parts = [BY_KEY.get((row.indikator, child.key, row.jahr)) for child in city().children(row.gebiet)]
        for whole, values in (
            (row.zaehler, [part.zaehler for part in parts if part]),
            (row.nenner, [part.nenner for part in parts if part]),
        ):
            if whole is not None and values:
                assert whole == sum(value for value in values if value is not None), row
                assert None not in values, row
                summed += 1
    assert summed > 1500


def merkmale() -> dict[tuple[str, GebietKey, int], set[float]]:
    found: dict[tuple[str, GebietKey, int], set[float]] = defaultdict(set)
    for row in ROWS:
        indikator = catalogue()[row.indikator]
        for merkmal, value in ((indikator.zaehler, row.zaehler), (indikator.nenner, row.nenner)):
            if value is not None:
                found[merkmal, row.gebiet, row.jahr].add(value)
    return found


def test_one_merkmal_has_one_number() -> None:
    assert {key: values for key, values in merkmale().items() if len(values) > 1} == {}


@pytest.mark.parametrize("whole", [m for m in catalogue().merkmale if m.summe_aus], ids=lambda merkmal: merkmal.id)
def test_hilfearten_and_age_groups_add_up(whole: Merkmal) -> None:
    values = {key: next(iter(found)) for key, found in merkmale().items()}
    checked = 0
    for (merkmal, gebiet, jahr), value in values.items():
        parts = [values.get((part, gebiet, jahr)) for part in whole.summe_aus]
        if merkmal == whole.id:
            known = [part for part in parts if part is not None]
            assert value == sum(known) if len(known) == len(parts) else value >= sum(known)
            checked += len(known) == len(parts)
    published = {merkmal for merkmal, _, _ in values}
    assert checked >= len(YEARS) or not published.issuperset(whole.summe_aus)


def test_counts_are_possible() -> None:
    for row in ROWS:
        indikator = catalogue()[row.indikator]
        if row.zaehler is None or row.nenner is None:
            continue
        assert row.nenner >= 0
        assert row.zaehler >= 0 or catalogue().merkmal(indikator.zaehler).negativ_moeglich, row
        assert row.zaehler <= row.nenner or indikator.art is not Anteilsart.ANTEIL, row
        assert row.zaehler == int(row.zaehler) or not catalogue().merkmal(indikator.zaehler).ganzzahlig, row


@pytest.mark.parametrize("indikator", INDIKATOREN, ids=lambda indikator: indikator.code)
def test_values_are_plausible(indikator: Indikator) -> None:
    of_city, of_stadtteil = PLAUSIBLE[indikator.code]
    rows = [row for row in ROWS if row.indikator == indikator.id and row.zaehler is not None]
    for row in rows:
        if row.gebiet == CITY:
            assert of_city[0] <= indikator.rate(row.zaehler, row.nenner) <= of_city[1], row
    for stadtteil in city().of_level("stadtteil") if of_stadtteil else ():
        own = [row for row in rows if row.gebiet == stadtteil.key]
        value = indikator.rate(sum(row.zaehler for row in own), sum(row.nenner for row in own))
        assert of_stadtteil[0] <= value <= of_stadtteil[1], (stadtteil.name, value)


def test_the_city_has_its_size() -> None:
    for jahr in YEARS:
        row = BY_KEY["unter_21", CITY, jahr]
        assert row.nenner is not None
        assert row.zaehler is not None
        assert 216_000 <= row.nenner <= 223_000
        assert 40_000 <= row.zaehler <= 42_000


@pytest.mark.parametrize("indikator", ["unter_21", "sgb2_unter_18", "hze_ohne_28", "betreuung_u3", "spielflaeche"])
def test_the_city_changes_slowly(indikator: str) -> None:
    numbers = [BY_KEY[indikator, CITY, jahr].zaehler or 0 for jahr in YEARS]
    assert all(abs(after / before - 1) < 0.08 for before, after in pairwise(numbers))


def test_burdens_follow_one_pattern_in_space() -> None:
    """Areas with more children on SGB II have more help and fewer changes to a Gymnasium, but not perfectly."""
    ranks = {name: ranking(name) for name in ("sgb2_unter_18", "hze_ohne_28", "uebergang_gymnasium")}
    assert rank_correlation(ranks["sgb2_unter_18"], ranks["hze_ohne_28"]) > 0.5
    assert rank_correlation(ranks["sgb2_unter_18"], ranks["uebergang_gymnasium"]) < -0.5


def ranking(indikator_id: str) -> list[int]:
    indikator = catalogue()[indikator_id]
    rows = [BY_KEY[indikator_id, g.key, 2024] for g in city().of_level("stadtteil")]
    values = [indikator.rate(row.zaehler or 0, row.nenner or 1) for row in rows]
    return [sorted(values).index(value) for value in values]


def rank_correlation(a: list[int], b: list[int]) -> float:
    n = len(a)
    return 1 - 6 * sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) / (n * (n**2 - 1))


def test_traps_small_counts_zeros_and_small_denominators() -> None:
    counts = [row for row in ROWS if row.zaehler is not None and row.nenner is not None]
    small = {CODE[r.indikator] for r in counts if 0 < r.zaehler < (catalogue()[r.indikator].schwelle or 0)}
    assert {"S1", "S2", "B3", "W2", "H5", "F2", "G1"} <= small
    assert {"O1", "O2", "W1", "W2", "S1"} <= {CODE[r.indikator] for r in counts if r.zaehler == 0}
    assert {"S1", "S2", "B3", "W1", "W2"} <= {CODE[r.indikator] for r in counts if r.nenner < 50}
    assert {"B4"} == {CODE[r.indikator] for r in counts if r.zaehler < 0}


def test_traps_villages_of_a_few_hundred_people() -> None:
    beidendorf = GebietKey("stadtbezirk", "12")
    assert 80 <= (BY_KEY["unter_21", beidendorf, 2024].nenner or 0) <= 130
    residents = [
        r.nenner or 0 for r in ROWS if r.indikator == "unter_21" and r.jahr == 2024 and r.gebiet.ebene == "stadtbezirk"
    ]
    assert sum(n < 700 for n in residents) >= 10


@pytest.mark.parametrize("indikator", SEU)
def test_traps_years_without_school_entry_examination(indikator: str) -> None:
    delivered = {r.jahr for r in ROWS if r.indikator == indikator and r.zaehler is not None}
    assert delivered == set(YEARS) - {2020, 2021}
    empty = [r for r in ROWS if r.indikator == indikator and r.jahr == 2020]
    assert len(empty) == 11
    assert {(r.zaehler, r.nenner) for r in empty} == {(None, None)}


def test_traps_one_missing_report_leaves_the_city_without_a_sum() -> None:
    missing = {r.gebiet for r in ROWS if r.indikator == "stammbesuchende_okja" and r.jahr == 2018 and r.zaehler is None}
    assert missing == {CITY, GebietKey("stadtteil", "09")}
    assert BY_KEY["stammbesuchende_okja", CITY, 2018].nenner is not None


def test_traps_the_series_of_the_eingliederungshilfe_breaks_in_2024() -> None:
    numbers = [BY_KEY["eingliederungshilfe_35a", CITY, jahr].zaehler or 0 for jahr in YEARS]
    growth = [after / before for before, after in pairwise(numbers)]
    assert growth[-1] > 1.25
    assert max(growth[:-1]) < 1.15
