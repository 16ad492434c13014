"""What a browser sends of a dialogue is saved once and together with what others wrote, or answered with a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.exc import OperationalError

from sro.akten.bestand import Bestand
from sro.akten.dialogannahme import BUSY, CLOSED, GONE, LATER, NO_DIALOGUE, receive
from sro.akten.dialogmitschrift import shown
from sro.akten.einsicht import for_role
from sro.akten.mitschrift import ROWS, Ergebnis, Quittung
from sro.model.akte import Akte, Freigabe, Inhalt, Konflikt
from sro.model.akteur import Akteur, NichtErlaubt, Rolle
from sro.model.bedarf import Bedarf
from sro.model.dialog import Dialog, Dialogstand, Notiz, Notizart
from sro.model.vereinbarung import Vereinbarung
from sro.reference.vokabular import known
from sro.store import DATABASE_ERRORS, Store, open_store

PLANUNG, FACHKRAFT = Akteur("Planung", Rolle.PLANUNG), Akteur("Fachkraft", Rolle.FACHKRAFT)


class Lager:
    """A store as somebody of a role works in it; `before` happens once, just before a change is written."""

    def __init__(self, store: Store, wer: Akteur = FACHKRAFT) -> None:
        self.akten, self.wer = store.akten, wer
        self.error: Exception | None = None
        self.before: Any = None

    def bestand(self) -> Bestand:
        return for_role(self.akten.bestand(), self.wer.rolle)

    def akte(self, akte: str) -> Akte[Inhalt]:
        return self.akten.akte(akte)

    def anlegen(self, inhalt: Inhalt, schluessel: str) -> Akte[Inhalt]:
        if self.error:
            raise self.error
        return self.akten.anlegen(inhalt, wer=self.wer, schluessel=schluessel)

    def aendern(self, akte: str, inhalt: Inhalt, basis: int, schluessel: str) -> Akte[Inhalt]:
        before, self.before = self.before, None
        if before:
            before()
        if self.error:
            raise self.error
        return self.akten.aendern(akte, inhalt, basis=basis, wer=self.wer, schluessel=schluessel)


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store("sqlite://")
    opened.akten.anlegen(Dialog(titel="Moisling", datenstand=1, synthetisch=True), wer=PLANUNG)
    yield opened
    opened.close()


@pytest.fixture
def lager(store: Store) -> Lager:
    return Lager(store)


def sent(felder: dict[str, list[Any]], **changes: Any) -> dict[str, Any]:
    """A group as the page sends it."""
    whole = {"schluessel": str(uuid4()), "dialog": "QD-1", "art": "Beobachtung", "akte": "", "erste": "", "zeit": 1}
    return {**whole, "felder": felder, **changes}


def answers(lager: Lager, *groups: Any) -> tuple[Quittung, ...]:
    return receive(list(groups), lager, known, DATABASE_ERRORS)


def answer(lager: Lager, group: Any) -> Quittung:
    (one,) = answers(lager, group)
    return one


def content(lager: Lager, akte: str) -> Any:
    return lager.akten.akte(akte).inhalt


def test_the_first_group_makes_the_record_and_the_next_ones_find_it(lager: Lager) -> None:
    first = sent({"text": ["", "Kinder"]}, art="Deutung")
    second = sent({"text": ["Kinder", "Kinder warten"]}, art="Deutung", erste=first["schluessel"])
    made = answers(lager, first, second, first, second)
    assert {(one.ergebnis, one.akte) for one in made} == {(Ergebnis.GESPEICHERT, "NO-1")}
    assert content(lager, "NO-1") == Notiz(dialog="QD-1", art=Notizart.DEUTUNG, text="Kinder warten", synthetisch=True)
    assert lager.akten.akte("NO-1").fassung == 2


def test_a_group_that_comes_before_the_first_was_kept_loses_nothing(lager: Lager) -> None:
    """The first one was given back or never arrived."""
    late = sent({"text": ["Kinder", "Kinder warten"]}, erste=str(uuid4()))
    assert answer(lager, late).akte == "NO-1"
    assert content(lager, "NO-1").text == "Kinder warten"


def test_what_others_wrote_meanwhile_stays(lager: Lager) -> None:
    akte = answer(lager, sent({"text": ["", "eins"]})).akte

    def other() -> None:
        now = lager.akten.akte(akte)
        lager.akten.aendern(akte, replace(now.inhalt, text="null eins"), basis=now.fassung, wer=PLANUNG)

    lager.before = other
    assert answer(lager, sent({"text": ["eins", "eins zwei"]}, akte=akte)).ergebnis is Ergebnis.GESPEICHERT
    assert content(lager, akte).text == "null eins zwei"


def test_lists_keep_both_and_of_dates_the_last_one_holds(lager: Lager) -> None:
    akte = answer(lager, sent({"text": ["", "Takt prüfen"]}, art="Vereinbarung")).akte
    one = sent({"leitlinien": [[], ["L1"]], "frist": ["", "2027-01-01"]}, art="Vereinbarung", akte=akte)
    two = sent({"leitlinien": [[], ["L2"]], "frist": ["", "2027-02-01"]}, art="Vereinbarung", akte=akte)
    answers(lager, one, two)
    found = content(lager, akte)
    assert (found.leitlinien, found.frist) == (("L1", "L2"), dt.date(2027, 2, 1))
    dates = {version.inhalt.frist for version in lager.akten.verlauf(akte)}  # type: ignore[union-attr]
    assert dates == {None, dt.date(2027, 1, 1), dt.date(2027, 2, 1)}


def test_links_that_this_role_may_not_read_are_not_lost(lager: Lager) -> None:
    hidden = lager.akten.anlegen(Bedarf(titel="Intern"), wer=PLANUNG).id
    akte = lager.akten.anlegen(Vereinbarung(dialog="QD-1", text="a", bedarfe=(hidden,)), wer=PLANUNG).id
    answer(lager, sent({"text": ["a", "a b"]}, art="Vereinbarung", akte=akte))
    assert (content(lager, akte).text, content(lager, akte).bedarfe) == ("a b", (hidden,))


def test_a_field_that_is_wrong_takes_no_text_with_it(lager: Lager) -> None:
    group = sent({"text": ["", "bleibt"], "leitlinien": [[], ["L9"]], "frist": ["", "1202-01-01"]}, art="Vereinbarung")
    told = answer(lager, group)
    assert (told.ergebnis, told.akte) == (Ergebnis.GESPEICHERT, "VB-1")
    assert set(told.saetze) == {
        "„Frist“ ist 01.01.1202; bitte ein Datum ab 1990 angeben.",
        "„Leitlinien“: „L9“ gibt es nicht; bitte entfernen oder anlegen.",
    }
    assert (content(lager, "VB-1").text, content(lager, "VB-1").leitlinien) == ("bleibt", ())


def test_a_text_that_two_made_too_long_can_be_shortened(lager: Lager) -> None:
    akte = lager.akten.anlegen(Notiz(dialog="QD-1", text="a " * 2500), wer=PLANUNG).id
    longer = sent({"text": ["a " * 2500, "a " * 2501]}, akte=akte)
    assert answer(lager, longer).ergebnis is Ergebnis.MANGEL
    shorter = sent({"text": ["a " * 2500, "a " * 2400]}, akte=akte)
    assert answer(lager, shorter).ergebnis is Ergebnis.GESPEICHERT
    assert content(lager, akte).text == "a " * 2400


def test_nothing_is_noted_down_after_the_end_but_stays_in_the_browser(lager: Lager) -> None:
    before = answer(lager, group := sent({"text": ["", "rechtzeitig"]}))
    again = sent({"text": ["rechtzeitig", "rechtzeitig da"]}, akte=before.akte)
    answer(lager, again)
    dialog = lager.akten.akte("QD-1")
    over = replace(dialog.inhalt, stand=Dialogstand.ABGESCHLOSSEN)
    lager.akten.aendern("QD-1", over, basis=dialog.fassung, wer=PLANUNG)
    late = sent({"text": ["rechtzeitig da", "rechtzeitig da, zu spät"]}, akte=before.akte)
    assert answer(lager, late) == Quittung(late["schluessel"], Ergebnis.SPAETER, saetze=(CLOSED,))
    assert answer(lager, sent({"text": ["", "neu"]})).saetze == (CLOSED,)
    assert answer(lager, again).ergebnis is Ergebnis.GESPEICHERT, "nur die Antwort war verloren gegangen"
    assert group["schluessel"] == before.schluessel
    assert content(lager, before.akte).text == "rechtzeitig da"
    assert len(lager.bestand().her("QD-1", Notiz)) == 1


def test_an_entry_that_is_gone_does_not_come_back(lager: Lager) -> None:
    first = sent({"text": ["", "Mia"]})
    akte = answer(lager, first).akte
    lager.akten.entfernen(akte, basis=1, grund="Name", wer=PLANUNG)
    for late in (sent({"text": ["Mia", "Mia sagt"]}, akte=akte), first):
        assert answer(lager, late) == Quittung(late["schluessel"], Ergebnis.MANGEL, saetze=(GONE,))
    assert lager.bestand().her("QD-1", Notiz) == ()


def test_what_is_released_to_all_only_the_planning_changes(lager: Lager, store: Store) -> None:
    akte = lager.akten.anlegen(Notiz(dialog="QD-1", text="a", freigabe=Freigabe.OEFFENTLICH), wer=PLANUNG).id
    group = sent({"text": ["a", "a b"]}, akte=akte)
    assert answer(lager, group).ergebnis is Ergebnis.SPAETER
    assert answer(Lager(store, PLANUNG), group).ergebnis is Ergebnis.GESPEICHERT


def test_a_store_that_does_not_answer_leaves_everything_in_the_browser(lager: Lager) -> None:
    lager.error = OperationalError("", {}, Exception())
    group = sent({"text": ["", "a"]})
    assert answer(lager, group) == Quittung(group["schluessel"], Ergebnis.SPAETER, saetze=(LATER,))
    lager.error = None
    akte = answer(lager, group).akte
    lager.error = Konflikt(lager.akten.akte(akte))
    assert answer(lager, sent({"text": ["a", "b"]}, akte=akte)).saetze == (BUSY,)
    lager.error = NichtErlaubt("Bitte anmelden.")
    assert answer(lager, sent({"text": ["a", "b"]}, akte=akte)).ergebnis is Ergebnis.SPAETER


@pytest.mark.parametrize("dialog", ["QD-2", "", "NO-1", None])
def test_an_unknown_dialogue_keeps_the_text_in_the_browser(lager: Lager, dialog: Any) -> None:
    answer(lager, sent({"text": ["", "a"]}))
    assert answer(lager, sent({"text": ["", "b"]}, dialog=dialog)).saetze == (NO_DIALOGUE,)


@pytest.mark.parametrize(
    "changes",
    [
        {"art": "Meinung"},
        {"art": None},
        {"akte": 3},
        {"akte": "QD-1"},
        {"erste": "x"},
        {"felder": None},
        {"felder": {"freigabe": ["fachkreis", "öffentlich"]}},
        {"felder": {"text": "a"}},
        {"felder": {"text": ["", 1]}},
        {"felder": {"indikatoren": [[], [1]]}},
        {"felder": {"frist": ["", "morgen"]}, "art": "Vereinbarung"},
        {"felder": {"frist": ["", "2026-01-01"]}},
    ],
)
def test_what_no_page_of_ours_sends_is_refused(lager: Lager, changes: dict[str, Any]) -> None:
    assert answer(lager, sent({"text": ["", "a"]}) | changes).ergebnis is Ergebnis.MANGEL
    assert lager.bestand().von(Notiz) == ()


def test_an_entry_of_another_column_or_dialogue_is_not_touched(lager: Lager) -> None:
    akte = answer(lager, sent({"text": ["", "a"]})).akte
    lager.akten.anlegen(Dialog(titel="Anderer", datenstand=1), wer=PLANUNG)
    for changes in ({"art": "Deutung"}, {"dialog": "QD-2"}, {"art": "Vereinbarung"}):
        assert answer(lager, sent({"text": ["a", "b"]}, akte=akte, **changes)).ergebnis is Ergebnis.MANGEL
    assert content(lager, akte).text == "a"


@pytest.mark.parametrize("notes", [None, "x", 3, {}, [None, 3, {}, {"schluessel": "kurz"}]])
def test_what_is_no_group_is_not_answered(lager: Lager, notes: Any) -> None:
    assert receive(notes, lager, known, DATABASE_ERRORS) == ()


def test_no_more_than_a_moment_of_typing_at_once(lager: Lager) -> None:
    assert len(answers(lager, *(sent({"text": ["", f"w{n}"]}) for n in range(ROWS + 5)))) == ROWS


def test_a_record_as_the_browser_gets_it(lager: Lager) -> None:
    frist = dt.date(2027, 1, 31)
    one = Vereinbarung(dialog="QD-1", text="Frau Müller ruft an", frist=frist, leitlinien=("L1",))
    found = shown(Akte("VB-1", 3, one, dt.datetime(2026, 1, 1), "x"), True)
    assert (found["id"], found["art"], found["fassung"], found["fest"]) == ("VB-1", "Vereinbarung", 3, True)
    assert found["werte"]["frist"] == "2027-01-31"
    assert (found["werte"]["leitlinien"], found["werte"]["wiedervorlage"]) == (["L1"], "")
    assert any("Müller" in satz for satz in found["hinweise"])
