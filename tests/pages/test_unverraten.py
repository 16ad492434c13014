"""Two deliveries that differ in hidden counts alone, such that the same is published: nobody may tell them apart.

Whatever an outsider can read is compared as it is: smoothed values, funnels, classes, orders, sentences and sums are
made of published values, or this fails. In one delivery both hidden areas are too small, in the other one of them only
protects the other. How many are too small must not be told: where the sum is known, it tells the counts.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from sro.cli import main
from sro.export.mappe import profil as profilmappe
from sro.export.spalten import Beigabe
from sro.model.gebiet import GebietKey
from sro.reference.herausgabe import publication
from sro.reference.places import ROOT
from sro.web import data, dokumente
from sro.web.analyse.auswahl import Blick
from sro.web.antwort import Frage
from sro.web.auswahl import Skala
from sro.web.methodik.lesestelle import Abschnitt
from sro.web.profil.seite import area_profile
from tests.pages.conftest import Page, _used

INDIKATOR, DANEBEN, JAHR = "sgb2_unter_18", "alleinerziehende", 2024  # of the first, below 10 is too small
KLEINE = ("07", "10")
SEITEN: tuple[tuple[str, dict[str, str]], ...] = (
    *(("karte", {"skala": skala}) for skala in Skala),
    *(("karte", {"gebiet": gebiet}) for gebiet in KLEINE),
    *(("zeitreihe", {"gebiete": gebiet}) for gebiet in ("01", *KLEINE)),
    ("zeitreihe", {"ansicht": "vielfache"}),
    *(("analyse", {"blick": blick, "spalten": "wert,unterschied,auffaellig,trend,status"}) for blick in Blick),
    *(("analyse", {"sortierung": nach, "absteigend": "ja"}) for nach in ("wert", "abstand", "zaehler", "nenner")),
    *(("profil", {"gebiet": gebiet}) for gebiet in ("01", *KLEINE)),
    ("methodik", {"abschnitt": Abschnitt.DATENSTAENDE}),
    ("ueberblick", {}),
)
DATEIEN = (
    ("werte.json", {}),
    ("werte.csv", {}),
    ("indikatoren.json", {}),
    ("gebiete.geojson", {"ebene": "stadtteil", "indikator": INDIKATOR}),
)
TIME_OF_DAY = re.compile(r"T\d\d:\d\d:\d\d[^\"]*")  # of the release
GEZEICHNET = ("html", "markdown", "vega_lite_chart", "arrow_vega_lite_chart", "alert", "caption")


def lieferung(ordner: Path, verborgen: tuple[int, int]) -> Path:
    """Three years of the demo's Stadtteile (synthetisch); in the last, two have these counts and the city their sum."""
    rows = [row for row in csv.DictReader((ROOT / "data/demo/soziale_lage.csv").open(encoding="utf-8")) if _wanted(row)]
    newest = [row for row in rows if row["indikator_id"] == INDIKATOR and int(row["zeit"]) == JAHR]
    last = {row["gebiet_id"]: row for row in newest if row["ebene"] == "stadtteil"}
    for gebiet, anzahl in zip(KLEINE, verborgen, strict=True):
        last[gebiet]["zaehler"] = str(anzahl)
    whole = next(row for row in newest if row["ebene"] == "stadt")
    whole["zaehler"] = str(sum(int(row["zaehler"]) for row in last.values()))
    file = ordner / "soziale_lage.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return file


def _wanted(row: dict[str, str]) -> bool:
    named = row["indikator_id"] in (INDIKATOR, DANEBEN)
    return named and row["ebene"] != "stadtbezirk" and int(row["zeit"]) > JAHR - 3


@pytest.fixture
def gelesen(tmp_path: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> Callable[[int, int], dict[str, str]]:
    """All that can be read of a Datenstand with these two counts, by where it stands."""

    def alles(*verborgen: int) -> dict[str, str]:
        ordner = tmp_path / "-".join(map(str, verborgen))
        ordner.mkdir()
        for _ in _used(ordner / "var", monkeypatch):
            sprung = "sprung_zum_vorjahr=Die geheimen Zahlen sind so gemacht."
            assert main(["import", str(lieferung(ordner, verborgen)), "--titel", "X", "--bestaetigen", sprung]) == 0
            return dict(_everything(page))
        raise AssertionError

    return alles


def _everything(page: Page) -> Iterator[tuple[str, str]]:
    asked = {"ebene": "stadtteil", "indikator": INDIKATOR, "jahr": str(JAHR)}
    for name, params in SEITEN:
        app = page(name, asked | params)
        assert [error.value for error in app.exception] == []
        drawn = [str(element.proto) for kind in GEZEICHNET for element in app.get(kind)]
        assert drawn, name
        yield f"{name} {params}", "\n".join(drawn)
    for name, params in DATEIEN:
        answer = dokumente.DOKUMENTE[name](Frage(tuple(params.items()), "http://localhost/"))
        yield name, TIME_OF_DAY.sub("", b"".join(answer.teile()).decode())
    for gebiet in KLEINE:
        yield f"xlsx {gebiet}", _workbook(GebietKey("stadtteil", gebiet))


def _workbook(gebiet: GebietKey) -> str:
    """Every part of the file but the one with the time of day."""
    active = data.datenstand()
    assert active
    book = profilmappe.xlsx(area_profile(active.id, gebiet), data.figures(active.id), Beigabe(active, publication()))
    with ZipFile(io.BytesIO(book)) as parts:
        return "\n".join(parts.read(n).decode() for n in parts.namelist() if n != "docProps/core.xml")


def test_what_is_published_of_hidden_counts_is_the_same_whatever_they_are(
    gelesen: Callable[[int, int], dict[str, str]],
) -> None:
    beide_klein, eine_klein = gelesen(9, 9), gelesen(5, 13)
    assert '"status":"geheim"' in beide_klein["werte.json"]
    assert {wo for wo, text in beide_klein.items() if text != eine_klein[wo]} == set()


def test_what_is_published_does_tell_another_sum(gelesen: Callable[[int, int], dict[str, str]]) -> None:
    """The comparison sees what changes: the city's own figure."""
    eine, andere = gelesen(9, 9), gelesen(9, 8)
    anders = {wo.partition(" ")[0] for wo, text in eine.items() if text != andere[wo]}
    assert anders >= {"karte", "zeitreihe", "analyse", "profil", "werte.json", "werte.csv", "xlsx"}
