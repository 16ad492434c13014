"""Finds indicators by what people type: parts of words, codes, paragraphs, and words of everyday use."""

from __future__ import annotations

from collections.abc import Sequence

from sro.model.gebiet import normalised
from sro.model.indikator import Indikator, Katalog
from sro.reference.suchworte import Gruppe

SHORT = 4  # letters; shorter ones must begin a word: "28" is not meant to find 128, "eb" not "Nebenwohnung"


def find(text: str, katalog: Katalog, gruppen: Sequence[Gruppe] = ()) -> tuple[Indikator, ...]:
    """Indicators that contain every typed word, in the order of the catalogue; all of them where nothing is typed.

    Looked through are code, name, theme, definition, paragraph, the names of numerator and denominator, and words of
    `gruppen` that stand for something in the name. Case, umlauts, ß and punctuation do not matter.
    """
    words = normalised(text).split()
    return tuple(i for i in katalog.indikatoren if all(_contains(_text(i, katalog, gruppen), word) for word in words))


def _contains(text: str, word: str) -> bool:
    return f" {word}" in text or (len(word) >= SHORT and word in text)


def _text(indikator: Indikator, katalog: Katalog, gruppen: Sequence[Gruppe]) -> str:
    named = [
        indikator.name,
        indikator.kurzname,
        *(katalog.merkmal(m).name for m in (indikator.zaehler, indikator.nenner)),
    ]
    more = [indikator.code, indikator.thema, indikator.definition, indikator.paragraf]
    name = _joined(named)
    meant = [word for gruppe in gruppen if any(f" {normalised(word)}" in name for word in gruppe) for word in gruppe]
    return _joined([*named, *more, *meant])


def _joined(parts: Sequence[str]) -> str:
    """ " hilfen zur erziehung": a blank before each word, so that the beginnings of words can be told."""
    return "".join(f" {normalised(part)}" for part in parts)
