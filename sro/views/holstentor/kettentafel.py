"""The chain from voice to lever: four columns, lines between them, and for one element everything that hangs on it.

What the lines show stands in words at every element, for those who listen and for a phone. Text of people is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sro.akten.bestand import title
from sro.auswertung.holstentor.kette import Glied, Kette, Verbindung
from sro.model.akte import Akte, Inhalt
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.gebiet import Stadt
from sro.model.impuls import Impuls
from sro.model.steuerung import Steuerungspotential
from sro.views import words
from sro.views.holstentor.beduerfnis import ELEMENT, Weg, html_link, mentions, needs, place, synthetic
from sro.views.holstentor.kettenbild import Anordnung, arranged, html_lines
from sro.views.theme import Theme

HEADS = ("Bedürfnisse", "Übergreifende Bedarfe", "Impulse", "Steuerungspotentiale")
SINGULAR = {Beduerfnis: "Bedürfnis", Bedarf: "Bedarf", Impuls: "Impuls", Steuerungspotential: "Steuerungspotential"}
AGAINST = {Verbindung.STRITTIG: "im Widerspruch zu anderen", Verbindung.WIDERSPRICHT: "widerspricht"}
KEY = (
    "Zahl am Rand: bei Bedürfnissen die Nennungen, sonst die Bedürfnisse, die dahinterstehen. "
    "Gestrichelt: steht im Widerspruch zu anderen."
)


def html_chain(kette: Kette, gewaehlt: str | None, stadt: Stadt, weg: Weg, theme: Theme) -> str:
    """The four columns. `kette` is what is shown, with `gewaehlt` as the element that was chosen among it."""
    anordnung = arranged(kette, gross=gewaehlt is not None)
    parts = []
    for number, column in enumerate(anordnung.spalten):
        parts.append(_column(number, column, kette, anordnung, gewaehlt, stadt, weg))
        if number < len(HEADS) - 1:
            lines = html_lines(kette, anordnung, number, theme)
            parts.append(f'<div class="sro-luecke"><div style="height:{anordnung.gesamt:.0f}px">{lines}</div></div>')
    size = "gross" if gewaehlt else "alle"
    heading = '<h2 class="sro-nur-hoerbar">Die Kette</h2>'
    table = f'<div class="sro-kette {size}">{"".join(parts)}</div>'
    return f'{heading}{_jumps(anordnung)}{table}<p class="sro-quelle">{KEY}</p>'


def summary(kette: Kette) -> str:
    """What the chain comes to, and where it ends too early."""
    open_voices = sum(not kette.hin(one.id) for one in kette.beduerfnisse)
    open_needs = sum(not kette.hin(one.id) for one in kette.bedarfe)
    open_impulses = sum(not kette.hin(one.id) for one in kette.impulse)
    rest = [
        f"{needs(open_voices)} ohne Bedarf" if open_voices else "",
        f"{_counted(open_needs, 'Bedarf', 'Bedarfe')} ohne Impuls" if open_needs else "",
        f"{_counted(open_impulses, 'Impuls', 'Impulse')} ohne Steuerungspotential" if open_impulses else "",
    ]
    loose = ", ".join(filter(None, rest))
    return (
        f"{needs(len(kette.beduerfnisse))} → {_counted(len(kette.bedarfe), 'Bedarf', 'Bedarfe')} → "
        f"{_counted(len(kette.impulse), 'Impuls', 'Impulse')} → "
        f"{_counted(len(kette.potentiale), 'Steuerungspotential', 'Steuerungspotentiale')}"
        f"{f'. Noch offen: {loose}.' if loose else '.'}"
    )


def neighbours(glieder: Sequence[Glied], kette: Kette, weg: Weg, *, onwards: bool) -> str:
    """Links to what an element leads to or rests on, each with the evidence behind the link."""
    items = []
    for glied in glieder:
        other = kette.by_id[glied.zu if onwards else glied.von]
        name = f"{escape(other.id)} {escape(title(other))}"
        link = html_link(weg(teil="kette", element=other.id), name, ELEMENT)
        items.append(f"<li>{link} <small>{escape(evidence(glied, kette))}</small></li>")
    return f"<ul>{''.join(items)}</ul>"


def evidence(glied: Glied, kette: Kette) -> str:
    """ "12 Nennungen", "6 Bedürfnisse", "widerspricht, 3 Nennungen"; of a Bedürfnis how often it was named."""
    source = kette.by_id[glied.von].inhalt
    said = mentions(source.nennungen) if isinstance(source, Beduerfnis) else needs(glied.belege)
    return f"{AGAINST[glied.art]}, {said}" if glied.art in AGAINST else said


def meta(akte: Akte[Inhalt], stadt: Stadt) -> str:
    """What an element is, in a few words behind its id."""
    match akte.inhalt:
        case Beduerfnis() as one:
            parts = [one.gruppe.value, place(one, stadt)]
        case Bedarf() as one:
            parts = [stadt.raum_name(one.raum)] if one.raum else []
        case Impuls() as one:
            parts = [one.dimension.value, one.umsetzung.value]
        case Steuerungspotential() as one:
            parts = [one.ebene.value, ", ".join(one.hebel)]
        case _:
            parts = []
    return " · ".join([akte.id, *filter(None, parts)])


def _jumps(anordnung: Anordnung) -> str:
    """Ways to each column, for a screen on which one stands below the other."""
    links = (
        f'<a href="#{_anchor(number)}">{head} {len(anordnung.spalten[number])}</a>' for number, head in enumerate(HEADS)
    )
    return f'<nav class="sro-spruenge" aria-label="Spalten der Kette">{" ".join(links)}</nav>'


def _anchor(number: int) -> str:
    return f"kette-{number + 1}"


def _column(
    number: int, column: Sequence[str], kette: Kette, anordnung: Anordnung, gewaehlt: str | None, stadt: Stadt, weg: Weg
) -> str:
    items = "".join(_element(number, one, kette, anordnung, gewaehlt, stadt, weg) for one in column)
    head = f"<h3 id='{_anchor(number)}'>{HEADS[number]} <span>{words.number(len(column))}</span></h3>"
    empty = '<p class="sro-neben">keine</p>' if not column else ""
    style = f' style="height:{anordnung.gesamt:.0f}px"'
    return f'<div class="sro-glieder">{head}{empty}<ol{style}>{items}</ol></div>'


def _element(
    number: int, akte_id: str, kette: Kette, anordnung: Anordnung, gewaehlt: str | None, stadt: Stadt, weg: Weg
) -> str:
    akte = kette.by_id[akte_id]
    chosen = akte_id == gewaehlt
    css = "gewaehlt" if chosen else "offen" if number < 3 and not kette.hin(akte_id) else ""
    style = f"top:{anordnung.oben[akte_id]:.1f}px;height:{anordnung.hoehen[number]}px"
    inner = f"<small><i>{escape(meta(akte, stadt))}</i>{synthetic(akte)}</small><span>{escape(title(akte))}</span>"
    link = html_link(weg(teil="kette", element=None if chosen else akte_id), inner, "" if chosen else ELEMENT)
    return f'<li class="{css}" style="{style}">{link}{_leads(akte_id, kette)}{_badge(akte, kette)}</li>'


def _leads(akte_id: str, kette: Kette) -> str:
    """Where an element leads and what it rests on, in words."""
    on = [f"{glied.zu} ({evidence(glied, kette)})" for glied in kette.hin(akte_id)]
    back = [f"{glied.von} ({evidence(glied, kette)})" for glied in kette.her(akte_id)]
    said = [f"führt zu {', '.join(on)}"] if on else []
    said += [f"beruht auf {', '.join(back)}"] if back else []
    return f'<p class="sro-weiter">{escape("; ".join(said))}</p>' if said else ""


def _badge(akte: Akte[Inhalt], kette: Kette) -> str:
    """The evidence at the beginning of an element's links; every link of one element has the same."""
    links = kette.hin(akte.id)
    if not links:
        return ""
    inhalt = akte.inhalt
    count = inhalt.nennungen if isinstance(inhalt, Beduerfnis) else links[0].belege
    return f'<b class="sro-belege" aria-hidden="true">{"?" if count is None else words.number(count)}</b>'


def _counted(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{words.number(count)} {many}"
