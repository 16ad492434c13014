"""What a browser sends becomes a statement, is refused with a sentence, or stays in the browser."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError

from sro.akten.annahme import postponed, receive
from sro.akten.mitschrift import ROWS, Ergebnis, Quittung, places
from sro.akten.vergroebern import coarse
from sro.model.akte import Freigabe
from sro.model.akteur import Akteur, NichtErlaubt, Rolle
from sro.model.aussage import Aussage, Valenz
from sro.model.gebiet import GebietKey
from sro.model.stimme import Altersgruppe, Methode
from sro.model.werkstatt import Phase
from sro.reference.vokabular import known
from sro.store import DATABASE_ERRORS, open_store
from tests.akten.beispielakten import MARLI, beispielakten

BESTAND = beispielakten()
PLANUNG = Akteur("Planung", Rolle.PLANUNG)


def note(**changes: Any) -> dict[str, Any]:
    """As the form sends it."""
    whole = {
        "schluessel": str(uuid4()),
        "zeit": 1,
        "platz": "x",
        "werkstatt": MARLI,
        "valenz": "Wunsch",
        "text": "  Mehr Bänke am Ufer.\n",
        "altersgruppe": "6–9",
        "gruppe_n": 7,
        "ort": " Spielplatz ",
        "themen": ["spielen", "gruen", "spielen"],
        "methode": "Nadelmethode",
        "phase": "Kritik",
        "punkte": 3,
        "datum": "2026-11-20",
    }
    return whole | changes


class Kept:
    """Keeps statements as the store would, in memory."""

    def __init__(self, error: Exception | None = None) -> None:
        self.aussagen: list[Aussage] = []
        self.error = error

    def __call__(self, aussage: Aussage, schluessel: str) -> str:
        if self.error:
            raise self.error
        self.aussagen.append(aussage)
        return f"AU-{len(self.aussagen)}"


def answer(one: dict[str, Any], kept: Kept | None = None) -> tuple[Quittung, Kept]:
    kept = kept or Kept()
    (receipt,) = receive([one], BESTAND, known, kept, DATABASE_ERRORS)
    return receipt, kept


def test_a_note_becomes_a_statement_that_nobody_else_may_read() -> None:
    sent = note()
    receipt, kept = answer(sent)
    assert receipt == Quittung(sent["schluessel"], Ergebnis.GESPEICHERT, "AU-1")
    lon, lat = coarse(10.7150, 53.8750)
    assert kept.aussagen == [
        Aussage(
            werkstatt=MARLI,
            valenz=Valenz.WUNSCH,
            wortlaut_intern="Mehr Bänke am Ufer.",
            altersgruppe=Altersgruppe.VON_6_BIS_9,
            gruppe_n=7,
            methode=Methode.NADELMETHODE,
            phase=Phase.KRITIK,
            datum=dt.date(2026, 11, 20),
            raum=GebietKey("stadtbezirk", "07"),
            ort="Spielplatz",
            lon=lon,
            lat=lat,
            themen=("spielen", "gruen"),
            punkte=3,
            synthetisch=True,
        )
    ]


def test_nothing_that_a_browser_says_releases_a_statement_or_places_it() -> None:
    sent = note(freigabe="öffentlich", wortlaut="frei", zitat=True, lon=10.123456, lat=53.123456, ort="Hafen")
    _, kept = answer(sent)
    made = kept.aussagen[0]
    assert (made.freigabe, made.wortlaut, made.zitat) == (Freigabe.INTERN, "", False)
    assert (made.lon, made.lat) == (None, None)


def test_what_was_not_counted_is_not_zero() -> None:
    _, kept = answer(note(gruppe_n=None, punkte=None, phase="", ort=""))
    made = kept.aussagen[0]
    assert (made.gruppe_n, made.punkte, made.phase, made.lon) == (None, None, None, None)
    _, kept = answer(note(gruppe_n=0, punkte=0))
    assert (kept.aussagen[0].gruppe_n, kept.aussagen[0].punkte) == (0, 0)


def test_a_name_is_kept_but_spoken_of() -> None:
    receipt, kept = answer(note(text="Mia sagt, es ist laut. Tel. 0451 1234567"))
    assert receipt.ergebnis is Ergebnis.GESPEICHERT
    assert len(kept.aussagen) == 1
    assert [satz.partition("“")[0] for satz in receipt.saetze] == ["„Mia", "„0451 1234567"]


@pytest.mark.parametrize("field", ["text", "ort"])
def test_what_could_be_harm_is_not_kept_and_not_repeated(field: str) -> None:
    receipt, kept = answer(note(**{field: "Papa schlägt mich."}))
    assert (receipt.ergebnis, receipt.saetze, receipt.akte) == (Ergebnis.SCHUTZ, (), "")
    assert kept.aussagen == []


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"text": "   "}, "hat keinen Text"),
        ({"text": "x" * 4001}, "4001 Zeichen"),
        ({"valenz": ""}, "Stärke, Problem oder Wunsch"),
        ({"valenz": "Lob"}, "„Lob“ gibt es bei „valenz“ nicht"),
        ({"werkstatt": "WS-99"}, "Diese Werkstatt gibt es nicht mehr"),
        ({"werkstatt": "AU-1"}, "Diese Werkstatt gibt es nicht mehr"),
        ({"themen": ["zaubern"]}, "„zaubern“ gibt es nicht"),
        ({"themen": "spielen"}, "keine Liste"),
        ({"gruppe_n": -1}, "ganze Zahl"),
        ({"gruppe_n": "viele"}, "ganze Zahl"),
        ({"gruppe_n": True}, "ganze Zahl"),
        ({"punkte": 2.5}, "ganze Zahl"),
        ({"datum": "gestern"}, "Datum"),
        ({"datum": "1970-01-01"}, "Datum ab 1990"),
        ({"ort": "x" * 201}, "201 Zeichen"),
        ({"text": {"a": 1}}, "kein Text"),
    ],
)
def test_what_is_wrong_comes_back_with_a_sentence(changes: dict[str, Any], part: str) -> None:
    receipt, kept = answer(note(**changes))
    assert receipt.ergebnis is Ergebnis.MANGEL
    assert part in " ".join(receipt.saetze)
    assert kept.aussagen == []


@pytest.mark.parametrize(
    "error",
    [NichtErlaubt("Bitte anmelden."), OperationalError("insert", {}, Exception("weg"))],
)
def test_what_cannot_be_kept_now_stays_in_the_browser(error: Exception) -> None:
    receipt, _ = answer(note(), Kept(error))
    assert receipt.ergebnis is Ergebnis.SPAETER
    assert len(receipt.saetze) == 1


def test_whoever_is_logged_out_keeps_what_they_typed() -> None:
    sent = [note(), {"ohne": "Schlüssel"}, note()]
    found = postponed(sent, "Bitte anmelden.")
    assert [(one.schluessel, one.ergebnis, one.saetze) for one in found] == [
        (one["schluessel"], Ergebnis.SPAETER, ("Bitte anmelden.",)) for one in (sent[0], sent[2])
    ]
    assert postponed("Unsinn", "Bitte anmelden.") == ()


def test_an_error_of_ours_is_not_swallowed() -> None:
    with pytest.raises(ZeroDivisionError):
        answer(note(), Kept(ZeroDivisionError()))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    )
)
def test_whatever_else_comes_is_answered_without_an_error(rubbish: Any) -> None:
    kept = Kept()
    assert receive(rubbish, BESTAND, known, kept, DATABASE_ERRORS) == ()
    assert kept.aussagen == []


@given(
    st.sampled_from(sorted(note())),
    st.none() | st.integers() | st.text(max_size=9) | st.lists(st.integers(), max_size=2),
)
def test_one_strange_value_is_refused_or_kept(field: str, value: Any) -> None:
    receipts = receive([note() | {field: value}], BESTAND, known, Kept(), DATABASE_ERRORS)
    assert all(one.ergebnis in (Ergebnis.GESPEICHERT, Ergebnis.MANGEL) for one in receipts)
    assert len(receipts) == int(field != "schluessel")


def test_a_long_queue_is_taken_in_parts() -> None:
    kept = Kept()
    assert len(receive([note() for _ in range(ROWS + 5)], BESTAND, known, kept, DATABASE_ERRORS)) == ROWS


def test_sent_twice_is_one_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the real store: the answer got lost, so the browser sends again."""
    monkeypatch.setenv("SRO_VAR", str(tmp_path))
    monkeypatch.delenv("SRO_DATABASE_URL", raising=False)
    store = open_store()
    for akte in BESTAND.akten:
        store.akten.anlegen(akte.inhalt, wer=PLANUNG)
    frida = Akteur("Frida", Rolle.FACHKRAFT)

    def keep(aussage: Aussage, schluessel: str) -> str:
        return store.akten.anlegen(aussage, wer=frida, schluessel=schluessel).id

    sent = [note(), note(text="Noch eine")]
    before = len(store.akten.bestand().von(Aussage))
    first = receive(sent, store.akten.bestand(), known, keep, DATABASE_ERRORS)
    again = receive([sent[0], sent[1], note(text="Neu")], store.akten.bestand(), known, keep, DATABASE_ERRORS)
    assert again[:2] == first
    assert len(store.akten.bestand().von(Aussage)) == before + 3
    assert store.akten.bestand().akte(first[0].akte).erfasst_von == "Frida"
    store.close()


def test_places_are_those_of_the_werkstatt_in_order() -> None:
    assert places(BESTAND, MARLI) == ("Haus der Jugend", "Jugendtreff", "Spielplatz")
