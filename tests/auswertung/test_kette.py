"""The chain: what belongs to the project, which links there are, and what hangs together; decided by records alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sro.akten.bestand import Bestand
from sro.auswertung.holstentor.kette import Glied, Kette, Verbindung, chain, connected, narrowed
from sro.auswertung.holstentor.stimmenfilter import OHNE_QUARTIER, Stimmenfilter, passes
from sro.model.stimme import Gruppe
from sro.reference.city import city
from tests.akten.kettenakten import MOISLING, kettenakten

PROJEKT = city().modellprojekt
assert PROJEKT is not None


def whole(bestand: Bestand | None = None) -> Kette:
    assert PROJEKT is not None
    return chain(bestand or kettenakten(), city(), PROJEKT)


def ids(kette: Kette) -> list[list[str]]:
    return [[akte.id for akte in spalte] for spalte in kette.spalten]


def test_what_belongs_to_the_project_belongs_by_place_or_by_what_it_rests_on() -> None:
    assert ids(whole()) == [["BN-1", "BN-2", "BN-3", "BN-4"], ["BE-1", "BE-2"], ["IM-1"], ["SP-1", "SP-2"]]


def test_every_link_is_one_that_a_record_names_with_the_needs_behind_it() -> None:
    belegt, strittig, gegen = Verbindung.BELEGT, Verbindung.STRITTIG, Verbindung.WIDERSPRICHT
    assert set(whole().glieder) == {
        Glied("BN-1", "BE-1", belegt, 1),
        Glied("BN-2", "BE-1", belegt, 1),
        Glied("BN-3", "BE-1", strittig, 1),
        Glied("BN-4", "BE-1", gegen, 1),
        Glied("BN-2", "BE-2", belegt, 1),
        Glied("BE-1", "IM-1", belegt, 3),  # not BN-4, which only contradicts
        Glied("BE-2", "IM-1", belegt, 1),
        Glied("IM-1", "SP-1", belegt, 3),  # BN-2 counts once, though two Bedarfe rest on it
        Glied("IM-1", "SP-2", belegt, 3),
    }
    assert whole().widersprechende == {"BN-3", "BN-4"}


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("BN-1", [["BN-1"], ["BE-1"], ["IM-1"], ["SP-1", "SP-2"]]),
        ("BN-4", [["BN-4"], ["BE-1"], [], []]),  # what follows does not rest on it
        ("BE-2", [["BN-2"], ["BE-2"], ["IM-1"], ["SP-1", "SP-2"]]),
        ("SP-1", [["BN-1", "BN-2", "BN-3", "BN-4"], ["BE-1", "BE-2"], ["IM-1"], ["SP-1"]]),
    ],
)
def test_an_element_shows_all_that_it_rests_on_and_all_that_follows(element: str, expected: list[list[str]]) -> None:
    assert ids(connected(whole(), element)) == expected


def test_a_chosen_element_leaves_the_evidence_of_its_links_as_it_is() -> None:
    chosen = connected(whole(), "BN-1")
    assert {glied.zu: glied.belege for glied in chosen.glieder} == {"BE-1": 1, "IM-1": 3, "SP-1": 3, "SP-2": 3}


@pytest.mark.parametrize(
    ("wahl", "expected"),
    [
        (Stimmenfilter(gruppe=Gruppe.KINDER), [["BN-1", "BN-4"], ["BE-1"], ["IM-1"], ["SP-1", "SP-2"]]),
        (Stimmenfilter(quartier="holstentor-quartier"), [["BN-2"], ["BE-1", "BE-2"], ["IM-1"], ["SP-1", "SP-2"]]),
        (Stimmenfilter(quartier=OHNE_QUARTIER), [["BN-4"], ["BE-1"], ["IM-1"], ["SP-1", "SP-2"]]),
        (Stimmenfilter(thema="wege", gruppe=Gruppe.KINDER), [[], [], [], []]),
    ],
)
def test_a_filter_keeps_voices_and_what_follows(wahl: Stimmenfilter, expected: list[list[str]]) -> None:
    assert ids(narrowed(whole(), lambda one: passes(one, wahl))) == expected


def test_evidence_under_a_filter_counts_what_is_shown() -> None:
    children = narrowed(whole(), lambda one: passes(one, Stimmenfilter(gruppe=Gruppe.KINDER)))
    assert {glied.belege for glied in children.her("IM-1")} == {1}


def test_a_record_that_rests_on_nothing_that_is_shown_is_not_hidden() -> None:
    """The public may read a Bedarf whose voices are not released."""
    links = {"BE-1": "beduerfnisse", "IM-1": "bedarfe"}
    bare = [
        replace(akte, inhalt=replace(akte.inhalt, **{links[akte.id]: ()}))
        for akte in kettenakten().akten
        if akte.id in links
    ]
    assert ids(whole(Bestand(1, tuple(bare)))) == [[], ["BE-1"], ["IM-1"], []]


def test_a_need_with_a_place_elsewhere_is_not_the_projects_though_a_voice_of_it_is() -> None:
    moved = [
        replace(akte, inhalt=replace(akte.inhalt, raum=MOISLING)) if akte.id == "BE-2" else akte
        for akte in kettenakten().akten
    ]
    assert [akte.id for akte in whole(Bestand(1, tuple(moved))).bedarfe] == ["BE-1"]
