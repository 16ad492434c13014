"""Groups by themes as a table: how many Bedürfnisse, how often named, where they contradict, who was not heard."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from sro.auswertung.holstentor.perspektiven import Gehoer, Perspektive, Perspektiven
from sro.auswertung.holstentor.stimmenfilter import Stimmenfilter
from sro.model.stimme import Gruppe
from sro.views import words
from sro.views.holstentor.beduerfnis import Weg, html_link, mentions, needs

NOT_HEARD = {Gehoer.NICHT_ZUM_THEMA: "nicht gehört", Gehoer.GAR_NICHT: "noch nie gehört"}
TITLE = "Wer hat worüber gesprochen: Bedürfnisse nach Thema und Gruppe"


def html_perspectives(perspektiven: Perspektiven, themen: Mapping[str, str], wahl: Stimmenfilter, weg: Weg) -> str:
    """The matrix; `themen` are the names of the themes by id. A click on a cell, a theme or a group filters."""
    heads = "".join(_head(gruppe, perspektiven.zelle(None, gruppe), wahl, weg) for gruppe in Gruppe)
    rows = "".join(_row(thema, themen[thema], perspektiven, wahl, weg) for thema in perspektiven.themen)
    total = "".join(_cell(perspektiven.zelle(None, gruppe), wahl, weg) for gruppe in Gruppe)
    return (
        f'<div class="sro-tabelle sro-perspektiven" role="region" tabindex="0" aria-label="{TITLE}"><table>'
        f'<caption class="sro-nur-hoerbar">{TITLE}</caption><thead><tr><th scope="col">Thema</th>{heads}</tr></thead>'
        f'<tbody>{rows}<tr class="gesamt"><th scope="row">Alle Themen</th>{total}</tr></tbody></table></div>'
    )


def silent_themes(perspektiven: Perspektiven, themen: Mapping[str, str]) -> str:
    """The themes that nobody has spoken about, as a sentence; empty where there are none."""
    names = ", ".join(themen[thema] for thema in perspektiven.stumm)
    return f"Dazu hat noch niemand etwas gesagt: {names}." if names else ""


def _head(gruppe: Gruppe, zelle: Perspektive, wahl: Stimmenfilter, weg: Weg) -> str:
    chosen = wahl.gruppe is gruppe
    link = html_link(weg(gruppe=None if chosen else gruppe), escape(gruppe))
    never = "<small>noch nie gehört</small>" if zelle.gehoer is Gehoer.GAR_NICHT else ""
    return f'<th scope="col"{_current(chosen)}>{link}{never}</th>'


def _row(thema: str, name: str, perspektiven: Perspektiven, wahl: Stimmenfilter, weg: Weg) -> str:
    chosen = wahl.thema == thema
    head = html_link(weg(thema=None if chosen else thema), escape(name))
    cells = "".join(_cell(perspektiven.zelle(thema, gruppe), wahl, weg) for gruppe in Gruppe)
    return f'<tr><th scope="row"{_current(chosen)}>{head}</th>{cells}</tr>'


def _cell(zelle: Perspektive, wahl: Stimmenfilter, weg: Weg) -> str:
    """A cell that the filter leaves out stays, but steps back: one must be able to go there."""
    css = [zelle.gehoer.value.replace("_", "-")]
    chosen = wahl.gruppe is zelle.gruppe and wahl.thema == zelle.thema
    aside = wahl.gruppe not in (None, zelle.gruppe) or (wahl.thema != zelle.thema and wahl.thema and zelle.thema)
    css += ["gewaehlt"] if chosen else ["beiseite"] if aside else []
    name = f' data-kopf="{escape(zelle.gruppe)}" class="{" ".join(css)}"'
    if zelle.gehoer is not Gehoer.GEHOERT:
        return f"<td{name}>{NOT_HEARD[zelle.gehoer]}</td>"
    target = {"gruppe": None, "thema": None} if chosen else {"gruppe": zelle.gruppe, "thema": zelle.thema}
    return f"<td{name}>{html_link(weg(**target), _evidence(zelle))}</td>"


def _evidence(zelle: Perspektive) -> str:
    """ "12" above "31 Nennungen, 2 nicht gezählt", and what contradicts; whole words for those who listen."""
    count = len(zelle.beduerfnisse)
    uncounted = (
        f", {words.number(zelle.ohne_zahl)} ohne Zahl" if zelle.ohne_zahl and zelle.nennungen is not None else ""
    )
    spoken = needs(count).partition(" ")[2]
    contradiction = ""
    if zelle.widersprechend:
        contradiction = f'<span class="sro-widerspruch">{words.number(zelle.widersprechend)} im Widerspruch</span>'
    return (
        f'<b>{words.number(count)}</b><span class="sro-nur-hoerbar"> {spoken}</span>'
        f"<small>{escape(mentions(zelle.nennungen))}{uncounted}</small>{contradiction}"
    )


def _current(chosen: bool) -> str:
    return ' class="gewaehlt"' if chosen else ""
