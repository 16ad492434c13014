"""A process that notes down words as an outbox sends them, until it is killed; used by test_mitschrift_absturz."""

from __future__ import annotations

from multiprocessing.connection import Connection
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from sro.akten.bestand import Bestand
from sro.akten.dialogannahme import receive
from sro.akten.mitschrift import Ergebnis
from sro.model.akte import Akte, Inhalt
from sro.model.akteur import Akteur, Rolle
from sro.reference.vokabular import known
from sro.store import DATABASE_ERRORS, Store, open_store
from tests.intake.kleine_stadt import STADT

WER = Akteur("Schreiber", Rolle.FACHKRAFT)


class Speicher:
    """The store for one note-taker, as `sro.akten.dialogannahme.Lager` wants it."""

    def __init__(self, store: Store, wer: Akteur = WER) -> None:
        self.akten, self.wer = store.akten, wer

    def bestand(self) -> Bestand:
        return self.akten.bestand()

    def akte(self, akte: str) -> Akte[Inhalt]:
        return self.akten.akte(akte)

    def anlegen(self, inhalt: Inhalt, schluessel: str) -> Akte[Inhalt]:
        return self.akten.anlegen(inhalt, wer=self.wer, schluessel=schluessel)

    def aendern(self, akte: str, inhalt: Inhalt, basis: int, schluessel: str) -> Akte[Inhalt]:
        return self.akten.aendern(akte, inhalt, basis=basis, wer=self.wer, schluessel=schluessel)


def key(*parts: object) -> str:
    return str(uuid5(NAMESPACE_URL, repr(parts)))


def groups(name: str, dialog: str, common: str, many: int) -> list[dict[str, Any]]:
    """By turns a word in the entry of both and one in an own entry, each on top of what this writer typed before."""
    found = []
    for place in ("gemeinsam", "eigen"):
        words = [f"{name}{place}{number}" for number in range(many)]
        for number in range(many):
            vorher, nachher = " ".join(words[:number]), " ".join(words[: number + 1])
            own = {"akte": "", "erste": key(name, place, 0) if number else ""}
            entry = {"akte": common} if place == "gemeinsam" else own
            sent = {"schluessel": key(name, place, number), "dialog": dialog, "art": "Beobachtung"}
            found.append((number, {**sent, **entry, "felder": {"text": [vorher, nachher]}}))
    return [group for _, group in sorted(found, key=lambda pair: pair[0])]


def write_until_killed(url: str, waiting: list[dict[str, Any]], told: Connection) -> None:
    """Sends each group and then says that it has the answer; whoever kills it in between does not hear that."""
    lager = Speicher(open_store(url, STADT))
    told.send("")
    for group in waiting:
        (answer,) = receive([group], lager, known, DATABASE_ERRORS)
        if answer.ergebnis is Ergebnis.GESPEICHERT:
            told.send(answer.schluessel)
