"""What a role may not read is not there: no text, no number, no link, no name of who typed it."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sro.akten.bestand import Bestand, pointed_at
from sro.akten.einsicht import KLEINSTE_GRUPPE, READABLE, for_role, quote_allowed
from sro.model.akte import Akte, Freigabe, Inhalt
from sro.model.aktenart import art_of
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage
from sro.model.beduerfnis import Beduerfnis
from sro.model.feld import Form, felder
from sro.model.stimme import Altersgruppe
from sro.model.uebergabe import Uebergabe
from sro.model.werkstatt import Werkstatt
from tests.akten.akteninhalte import KLASSEN, inhalte
from tests.akten.test_bestand import bestand

WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
OEFFENTLICH = Freigabe.OEFFENTLICH
OTHERS = [Rolle.OEFFENTLICH, Rolle.FACHKRAFT]
AUSSAGE = Aussage(wortlaut="Mehr Licht", wortlaut_intern="notiert", gruppe_n=9, freigabe=OEFFENTLICH)


def marked(inhalt: Inhalt, number: itertools.count[int]) -> tuple[Inhalt, dict[str, str]]:
    """Every text replaced by one that stands nowhere else; field → text."""
    texts = {f.name: f"Kennwort{next(number)}." for f in felder(type(inhalt)) if f.form in (Form.ZEILE, Form.TEXT)}
    return replace(inhalt, **texts), texts


@settings(max_examples=60)
@given(some.lists(some.sampled_from(KLASSEN).flatmap(inhalte), max_size=8), some.sampled_from(OTHERS))
def test_nobody_reads_what_is_not_meant_for_them(contents: list[Inhalt], rolle: Rolle) -> None:
    numbers, secret, records = itertools.count(1), set[str](), []
    for place, plain in enumerate(contents, start=1):
        inhalt, texts = marked(plain, numbers)
        name = f"{art_of(type(inhalt)).kuerzel}-{place}"
        records.append(Akte(name, 1, inhalt, WHEN, f"Geheimer Name {place}", f"Geheimer Name {place}"))
        internal = {f.name for f in felder(type(inhalt)) if f.intern}
        hidden = inhalt.freigabe not in READABLE[rolle]
        secret |= {text for name, text in texts.items() if hidden or name in internal}
    seen = for_role(Bestand(1, tuple(records)), rolle)
    assert not [text for text in secret if text in repr(seen)]
    assert "Geheimer Name" not in repr(seen)
    ids = {akte.id for akte in seen.akten}
    assert all(set(pointed_at(akte.inhalt)) <= ids for akte in seen.akten)
    assert all(akte.inhalt.freigabe in READABLE[rolle] for akte in seen.akten)


@settings(max_examples=60)
@given(some.lists(some.sampled_from(KLASSEN).flatmap(inhalte), max_size=8))
def test_the_public_reads_no_more_than_professionals_and_these_no_more_than_the_planning(
    contents: list[Inhalt],
) -> None:
    records = (Akte(f"{art_of(type(c)).kuerzel}-{n}", 1, c, WHEN, "Probe") for n, c in enumerate(contents, start=1))
    whole = Bestand(1, tuple(records))
    ids = [{akte.id for akte in for_role(whole, rolle).akten} for rolle in Rolle]
    assert ids[0] <= ids[1] <= ids[2] == {akte.id for akte in whole.akten}
    assert for_role(whole, Rolle.PLANUNG) is whole


def test_links_to_what_is_hidden_are_gone() -> None:
    alle = bestand(
        AU_1=AUSSAGE,
        AU_2=replace(AUSSAGE, freigabe=Freigabe.INTERN),
        UE_1=Uebergabe(schnittstelle="sport", aussagen=("AU-1", "AU-2"), aktenzeichen="4.401/7", freigabe=OEFFENTLICH),
    )
    seen = for_role(alle, Rolle.OEFFENTLICH)
    handed = seen.akte("UE-1").inhalt
    assert (handed.aussagen, handed.aktenzeichen) == (("AU-1",), "")
    assert [one.id for one in seen.akten] == ["AU-1", "UE-1"]


def test_an_internal_note_stays_with_the_planning() -> None:
    seen = for_role(bestand(AU_1=AUSSAGE), Rolle.FACHKRAFT).akte("AU-1").inhalt
    assert (seen.wortlaut, seen.wortlaut_intern, seen.gruppe_n) == ("Mehr Licht", "", None)


def test_without_public_words_a_statement_is_not_shown() -> None:
    assert not for_role(bestand(AU_1=replace(AUSSAGE, wortlaut="  ")), Rolle.OEFFENTLICH).akten


@pytest.mark.parametrize(
    ("sizes", "allowed"), [((None,), False), ((4,), False), ((5,), True), ((None, 4, 5), True), ((4, 4), False)]
)
def test_a_quote_needs_five_children_of_its_age_at_its_place(sizes: tuple[int | None, ...], allowed: bool) -> None:
    quote = replace(AUSSAGE, zitat=True, ort="Spielplatz")
    others = {f"AU_{n}": replace(quote, gruppe_n=size, ort=" spielplatz ") for n, size in enumerate(sizes, start=2)}
    alle = bestand(AU_1=replace(quote, gruppe_n=None), **others)
    assert quote_allowed(alle.akte("AU-1").inhalt, alle) is allowed
    assert ("AU-1" in for_role(alle, Rolle.OEFFENTLICH)) is allowed


def test_children_of_another_age_do_not_cover_a_quote() -> None:
    quote = replace(AUSSAGE, zitat=True, gruppe_n=2, altersgruppe=Altersgruppe.VON_6_BIS_9)
    alle = bestand(AU_1=quote, AU_2=replace(AUSSAGE, gruppe_n=20, altersgruppe=Altersgruppe.VON_10_BIS_13))
    assert [one.id for one in for_role(alle, Rolle.OEFFENTLICH).akten] == ["AU-2"]


@pytest.mark.parametrize(
    ("counted", "shown"),
    [
        ((12, 20, 8, 5), (12, 20, 8, 5)),
        ((12, 20, 3, None), (None, 20, None, None)),
        ((12, 3, 4, 8), (12, None, None, 8)),
        ((12, 0, 7, None), (12, 0, 7, None)),
        ((3, None, None, None), (None, None, None, None)),
        ((4, 0, 0, 9), (None, 0, 0, None)),
    ],
)
def test_a_small_group_is_not_counted_and_does_not_follow_from_the_others(
    counted: tuple[Any, ...], shown: tuple[Any, ...]
) -> None:
    names = ("teilnehmende_6_9", "teilnehmende_10_13", "teilnehmende_14_17", "teilnehmende_18_20")
    whole = Werkstatt(titel="Marli", freigabe=OEFFENTLICH, **dict(zip(names, counted, strict=True)))
    seen = for_role(bestand(WS_1=whole), Rolle.OEFFENTLICH).akte("WS-1").inhalt
    assert tuple(getattr(seen, name) for name in names) == shown
    assert not [n for n in seen.teilnehmende.values() if n and n < KLEINSTE_GRUPPE]


@pytest.mark.parametrize(("counted", "shown"), [(None, None), (1, None), (4, None), (5, 5), (0, 0)])
def test_a_few_voices_are_not_counted(counted: int | None, shown: int | None) -> None:
    voiced = Beduerfnis(text="x", nennungen=counted, freigabe=OEFFENTLICH)
    assert for_role(bestand(BN_1=voiced), Rolle.OEFFENTLICH).akte("BN-1").inhalt.nennungen == shown
