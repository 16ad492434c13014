"""Takes the groups of keystrokes that browsers send: each is saved once, whoever else writes in the same entry."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any, Protocol

from sro.akten.bestand import Bestand
from sro.akten.dialogmitschrift import Eintrag, Gruppe, belongs, changed, group, new, refused, without
from sro.akten.maengel import Kennt
from sro.akten.mitschrift import ROWS, Ergebnis, Quittung, Unlesbar, key_of
from sro.model.akte import Akte, Inhalt, Konflikt
from sro.model.akteur import NichtErlaubt
from sro.model.dialog import Dialog, Dialogstand

log = logging.getLogger("sro")
TRIES = 50  # so often somebody else may be quicker; then the browser sends the group again
LATER = "Der Speicher antwortet gerade nicht. Die Eingabe bleibt auf diesem Gerät und wird noch einmal gesendet."
BUSY = "Gerade schreiben viele zugleich. Die Eingabe wird noch einmal gesendet."
CLOSED = "Der Dialog ist abgeschlossen, es wird nichts mehr mitgeschrieben."
NO_DIALOGUE = "Diesen Dialog gibt es nicht mehr, oder Sie dürfen ihn nicht sehen."
GONE = "Der Eintrag ist inzwischen entfernt worden; was zuletzt dazu getippt wurde, ist nicht gespeichert."


class Lager(Protocol):
    """The store, for the person who types now."""

    def bestand(self) -> Bestand:
        """What they may read, as it is now."""

    def akte(self, akte: str) -> Akte[Inhalt]:
        """A record whole, also what they may not read of it; KeyError where there is none."""

    def anlegen(self, inhalt: Inhalt, schluessel: str) -> Akte[Inhalt]:
        """A new record, or the one that this key made before."""

    def aendern(self, akte: str, inhalt: Inhalt, basis: int, schluessel: str) -> Akte[Inhalt]:
        """The next version, or the record as it is where the key is known; Konflikt where `basis` is an older one."""


def receive(notes: Any, lager: Lager, kennt: Kennt, broken: tuple[type[Exception], ...]) -> tuple[Quittung, ...]:
    """One answer for each group with a key, in their order. `broken` is what a store raises that cannot be reached."""
    return tuple(_received(notes if isinstance(notes, list) else [], lager, kennt, broken))


def _received(notes: list[Any], lager: Lager, kennt: Kennt, broken: tuple[type[Exception], ...]) -> Iterator[Quittung]:
    for note in notes[:ROWS]:
        key = key_of(note)
        if not key:
            continue
        try:
            yield _one(group(key, note), lager, kennt)
        except Unlesbar as error:
            yield Quittung(key, Ergebnis.MANGEL, saetze=(str(error),))
        except NichtErlaubt as error:
            yield Quittung(key, Ergebnis.SPAETER, saetze=(str(error),))
        except Konflikt as konflikt:  # gone, or others were quicker again and again
            ergebnis, satz = (Ergebnis.SPAETER, BUSY) if konflikt.aktuell else (Ergebnis.MANGEL, GONE)
            yield Quittung(key, ergebnis, saetze=(satz,))
        except broken as error:
            log.warning("Mitgeschriebenes wartet im Browser: %s", getattr(error, "orig", None) or error)
            yield Quittung(key, Ergebnis.SPAETER, saetze=(LATER,))


def _one(gruppe: Gruppe, lager: Lager, kennt: Kennt) -> Quittung:
    bestand = lager.bestand()
    dialog = _dialog(gruppe, bestand)
    if dialog is None:
        return Quittung(gruppe.schluessel, Ergebnis.SPAETER, saetze=(NO_DIALOGUE,))
    wrong = refused(gruppe, bestand, kennt)
    good = without(gruppe, wrong)
    if wrong and not good.felder:
        return Quittung(gruppe.schluessel, Ergebnis.MANGEL, saetze=tuple(wrong.values()))
    if dialog.stand is Dialogstand.ABGESCHLOSSEN and not _there(good, lager):
        return Quittung(gruppe.schluessel, Ergebnis.SPAETER, saetze=(CLOSED,))
    akte = _written(good, dialog, lager)
    return Quittung(gruppe.schluessel, Ergebnis.GESPEICHERT, akte, tuple(wrong.values()))


def _dialog(gruppe: Gruppe, bestand: Bestand) -> Dialog | None:
    if gruppe.dialog not in bestand:
        return None
    found = bestand.akte(gruppe.dialog).inhalt
    return found if isinstance(found, Dialog) else None


def _there(gruppe: Gruppe, lager: Lager) -> bool:
    """Whether a record has all of it already: it was saved, and only the answer got lost."""
    try:
        now = _own(gruppe, lager.akte(gruppe.akte))
    except KeyError:
        return False
    return changed(gruppe, now.inhalt) == now.inhalt


def _written(gruppe: Gruppe, dialog: Dialog, lager: Lager) -> str:
    """The id of the record that has the group now."""
    if gruppe.akte:
        return _next(gruppe, _known(gruppe, lager), lager)
    made = lager.anlegen(new(gruppe, dialog.synthetisch), gruppe.erste or gruppe.schluessel)
    return _next(gruppe, _own(gruppe, made), lager) if gruppe.erste else made.id


def _next(gruppe: Gruppe, akte: Akte[Eintrag], lager: Lager) -> str:
    for _ in range(TRIES):
        try:
            return lager.aendern(akte.id, changed(gruppe, akte.inhalt), akte.fassung, gruppe.schluessel).id
        except Konflikt as konflikt:
            if konflikt.aktuell is None:
                raise
            akte = _own(gruppe, konflikt.aktuell)
    raise Konflikt(akte)


def _known(gruppe: Gruppe, lager: Lager) -> Akte[Eintrag]:
    try:
        return _own(gruppe, lager.akte(gruppe.akte))
    except KeyError:
        raise Konflikt(None) from None


def _own(gruppe: Gruppe, akte: Akte[Any]) -> Akte[Eintrag]:
    if not belongs(gruppe, akte.inhalt):
        raise Unlesbar("Dieser Eintrag gehört nicht zu diesem Dialog; bitte die Seite neu laden.")
    return akte
