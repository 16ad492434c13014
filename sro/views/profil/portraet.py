"""A short portrait of an area in sentences and its age structure as bars; both from published counts alone."""

from __future__ import annotations

from html import escape

from sro.auswertung.profil.alter import Altersaufbau, Altersgruppe
from sro.auswertung.profil.profil import Profil
from sro.model.wert import Status
from sro.views import words

PREFIX = "Einwohner:innen "  # how the names of age groups begin
NO_AGES = "Zum Altersaufbau liegen keine Zahlen vor, die gezeigt werden können."


def portrait(profil: Profil) -> list[str]:
    """Where the area lies, what it consists of, how many people live there: as far as that is known."""
    return [*_place(profil), *_parts(profil), *_people(profil.alter)]


def html_ages(alter: Altersaufbau | None) -> str:
    """The age groups as a table with bars; the city's share as a mark on each bar."""
    if alter is None:
        return f'<p class="sro-leer">{NO_AGES}</p>'
    widest = max(max(g.anteil, g.stadtanteil or 0) for g in alter.gruppen)
    rows = "".join(_age_row(gruppe, widest) for gruppe in alter.gruppen)
    return (
        f'<table class="sro-alter"><caption>Altersaufbau, {escape(alter.zeitpunkt)}; Strich im Balken: ganze Stadt'
        '</caption><thead><tr><th scope="col">Alter</th><th scope="col">Menschen</th>'
        '<th scope="col">Anteil</th><th scope="col">Stadt</th>'
        f'<th scope="col"><span class="sro-nur-hoerbar">Balken</span></th></tr></thead><tbody>{rows}</tbody></table>'
    )


def age_name(gruppe: Altersgruppe) -> str:
    """ "unter 6 Jahren", "von 6 bis unter 12 Jahren"."""
    return gruppe.merkmal.name.removeprefix(PREFIX)


def percent(fraction: float | None) -> str:
    return words.STATUS_MARK[Status.FEHLT] if fraction is None else f"{words.number(100 * fraction, 1)}{words.NBSP}%"


def _place(profil: Profil) -> list[str]:
    """The areas around, without the city, which the heading names."""
    return [f"Gehört zu {area.name}." for area in profil.eltern[:1] if len(profil.eltern) > 1]


def _parts(profil: Profil) -> list[str]:
    if profil.feinere is None or len(profil.teile) < 2:
        return []
    names = ", ".join(area.name for area in profil.teile)
    return [f"Dazu gehören {len(profil.teile)} {profil.feinere.plural}: {names}."]


def _people(alter: Altersaufbau | None) -> list[str]:
    if alter is None:
        return []
    young = alter.gruppen[0]
    return [
        f"Am {alter.zeitpunkt} lebten hier {words.count(alter.gesamt)} Menschen, davon {words.count(young.anzahl)} "
        f"{age_name(young)} ({percent(young.anteil)})."
    ]


def _age_row(gruppe: Altersgruppe, widest: float) -> str:
    mark = ""
    if gruppe.stadtanteil is not None:
        mark = f'<i style="left:{100 * gruppe.stadtanteil / widest:.1f}%"></i>'
    bar = f'<b style="width:{100 * gruppe.anteil / widest:.1f}%"></b>'
    return (
        f'<tr><th scope="row">{escape(age_name(gruppe))}</th><td>{words.count(gruppe.anzahl)}</td>'
        f"<td>{percent(gruppe.anteil)}</td><td>{percent(gruppe.stadtanteil)}</td>"
        f'<td class="balken" aria-hidden="true"><div>{bar}{mark}</div></td></tr>'
    )
