"""Page, leaflet, workbook, slides, CSV and open data say the same about a district, and hide the same.

The demo tables (synthetisch), with one cell taken out and one made zero, taken over as a person would.
"""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from sro.auswertung.kennwert import Kennwert
from sro.auswertung.profil.profil import Profil
from sro.cli.demo import DEMO, fill
from sro.export.csv import Form
from sro.export.profil.dateien import Profilformat, Profilstoff
from sro.export.profil.tabelle import profile_csv
from sro.export.spalten import Beigabe
from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung, Status
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.herausgabe import publication
from sro.reference.places import ROOT
from sro.store.grenzen import boundaries
from sro.views.profil.blatt import html_strip_of_figures, html_theme
from sro.views.theme import LIGHT
from sro.web import data
from sro.web.profil import seite as web
from sro.web.server import middleware, routes
from tests.export import lesarten
from tests.export.lesarten import Lesung, differences
from tests.web.fragen import Ask, asker

INDIKATOREN = catalogue().indikatoren
KLEIN, MOISLING, SUED = (GebietKey("stadtteil", number) for number in ("08", "03", "05"))
PROBE = (KLEIN, MOISLING, SUED, *(GebietKey("stadtbezirk", number) for number in ("01", "10", "13", "20")))
FEHLT = ("sgb2_unter_18", SUED)  # not delivered for 2024
NULL = ("personal_okja", KLEIN)  # nobody in 2024
YEAR = "2024"
CACHES = (
    data.store,
    data._active,
    data._years,
    data.observations,
    data.of_year,
    data.of_area,
    data.beside,
    data.offer,
    data.map_data,
    data.figures,
    web._profile,
)
Reader = Callable[[Profilstoff], Lesung]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """The filled store, and the open data that are read from it."""
    folder = tmp_path_factory.mktemp("profil")
    shutil.copytree(DEMO, folder / "demo")
    for table in (folder / "demo").glob("*.csv"):
        _change(table)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SRO_VAR", str(folder / "var"))
        patch.delenv("SRO_DATABASE_URL", raising=False)
        _forget()
        result = fill(data.store(), folder / "demo")
        assert result is not None
        assert result[1] is not None, [str(befund) for befund in result[0].befunde][:5]
        yield asker(Starlette(routes=list(routes()), middleware=list(middleware())))
        data.store().close()
        _forget()


