"""What the children are told: only what is public, what is done first, and who has it now."""

from __future__ import annotations

from dataclasses import replace

from sro.auswertung.werkstatt.kindersicht import children_cards
from sro.model.akte import Freigabe
from sro.model.aussage import Aussage, Bearbeitung
from sro.reference.stimmenworte import stimmenworte
from tests.auswertung.rueckmeldeakten import INHALTE, UEBERFAELLIG, WEITER, WERKSTATT, WUNSCH, bestand


def test_what_is_done_comes_first_and_nothing_internal_at_all() -> None:
    akten = bestand(*INHALTE)
    cards = children_cards(akten, akten.von(Aussage), stimmenworte())
    assert [card.aussage.inhalt.bearbeitung for card in cards] == [
        Bearbeitung.UMGESETZT,
        Bearbeitung.WEITERGELEITET,
        Bearbeitung.NICHT_UMSETZBAR,
        Bearbeitung.NEU,
    ]


def test_what_has_no_public_words_or_is_for_professionals_stays_away() -> None:
    akten = bestand(WERKSTATT, replace(WUNSCH, wortlaut=" "), replace(WUNSCH, freigabe=Freigabe.FACHKREIS))
    assert children_cards(akten, akten.von(Aussage), stimmenworte()) == ()


def test_those_who_got_it_are_named_before_those_whom_it_concerns() -> None:
    handed = replace(UEBERFAELLIG, schnittstelle="nahverkehr", aussagen=("AU-1",))
    with_handover, without = bestand(WERKSTATT, WEITER, handed), bestand(WERKSTATT, WEITER)
    named = [children_cards(a, a.von(Aussage), stimmenworte())[0].stellen for a in (with_handover, without)]
    assert named == [("Nahverkehr",), ("Stadtgrün", "Sport")]


def test_a_theme_that_there_is_not_is_none() -> None:
    akten = bestand(WERKSTATT, replace(WUNSCH, themen=("gibt-es-nicht",)))
    assert children_cards(akten, akten.von(Aussage), stimmenworte())[0].thema is None
