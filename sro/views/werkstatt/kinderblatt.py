"""The feedback for the children as HTML: large, one statement a card, a sentence a line, pictograms beside words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from sro.auswertung.werkstatt.kindersicht import Kinderkarte
from sro.model.werkstatt import Werkstatt
from sro.views.werkstatt.kinderworte import SAID, TITLE, answer, said, state
from sro.views.werkstatt.piktogramm import html_piktogramm

NOTHING = "Hier gibt es noch nichts zu lesen. Bald schreiben wir euch."
FOR_SYNTHETIC = "Das ist ein Beispiel. Es ist erfunden."
NO_THEME = "Alles andere"


def html_for_children(werkstatt: Werkstatt, karten: Sequence[Kinderkarte]) -> str:
    """The whole view of one Werkstatt, in the order of the cards."""
    synthetic = werkstatt.synthetisch or any(karte.aussage.inhalt.synthetisch for karte in karten)
    mark = f'<p class="sro-kinder-hinweis"><b class="sro-synthetisch">synthetisch</b> {FOR_SYNTHETIC}</p>'
    cards = "".join(_card(karte) for karte in karten) or f"<p>{NOTHING}</p>"
    return (
        f'<article class="sro-kinder" lang="de"><h2><span>{TITLE[0]}</span> <span>{TITLE[1]}</span></h2>'
        f'<p class="sro-kinder-wo">{html_piktogramm("ort")} {escape(place(werkstatt))}</p>'
        f"{mark if synthetic else ''}{cards}</article>"
    )


def place(werkstatt: Werkstatt) -> str:
    """ "Kinder-Werkstatt Kücknitz, 2022" """
    year = str(werkstatt.beginn.year) if werkstatt.beginn else ""
    return ", ".join(part for part in (werkstatt.titel, year if year not in werkstatt.titel else "") if part)


def theme_name(karte: Kinderkarte) -> str:
    return karte.thema.name if karte.thema else NO_THEME


def theme_sign(karte: Kinderkarte) -> str:
    return karte.thema.zeichen if karte.thema else "gespraech"


def _card(karte: Kinderkarte) -> str:
    aussage = karte.aussage.inhalt
    return (
        f'<section class="sro-kinderkarte"><div class="gesagt">'
        f"<h3>{html_piktogramm(theme_sign(karte))} {escape(theme_name(karte))}</h3>"
        f'<p class="kopf">{SAID[aussage.valenz]}</p>{_lines(said(aussage))}</div>'
        f'<div class="passiert">{html_piktogramm(aussage.bearbeitung)}'
        f'<div><p class="stand">{escape(state(aussage, karte.stellen))}</p>{_lines(answer(aussage))}</div></div>'
        "</section>"
    )


def _lines(sentences: Iterable[str]) -> str:
    return "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
