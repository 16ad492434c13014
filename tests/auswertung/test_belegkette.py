"""The evidence chain: forwards and backwards agree, and both with a closure over the raw fields."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sro.akten.bestand import Bestand
from sro.auswertung.transfer.belegkette import _reached, evidence_chain, leads_to, rests_on, without_agreement
from sro.model.akte import Akte
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.impuls import Impuls
from sro.model.transfer import Versand
from sro.model.vereinbarung import Vereinbarung
from tests.akten.transferakten import transferakten

WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
SIX = range(1, 7)
INDIKATOREN = ("unter_21", "sgb2_unter_18")


@pytest.mark.parametrize(
    ("start", "davor", "danach"),
    [
        ("unter_21", set(), {"VB-1", "VS-2"}),
        ("sgb2_unter_18", set(), {"BE-1", "VB-1", "VS-2"}),
        ("AU-1", set(), {"BN-1", "BE-1", "VB-1", "VS-2"}),
        ("AU-2", set(), {"VB-2"}),
        ("BN-2", set(), {"BE-2"}),  # contradicts BE-1, so BE-1 does not rest on it
        ("IM-1", set(), {"BE-1", "BE-2", "VB-1", "VS-2"}),
        ("BE-1", {"sgb2_unter_18", "BN-1", "IM-1", "AU-1"}, {"VB-1", "VS-2"}),
        ("VB-2", {"AU-2"}, set()),
        ("VS-2", {"VB-1", "unter_21", "BE-1", "sgb2_unter_18", "BN-1", "IM-1", "AU-1"}, set()),
        ("gibt_es_nicht", set(), set()),
    ],
)
def test_what_hangs_on_an_element(start: str, davor: set[str], danach: set[str]) -> None:
    found = evidence_chain(transferakten(), start)
    assert (set(found.davor), set(found.danach)) == (davor, danach)


def test_the_nearest_come_first_and_each_says_what_it_rests_on() -> None:
    found = evidence_chain(transferakten(), "AU-1")
    assert found.danach == ("BN-1", "BE-1", "VB-1", "VS-2")
    assert found.rests_on("VB-1") == ("BE-1",)  # unter_21 is not part of what hangs on AU-1
    assert evidence_chain(transferakten(), "VB-1").rests_on("VB-1") == ("unter_21", "BE-1")


def test_a_bedarf_without_agreement_is_found() -> None:
    assert [akte.id for akte in without_agreement(transferakten())] == ["BE-2"]


@given(some.data())
def test_forwards_and_backwards_agree_with_each_other_and_with_the_raw_fields(data: some.DataObject) -> None:
    bestand = data.draw(bestaende())
    every = (*INDIKATOREN, *(akte.id for akte in bestand.akten))
    closure = _closure(_edges(bestand))
    chains = {one: evidence_chain(bestand, one) for one in every}
    for one in every:
        assert set(chains[one].danach) == {zu for von, zu in closure if von == one}
        assert set(chains[one].davor) == {von for von, zu in closure if zu == one}
        assert one not in (*chains[one].davor, *chains[one].danach)
        assert len(set(chains[one].alle)) == len(chains[one].alle)
        assert all(one in rests_on(bestand, other) for other in leads_to(bestand, one))
        assert all(one in leads_to(bestand, other) for other in rests_on(bestand, one))


def test_a_circle_ends() -> None:
    """No link of ours leads in a circle; whoever adds one gets an answer all the same."""
    assert list(_reached("a", {"a": ["b", "c"], "b": ["a"], "c": ["c", "b"]}.__getitem__)) == ["b", "c"]


def some_of(letters: str) -> some.SearchStrategy[tuple[str, ...]]:
    return some.lists(some.sampled_from([f"{letters}-{n}" for n in SIX]), max_size=3).map(tuple)


@some.composite
def bestaende(draw: some.DrawFn) -> Bestand:
    """Up to six of each kind, with links also to what is not there."""
    figures = some.lists(some.sampled_from(INDIKATOREN), max_size=2).map(tuple)
    kinds = {
        "AU": some.just(Aussage(wortlaut="x")),
        "BN": some.builds(Beduerfnis, aussagen=some_of("AU")),
        "BE": some.builds(
            Bedarf, beduerfnisse=some_of("BN"), widersprechende=some_of("BN"), indikatoren=figures, themen=figures
        ),
        "IM": some.builds(Impuls, bedarfe=some_of("BE")),
        "VB": some.builds(Vereinbarung, bedarfe=some_of("BE"), aussagen=some_of("AU"), indikatoren=figures),
        "VS": some.builds(Versand, vereinbarungen=some_of("VB"), transfer=some.just("TR-1")),
    }
    found = [
        Akte(f"{letters}-{n}", 1, content, WHEN, "Probe")
        for letters, contents in kinds.items()
        for n, content in enumerate(draw(some.lists(contents, max_size=6)), 1)
    ]
    return Bestand(1, tuple(found))


def _edges(bestand: Bestand) -> set[tuple[str, str]]:
    """Read from the fields, without any of the Bestand's indexes."""
    found: set[tuple[str, str]] = set()
    for akte in bestand.akten:
        match akte.inhalt:
            case Beduerfnis() as one:
                found |= {(von, akte.id) for von in one.aussagen}
            case Bedarf() as one:
                found |= {(von, akte.id) for von in (*one.beduerfnisse, *one.indikatoren)}
            case Impuls() as one:
                found |= {(akte.id, zu) for zu in one.bedarfe}
            case Vereinbarung() as one:
                found |= {(von, akte.id) for von in (*one.bedarfe, *one.aussagen, *one.indikatoren)}
            case Versand() as one:
                found |= {(von, akte.id) for von in one.vereinbarungen}
    there = {*INDIKATOREN, *(akte.id for akte in bestand.akten)}
    return {(von, zu) for von, zu in found if {von, zu} <= there}


def _closure(edges: set[tuple[str, str]]) -> set[tuple[str, str]]:
    grown = edges | {(a, d) for a, b in edges for c, d in edges if b == c}
    return edges if grown == edges else _closure(grown)


def test_removing_a_link_breaks_the_chain() -> None:
    """Otherwise the property above could hold for a chain that never looks at links."""
    whole = transferakten()
    cut = [
        replace(akte, inhalt=replace(akte.inhalt, bedarfe=())) if isinstance(akte.inhalt, Vereinbarung) else akte
        for akte in whole.akten
    ]
    assert set(evidence_chain(Bestand(1, tuple(cut)), "BN-1").danach) == {"BE-1"}
