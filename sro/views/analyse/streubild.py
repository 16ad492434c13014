"""Two indicators over the areas, with the city's values as cross-hairs; as quadrants where both have limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import altair as alt

from sro.auswertung.analyse.paar import Paar, Punktpaar
from sro.auswertung.gebietswerte import Gebietswert, Gebietswerte
from sro.model.indikator import Indikator
from sro.stats.quadranten import Quadrant
from sro.views import words
from sro.views.analyse.punktwolke import ANDERE, GEWAEHLT, clicks, names_of_chosen, shape
from sro.views.theme import Theme
from sro.views.zahlen.diagramm import configured, data, value_axis

HEIGHT = 460
QUADRANT_WORD = {
    Quadrant.HOCH_HOCH: "beide über der Stadt",
    Quadrant.HOCH_NIEDRIG: "erster über, zweiter unter der Stadt",
    Quadrant.NIEDRIG_HOCH: "erster unter, zweiter über der Stadt",
    Quadrant.NIEDRIG_NIEDRIG: "beide unter der Stadt",
    Quadrant.NICHT_EINDEUTIG: "nicht eindeutig",
    Quadrant.NICHT_BERECHENBAR: "nicht berechenbar",
}


def chart(
    paar: Paar, theme: Theme, gewaehlt: frozenset[str] = frozenset(), mit_bereichen: bool = False
) -> alt.LayerChart:
    """A point an area; `mit_bereichen` draws the 95 % intervals both ways, without which no quadrant can be read."""
    rows = [_record(point, paar, gewaehlt) for point in paar.punkte]
    x, y = _scales(paar)
    base = alt.Chart(data(rows))
    tips = [
        alt.Tooltip("name:N", title="Gebiet"),
        alt.Tooltip("xtext:N", title=paar.x.indikator.kurzname),
        alt.Tooltip("ytext:N", title=paar.y.indikator.kurzname),
        alt.Tooltip("lage:N", title="Lage"),
    ]
    dots = base.mark_point(opacity=1).encode(x=x, y=y, tooltip=tips, **shape(theme)).add_params(clicks())
    bars = _bars(base, theme, x, y) if mit_bereichen else []
    layers = [*_cross(paar, theme), *bars, dots, names_of_chosen(base, theme, x=x, y=y)]
    made: alt.LayerChart = configured(alt.layer(*layers).properties(width="container", height=HEIGHT), theme)
    return made


def describe(paar: Paar, mit_bereichen: bool = False) -> str:
    """How many areas lie where, against the city; no cause, no ranking."""
    head = f"Streudiagramm: {paar.x.indikator.kurzname} und {paar.y.indikator.kurzname}, {len(paar.punkte)} Gebiete."
    counts = Counter(point.lage.quadrant for point in paar.punkte if point.lage)
    told = [f"{QUADRANT_WORD[quadrant]}: {counts[quadrant]}" for quadrant in Quadrant if counts[quadrant]]
    told = told if mit_bereichen else []  # without intervals nobody can tell who lies in a quadrant for certain
    missing = f"Ohne beide Werte: {words.several([point.gebiet.name for point in paar.ohne])}." if paar.ohne else ""
    spans = [
        _span([point.x for point in paar.punkte], paar.x.indikator),
        _span([point.y for point in paar.punkte], paar.y.indikator),
    ]
    return " ".join(filter(None, [head, *spans, f"Lage zur Stadt: {'; '.join(told)}." if told else "", missing]))


def _span(werte: Sequence[Gebietswert], indikator: Indikator) -> str:
    """ "Kinder im SGB II: 12,8 % bis 38,1 %." """
    shown = sorted((one for one in werte if one.wert is not None), key=lambda one: one.wert or 0)
    if not shown:
        return ""
    low, high = (words.shown(one.beobachtung, indikator) for one in (shown[0], shown[-1]))
    return f"{indikator.kurzname}: {low} bis {high}."


def rows(paar: Paar) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Head and rows of the table beside it, every area."""
    place = {one.gebiet.key: n for n, one in enumerate(paar.x.werte)}
    points = sorted([*paar.punkte, *paar.ohne], key=lambda point: place[point.gebiet.key])
    return ("Gebiet", paar.x.indikator.kurzname, paar.y.indikator.kurzname, "Lage zur Stadt"), [
        (
            point.gebiet.name,
            words.shown(point.x.beobachtung, paar.x.indikator),
            words.shown(point.y.beobachtung, paar.y.indikator),
            _place(point),
        )
        for point in points
    ]


