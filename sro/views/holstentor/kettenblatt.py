"""One element of the chain in full: what it says, what it rests on, where it leads. Text of people is escaped."""

from __future__ import annotations

from html import escape

from sro.akten.bestand import title
from sro.auswertung.holstentor.kette import Kette
from sro.model.akte import Akte, Inhalt
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.feld import Vokabular
from sro.model.gebiet import Stadt
from sro.model.impuls import Impuls
from sro.model.steuerung import Steuerungspotential
from sro.reference.vokabular import words as vocabulary
from sro.views import words
from sro.views.holstentor.bedarfe import priority
from sro.views.holstentor.beduerfnis import ELEMENT, Weg, html_link, mentions, origin, synthetic
from sro.views.holstentor.kettentafel import SINGULAR, neighbours

Zeilen = list[tuple[str, str]]


def html_element(akte: Akte[Inhalt], kette: Kette, stadt: Stadt, weg: Weg) -> str:
    """The panel above the columns; `kette` is the whole one, so that every neighbour is in the lists."""
    back, on = kette.her(akte.id), kette.hin(akte.id)
    before = neighbours(back, kette, weg, onwards=False) if back else f"<p>{_no_source(akte)}</p>"
    after = neighbours(on, kette, weg, onwards=True) if on else f"<p>{_no_target(akte)}</p>"
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(said)}</dd></div>" for name, said in _facts(akte, stadt))
    text = f"<p>{escape(_text(akte))}</p>" if _text(akte) else ""
    close = html_link(weg(teil="kette", element=None), "Ganze Kette zeigen")
    return (
        f'<section class="sro-element" aria-labelledby="{ELEMENT}"><div><p class="sro-neben">'
        f"{SINGULAR[type(akte.inhalt)]} {escape(akte.id)}{synthetic(akte)} · {close}</p>"
        f'<h2 id="{ELEMENT}" tabindex="-1">{escape(title(akte))}</h2>{text}<dl>{rows}</dl>{_agreed(akte)}</div>'
        f"<div><h3>Beruht auf</h3>{before}</div><div><h3>Führt zu</h3>{after}</div></section>"
    )


def _agreed(akte: Akte[Inhalt]) -> str:
    """The way to the Vereinbarungen that rest on it; none rests on a Steuerungspotential."""
    if isinstance(akte.inhalt, Steuerungspotential):
        return ""
    return f'<p><a target="_self" href="transfer?von={escape(akte.id)}">Welche Vereinbarungen darauf beruhen</a></p>'


def _text(akte: Akte[Inhalt]) -> str:
    """The long text beside the title; a Bedürfnis has none."""
    match akte.inhalt:
        case Bedarf() as one:
            return one.begruendung
        case Impuls() | Steuerungspotential() as one:
            return one.text
    return ""


def _facts(akte: Akte[Inhalt], stadt: Stadt) -> Zeilen:
    match akte.inhalt:
        case Beduerfnis() as one:
            rows = _voice(one, stadt)
        case Bedarf() as one:
            rows = [("Widerspruch", one.widerspruch), ("Priorität", priority(one))]
        case Impuls() as one:
            rows = _impulse(one)
        case Steuerungspotential() as one:
            rows = [
                ("Ebene", one.ebene.value),
                ("Hebel", ", ".join(one.hebel)),
                ("Vorlage", one.vorlage or "noch keine"),
            ]
        case _:
            rows = []
    return [(name, said) for name, said in rows if said.strip()]


def _voice(one: Beduerfnis, stadt: Stadt) -> Zeilen:
    return [
        ("Gruppe", one.gruppe.value),
        ("Nennungen", mentions(one.nennungen)),
        ("Themen", _named(one.themen, Vokabular.THEMA)),
        ("Woher", origin(one, stadt)),
    ]


def _impulse(one: Impuls) -> Zeilen:
    return [
        ("Qualität", one.dimension.value),
        ("Leitlinien", _named(one.leitlinien, Vokabular.LEITLINIE)),
        ("Bausteine", _named(one.bausteine, Vokabular.BAUSTEIN)),
        ("Verantwortlich", one.verantwortlich or "noch offen"),
        ("Frist", words.date(one.frist) if one.frist else "noch offen"),
        ("Stand", one.umsetzung.value),
    ]


def _named(ids: tuple[str, ...], vokabular: Vokabular) -> str:
    names = vocabulary(vokabular)
    return ", ".join(names.get(one, one) for one in ids)


def _no_source(akte: Akte[Inhalt]) -> str:
    if isinstance(akte.inhalt, Beduerfnis):
        return "Eine Stimme steht für sich: Hier beginnt die Kette."
    return "Worauf es beruht, ist hier nicht zu sehen."


def _no_target(akte: Akte[Inhalt]) -> str:
    if isinstance(akte.inhalt, Steuerungspotential):
        return "Hier endet die Kette."
    if isinstance(akte.inhalt, Beduerfnis):
        return "Noch hat niemand daraus einen Bedarf erkannt."
    return "Noch folgt nichts daraus."
