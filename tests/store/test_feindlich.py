"""Hostile text in every text field of every kind of record is kept as it is, on each database.

Without NUL and halves of characters alone, which neither every database nor any file can take.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from sro.model.aktenart import AKTENARTEN, Aktenart
from sro.model.akteur import Akteur, Rolle
from sro.model.feld import Form, felder
from sro.store import Store
from tests.sicherheit.feindliches import FEINDLICH

PLANUNG = Akteur("Petra", Rolle.PLANUNG)


def seen(text: str) -> str:
    return "".join("?" if "\ud800" <= sign <= "\udfff" else sign for sign in text if sign != "\0")


@pytest.mark.parametrize("art", AKTENARTEN, ids=lambda art: art.name)
def test_what_was_written_is_what_is_read(store: Store, art: Aktenart) -> None:
    names = [feld.name for feld in felder(art.klasse) if feld.form in (Form.ZEILE, Form.TEXT)]
    made = store.akten.anlegen(art.klasse(), wer=PLANUNG)
    for text in FEINDLICH:
        content = replace(made.inhalt, **dict.fromkeys(names, text))
        kept = replace(content, **dict.fromkeys(names, seen(text)))
        made = store.akten.aendern(made.id, content, basis=made.fassung, wer=PLANUNG)
        assert store.akten.akte(made.id).inhalt == made.inhalt == kept
    assert store.akten.verlauf(made.id)[0].inhalt == made.inhalt


def test_a_hostile_name_and_reason_are_kept_as_they_are(store: Store) -> None:
    for text in FEINDLICH:
        made = store.akten.anlegen(AKTENARTEN[0].klasse(), wer=Akteur(text, Rolle.PLANUNG))
        store.akten.entfernen(made.id, basis=1, grund=text, wer=Akteur(text, Rolle.PLANUNG))
        last = store.akten.verlauf(made.id)[0]
        assert (last.wer, last.grund) == (seen(text), seen(text))
