"""The register per office: the urgent first, and shares of what was handed over."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from sro.auswertung.werkstatt.register import balance, registers
from sro.auswertung.werkstatt.rueckmeldung import Antwortstand
from sro.model.aussage import Aussage
from tests.auswertung.rueckmeldeakten import BEANTWORTET, HEUTE, INHALTE, UEBERFAELLIG, WERKSTATT, WUNSCH, bestand

OFFICES = ("verkehr", "sport", "stadtgruen", "kita")


def test_overdue_offices_come_first_and_those_without_anything_not_at_all() -> None:
    akten = bestand(*INHALTE)
    found = registers(akten, OFFICES, akten.von(Aussage), HEUTE)
    assert [one.schnittstelle for one in found] == ["sport", "verkehr", "stadtgruen"]
    sport, verkehr, stadtgruen = found
    assert [(v.akte.id, v.stand) for v in sport.vorgaenge] == [
        ("UE-1", Antwortstand.UEBERFAELLIG),
        ("UE-3", Antwortstand.OFFEN),
    ]
    assert [akte.id for akte in sport.vorgaenge[0].aussagen] == ["AU-1", "AU-5"]
    assert [akte.id for akte in sport.nicht_uebergeben] == ["AU-4"]
    assert [v.stand for v in verkehr.vorgaenge] == [Antwortstand.BEANTWORTET]
    assert verkehr.nicht_uebergeben == ()
    assert [akte.id for akte in stadtgruen.nicht_uebergeben] == ["AU-4"]


def test_handed_over_to_one_office_is_not_handed_over_to_the_other() -> None:
    both = replace(WUNSCH, schnittstellen=("sport", "verkehr"))
    akten = bestand(WERKSTATT, both, replace(UEBERFAELLIG, aussagen=("AU-1",)))
    by = {one.schnittstelle: one for one in registers(akten, OFFICES, akten.von(Aussage), HEUTE)}
    assert by["sport"].nicht_uebergeben == ()
    assert [akte.id for akte in by["verkehr"].nicht_uebergeben] == ["AU-1"]


def test_the_balance_has_shares_of_what_was_handed_over() -> None:
    akten = bestand(*INHALTE)
    found = balance(registers(akten, OFFICES, akten.von(Aussage), HEUTE))
    assert (found.uebergeben, found.beantwortet, found.ueberfaellig, found.aussagen) == (3, 1, 1, 4)
    assert found.anteil(found.beantwortet) == 100 / 3


def test_there_is_no_share_of_nothing() -> None:
    assert balance(()).anteil(0) is None


def test_only_the_statements_that_are_looked_at_count() -> None:
    akten = bestand(*INHALTE)
    (sport,) = registers(akten, ["sport"], akten.von(Aussage)[1:2], HEUTE)
    assert [v.akte.id for v in sport.vorgaenge] == ["UE-3"]
    assert balance([sport]).ueberfaellig == 0


@given(
    deadlines=some.lists(some.none() | some.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), max_size=6),
    answered=some.integers(0, 3),
)
def test_states_add_up_and_urgent_ones_come_first(deadlines: list[dt.date | None], answered: int) -> None:
    handed = [replace(UEBERFAELLIG, aussagen=("AU-1",), frist=one) for one in deadlines]
    done = [replace(BEANTWORTET, schnittstelle="sport", aussagen=("AU-1",))] * answered
    akten = bestand(WERKSTATT, WUNSCH, *handed, *done)
    (sport,) = registers(akten, ["sport"], akten.von(Aussage), HEUTE)
    states = [one.stand for one in sport.vorgaenge]
    assert states == sorted(states, key=list(Antwortstand).index)
    found = balance([sport])
    assert found.beantwortet + found.ueberfaellig + states.count(Antwortstand.OFFEN) == found.uebergeben
    assert found.uebergeben == len(deadlines) + answered
    late = [v.akte.inhalt.frist for v in sport.vorgaenge if v.stand is Antwortstand.UEBERFAELLIG]
    assert late == sorted(late, key=str)
