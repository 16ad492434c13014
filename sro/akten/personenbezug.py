"""Warns of what could say which person a text is about. It warns and never changes anything: a person decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sro.akten.namen import names
from sro.akten.spuren import addresses, emails, handles, phones, schools

Fund = tuple[int, int]  # from and to, as in text[from:to]


class Personenbezug(StrEnum):
    """What a text gives away."""

    NAME = "Name"
    TELEFON = "Telefonnummer"
    MAIL = "E-Mail-Adresse"
    ANSCHRIFT = "Anschrift"
    SCHULE = "Schule oder Kita mit Alter oder Klasse"
    KONTO = "Konto in einem sozialen Netzwerk"


REMEDY = {
    Personenbezug.NAME: "Bitte umschreiben, etwa „ein Kind“ oder „eine Mutter“.",
    Personenbezug.TELEFON: "Bitte streichen.",
    Personenbezug.MAIL: "Bitte streichen.",
    Personenbezug.ANSCHRIFT: "Bitte die Hausnummer streichen oder nur die Gegend nennen.",
    Personenbezug.SCHULE: "Bitte die Schule oder das Alter weglassen; beides zusammen meint wenige Kinder.",
    Personenbezug.KONTO: "Bitte streichen.",
}


@dataclass(frozen=True, slots=True)
class Hinweis:
    """One place in a text: `text[von:bis]` is `wort`; `satz` is a German sentence with the remedy."""

    art: Personenbezug
    wort: str
    von: int
    bis: int

    @property
    def satz(self) -> str:
        return f"„{self.wort}“: möglicherweise {WORDS[self.art]}. {REMEDY[self.art]}"


WORDS = {
    Personenbezug.NAME: "ein Name",
    Personenbezug.TELEFON: "eine Telefonnummer",
    Personenbezug.MAIL: "eine E-Mail-Adresse",
    Personenbezug.ANSCHRIFT: "eine Anschrift",
    Personenbezug.SCHULE: "eine Schule oder Kita mit Alter oder Klasse",
    Personenbezug.KONTO: "ein Konto in einem sozialen Netzwerk",
}


def hinweise(text: str) -> tuple[Hinweis, ...]:
    """All places in the order in which they stand; empty where the text names nobody as far as can be told."""
    found = [_hinweis(art, text, von, bis) for art, (von, bis) in _found(text)]
    return tuple(sorted(_without_overlap(found), key=lambda one: one.von))


def _hinweis(art: Personenbezug, text: str, von: int, bis: int) -> Hinweis:
    word = text[von:bis].rstrip()
    return Hinweis(art, word, von, von + len(word))


def _found(text: str) -> Iterator[tuple[Personenbezug, Fund]]:
    """The surest kinds first."""
    for art, search in (
        (Personenbezug.MAIL, emails),
        (Personenbezug.KONTO, handles),
        (Personenbezug.TELEFON, phones),
        (Personenbezug.ANSCHRIFT, addresses),
        (Personenbezug.SCHULE, schools),
        (Personenbezug.NAME, names),
    ):
        for place in search(text):
            yield art, place


def _without_overlap(found: list[Hinweis]) -> list[Hinweis]:
    """Of two that share letters the first, which is the surer."""
    kept: list[Hinweis] = []
    for one in found:
        if all(one.bis <= other.von or other.bis <= one.von for other in kept):
            kept.append(one)
    return kept
