"""Statements as a list to read: what was said, by whom of which age, about what, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from sro.model.akte import Akte
from sro.model.aussage import Aussage, Bearbeitung
from sro.model.gebiet import GebietKey, Stadt
from sro.model.stimmenworte import Stimmenworte
from sro.views import words
from sro.views.werkstatt.worte import age, html_marks, html_sign, spoken, statements


@dataclass(frozen=True)
class Aussagenworte:
    """The words that a list needs: of themes and offices, of areas, and of Werkstätten by their id."""

    worte: Stimmenworte
    stadt: Stadt
    werkstaetten: dict[str, str]


def html_statements(
    titel: str, akten: Sequence[Akte[Aussage]], worte: Aussagenworte, gesucht: str | None = None
) -> str:
    """A list that scrolls by itself; `gesucht` is the id of a statement that comes first and stands out."""
    ordered = sorted(akten, key=lambda akte: akte.id != gesucht)
    items = "".join(_item(akte, worte, akte.id == gesucht) for akte in ordered)
    name = escape(titel, quote=True)
    return (
        f'<div class="sro-aussagen" role="region" tabindex="0" aria-label="{name}">'
        f'<p class="sro-aussagen-titel">{name}</p><ul>{items}</ul></div>'
    )


def html_without_place(akten: Sequence[Akte[Aussage]], worte: Aussagenworte) -> str:
    """The statements that no map can show, folded away behind their number."""
    items = "".join(_item(akte, worte, False) for akte in akten)
    return (
        f'<details class="sro-aussagen-ohne"><summary>{statements(len(akten))} ohne Ort</summary>'
        '<div class="sro-aussagen" role="region" tabindex="0" aria-label="Aussagen ohne Ort">'
        f"<ul>{items}</ul></div></details>"
    )


def _item(akte: Akte[Aussage], worte: Aussagenworte, gesucht: bool) -> str:
    aussage = akte.inhalt
    css = ' class="gesucht"' if gesucht else ""
    return (
        f'<li{css} data-aussage="{escape(akte.id, quote=True)}"><p class="gesagt">{html_sign(aussage.valenz)}'
        f'<span><span class="sro-nur-hoerbar">{aussage.valenz.value}: </span>{escape(spoken(aussage))}</span></p>'
        f'<p class="sro-neben">{escape(" · ".join(_about(aussage, worte)))}</p>'
        f"{_fate(aussage)}</li>"
    )


def _about(aussage: Aussage, worte: Aussagenworte) -> Iterable[str]:
    """Age, place, themes, offices, Werkstatt: whatever there is."""
    yield age(aussage.altersgruppe)
    where = aussage.ort.strip() or (_room(aussage.raum, worte.stadt) if aussage.raum else "")
    if where:
        yield where
    themes = [found.name for one in aussage.themen if (found := worte.worte.thema(one))]
    if themes:
        yield ", ".join(themes)
    offices = [office.name for one in aussage.schnittstellen if (office := worte.worte.schnittstelle(one))]
    if offices:
        yield f"Schnittstelle {', '.join(offices)}"
    if aussage.werkstatt in worte.werkstaetten:
        yield worte.werkstaetten[aussage.werkstatt]


def _room(raum: GebietKey, stadt: Stadt) -> str:
    return stadt.raum_name(raum)


def _fate(aussage: Aussage) -> str:
    """The state, the reason and the answer for the children; when they were told, or that they have not been yet."""
    told = f", rückgemeldet am {words.date(aussage.rueckmeldung_am)}" if aussage.rueckmeldung_am else ""
    if not told and aussage.bearbeitung is not Bearbeitung.NEU:
        told = ", noch nicht rückgemeldet"
    state = f'<p class="stand"><b>{escape(aussage.bearbeitung.value)}</b>{told}{html_marks(aussage)}</p>'
    reason, answer = aussage.grund.strip(), aussage.antwort.strip()
    said = f'<p class="antwort">{escape(answer)}</p>' if answer else ""
    return state + said + (f'<p class="sro-neben">Begründung: {escape(reason)}</p>' if reason else "")
