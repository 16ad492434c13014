"""The review gate: in which order statements come, and what keeps one from being released."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sro.akten.bestand import Bestand
from sro.akten.pruefstapel import Fassungsvorschlag, obstacles, pile, put_back, quotable, released
from sro.model.akte import Akte, Freigabe
from sro.model.aussage import Aussage, Bearbeitung
from sro.reference.vokabular import known
from tests.akten.beispielakten import MARLI, akte, werkstaetten

NOTED = Aussage(werkstatt=MARLI, wortlaut_intern="Mia will Bänke.", ort="Ufer", gruppe_n=4)
GOOD = Fassungsvorschlag("Ein Kind wünscht sich Bänke.", False, ("gruen",), ("stadtgruen",), geprueft=True)


def bestand(**aussagen: Aussage) -> Bestand:
    workshops = [akte(name, inhalt) for name, inhalt in werkstaetten().items()]
    said = [akte(name.replace("_", "-"), inhalt) for name, inhalt in aussagen.items()]
    return Bestand(1, (*workshops, *said))


def later(one: Akte[Aussage], days: int) -> Akte[Aussage]:
    """Changed after all others, on a machine whose clock was set back since."""
    return replace(one, zeitpunkt=one.zeitpunkt - dt.timedelta(days=days), lfd=one.lfd + days)


def test_new_ones_come_first_and_what_was_put_back_longest_ago_after_them() -> None:
    old = replace(NOTED, bearbeitung=Bearbeitung.IN_PRUEFUNG)
    public = replace(NOTED, freigabe=Freigabe.OEFFENTLICH, wortlaut="Bänke")
    found = bestand(AU_1=old, AU_2=NOTED, AU_3=old, AU_4=public, AU_5=NOTED)
    moved = Bestand(1, tuple(later(one, 3) if one.id == "AU-1" else one for one in found.akten))
    assert [one.id for one in pile(moved)] == ["AU-2", "AU-5", "AU-3", "AU-1"]
    assert [one.id for one in pile(moved, zuletzt=("AU-2",))] == ["AU-5", "AU-3", "AU-1", "AU-2"]


def test_a_release_changes_what_others_read_and_keeps_the_note() -> None:
    made = released(NOTED, GOOD, Freigabe.OEFFENTLICH)
    assert (made.wortlaut, made.schnittstellen) == ("Ein Kind wünscht sich Bänke.", ("stadtgruen",))
    assert (made.freigabe, made.wortlaut_intern) == (Freigabe.OEFFENTLICH, "Mia will Bänke.")


def test_what_is_put_back_keeps_what_was_written_and_stays_internal() -> None:
    made = put_back(NOTED, GOOD)
    assert (made.wortlaut, made.freigabe) == (GOOD.wortlaut, Freigabe.INTERN)
    assert made.bearbeitung is Bearbeitung.IN_PRUEFUNG
    assert put_back(replace(NOTED, bearbeitung=Bearbeitung.UMGESETZT), GOOD).bearbeitung is Bearbeitung.UMGESETZT


@pytest.mark.parametrize(
    ("proposal", "part"),
    [
        (replace(GOOD, wortlaut=" "), "Ohne öffentliche Fassung"),
        (replace(GOOD, geprueft=False), "offene Hinweise auf Personen"),
        (replace(GOOD, zitat=True), "weniger als 5"),
        (replace(GOOD, themen=("zaubern",)), "„zaubern“ gibt es nicht"),
    ],
)
def test_what_keeps_it_from_being_released(proposal: Fassungsvorschlag, part: str) -> None:
    found = bestand(AU_1=NOTED)
    inhalt = released(NOTED, proposal, Freigabe.OEFFENTLICH)
    assert part in " ".join(obstacles(inhalt, proposal.geprueft, found, known))


def test_with_public_words_and_hints_looked_at_nothing_is_in_the_way() -> None:
    inhalt = released(NOTED, GOOD, Freigabe.FACHKREIS)
    assert obstacles(inhalt, True, bestand(AU_1=NOTED), known) == ()
    nobody = replace(inhalt, wortlaut_intern="Ein Kind will Bänke.")
    assert obstacles(nobody, False, bestand(AU_1=NOTED), known) == ()


def test_a_quote_needs_five_children_of_the_same_age_at_the_same_place() -> None:
    assert not quotable(NOTED, bestand(AU_1=NOTED))
    assert quotable(replace(NOTED, gruppe_n=5), bestand(AU_1=NOTED))
    assert quotable(NOTED, bestand(AU_1=NOTED, AU_2=replace(NOTED, gruppe_n=5)))
    assert not quotable(NOTED, bestand(AU_1=NOTED, AU_2=replace(NOTED, gruppe_n=5, ort="Hafen")))
