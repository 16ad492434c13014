"""A district's profile as HTML: the strip of headline figures, portrait and ages, then every theme."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sro.auswertung.kennwert import Kennwert
from sro.auswertung.profil.profil import Profil, Thema
from sro.model.indikator import Indikator
from sro.model.wert import Status
from sro.views import words
from sro.views.profil.einrichtungen import facilities_source, html_facilities
from sro.views.profil.portraet import html_ages, portrait
from sro.views.theme import Theme
from sro.views.zahlen.kopfzahl import cases, html_figure, html_headline, period
from sro.views.zahlen.saetze import sentences
from sro.views.zahlen.streifen import html_strip
from sro.views.zahlen.trend import html_trend

SIGNS = tuple(status for status in Status if status is not Status.OK)
READING = (
    "95 %: So weit kann der Wert allein durch Zufall schwanken; je kleiner das Gebiet, desto weiter.",
    "Streifen: Jeder kurze Strich ist ein Gebiet derselben Ebene, die gestrichelte Linie die ganze Stadt, der Punkt "
    "dieses Gebiet mit seinem 95-%-Bereich. Eine Rangfolge ist das nicht.",
    "Verlauf: kräftig dieses Gebiet, grau die ganze Stadt. Lücken und Reihenbrüche werden nicht überbrückt.",
    "Hohe Werte bei Hilfen können viel Bedarf oder guten Zugang bedeuten. Was eine Zahl bedeutet, klärt das Gespräch "
    "mit denen, die vor Ort arbeiten und leben.",
)


def html_strip_of_figures(profil: Profil, theme: Theme) -> str:
    cards = "".join(html_headline(kennwert, theme) for kennwert in profil.kopfzahlen)
    heading = '<h2 class="sro-nur-hoerbar">Auf einen Blick</h2>'
    return f'{heading}<div class="sro-karten sro-kennzahlen">{cards}</div>'


def html_portrait(profil: Profil, lageplan: str) -> str:
    """Portrait, locator map (`lageplan`, HTML) and ages side by side."""
    text = "".join(f"<p>{escape(sentence)}</p>" for sentence in portrait(profil))
    return (
        f'<div class="sro-portraet"><section><h2>Kurzporträt</h2>{text}{lageplan}</section>'
        f"<section><h2>Wer hier lebt</h2>{html_ages(profil.alter)}</section></div>"
    )


def html_theme(thema: Thema, theme: Theme) -> str:
    rows = "".join(_html_row(kennwert, theme) for kennwert in thema.kennwerte)
    return f'<section class="sro-thema"><h2>{escape(thema.name)}</h2>{rows}{_coarser(thema.nur_groeber)}</section>'


def html_facilities_of(profil: Profil) -> str:
    """The facilities with the source of their list; nothing where no list was read in."""
    if profil.liste is None:
        return ""
    table = html_facilities(f"Einrichtungen: {profil.gebiet.name}", profil.einrichtungen)
    source = f'<p class="sro-quelle">{escape(facilities_source(profil.liste))}</p>'
    return f"<section><h2>Einrichtungen und Träger</h2>{table}{source}</section>"


def html_reading() -> str:
    """How the figures and signs are to be read."""
    notes = "".join(f"<li>{escape(note)}</li>" for note in READING)
    signs = "".join(f"<dt>{escape(words.STATUS_MARK[s])}</dt><dd>{escape(words.STATUS_WORD[s])}</dd>" for s in SIGNS)
    return f'<section class="sro-blatt"><h2>Zum Lesen</h2><ul>{notes}</ul><dl>{signs}</dl></section>'


def _html_row(kennwert: Kennwert, theme: Theme) -> str:
    """Figure, its place among all areas, its course, and what can be said about it."""
    indikator = kennwert.indikator
    basis = " · ".join([*cases(kennwert), period(kennwert)])
    said = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences(kennwert))
    return (
        f'<article class="sro-zeile"><div><h3>{escape(indikator.name)}</h3>{html_figure(kennwert)}'
        f'<p class="sro-neben">{escape(basis)}</p></div>'
        f"<div>{html_strip(kennwert, theme)}</div>"
        f"<div>{html_trend(kennwert.reihe, indikator, theme, kennwert.stadtreihe, kennwert.jahr)}</div>"
        f"<div>{said}</div></article>"
    )


def _coarser(indikatoren: Sequence[Indikator]) -> str:
    """Names what this level does not have, so that nobody searches for it or takes it for zero."""
    if not indikatoren:
        return ""
    names = ", ".join(indikator.kurzname for indikator in indikatoren)
    return f'<p class="sro-neben">Auf dieser Ebene nicht ausgewiesen: {escape(names)}.</p>'
