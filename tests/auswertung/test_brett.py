"""The board: what is overdue, in which order it stands, what passes a filter, what a dialogue looks back on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.akten.einsicht import for_role
from sro.auswertung.brett.brett import Brettfilter, Karte, board, order, rueckblick, units
from sro.auswertung.brett.damals_heute import Seither
from sro.auswertung.brett.termin import deadline
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.akteur import Rolle
from sro.model.impuls import Umsetzung
from sro.model.vereinbarung import Vereinbarung
from tests.auswertung.brettakten import A1, EINES, HEUTE, VEREINBARUNGEN, A, B, records
from tests.auswertung.werke import KLEINSTADT, werk
from tests.beispiele import DICHTE, seen

DAY = dt.timedelta(days=1)
DAYS = st.one_of(st.none(), st.dates(HEUTE - 400 * DAY, HEUTE + 400 * DAY))
AGREEMENTS = st.builds(Vereinbarung, frist=DAYS, wiedervorlage=DAYS, umsetzung=st.sampled_from(Umsetzung))


def ids(karten: tuple[Karte, ...]) -> list[str]:
    return [one.akte.id for one in karten]


@pytest.mark.parametrize(
    ("umsetzung", "frist", "wiedervorlage", "ueberfaellig", "seit"),
    [
        (Umsetzung.VEREINBART, -1, None, True, -1),
        (Umsetzung.VEREINBART, 0, 0, False, None),  # due today is not past
        (Umsetzung.IN_ARBEIT, 30, -5, True, -5),
        (Umsetzung.IN_ARBEIT, -30, -5, True, -30),
        (Umsetzung.IN_ARBEIT, -30, 5, True, -30),  # a later Wiedervorlage does not undo a missed term
        (Umsetzung.UMGESETZT, -30, -5, False, None),
        (Umsetzung.VERWORFEN, -30, -5, False, None),
        (Umsetzung.ZURUECKGESTELLT, -30, 5, False, None),  # its term rests
        (Umsetzung.ZURUECKGESTELLT, -30, -5, True, -5),
        (Umsetzung.ZURUECKGESTELLT, -30, None, True, -30),  # else nobody would ever look at it again
        (Umsetzung.VORGESCHLAGEN, None, None, False, None),
    ],
)
def test_overdue(
    umsetzung: Umsetzung, frist: int | None, wiedervorlage: int | None, ueberfaellig: bool, seit: int | None
) -> None:
    first, again = (None if n is None else HEUTE + n * DAY for n in (frist, wiedervorlage))
    found = deadline(Vereinbarung(umsetzung=umsetzung, frist=first, wiedervorlage=again), HEUTE)
    assert found.ueberfaellig is ueberfaellig
    assert found.seit == (None if seit is None else HEUTE + seit * DAY)


def test_columns_hold_every_agreement_once_overdue_first() -> None:
    found = board(records(), KLEINSTADT, Brettfilter(), HEUTE)
    assert [one.umsetzung for one in found.spalten] == list(Umsetzung)
    assert {str(one.umsetzung): ids(one.karten) for one in found.spalten if one.karten} == {
        "vereinbart": ["VB-3", "VB-1", "VB-4"],  # past since June, past since September, due today
        "in Arbeit": ["VB-5"],
        "umgesetzt": ["VB-2"],
        "zurückgestellt": ["VB-6"],
    }
    assert ids(found.karten) == ["VB-3", "VB-1", "VB-4", "VB-6", "VB-5", "VB-2"]
    assert (found.alle, found.ueberfaellig, found.offen, found.anzahl(Umsetzung.VEREINBART)) == (6, 2, 5, 3)


def test_what_was_taken_back_is_on_no_board() -> None:
    written, emptied = Vereinbarung(dialog="QD-1", text="Gilt."), Vereinbarung(dialog="QD-1", text=" ")
    found = board(records({"VB-1": written, "VB-2": emptied}), KLEINSTADT, Brettfilter(), HEUTE)
    assert (ids(found.karten), found.alle) == (["VB-1"], 1)


@given(st.lists(AGREEMENTS, max_size=12))
def test_nothing_is_lost_and_no_overdue_one_stands_behind_another(made: list[Vereinbarung]) -> None:
    bestand = records({f"VB-{n}": replace(one, dialog="QD-1") for n, one in enumerate(made, 1)})
    found = board(bestand, KLEINSTADT, Brettfilter(), HEUTE)
    assert sorted(ids(found.karten)) == sorted(f"VB-{n}" for n, one in enumerate(made, 1) if not one.leer)
    for cards in (found.karten, *(one.karten for one in found.spalten)):
        late = [one.termin.ueberfaellig for one in cards]
        assert late == sorted(late, reverse=True)
        assert [order(one) for one in cards] == sorted(order(one) for one in cards)
    past = {n for n, one in enumerate(made) if deadline(one, HEUTE).ueberfaellig}
    tomorrow = {n for n, one in enumerate(made) if deadline(one, HEUTE + DAY).ueberfaellig}
    assert past <= tomorrow


@pytest.mark.parametrize(
    ("wahl", "expected"),
    [
        (Brettfilter(dialog="QD-1"), ["VB-3", "VB-1", "VB-2"]),
        (Brettfilter(dialog="QD-3"), ["VB-3", "VB-1"]),  # those that it looks back on
        (Brettfilter(dialog="QD-4"), ["VB-5"]),
        (Brettfilter(raum=A), ["VB-3", "VB-1", "VB-2"]),  # a dialogue about a part of the district
        (Brettfilter(raum=A1), ["VB-3", "VB-1", "VB-2"]),
        (Brettfilter(raum=B), ["VB-4", "VB-6"]),
        (Brettfilter(stelle="Jugendarbeit Süd", raum=A), ["VB-3", "VB-1"]),  # however it was typed
        (Brettfilter(stelle="ASD"), ["VB-2"]),
        (Brettfilter(stelle="Gibt es nicht"), []),
        (Brettfilter(leitlinie="L4"), ["VB-4"]),
    ],
)
def test_filters(wahl: Brettfilter, expected: list[str]) -> None:
    found = board(records(), KLEINSTADT, wahl, HEUTE)
    assert ids(found.karten) == expected
    assert found.alle == len(VEREINBARUNGEN)


def test_units_are_named_once_as_they_were_typed_first() -> None:
    assert list(units(records().von(Vereinbarung)).values()) == ["ASD", "Jugendarbeit Süd"]


def numbered(number: int, cases: int) -> Zahlenwerk:
    found = werk([seen(DICHTE, A1, 2018 + number, cases)])
    return replace(found, datenstand=replace(found.datenstand, id=number))


WERKE = {1: numbered(1, 20), 2: numbered(2, 60), 3: numbered(3, 21)}


def test_a_look_back_compares_with_the_datenstand_of_the_looking_dialogue() -> None:
    bestand = records()
    rows = rueckblick(bestand.von(type(bestand.akte("QD-3").inhalt))[2], bestand, WERKE.get, HEUTE)
    assert ids(rows) == ["VB-3", "VB-1"]  # in the dialogue's order; what is not there is left out
    (one,) = rows[0].vergleiche
    assert (one.damals.datenstand.id, one.heute.datenstand.id, one.seither) == (1, 2, Seither.GESTIEGEN)


def test_the_board_compares_with_the_active_datenstand() -> None:
    found = board(records(), KLEINSTADT, Brettfilter(dialog="QD-1"), HEUTE, WERKE.get, WERKE[3])
    (one,) = found.karten[0].vergleiche
    assert (one.damals.datenstand.id, one.heute.datenstand.id) == (1, 3)
    assert one.seither is Seither.KEIN_BELEGTER_UNTERSCHIED


def test_a_datenstand_that_is_not_there_leaves_the_figures_out() -> None:
    found = board(records(), KLEINSTADT, Brettfilter(), HEUTE, lambda number: None, WERKE[3])
    assert len(found.karten) == len(VEREINBARUNGEN)
    assert {one.vergleiche for one in found.karten} == {()}


def test_the_public_sees_neither_the_agreements_nor_the_dialogue_of_the_professionals() -> None:
    public = for_role(records(), Rolle.OEFFENTLICH)
    assert board(public, KLEINSTADT, Brettfilter(), HEUTE, WERKE.get, WERKE[3]).alle == 0


def test_an_agreement_without_its_dialogue_has_no_district() -> None:
    bestand = records({"VB-1": replace(EINES, dialog="QD-77")})
    (one,) = board(bestand, KLEINSTADT, Brettfilter(), HEUTE, WERKE.get, WERKE[3]).karten
    assert (one.dialog, one.raum, one.vergleiche) == (None, None, ())
    assert board(bestand, KLEINSTADT, Brettfilter(raum=A), HEUTE).karten == ()
