"""The sheet of a dialogue: its own figures, what it names and may be read, and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import cast

import pytest

from sro.akten.bestand import Bestand
from sro.auswertung.dialog.blatt import Dialogblatt, area_of, dialogblatt
from sro.auswertung.dialog.entwurf import BEGINN, draft
from sro.auswertung.dialog.fragen import Frageart
from sro.auswertung.dialog.liste import listed, rooms
from sro.auswertung.dialog.stimmen import earlier, first_statements, needs, statements, to_review
from sro.auswertung.dialog.vorschlag import candidates
from sro.model.akte import Akte
from sro.model.dialog import Dialog, Dialogrolle, Dialogstand
from sro.model.gebiet import GebietKey
from sro.model.quartier import Quartier
from tests.auswertung.dialogakten import FERN, HEUTE, bestand
from tests.auswertung.werke import A1, GANZ, KLEINSTADT, A, B, C, werk
from tests.beispiele import ANTEIL, DICHTE, years

WERK = werk(
    years(ANTEIL, A, [300.0] * 10),
    years(ANTEIL, B, [300.0] * 10),
    years(ANTEIL, C, [300.0] * 10),
    years(ANTEIL, GANZ, [900.0] * 10, 3000),
)
ALLE = bestand()


def record(name: str, alle: Bestand = ALLE) -> Akte[Dialog]:
    return cast("Akte[Dialog]", alle.akte(name))


def sheet(alle: Bestand = ALLE) -> Dialogblatt:
    return dialogblatt(record("QD-4", alle), alle, WERK)


def ids(akten: tuple[Akte[Dialog], ...] | tuple) -> list[str]:
    return [akte.id for akte in akten]


def test_it_shows_what_the_dialogue_names_in_its_order_and_nothing_that_is_not_there() -> None:
    blatt = sheet()
    assert [one.indikator.id for one in blatt.kennwerte] == [ANTEIL.id]
    assert (ids(blatt.aussagen), ids(blatt.bedarfe)) == (["AU-4", "AU-1"], ["BE-1", "BE-2"])
    assert (ids(blatt.rueckblick), ids(blatt.notizen), ids(blatt.vereinbarungen)) == (["VB-3", "VB-1"], ["NO-1"], [])
    assert ids(dialogblatt(record("QD-2"), ALLE, WERK).vereinbarungen) == ["VB-3", "VB-4"]
    assert blatt.synthetisch  # no record is, but the figures are


def test_an_indicator_without_a_figure_is_named_not_dropped() -> None:
    both = bestand(QD_4=replace(record("QD-4").inhalt, indikatoren=(DICHTE.id, ANTEIL.id)))
    assert [one.id for one in sheet(both).ohne_zahl] == [DICHTE.id]
    assert [one.id for one in sheet().ohne_zahl] == []


def test_it_takes_no_other_datenstand_than_the_frozen_one() -> None:
    other = replace(WERK, datenstand=replace(WERK.datenstand, id=8))
    with pytest.raises(ValueError, match="QD-4 gehört zu Datenstand 7"):
        dialogblatt(record("QD-4"), ALLE, other)


def test_a_question_stands_where_several_groups_name_what_the_figure_does_not_show() -> None:
    asked = sheet().fragen
    assert [(one.art, one.bedarf.akte.id if one.bedarf else "") for one in asked] == [
        (Frageart.STIMMEN_OHNE_BEFUND, "BE-1")
    ]
    elsewhere = bestand(QD_4=replace(record("QD-4").inhalt, bedarfe=("BE-2",)))
    assert sheet(elsewhere).fragen == ()


def test_a_room_has_the_figures_of_an_area() -> None:
    stadt = replace(KLEINSTADT, quartiere=(Quartier("insel", "Insel", (A1, B), dt.date(2024, 1, 1)),))
    assert area_of(GebietKey("quartier", "insel"), stadt).key == A1
    assert [area_of(raum, stadt).key for raum in (A, A1, None, FERN, GebietKey("quartier", "weg"))] == [
        A,
        A1,
        GANZ,
        GANZ,
        GANZ,
    ]


def test_statements_of_the_area_come_with_most_points_first_and_none_under_review() -> None:
    found = statements(ALLE, KLEINSTADT, A)
    assert ids(found) == ["AU-2", "AU-1", "AU-4", "AU-3"]
    assert ids(first_statements(found)) == ["AU-4", "AU-2", "AU-1"]
    assert ids(statements(ALLE, KLEINSTADT, C)) == []


def test_bedarfe_of_the_area_and_of_those_around_it() -> None:
    assert ids(needs(ALLE, KLEINSTADT, A)) == ["BE-1"]
    assert ids(needs(ALLE, KLEINSTADT, GANZ)) == ["BE-1", "BE-2"]
    assert ids(needs(ALLE, KLEINSTADT, C)) == []


def test_the_rueckblick_has_all_of_last_time_and_what_is_open_from_before() -> None:
    dialog = record("QD-4").inhalt
    assert ids(earlier(ALLE, dialog, "QD-4")) == ["QD-2", "QD-1"]
    assert ids(to_review(ALLE, dialog, "QD-4")) == ["VB-3", "VB-4", "VB-1"]
    assert ids(to_review(ALLE, replace(dialog, thema="Kita"))) == []
    assert ids(to_review(ALLE, replace(dialog, datum=dt.date(2025, 11, 1)))) == ["VB-1", "VB-2"]


def test_the_list_begins_with_the_next_dialogue_and_counts_what_was_agreed() -> None:
    found = listed(ALLE, HEUTE)
    assert [one.akte.id for one in found] == ["QD-4", "QD-2", "QD-3", "QD-1"]
    assert [(one.vereinbart, one.offen, one.ueberfaellig) for one in found] == [
        (0, 0, 0),
        (2, 1, 0),
        (1, 1, 0),
        (2, 1, 1),
    ]
    assert [one.akte.id for one in listed(ALLE, HEUTE, B)] == ["QD-3"]
    assert rooms(ALLE) == (A, B)


def test_one_that_was_not_held_though_its_day_has_passed_is_still_to_come() -> None:
    late = Dialog(titel="Vergessen", raum=A, datum=dt.date(2026, 1, 1), datenstand=7, stand=Dialogstand.VORBEREITET)
    assert [one.akte.id for one in listed(bestand(QD_5=late), HEUTE)][:2] == ["QD-5", "QD-4"]


def test_a_new_dialogue_begins_with_all_that_is_proposed_and_the_frozen_datenstand() -> None:
    found = candidates(WERK, A)
    rollen = (Dialogrolle.ASD,)
    new = draft(ALLE, WERK, found, raum=A, thema="", datum=dt.date(2027, 3, 1), rollen=rollen)
    assert (new.titel, new.datenstand, new.beginn, new.rollen) == (
        "Qualitätsentwicklungsdialog Altdorf 2027",
        7,
        BEGINN,
        rollen,
    )
    assert (new.aussagen, new.bedarfe) == (("AU-4", "AU-2", "AU-1"), ("BE-1",))
    assert new.rueckblick == ("VB-3", "VB-4", "VB-1")  # in QD-4 nothing was agreed yet
    assert (new.minuten_rueckblick, new.synthetisch) == (15, True)
    assert new.indikatoren == tuple(one.indikator.id for one in found)
    first = draft(ALLE, WERK, (), raum=C, thema="", datum=dt.date(2027, 3, 1), rollen=())
    assert (first.rueckblick, first.minuten_rueckblick, first.indikatoren) == ((), 0, ())
