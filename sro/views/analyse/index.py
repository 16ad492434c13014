"""The Sozialindex as a table: class, what it is made of, and whether it hangs on a single indicator. No ranks."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sro.auswertung.analyse.gebietsindex import Gebietsindex
from sro.model.gebiet import Gebiet
from sro.reference.catalogue import catalogue
from sro.stats.grund import Grund
from sro.stats.sozialindex import Bedarfsklasse, Indexwert, Komponente
from sro.stats.standardisiert import Luecke
from sro.views import words
from sro.views.tafel import MOST_ROWS, html_more

REST = "Hervorgehobene Gebiete stehen vorn."
KLASSE_WORD = {
    Bedarfsklasse.GERINGER: "geringerer Unterstützungsbedarf",
    Bedarfsklasse.MITTLERER: "mittlerer Unterstützungsbedarf",
    Bedarfsklasse.ERHOEHTER: "erhöhter Unterstützungsbedarf",
    Bedarfsklasse.HOHER: "hoher Unterstützungsbedarf",
}
NOTE = (
    "Der Index fasst zusammen, was die gewählten Indikatoren zählen, und sagt nichts über einzelne Menschen. Die "
    "Klasse ist ein Anlass zum Gespräch, keine Rangfolge."
)


def html_index(gebietsindex: Gebietsindex, gewaehlt: frozenset[str] = frozenset()) -> str:
    """Components with weights, then every area in the order of the alphabet; or why there is no index."""
    if gebietsindex.index.grund:
        return f'<p class="sro-leer" role="status">{escape(refusal(gebietsindex))}</p>'
    zeilen = _shown(gebietsindex, gewaehlt)
    rows = "".join(_row(gebiet, found, gebietsindex, gebiet.id in gewaehlt) for gebiet, found in zeilen)
    parts = "".join(
        f'<th scope="col" class="zahl">{escape(k.indikator.kurzname)}</th>' for k in gebietsindex.komponenten
    )
    head = (
        f'<th scope="col">Gebiet</th><th scope="col">Klasse</th><th scope="col" class="zahl">Index</th>{parts}'
        '<th scope="col">Ohne je einen Indikator</th>'
    )
    return (
        f'<p class="sro-neben">{escape(made_of(gebietsindex))} {escape(NOTE)}</p>'
        f'<div class="sro-tabelle" role="region" tabindex="0" aria-label="Sozialindex"><table><caption>Sozialindex, '
        f"{gebietsindex.jahr}, in Standardabweichungen vom Mittel aller Gebiete</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>{html_more(len(zeilen), len(gebietsindex.zeilen), 'Gebieten', REST)}"
    )


def _shown(gebietsindex: Gebietsindex, gewaehlt: frozenset[str]) -> Sequence[tuple[Gebiet, Indexwert | Luecke]]:
    """All areas; where they are too many the first of them, chosen ones before others."""
    zeilen = gebietsindex.zeilen
    if len(zeilen) <= MOST_ROWS:
        return zeilen
    return sorted(zeilen, key=lambda zeile: zeile[0].id not in gewaehlt)[:MOST_ROWS]


def made_of(gebietsindex: Gebietsindex) -> str:
    """ "Aus Kinder im SGB II (Gewicht 1) und Arbeitslosigkeit (Gewicht 2, niedrige Werte zählen als Bedarf)." """
    return f"Aus {', '.join(_component(k) for k in gebietsindex.komponenten)}."


def refusal(gebietsindex: Gebietsindex) -> str:
    """Why there is no index, naming the indicators."""
    names = {k.indikator.id: k.indikator.kurzname for k in gebietsindex.komponenten}
    about = ", ".join(names.get(one, one) for one in gebietsindex.index.betroffen)
    reason = gebietsindex.index.grund.satz if gebietsindex.index.grund else ""
    return f"Kein Index: {reason}{f' Betroffen: {about}.' if about else ''}"


def _component(k: Komponente) -> str:
    low = ", niedrige Werte zählen als Bedarf" if k.sign == -1 else ""
    return f"{k.indikator.kurzname} (Gewicht {words.number(k.gewicht, 0 if k.gewicht == int(k.gewicht) else 1)}{low})"


def _row(gebiet: Gebiet, found: Indexwert | Luecke, gebietsindex: Gebietsindex, chosen: bool) -> str:
    mark = ' class="gewaehlt"' if chosen else ""
    name = f'<tr{mark}><th scope="row">{escape(gebiet.name)}</th>'
    if isinstance(found, Luecke):
        why = f"kein Index: {catalogue()[found.indikator].kurzname}: {found.grund.satz}"
        return f'{name}<td colspan="{len(gebietsindex.komponenten) + 3}">{escape(why)}</td></tr>'
    parts = "".join(
        f'<td class="zahl">{words.signed(found.beitraege[k.indikator.id], 2)}</td>' for k in gebietsindex.komponenten
    )
    return (
        f'{name}<td>{escape(KLASSE_WORD[found.klasse])}</td><td class="zahl">{words.signed(found.index, 2)}</td>{parts}'
        f"<td>{escape(_stability(found, gebietsindex))}</td></tr>"
    )


def _stability(found: Indexwert, gebietsindex: Gebietsindex) -> str:
    """Which indicator's absence would change the class."""
    if found.stable:
        return "Klasse bleibt gleich"
    names = {k.indikator.id: k.indikator.kurzname for k in gebietsindex.komponenten}
    changes = [
        f"ohne {names[one]}: {klasse.satz if isinstance(klasse, Grund) else KLASSE_WORD[klasse]}"
        for one, klasse in found.ohne.items()
        if klasse != found.klasse
    ]
    return "; ".join(changes)
