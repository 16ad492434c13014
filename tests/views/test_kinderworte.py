"""Plain language: a sentence a line, one state one sentence, and a missing answer says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sro.model.aussage import Bearbeitung
from sro.views.werkstatt.kinderworte import NO_ANSWER, REASON, STATE, answer, has_answer, said, sentences, state
from tests.auswertung.rueckmeldeakten import FERTIG, GEHT_NICHT, WEITER, WUNSCH


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Das geht. Wir bauen.", ("Das geht.", "Wir bauen.")),
        ("Wir fragen nach! Wann? Bald.", ("Wir fragen nach!", "Wann?", "Bald.")),
        ("Am 3. Mai ist es so weit. Kommt alle.", ("Am 3. Mai ist es so weit.", "Kommt alle.")),
        ("Ihr könnt z. B. Fußball spielen. Toll.", ("Ihr könnt z. B. Fußball spielen.", "Toll.")),
        ("Eine Zeile\nnoch eine\n\n", ("Eine Zeile", "noch eine")),
        ("„Das ist schön.“ Sagt ihr.", ("„Das ist schön.“ Sagt ihr.",)),
        ("  ", ()),
    ],
)
def test_each_sentence_has_its_line(text: str, lines: tuple[str, ...]) -> None:
    assert sentences(text) == lines


@given(some.text())
def test_no_word_is_lost(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_every_state_has_its_sentence() -> None:
    assert set(STATE) == set(Bearbeitung)
    assert len(set(STATE.values())) == len(Bearbeitung)
    assert state(FERTIG, ()) == "Das ist fertig."
    assert state(WEITER, ("Sport", "Schule", "Ordnung")) == (
        "Das haben wir an die Fachleute für Sport, Schule und Ordnung weitergegeben."
    )
    assert state(WEITER, ()) == "Das haben wir weitergegeben."


def test_what_cannot_be_done_has_its_reason() -> None:
    assert answer(GEHT_NICHT) == (REASON, "Die Straße gehört dem Land.", "Wir dürfen dort nichts ändern.")
    assert answer(replace(GEHT_NICHT, antwort="Das ist zu teuer.")) == ("Das ist zu teuer.",)


@pytest.mark.parametrize("bearbeitung", Bearbeitung)
def test_a_missing_answer_is_said_once(bearbeitung: Bearbeitung) -> None:
    one = replace(WUNSCH, bearbeitung=bearbeitung)
    told = (state(one, ()), *answer(one))
    decided = bearbeitung not in (Bearbeitung.NEU, Bearbeitung.IN_PRUEFUNG, Bearbeitung.WEITERGELEITET)
    assert told.count(NO_ANSWER) == (0 if decided else 1)
    assert has_answer(one) == decided


def test_quotation_marks_are_for_quotes_alone() -> None:
    assert said(WUNSCH) == ("Wir wünschen uns Tore auf dem Bolzplatz.", "Die alten sind kaputt.")
    assert said(replace(WUNSCH, zitat=True)) == ("„Wir wünschen uns Tore auf dem Bolzplatz.", "Die alten sind kaputt.“")
    assert said(replace(WUNSCH, zitat=True, wortlaut="Tore!")) == ("„Tore!“",)
