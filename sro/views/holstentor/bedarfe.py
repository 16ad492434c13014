"""Übergreifende Bedarfe as cards. Everything that people wrote is escaped; nothing is ranked."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sro.akten.bestand import title
from sro.auswertung.holstentor.bedarfsblatt import Bedarfsblatt, Gruppennennung, Indikatorzahl
from sro.auswertung.kennwert import Kennwert
from sro.model.bedarf import Bedarf
from sro.model.gebiet import Stadt
from sro.stats.auffaellig import Urteil
from sro.views import words
from sro.views.analyse.worte import URTEIL
from sro.views.holstentor.beduerfnis import Weg, html_link, mentions, needs, synthetic

UNDECIDED = "noch nicht entschieden"
NO_FIGURE = "keine Zahl veröffentlicht"


def html_sheets(blaetter: Sequence[Bedarfsblatt], stadt: Stadt, weg: Weg) -> str:
    cards = "".join(html_sheet(blatt, stadt, weg) for blatt in blaetter)
    return f'<div class="sro-karten sro-bedarfe">{cards}</div>'


def html_sheet(blatt: Bedarfsblatt, stadt: Stadt, weg: Weg) -> str:
    """One card: what is needed and why, who names it, what the figures say, what contradicts, who decided."""
    bedarf = blatt.akte.inhalt
    chain = html_link(weg(teil="kette", element=blatt.akte.id), escape(title(blatt.akte)))
    room = f'<p class="sro-neben">{escape(stadt.raum_name(bedarf.raum))}</p>' if bedarf.raum else ""
    return (
        f'<article class="sro-karte sro-bedarf"><h3>{chain}{synthetic(blatt.akte)}</h3>{room}'
        f"<p>{escape(bedarf.begruendung)}</p>{_groups(blatt.nennungen)}{_figures(blatt.zahlen)}"
        f"{_contradiction(blatt, weg)}{_decision(blatt)}</article>"
    )


def _groups(nennungen: Sequence[Gruppennennung]) -> str:
    return f'<h4>Genannt von</h4><dl class="sro-nennungen">{"".join(map(_group, nennungen))}</dl>'


def _group(nennung: Gruppennennung) -> str:
    if nennung.belegende:
        against = f", {len(nennung.widersprechende)} im Widerspruch" if nennung.widersprechende else ""
        said = f"{needs(len(nennung.belegende))}, {mentions(nennung.nennungen)}{against}"
        return f"<div><dt>{escape(nennung.gruppe)}</dt><dd>{escape(said)}</dd></div>"
    said = "widerspricht" if nennung.widersprechende else "nennt ihn nicht"
    return f'<div class="ohne"><dt>{escape(nennung.gruppe)}</dt><dd>{said}</dd></div>'


def _figures(zahlen: Sequence[Indikatorzahl]) -> str:
    if not zahlen:
        return '<h4>Zahlen dazu</h4><p class="sro-neben">Mit keinem Indikator verknüpft.</p>'
    return f"<h4>Zahlen dazu</h4><ul>{''.join(map(_figure, zahlen))}</ul>"


def _figure(zahl: Indikatorzahl) -> str:
    link = f'<a href="methodik?indikator={zahl.indikator.id}" target="_self">{escape(zahl.indikator.kurzname)}</a>'
    return f"<li>{link}: {escape(figure_words(zahl.kennwert))}</li>"


def figure_words(kennwert: Kennwert | None) -> str:
    """ "23,1 % (Holstentor-Nord, 31.12.2024; Stadt 18,2 %), im Rahmen des Zufalls"."""
    if kennwert is None:
        return NO_FIGURE
    b, indikator = kennwert.beobachtung, kennwert.indikator
    jahre = b.jahre if b else indikator.jahre_zusammen(kennwert.gebiet.ebene)
    beside = f"; Stadt {words.shown(kennwert.stadt, indikator)}" if kennwert.stadt and kennwert.gebiet.eltern else ""
    where = f"{kennwert.gebiet.name}, {indikator.period(kennwert.jahr, jahre)}{beside}"
    return f"{words.shown(b, indikator)} ({where}){_judged(kennwert)}"


def _judged(kennwert: Kennwert) -> str:
    """The strict verdict, where there is one."""
    urteil = kennwert.auffaelligkeit.urteil
    return "" if urteil is Urteil.NICHT_BERECHENBAR else f"; {URTEIL[urteil]}"


def _contradiction(blatt: Bedarfsblatt, weg: Weg) -> str:
    bedarf, against = blatt.akte.inhalt, blatt.widersprechende
    if not bedarf.widerspruch.strip() and not against:
        return ""
    links = ", ".join(html_link(weg(teil="kette", element=one.id), escape(one.id)) for one in against)
    voices = f'<p class="sro-neben">Bedürfnisse, die sich widersprechen: {links}</p>' if links else ""
    text = f"<p>{escape(bedarf.widerspruch)}</p>" if bedarf.widerspruch.strip() else ""
    return f'<div class="sro-gegenrede"><h4>Widerspruch</h4>{text}{voices}</div>'


def _decision(blatt: Bedarfsblatt) -> str:
    """Who recognised the Bedarf is known to those who may see names alone; to others the field is empty."""
    by = blatt.akte.erfasst_von
    recognised = f"<div><dt>Als Bedarf erkannt von</dt><dd>{escape(by)}</dd></div>" if by else ""
    decided = escape(priority(blatt.akte.inhalt))
    following = len(blatt.impulse)
    impulses = "kein Impuls" if not following else "1 Impuls" if following == 1 else f"{following} Impulse"
    return (
        f'<dl class="sro-entscheidung"><div><dt>Priorität</dt><dd>{decided}</dd></div>{recognised}'
        f"<div><dt>Daraus folgt</dt><dd>{impulses}</dd></div></dl>"
    )


def priority(bedarf: Bedarf) -> str:
    """What a body decided, with the body; without one there is no priority."""
    if not bedarf.prioritaet.strip() or not bedarf.prioritaet_durch.strip():
        return UNDECIDED
    return f"{bedarf.prioritaet}, entschieden durch {bedarf.prioritaet_durch}"
