"""Comparable areas in words: names by the alphabet, and what "comparable" rests on."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from sro.auswertung.profil.profil import Profil
from sro.auswertung.profil.vergleichbare import Vergleichbare
from sro.model.gebiet import Gebiet

EQUAL = "Jeder Indikator zählt gleich. „Vergleichbar“ heißt nur: in diesen Indikatoren."


def html_comparable(profil: Profil) -> str:
    """The areas as links to their profiles, or the reason why none is named."""
    found = profil.vergleichbare
    if found.grund:
        return _section(f"<p>{escape(why_none(found))}</p>")
    links = [_link(area) for area in found.gebiete]
    names = ", ".join(indikator.kurzname for indikator in found.indikatoren)
    nearest = (
        f"{_basis(found)} liegen diese {profil.ebene.plural} am nächsten bei {profil.gebiet.name} "
        "(in der Reihenfolge des Alphabets)"
    )
    return _section(
        f'<p>{escape(nearest)}: {enumerated(links)}.</p><p class="sro-neben">Verwendet: {escape(names)}. {EQUAL}</p>'
    )


def comparable_sentence(profil: Profil) -> str:
    """The same in one short sentence, for paper."""
    found = profil.vergleichbare
    if found.grund:
        return why_none(found)
    return f"{_basis(found)} vergleichbar: {enumerated([area.name for area in found.gebiete])}."


def why_none(found: Vergleichbare) -> str:
    """Why no comparable area is named; with the indicator that it is about."""
    reason = found.grund.satz if found.grund else ""
    if found.betroffen:
        reason = f"{reason.removesuffix('.')} ({found.betroffen.kurzname})."
    return f"Vergleichbare Gebiete lassen sich nicht angeben. {reason}".rstrip()


def enumerated(names: Sequence[str]) -> str:
    """ "A, B und C"."""
    *first, last = names
    return f"{', '.join(first)} und {last}" if first else last


def _link(area: Gebiet) -> str:
    address = f"profil?{urlencode({'ebene': area.ebene, 'gebiet': area.id})}"
    return f'<a href="{escape(address)}" target="_self">{escape(area.name)}</a>'


def _basis(found: Vergleichbare) -> str:
    """ "Nach 8 Indikatoren zu „Bevölkerung“ und „Soziale Lage“ (2024)"."""
    themes = enumerated([f"„{thema}“" for thema in dict.fromkeys(i.thema for i in found.indikatoren)])
    count = f"{len(found.indikatoren)} Indikator{'en' if len(found.indikatoren) > 1 else ''}"
    return f"Nach {count} zu {themes} ({found.jahr})"


def _section(text: str) -> str:
    return f'<section class="sro-blatt"><h2>Vergleichbare Gebiete</h2>{text}</section>'
