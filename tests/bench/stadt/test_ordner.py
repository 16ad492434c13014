"""The folder of a made-up city: what the app reads of it, and figures that add up over areas and over Merkmale."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from bench.stadt.ordner import Erfunden, write_city, write_figures
from bench.stadt.vorlage import LAND, demo_totals, suitable, write_catalogue
from sro.model.indikator import Anteilsart, Katalog
from sro.reference.catalogue import catalogue
from sro.reference.city import read_city

STADT = Erfunden(60, 6, LAND)
JAHRE = (2022, 2023, 2024)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("stadt"))


@pytest.fixture(scope="module")
def katalog(folder: Path) -> Katalog:
    return write_catalogue(folder / "katalog", LAND)


def written(folder: Path) -> Path:
    made = write_city(folder / "stadt", STADT)
    katalog = write_catalogue(folder / "katalog", LAND)
    write_figures(folder / "zahlen", STADT, made, katalog, katalog.indikatoren, JAHRE)
    return folder


def counted(folder: Path, katalog: Katalog) -> dict[tuple[str, int], dict[tuple[str, str], float]]:
    """Merkmal and year → area → count."""
    found: dict[tuple[str, int], dict[tuple[str, str], float]] = defaultdict(dict)
    for path in sorted((folder / "zahlen").iterdir()):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                indikator, area = katalog[row["indikator_id"]], (row["ebene"], row["gebiet_id"])
                for merkmal, text in ((indikator.zaehler, row["zaehler"]), (indikator.nenner, row["nenner"])):
                    before = found[merkmal, int(row["zeit"])].setdefault(area, float(text))
                    assert before == float(text), "the same Merkmal has two counts"
    return found


def test_is_a_city_with_ids_as_text_and_every_area_below_another(folder: Path) -> None:
    stadt = read_city(folder / "stadt")
    assert [len(stadt.of_level(ebene.id)) for ebene in stadt.ebenen] == [1, 6, 60]
    assert stadt.of_level("gemeinde")[0].id == "01"
    assert all(len(stadt.children(kreis.key)) == 10 for kreis in stadt.of_level("kreis"))


def test_the_catalogue_has_every_indicator_at_every_level_by_single_years(katalog: Katalog) -> None:
    assert [i.id for i in katalog.indikatoren] == [i.id for i in catalogue().indikatoren]
    assert {i.alle_ebenen for i in katalog.indikatoren} == {("land", "kreis", "gemeinde")}
    assert katalog.geheimhaltung == catalogue().geheimhaltung


def test_every_level_adds_up_to_the_one_above(folder: Path, katalog: Katalog) -> None:
    for areas in counted(folder, katalog).values():
        by_level = {stufe.id: sum(n for (ebene, _), n in areas.items() if ebene == stufe.id) for stufe in LAND}
        assert by_level["land"] == pytest.approx(by_level["kreis"])
        assert by_level["land"] == pytest.approx(by_level["gemeinde"])


def test_parts_add_up_to_their_sums_also_those_of_the_year_after(folder: Path, katalog: Katalog) -> None:
    found, looked_at = counted(folder, katalog), 0
    for merkmal in katalog.merkmale:
        for teile, later in ((merkmal.summe_aus, 0), (merkmal.folgejahr_summe, 1)):
            for jahr in JAHRE:
                parts = [found.get((teil, jahr + later)) for teil in teile]
                whole = found.get((merkmal.id, jahr))
                if whole and parts and all(parts):
                    looked_at += 1
                    assert whole == {area: sum(part[area] for part in parts if part) for area in whole}
    assert looked_at >= 8


def test_shares_are_no_larger_than_their_group_and_resemble_the_city_they_are_made_after(
    folder: Path, katalog: Katalog
) -> None:
    found, totals = counted(folder, katalog), demo_totals(katalog)
    for indikator in katalog.indikatoren:
        zaehler, nenner = found[indikator.zaehler, 2024], found[indikator.nenner, 2024]
        if indikator.art is Anteilsart.ANTEIL:
            assert all(zaehler[area] <= nenner[area] for area in zaehler)
        if indikator.art is not Anteilsart.SALDO:
            top = ("land", "00")
            usual = totals[indikator.zaehler] / totals[indikator.nenner]
            assert usual * 0.6 < zaehler[top] / nenner[top] < usual * 1.6


def test_everything_says_that_it_is_synthetic(folder: Path) -> None:
    for path in (folder / "zahlen").iterdir():
        with path.open(encoding="utf-8", newline="") as file:
            assert {row["herkunft"] for row in csv.DictReader(file)} == {"synthetisch"}


def test_same_bytes_at_every_run(folder: Path, tmp_path: Path) -> None:
    again = written(tmp_path)
    files = [path for path in folder.rglob("*.*") if path.is_file()]
    assert len(files) == 10
    assert all(path.read_bytes() == (again / path.relative_to(folder)).read_bytes() for path in files)


def test_there_are_enough_indicators_to_change_between() -> None:
    chosen = suitable(catalogue())
    parts = {part for merkmal in catalogue().merkmale for part in merkmal.summe_aus}
    assert len(chosen) == 5
    assert not {indikator.zaehler for indikator in chosen} & parts
