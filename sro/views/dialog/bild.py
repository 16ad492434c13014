"""A screen of a dialogue's presentation: one message, with a heading, an optional open question and a foot line.

Sizes are those of a page of 1280 × 720; praesentation.css scales everything with the projector.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import shorten

from sro.akten.werte import short
from sro.auswertung.dialog.ablauf import Abschnitt
from sro.auswertung.dialog.blatt import Dialogblatt
from sro.views.dialog.worte import ABSCHNITT, about
from sro.views.quelle import datenstand_label

WIDTH = 1184  # of the content, in units of the page
TYPE = 24  # the smallest type of what is read
SYNTHETISCH = "synthetisch"
CAPTURE = "mitschrift"  # the screen over which the live notes are laid


@dataclass(frozen=True, slots=True, kw_only=True)
class Bild:
    """`inhalt` is HTML, all else plain text. `kennung` stays the same while the dialogue does.

    `indikator`: whose other areas somebody may ask for here. `fuss` says where all of it comes from.
    """

    kennung: str
    titel: str
    inhalt: str
    fuss: str
    art: str
    abschnitt: Abschnitt | None = None
    oben: str = ""
    frage: str = ""
    indikator: str = ""


def html_screens(bilder: Sequence[Bild]) -> str:
    """All screens one after the other; the script shows one at a time."""
    return "".join(_section(bild) for bild in bilder)


def _section(bild: Bild) -> str:
    name = f"bild-{bild.kennung}"
    place = f' data-abschnitt="{bild.abschnitt}"' if bild.abschnitt else ""
    indicator = f' data-indikator="{escape(bild.indikator, quote=True)}"' if bild.indikator else ""
    asked = f'<p class="frage">{escape(bild.frage)}</p>' if bild.frage else ""
    level = "h1" if bild.art == "titel" else "h2"
    return (
        f'<section id="{name}" class="bild {bild.art}" data-kennung="{bild.kennung}"{place}{indicator} '
        f'tabindex="-1" aria-labelledby="{name}-titel" hidden>'
        f'<header><p class="oben">{escape(kicker(bild))}</p>'
        f'<{level} id="{name}-titel">{escape(bild.titel)}</{level}></header>'
        f'<div class="inhalt">{bild.inhalt}</div>{asked}<footer>{escape(bild.fuss)}</footer></section>'
    )


def kicker(bild: Bild) -> str:
    """ "Datenblick · Moisling": where in the dialogue this is, and what about."""
    section = ABSCHNITT[bild.abschnitt] if bild.abschnitt else ""
    return " · ".join(part for part in (section, bild.oben) if part)


def foot(blatt: Dialogblatt, synthetisch: bool, *quellen: str) -> str:
    """The Datenstand, "synthetisch" where anything that is shown is made up, then sources, which may be long."""
    mark = [SYNTHETISCH] if synthetisch else []
    return " · ".join([datenstand_label(blatt.datenstand), *mark, *(one for one in quellen if one)])


def subject(blatt: Dialogblatt) -> str:
    return about(blatt.dialog, blatt.werk.stadt)


def brief(text: str, longest: int) -> str:
    """On one line, cut between words where it is too long; a single word that is too long is cut itself."""
    cut = shorten(text, longest, placeholder=" …")
    return cut if len(cut) > longest / 2 or cut == " ".join(text.split()) else short(text, longest)


def html_rows(rows: Sequence[tuple[str, str]]) -> str:
    """Names and plain values as a <dl>; empty values are left out."""
    drawn = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in rows if value)
    return f"<dl>{drawn}</dl>"
