"""Where numbers and voices disagree: the two sides of each question, and the question as a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from sro.akten.bestand import title
from sro.auswertung.dialog.fragen import Frage, Frageart
from sro.model.gebiet import GebietKey
from sro.model.stimme import Gruppe
from sro.views.holstentor.bedarfe import figure_words
from sro.views.holstentor.beduerfnis import Weg, html_link, synthetic

ASKED = {
    Frageart.STIMMEN_OHNE_BEFUND: "Was erleben diese Gruppen, das die Zahl nicht misst?",
    Frageart.ZAHL_GUENSTIG: "Bei wem kommt das, was die Zahl Gutes zeigt, nicht an?",
    Frageart.BEFUND_OHNE_STIMMEN: "Wen müssten wir dazu noch hören?",
}
NOTHING = "Zahlen und Stimmen widersprechen einander nirgends, soweit beides vorliegt."
RULE = (
    "Eine Frage entsteht, wenn mehrere Gruppen einen Bedarf nennen und die verknüpfte Zahl nicht auffällt oder auf der "
    "erwünschten Seite liegt, oder wenn eine Belastung auffällt, von der kein Bedarf handelt. Sie wertet nichts."
)


def html_questions(fragen: Sequence[Frage], gebiet: GebietKey, weg: Weg) -> str:
    """The questions as cards; figures of the same Bedarf and kind share one. `gebiet`: that of the model project."""
    if not fragen:
        return f'<p class="sro-leer">{NOTHING}</p>'
    cards = "".join(_card(list(group), gebiet, weg) for _, group in groupby(fragen, _together))
    return f'<div class="sro-karten sro-drei sro-fragen">{cards}</div>'


def question(frage: Frage) -> str:
    """The question that is put to the dialogue."""
    return ASKED[frage.art]


def named_by(gruppen: Sequence[Gruppe]) -> str:
    """ "Kinder und Eltern", "Kinder, Jugendliche und Eltern"."""
    *first, last = [gruppe.value for gruppe in gruppen]
    return f"{', '.join(first)} und {last}" if first else last


def _together(frage: Frage) -> tuple[str, str]:
    return frage.art, frage.bedarf.akte.id if frage.bedarf else frage.kennwert.indikator.thema


def _card(fragen: Sequence[Frage], gebiet: GebietKey, weg: Weg) -> str:
    figures = "".join(f"<li>{_figure(frage, gebiet)}</li>" for frage in fragen)
    return (
        f'<article class="sro-karte sro-frage"><p class="sro-fragesatz">{ASKED[fragen[0].art]}</p>'
        f"<h3>Stimmen</h3><p>{_voices(fragen[0], weg)}</p><h3>{'Zahlen' if len(fragen) > 1 else 'Zahl'}</h3>"
        f"<ul>{figures}</ul></article>"
    )


def _voices(frage: Frage, weg: Weg) -> str:
    if frage.bedarf is None:
        return f"Kein Bedarf handelt von „{escape(frage.kennwert.indikator.thema)}“."
    akte = frage.bedarf.akte
    link = html_link(weg(teil="kette", element=akte.id), escape(title(akte)))
    return f"{escape(named_by(frage.gruppen))} nennen: {link}{synthetic(akte)}"


def _figure(frage: Frage, gebiet: GebietKey) -> str:
    kennwert = frage.kennwert
    coarser = (
        "" if kennwert.gebiet.key == gebiet else f" <small>gemessen nur für {escape(kennwert.gebiet.name)}</small>"
    )
    return f"{escape(kennwert.indikator.kurzname)}: {escape(figure_words(kennwert))}{coarser}"
