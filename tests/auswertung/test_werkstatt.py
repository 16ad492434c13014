"""Places, counts, matrices and shares of points of the Werkstätten."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.akten.bestand import Bestand
from sro.akten.einsicht import for_role
from sro.akten.vergroebern import STEP_LAT, STEP_LON, coarse
from sro.auswertung.werkstatt.blatt import blaetter, blatt
from sro.auswertung.werkstatt.filter import Aussagenfilter, aussagen, districts_of
from sro.auswertung.werkstatt.kreuz import asked_districts, interfaces_by_district, kreuz, themes_by_workshop
from sro.auswertung.werkstatt.orte import place_of, verortung
from sro.auswertung.werkstatt.punkte import Punktelage, punktebild
from sro.model.akte import Akte
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage, Bearbeitung, Valenz
from sro.model.gebiet import GebietKey
from sro.model.stimme import Altersgruppe
from sro.model.werkstatt import Werkstatt
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from tests.akten.beispielakten import KUECKNITZ, MARLI, SCHLUTUP, WHEN, beispielakten

THEMEN = [one.id for one in stimmenworte().themen]
OFFICES = [one.id for one in stimmenworte().schnittstellen]
ANY = st.builds(
    Aussage,
    werkstatt=st.sampled_from([MARLI, SCHLUTUP]),
    valenz=st.sampled_from(Valenz),
    altersgruppe=st.sampled_from(Altersgruppe),
    lon=st.none() | st.floats(10.5, 10.9),
    lat=st.none() | st.floats(53.7, 54.0),
    raum=st.sampled_from([None, GebietKey("stadtteil", "01"), GebietKey("quartier", "broling-quartier")]),
    themen=st.lists(st.sampled_from(THEMEN[:4]), unique=True, max_size=3).map(tuple),
    schnittstellen=st.lists(st.sampled_from(OFFICES[:3]), unique=True, max_size=2).map(tuple),
    punkte=st.none() | st.integers(0, 30),
)
MANY = st.lists(ANY, max_size=12).map(
    lambda found: tuple(Akte(f"AU-{n + 1}", 1, one, WHEN, "Probe") for n, one in enumerate(found))
)


def ids(akten: object) -> list[str]:
    return [akte.id for akte in akten]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("wahl", "expected"),
    [
        (Aussagenfilter(), ["AU-1", "AU-2", "AU-3", "AU-4", "AU-5", "AU-6"]),
        (Aussagenfilter(werkstatt=SCHLUTUP), ["AU-5", "AU-6"]),
        (Aussagenfilter(thema="sauberkeit"), ["AU-2", "AU-5"]),
        (Aussagenfilter(thema="sauberkeit", alter=Altersgruppe.VON_6_BIS_9), ["AU-2"]),
        (Aussagenfilter(valenz=Valenz.STAERKE), ["AU-3"]),
        (Aussagenfilter(schnittstelle="entsorgung", werkstatt=MARLI), ["AU-2"]),
        (Aussagenfilter(raum=GebietKey("stadtteil", "07")), ["AU-1", "AU-2", "AU-3", "AU-4"]),  # Marli lies in it
        (Aussagenfilter(raum=GebietKey("stadtteil", "08")), ["AU-5", "AU-6"]),
        (Aussagenfilter(raum=GebietKey("stadt", "00")), ["AU-1", "AU-2", "AU-3", "AU-4", "AU-5", "AU-6"]),
        (Aussagenfilter(raum=GebietKey("stadtbezirk", "08")), []),
        (Aussagenfilter(alter=Altersgruppe.GEMISCHT), []),
    ],
)
def test_the_filter_takes_what_it_names(wahl: Aussagenfilter, expected: list[str]) -> None:
    assert ids(aussagen(beispielakten(), city(), wahl)) == expected


def test_a_statement_without_any_area_lies_nowhere() -> None:
    lost = Aussage(werkstatt="WS-99")
    assert districts_of(lost, beispielakten(), city()) == ()


def test_statements_of_one_cell_stand_at_one_point() -> None:
    lage = verortung(beispielakten().von(Aussage))
    assert [ids(ort.aussagen) for ort in lage.orte] == [["AU-5", "AU-6"], ["AU-1", "AU-2"], ["AU-3"]]
    assert ids(lage.ohne) == ["AU-4"]
    assert lage.verortet == 5
    assert lage.orte[1].zahlen == {Valenz.STAERKE: 0, Valenz.PROBLEM: 1, Valenz.WUNSCH: 1}


@given(MANY)
def test_every_statement_is_at_one_place_or_without_one(akten: tuple[Akte[Aussage], ...]) -> None:
    lage = verortung(akten)
    found = [akte.id for ort in lage.orte for akte in ort.aussagen] + ids(lage.ohne)
    assert sorted(found) == sorted(ids(akten))
    assert len({ort.id for ort in lage.orte}) == len(lage.orte)
    for ort in lage.orte:
        assert coarse(ort.lon, ort.lat) == (ort.lon, ort.lat)
        for akte in ort.aussagen:
            assert place_of(akte.inhalt) == ort.id
            assert abs((akte.inhalt.lon or 0) - ort.lon) <= STEP_LON / 2 + 1e-5
            assert abs((akte.inhalt.lat or 0) - ort.lat) <= STEP_LAT / 2 + 1e-5


@pytest.mark.parametrize(
    ("lon", "lat"),
    [(None, 53.9), (10.7, None), (float("nan"), 53.9), (10.7, float("inf")), (999.0, 53.9), (10.7, 90.0)],
)
def test_what_no_map_can_show_has_no_place(lon: float | None, lat: float | None) -> None:
    assert place_of(Aussage(werkstatt=MARLI, lon=lon, lat=lat)) is None


def test_the_sheet_counts_its_own_statements_and_no_others() -> None:
    sheets = {sheet.akte.id: sheet for sheet in blaetter(beispielakten(), beispielakten().von(Aussage))}
    assert list(sheets) == [SCHLUTUP, MARLI, KUECKNITZ]  # newest first
    marli = sheets[MARLI]
    assert marli.arten == {Valenz.STAERKE: 1, Valenz.PROBLEM: 1, Valenz.WUNSCH: 2}
    assert (marli.staende[Bearbeitung.IN_PRUEFUNG], marli.staende[Bearbeitung.NEU], marli.aussagen) == (3, 1, 4)
    assert sheets[KUECKNITZ].aussagen == 0


def test_a_total_of_participants_needs_every_age_group() -> None:
    akte = beispielakten().von(Werkstatt)[0]
    assert blatt(akte, ()).teilnehmende[Altersgruppe.VON_18_BIS_20] is None
    assert blatt(akte, ()).alle_teilnehmenden is None
    full = Akte("WS-9", 1, replace(akte.inhalt, teilnehmende_18_20=0), WHEN, "Probe")
    assert blatt(full, ()).alle_teilnehmenden == 35


def test_the_public_sees_no_small_group_and_no_total() -> None:
    public = for_role(beispielakten(), Rolle.OEFFENTLICH)
    sheet = next(sheet for sheet in blaetter(public, public.von(Aussage)) if sheet.akte.id == MARLI)
    assert sheet.teilnehmende[Altersgruppe.VON_14_BIS_17] is None  # three
    assert sheet.alle_teilnehmenden is None
    assert sum(sheet.staende.values()) == 4
    assert ids(public.von(Aussage)) == ["AU-1", "AU-2", "AU-3", "AU-4", "AU-5"]


def test_themes_by_workshop() -> None:
    found = themes_by_workshop(beispielakten().von(Aussage), beispielakten(), THEMEN)
    assert found.spalten == (SCHLUTUP, MARLI, KUECKNITZ)
    assert set(found.zeilen) == {"spielen", "treffpunkte", "sport", "kultur", "wege", "sauberkeit", "gruen"}
    assert (found.zahl("sauberkeit", MARLI), found.zahl("sauberkeit", SCHLUTUP)) == (1, 1)
    assert found.zahl("spielen", SCHLUTUP) == found.zahl("spielen", KUECKNITZ) == 0
    assert (found.je_zeile["sauberkeit"], found.je_spalte[MARLI], found.gesamt, found.ohne) == (2, 4, 6, 0)


def test_interfaces_by_district_leave_out_where_nobody_was_asked() -> None:
    found = interfaces_by_district(beispielakten().von(Aussage), beispielakten(), city(), OFFICES)
    assert found.spalten == ("07", "08", "09")  # St. Gertrud, Schlutup, and Kücknitz, where nobody said a thing
    assert found.zahl("entsorgung", "07") == found.zahl("entsorgung", "08") == 1
    assert found.je_spalte.get("09", 0) == 0
    assert (found.gesamt, found.ohne) == (4, 2)
    assert asked_districts(Bestand(0, ()), city()) == set()


@given(MANY)
def test_totals_count_a_statement_once(akten: tuple[Akte[Aussage], ...]) -> None:
    found = kreuz(akten, THEMEN, [MARLI, SCHLUTUP], lambda one: one.themen, lambda one: (one.werkstatt,))
    assert found.gesamt == sum(bool(akte.inhalt.themen) for akte in akten)
    assert found.gesamt + found.ohne == len(akten)
    assert found.gesamt == sum(found.je_spalte.values())  # each is in exactly one Werkstatt
    for row in found.zeilen:
        assert found.je_zeile.get(row, 0) == sum(found.zahl(row, column) for column in found.spalten) <= found.gesamt
    assert found.groesste <= found.gesamt


@given(MANY, st.none() | st.integers(0, 400))
def test_no_share_exceeds_the_whole(akten: tuple[Akte[Aussage], ...], gesamt: int | None) -> None:
    akte = Akte(MARLI, 1, Werkstatt(titel="Marli", punkte_gesamt=gesamt), WHEN, "Probe")
    bild = punktebild(akte, akten, akten, THEMEN)
    own = [one.inhalt for one in akten if one.inhalt.werkstatt == MARLI]
    given_points = sum(one.punkte or 0 for one in own)
    for one in bild.anteile:
        assert 0 < one.anteil <= 1
        assert one.punkte == sum(a.punkte or 0 for a in own if one.thema in a.themen)
    assert [one.punkte for one in bild.anteile] == sorted((one.punkte for one in bild.anteile), reverse=True)
    assert (bild.lage is Punktelage.WIDERSPRUCH) == (gesamt is not None and given_points > gesamt)
    if bild.lage is not Punktelage.ANTEILE:
        assert bild.anteile == ()


def test_shares_hold_within_one_workshop() -> None:
    akten = beispielakten().von(Aussage)
    marli, schlutup, kuecknitz = beispielakten().von(Werkstatt)
    bild = punktebild(marli, akten, akten, THEMEN)
    shares = {one.thema: (one.punkte, one.anteil) for one in bild.anteile}
    assert shares == {
        "spielen": (12, 0.3), "sport": (12, 0.3), "sauberkeit": (8, 0.2), "treffpunkte": (5, 0.125),
    }  # fmt: skip
    assert bild.ungezaehlt == 1
    assert punktebild(schlutup, akten, akten, THEMEN).lage is Punktelage.UNBEKANNT
    assert punktebild(kuecknitz, akten, akten, THEMEN).lage is Punktelage.KEINE


def test_a_filter_changes_the_share_but_not_the_whole() -> None:
    akten = beispielakten().von(Aussage)
    marli = beispielakten().von(Werkstatt)[0]
    young = [akte for akte in akten if akte.inhalt.altersgruppe is Altersgruppe.VON_6_BIS_9]
    assert [(one.thema, one.anteil) for one in punktebild(marli, akten, young, THEMEN).anteile] == [("sauberkeit", 0.2)]


def test_points_that_nobody_added_up_give_no_share() -> None:
    akten = beispielakten().von(Aussage)
    marli = beispielakten().von(Werkstatt)[0]
    open_sum = Akte(MARLI, 1, replace(marli.inhalt, punkte_gesamt=None), dt.datetime(2026, 1, 1), "Probe")
    assert punktebild(open_sum, akten, akten, THEMEN).lage is Punktelage.UNGEZAEHLT
