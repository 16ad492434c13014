"""Whether similar values lie beside each other, in words and a table; where that makes no sense, the sentence why."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from sro.auswertung.gebietswerte import Gebietswerte
from sro.model.gebiet import GebietKey
from sro.stats.raum import Lokal, Muster, Raumbezug
from sro.views import words

MUSTER_WORD = {
    Muster.HOCH_HOCH: "hoher Wert, hohe Werte ringsum",
    Muster.NIEDRIG_NIEDRIG: "niedriger Wert, niedrige Werte ringsum",
    Muster.HOCH_NIEDRIG: "hoher Wert, niedrige Werte ringsum",
    Muster.NIEDRIG_HOCH: "niedriger Wert, hohe Werte ringsum",
}


def html_spatial(werte: Gebietswerte, raum: Raumbezug) -> str:
    """Moran's I as a sentence and the areas whose pattern outlives the correction."""
    if raum.moran is None:
        return f'<p class="sro-leer" role="status">{escape(raum.satz)}</p>'
    names = {one.gebiet.key: one.gebiet.name for one in werte.werte}
    sure = [place for place in raum.gebiete if place.belastbar]
    table = _table(werte, sure, names) if sure else "<p>Kein einzelnes Gebiet fällt nach der Korrektur auf.</p>"
    alone = ", ".join(names[key] for key in raum.ohne_nachbarn)
    left = f'<p class="sro-neben">Ohne Nachbargebiet mit Wert: {escape(alone)}.</p>' if alone else ""
    return f'<p>{escape(sentence(werte, raum))}</p>{table}{left}<p class="sro-neben">{escape(raum.satz)}</p>'


def sentence(werte: Gebietswerte, raum: Raumbezug) -> str:
    """ "Moran-I 0,42 über 33 Gebiete: Ähnliche Werte liegen öfter nebeneinander, als der Zufall erwarten lässt." """
    if raum.moran is None or raum.p is None or raum.erwartet is None:
        return raum.satz
    found = f"Moran-I {words.number(raum.moran, 2)} über {raum.n} Gebiete (p = {words.number(raum.p, 3)})"
    head = f"{werte.indikator.name}, {werte.jahr}: {found}."
    if raum.p >= 0.05:
        return f"{head} Ein räumliches Muster ist nicht belegt."
    more = "Ähnliche" if raum.moran > raum.erwartet else "Unähnliche"
    return f"{head} {more} Werte liegen öfter nebeneinander, als der Zufall erwarten lässt."


def _table(werte: Gebietswerte, sure: list[Lokal], names: Mapping[GebietKey, str]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(names[place.gebiet])}</th><td>{escape(MUSTER_WORD[place.muster])}</td></tr>'
        for place in sorted(sure, key=lambda place: names[place.gebiet])
    )
    head = '<tr><th scope="col">Gebiet</th><th scope="col">Muster</th></tr>'
    return (
        '<div class="sro-tabelle"><table><caption>Gebiete mit belegtem Muster</caption>'
        f"<thead>{head}</thead><tbody>{rows}</tbody></table></div>"
    )
