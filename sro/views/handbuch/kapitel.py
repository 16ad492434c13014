"""The handbook taken apart into chapters, each with a name for its address and with Markdown that a page can show."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from sro.views.texte import CODE, COLON, TITLE, parts

UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
REFERENCE = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Kapitel:
    """`schluessel` names it in an address; `text` is its Markdown without the heading."""

    titel: str
    schluessel: str
    text: str


@dataclass(frozen=True, slots=True)
class Handbuch:
    """`vorweg` is the Markdown before the first chapter."""

    vorweg: str
    kapitel: tuple[Kapitel, ...]

    def __getitem__(self, schluessel: str) -> Kapitel:
        """KeyError where there is no such chapter."""
        return self.kapitel[self.place(schluessel)]

    def place(self, schluessel: str) -> int:
        for place, kapitel in enumerate(self.kapitel):
            if kapitel.schluessel == schluessel:
                return place
        raise KeyError(schluessel)


def handbook(text: str) -> Handbuch:
    """Every heading of the second rank begins a chapter."""
    vorweg, found = parts(text)
    return Handbuch(TITLE.sub("", vorweg), tuple(Kapitel(titel, key_of(titel), body) for titel, body in found))


def key_of(titel: str) -> str:
    """ "Was heißt das Intervall?" → "was-heisst-das-intervall"."""
    plain = re.sub(r"[^\w\s-]", "", titel.lower().translate(UMLAUTE))
    return re.sub(r"\s+", "-", plain.strip())


def readable(text: str, bild: Callable[[str], str]) -> str:
    """Markdown for a page: pictures at their addresses, enlarged by a click; links inside the books as plain text.

    `bild` gets the name of a file.
    """
    between = CODE.split(text)  # code at the odd places
    return "".join(part if n % 2 else _readable(part, bild) for n, part in enumerate(between))


def _readable(prose: str, bild: Callable[[str], str]) -> str:
    return REFERENCE.sub(lambda found: _reference(found, bild), COLON.sub(r"\\:", prose))


def _reference(found: re.Match[str], bild: Callable[[str], str]) -> str:
    mark, words, target = found.groups()
    if mark:
        address = bild(PurePosixPath(target).name)
        return f"[![{words}]({address})]({address})"
    return found[0] if "://" in target or target.startswith("mailto:") else words