def _change(table: Path) -> None:
    """One cell is taken out; one is made zero, and the city's sum with it."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    taken = sum(float(r["zaehler"]) for r in rows if _is(r, NULL[0], NULL[1]))
    kept = [row for row in rows if not _is(row, *FEHLT)]
    for row in kept:
        if _is(row, *NULL):
            row["zaehler"] = "0"
        elif _is(row, NULL[0], city().oberste.key):
            row["zaehler"] = str(float(row["zaehler"]) - taken)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(kept)


def _is(row: dict[str, str], indikator: str, gebiet: GebietKey) -> bool:
    place = (row["indikator_id"], row["ebene"], row["gebiet_id"], row["zeit"])
    return place == (indikator, gebiet.ebene, gebiet.id, YEAR)


def _forget() -> None:
    for cache in CACHES:
        cache.cache_clear()


def stuff(gebiet: GebietKey) -> Profilstoff:
    active = data.store().active()
    assert active is not None
    blatt = web.area_profile(active.id, gebiet)
    grenzen = boundaries(gebiet.ebene)
    return Profilstoff(blatt, data.figures(active.id), grenzen.geojson, Beigabe(active, publication()))


def view(stoff: Profilstoff) -> str:
    themes = "".join(html_theme(thema, LIGHT) for thema in stoff.profil.themen)
    return html_strip_of_figures(stoff.profil, LIGHT) + themes


READERS: dict[str, Reader] = {
    "Seite": lambda stoff: lesarten.of_page(view(stoff), INDIKATOREN),
    "Kopfzahlen": lambda stoff: lesarten.of_cards(view(stoff), INDIKATOREN),
    "PDF": lambda stoff: lesarten.of_pdf(stoff.file(Profilformat.PDF), INDIKATOREN),
    "XLSX": lambda stoff: lesarten.of_xlsx(stoff.file(Profilformat.XLSX), INDIKATOREN),
    "PPTX-Tabellen": lambda stoff: lesarten.of_slide_tables(stoff.file(Profilformat.PPTX), INDIKATOREN),
    "PPTX-Folien": lambda stoff: lesarten.of_figure_slides(stoff.file(Profilformat.PPTX), INDIKATOREN),
    "CSV": lambda stoff: lesarten.of_csv(stoff.file(Profilformat.CSV), INDIKATOREN),
    "CSV für Excel": lambda stoff: lesarten.of_csv(profile_csv(stoff.profil, stoff.beigabe, Form.EXCEL), INDIKATOREN),
}
COMPLETE = set(READERS) - {"Kopfzahlen", "PPTX-Folien"}  # the others have the headline figures alone


def open_data(ask: Ask, profil: Profil) -> Lesung:
    key = profil.gebiet.key
    answer = ask(f"/api/werte.json?ebene={key.ebene}&gebiet={key.id}")
    assert answer.status_code == 200
    return lesarten.of_api(answer.json()["werte"], profil)


def page(gebiet: GebietKey) -> Lesung:
    """The running page, with its address."""
    app = AppTest.from_file(str(ROOT / "pages" / "profil.py"), default_timeout=120)
    app.query_params["ebene"], app.query_params["gebiet"] = gebiet.ebene, gebiet.id
    app.run()
    assert [error.value for error in app.exception] == []
    body = "\n".join(element.proto.body for element in app.get("html"))
    return lesarten.of_page(body, INDIKATOREN)


@pytest.mark.parametrize("gebiet", PROBE, ids=str)
def test_every_format_says_the_same(ask: Ask, gebiet: GebietKey) -> None:
    stoff = stuff(gebiet)
    lesungen = {form: read(stoff) for form, read in READERS.items()}
    lesungen |= {"Schnittstelle": open_data(ask, stoff.profil), "laufende Seite": page(gebiet)}
    assert differences(lesungen) == []
    expected = {k.indikator.id for k in stoff.profil.kennwerte}
    for form in (*COMPLETE, "Schnittstelle", "laufende Seite"):
        assert lesungen[form].keys() == expected, form
    assert lesungen["Kopfzahlen"].keys() == {k.indikator.id for k in stoff.profil.kopfzahlen}
    assert all(lesungen["Seite"][k.indikator.id]["wert"] for k in stoff.profil.kennwerte if k.wert is not None)


def test_the_sample_has_every_kind_of_cell(ask: Ask) -> None:
    """Otherwise the comparison above would say little."""
    found = [k for gebiet in PROBE for k in stuff(gebiet).profil.kennwerte]
    assert {k.beobachtung.status if k.beobachtung else Status.FEHLT for k in found} == set(Status)
    assert any(k.beobachtung and k.beobachtung.jahre > 1 and k.wert is not None for k in found)
    assert any(k.beobachtung and k.beobachtung.jahre > 1 and k.wert is None for k in found)
    by_cell = {(k.indikator.id, k.gebiet.key): k for k in found}
    assert by_cell[FEHLT].beobachtung is None
    zero = by_cell[NULL].beobachtung
    assert zero is not None
    assert zero.status is Status.NULL


def falsified(profil: Profil, kennwert: Kennwert) -> Profil:
    """The same profile with another number for one figure."""

    def wrong(k: Kennwert) -> Kennwert:
        if k is not kennwert or k.beobachtung is None:
            return k
        b, nenner = k.beobachtung, k.beobachtung.nenner or 1000.0
        zaehler = round(nenner * 0.3) + (b.zaehler == round(nenner * 0.3))
        other = Beobachtung(
            b.indikator, b.gebiet, b.jahr, Status.OK, zaehler, nenner, k.indikator.rate(zaehler, nenner), jahre=b.jahre
        )
        return replace(k, beobachtung=other)

    return replace(
        profil,
        kopfzahlen=tuple(map(wrong, profil.kopfzahlen)),
        themen=tuple(replace(t, kennwerte=tuple(map(wrong, t.kennwerte))) for t in profil.themen),
    )


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("status", [Status.OK, Status.GEHEIM])
def test_a_format_that_says_something_else_is_found(ask: Ask, form: str, status: Status) -> None:
    """Of one format a shown number is changed, or a hidden one shown."""
    gebiet = GebietKey("stadtbezirk", "10")
    stoff = stuff(gebiet)
    chosen = next(k for k in stoff.profil.kopfzahlen if k.beobachtung and k.beobachtung.status is status)
    wrong = replace(stoff, profil=falsified(stoff.profil, chosen))
    others = {"Schnittstelle": open_data(ask, stoff.profil), "Kopfzahlen": READERS["Kopfzahlen"](stoff)}
    complaints = differences(others | {form: READERS[form](wrong)})
    assert [c for c in complaints if c.startswith(f"{chosen.indikator.id} wert:")]
    assert {c.partition(" ")[0] for c in complaints} == {chosen.indikator.id}


def test_an_open_answer_that_says_something_else_is_found(ask: Ask) -> None:
    stoff = stuff(KLEIN)
    true = open_data(ask, stoff.profil)
    wrong = {i: a | {"wert": "1,0"} if i == "hze_ohne_28" else a for i, a in true.items()}
    assert differences({"Schnittstelle": wrong, "CSV": READERS["CSV"](stoff)})


def delivered_but_hidden(stoff: Profilstoff) -> dict[tuple[str, int], float]:
    """The rates of the delivered table that disclosure control took out, of this area over all years."""
    key, found = stoff.profil.gebiet.key, {}
    hidden = {
        (k.indikator.id, jahr)
        for k in stoff.profil.kennwerte
        for jahr, b in stoff.werk.of_area(k.indikator, key).items()
        if b.status is Status.GEHEIM and b.jahre == 1
    }
    for table in sorted(DEMO.glob("*.csv")):
        for row in csv.DictReader(table.open(encoding="utf-8")):
            cell = (row["indikator_id"], int(row["zeit"]))
            if (row["ebene"], row["gebiet_id"]) == (key.ebene, key.id) and cell in hidden:
                found[cell] = float(row["zaehler"]) / float(row["nenner"]) * catalogue()[cell[0]].faktor
    return found


def numbers_in(stoff: Profilstoff) -> set[float]:
    """Every number of the workbook and of the deck's charts, those of the tables behind them too."""
    books = [stoff.file(Profilformat.XLSX)]
    deck = stoff.file(Profilformat.PPTX)
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        books += [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]
    found = set()
    for book in books:
        for sheet in load_workbook(io.BytesIO(book)).worksheets:
            found |= {round(float(c), 6) for row in sheet.iter_rows(values_only=True) for c in row if _number(c)}
    for slide in Presentation(io.BytesIO(deck)).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                found |= {round(v, 6) for s in shape.chart.plots[0].series for v in s.values if v is not None}
    return found


def _number(cell: object) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


@pytest.mark.parametrize("gebiet", [KLEIN, GebietKey("stadtbezirk", "10")], ids=str)
def test_what_was_hidden_is_in_no_cell_and_no_chart(ask: Ask, gebiet: GebietKey) -> None:
    stoff = stuff(gebiet)
    hidden = {cell: rate for cell, rate in delivered_but_hidden(stoff).items() if not (rate * 2).is_integer()}
    assert len(hidden) > 3
    found = numbers_in(stoff)
    assert {cell for cell, rate in hidden.items() if round(rate, 6) in found} == set()
    shown = [k.wert for k in stoff.profil.kopfzahlen if k.wert is not None]
    assert shown
    assert all(round(wert, 6) in found for wert in shown)  # the search finds what is there
