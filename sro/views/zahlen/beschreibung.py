"""What a figure says, as German sentences for those who do not see it.

It tells what is there: no causes, no best and worst, no judgement of people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sro.model.buendelung import zeitraum_kurz
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status, status_of
from sro.stats.reihe import Punkt, Reihe, Rolle
from sro.views import words


def describe_timeline(reihen: Sequence[Reihe], indikator: Indikator) -> str:
    """Span of years, then the course of every series in one clause each, then breaks."""
    jahre = [punkt.jahr for reihe in reihen for punkt in reihe.punkte]
    if not jahre:
        return f"Liniendiagramm: {indikator.name}. Keine Werte."
    head = f"Liniendiagramm: {indikator.name}, {indikator.einheit}, {min(jahre)} bis {max(jahre)}."
    return " ".join([head, *(describe_series(reihe, indikator) for reihe in reihen), *_breaks(indikator, jahre)])


def describe_series(reihe: Reihe, indikator: Indikator) -> str:
    """ "Moisling: 23,8 im Jahr 2015, 26,2 im Jahr 2024; in 3 Jahren ohne Wert (geheim gehalten)." """
    shown, hidden = reihe.shown, [punkt for punkt in reihe.punkte if punkt.wert is None]
    ends = dict.fromkeys([shown[0], shown[-1]]) if shown else {}
    texts = [f"{words.number(p.wert, indikator.nachkommastellen)} {_when(p)}" for p in ends if p.wert is not None]
    course = ", ".join(texts) or "kein Wert"
    if not hidden:
        return f"{reihe.name}: {course}."
    why = " oder ".join(dict.fromkeys(words.STATUS_WORD[punkt.status] for punkt in hidden))
    pooled = max(punkt.jahre for punkt in reihe.punkte) > 1
    one, many = ("Zeitraum", "Zeiträumen") if pooled else ("Jahr", "Jahren")
    years = f"in 1 {one}" if len(hidden) == 1 else f"in {len(hidden)} {many}"
    return f"{reihe.name}: {course}; {years} ohne Wert ({why})."


def _when(punkt: Punkt) -> str:
    return f"im Jahr {punkt.jahr}" if punkt.jahre == 1 else f"im Zeitraum {zeitraum_kurz(punkt.jahr, punkt.jahre)}"


def describe_multiples(reihen: Sequence[Reihe], indikator: Indikator) -> str:
    """Number of panels, common span of the values, states."""
    areas = [reihe for reihe in reihen if reihe.rolle is Rolle.GEBIET]
    jahre = [punkt.jahr for reihe in areas for punkt in reihe.punkte]
    if not jahre:
        return f"Kleine Zeitreihen: {indikator.name}. Keine Werte."
    head = f"{len(areas)} kleine Zeitreihen auf gleicher Skala: {indikator.name}, {indikator.einheit}, "
    values = [punkt.wert for reihe in areas for punkt in reihe.shown if punkt.wert is not None]
    states = Counter(punkt.status for reihe in areas for punkt in reihe.punkte)
    sentences = [f"{head}{min(jahre)} bis {max(jahre)}.", _span(values, indikator), _states(states)]
    return " ".join([*filter(None, sentences), *_breaks(indikator, jahre)])


def describe_map(
    jahr: int,
    plural: str,
    beobachtungen: Sequence[Beobachtung | None],
    stadt: Beobachtung | None,
    indikator: Indikator,
) -> str:
    """Span of the values, the city's value, states. `plural` names the areas ("Stadtteile"); None: not delivered."""
    values = [b.wert for b in beobachtungen if b and b.wert is not None]
    states = Counter(status_of(b) for b in beobachtungen)
    zusammen = max((b.jahre for b in beobachtungen if b), default=1)
    head = f"Karte: {indikator.name}, {indikator.period(jahr, zusammen)}, {len(beobachtungen)} {plural}."
    city = f"Stadt: {words.shown(stadt, indikator)}."
    return " ".join(filter(None, [head, _span(values, indikator), city, _states(states)]))


def _span(values: Sequence[float], indikator: Indikator) -> str:
    if not values:
        return "Kein Wert wird gezeigt."
    low, high = (words.number(end, indikator.nachkommastellen) for end in (min(values), max(values)))
    unit = f"{words.NBSP}{indikator.einheit}"
    return f"Alle Werte: {low}{unit}." if low == high else f"Werte von {low} bis {high}{unit}."


def _states(states: Counter[Status]) -> str:
    parts = [f"{states[s]} {words.STATUS_WORD[s]}" for s in Status if s is not Status.OK and states[s]]
    return f"{', '.join(parts)}." if parts else ""


def _breaks(indikator: Indikator, jahre: Sequence[int]) -> list[str]:
    inside = [b for b in indikator.reihenbrueche if min(jahre) < b.jahr <= max(jahre)]
    return [f"Reihenbruch {b.jahr}: {b.grund}; Werte davor und danach sind nicht vergleichbar." for b in inside]
