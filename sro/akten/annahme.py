"""Takes the notes that a browser sent, one by one: each is kept, refused with sentences, or stays in the browser."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sro.akten.bestand import Bestand
from sro.akten.maengel import Kennt
from sro.akten.mitschrift import ROWS, Ergebnis, Quittung, Unlesbar, hints, key_of, refusal, statement
from sro.model.akte import Konflikt
from sro.model.akteur import NichtErlaubt
from sro.model.aussage import Aussage

Anlegen = Callable[[Aussage, str], str]  # keeps a statement under a browser's key, gives the record's id
log = logging.getLogger("sro")
LATER = "Der Speicher antwortet gerade nicht. Der Eintrag bleibt auf diesem Gerät und wird noch einmal gesendet."


def receive(
    notes: Any, bestand: Bestand, kennt: Kennt, anlegen: Anlegen, broken: tuple[type[Exception], ...]
) -> tuple[Quittung, ...]:
    """One answer for each note with a key. `broken` is what `anlegen` raises where the store cannot be reached."""
    return tuple(_received(notes if isinstance(notes, list) else [], bestand, kennt, anlegen, broken))


def postponed(notes: Any, satz: str) -> tuple[Quittung, ...]:
    """All notes stay in the browser, for the reason that the sentence gives."""
    keys = [key_of(note) for note in notes] if isinstance(notes, list) else []
    return tuple(Quittung(key, Ergebnis.SPAETER, saetze=(satz,)) for key in keys[:ROWS] if key)


def _received(
    notes: list[Any], bestand: Bestand, kennt: Kennt, anlegen: Anlegen, broken: tuple[type[Exception], ...]
) -> Iterator[Quittung]:
    for note in notes[:ROWS]:
        if not key_of(note):
            continue
        try:
            yield _one(key_of(note), note, bestand, kennt, anlegen)
        except Unlesbar as error:
            yield Quittung(key_of(note), Ergebnis.MANGEL, saetze=(str(error),))
        except NichtErlaubt as error:
            yield Quittung(key_of(note), Ergebnis.SPAETER, saetze=(str(error),))
        except Konflikt:  # kept once, and gone since: the browser need not send it again
            yield Quittung(key_of(note), Ergebnis.GESPEICHERT)
        except broken as error:
            log.warning("Mitgeschriebenes wartet im Browser: %s", getattr(error, "orig", None) or error)
            yield Quittung(key_of(note), Ergebnis.SPAETER, saetze=(LATER,))


def _one(schluessel: str, note: Mapping[str, Any], bestand: Bestand, kennt: Kennt, anlegen: Anlegen) -> Quittung:
    aussage = statement(note, bestand)
    refused = refusal(schluessel, aussage, bestand, kennt)
    if refused:
        return refused
    akte = anlegen(aussage, schluessel)
    return Quittung(schluessel, Ergebnis.GESPEICHERT, akte, tuple(hint.satz for hint in hints(aussage)))