def _place(point: Punktpaar) -> str:
    return QUADRANT_WORD[point.lage.quadrant] if point.lage else "–"


def _record(point: Punktpaar, paar: Paar, gewaehlt: frozenset[str]) -> dict[str, object]:
    ends = {
        f"{axis}{end}": getattr(one.intervall, limit) if one.intervall else one.wert
        for axis, one in (("x", point.x), ("y", point.y))
        for end, limit in (("1", "unten"), ("2", "oben"))
    }
    return {
        "gebiet": point.gebiet.id,
        "name": point.gebiet.name,
        "x": point.x.wert,
        "y": point.y.wert,
        "xtext": words.shown(point.x.beobachtung, paar.x.indikator),
        "ytext": words.shown(point.y.beobachtung, paar.y.indikator),
        "lage": _place(point),
        "wahl": GEWAEHLT if point.gebiet.id in gewaehlt else ANDERE,
        **ends,
    }


def _scales(paar: Paar) -> tuple[alt.X, alt.Y]:
    (xlow, xhigh, xaxis), (ylow, yhigh, yaxis) = _axis(paar.x), _axis(paar.y)
    title = f"{paar.x.indikator.kurzname}, {paar.x.indikator.einheit}"
    lying = alt.Axis(values=xaxis.values, labelExpr=xaxis.labelExpr, title=title, domain=False, ticks=False)
    return (
        alt.X("x:Q", scale=alt.Scale(domain=[xlow, xhigh]), axis=lying),
        alt.Y("y:Q", scale=alt.Scale(domain=[ylow, yhigh]), axis=yaxis),
    )


def _axis(werte: Gebietswerte) -> tuple[float, float, alt.Axis]:
    ends = [end for one in werte.gezeigt if one.intervall for end in (one.intervall.unten, one.intervall.oben)]
    found = value_axis([*ends, *(one.wert for one in werte.gezeigt if one.wert is not None)], steps=5)
    return found.low, found.high, found.axis(f"{werte.indikator.kurzname}, {werte.indikator.einheit}")


def _bars(base: alt.Chart, theme: Theme, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    rule = base.mark_rule(color=theme.accent, opacity=0.35, strokeWidth=2)
    return [rule.encode(x="x1:Q", x2="x2:Q", y=y), rule.encode(y="y1:Q", y2="y2:Q", x=x)]


def _cross(paar: Paar, theme: Theme) -> list[alt.Chart]:
    lines = []
    for werte, channel in ((paar.x, "x"), (paar.y, "y")):
        if werte.stadtwert is not None:
            name = f"Stadt {words.number(werte.stadtwert, werte.indikator.nachkommastellen)}"
            base = alt.Chart(data([{channel: werte.stadtwert, "name": name}]))
            place = {channel: alt.X("x:Q") if channel == "x" else alt.Y("y:Q")}
            lines.append(base.mark_rule(strokeDash=[4, 3], color=theme.ink).encode(**place))
            label = base.mark_text(color=theme.quiet, fontSize=12, align="left", dx=4, dy=-6)
            beside = {"y": alt.YValue(10)} if channel == "x" else {"x": alt.XValue(0)}
            lines.append(label.encode(text=alt.Text("name:N"), **place, **beside))
    return lines
