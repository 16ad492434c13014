"""The funnel plot: small areas scatter more than large ones, and the limits say how much chance alone makes of that."""

from __future__ import annotations

import altair as alt

from sro.auswertung.analyse.trichterkurve import Trichterkurve
from sro.views import words
from sro.views.analyse.punktwolke import clicks, names_of_chosen, record, shape, without_value
from sro.views.theme import Theme
from sro.views.zahlen.diagramm import configured, data, german, value_axis

HEIGHT = 430


def chart(kurve: Trichterkurve, theme: Theme, gewaehlt: frozenset[str] = frozenset()) -> alt.LayerChart:
    """Points over their denominators between the limits of 95 % and 99.8 %; ValueError where there is a `grund`."""
    if kurve.grund or kurve.mitte is None:
        raise ValueError("Ohne Grenzen gibt es keinen Trichter.")
    indikator = kurve.werte.indikator
    rows = [record(one, indikator, gewaehlt) for one in kurve.punkte]
    edges = [edge for p in kurve.kurve for edge in (p.aussen.unten, p.aussen.oben)]
    axis = value_axis([*edges, *(one.wert for one in kurve.punkte if one.wert is not None)])
    y = alt.Y("wert:Q", scale=alt.Scale(domain=[axis.low, axis.high]), axis=axis.axis(indikator.einheit))
    grid = alt.Axis(title="Menschen im Nenner", labelExpr=german(0), grid=False, tickCount=8)
    x = alt.X("nenner:Q", scale=alt.Scale(zero=False, nice=False), axis=grid)
    base = alt.Chart(data(rows))
    tips = [
        alt.Tooltip("name:N", title="Gebiet"),
        alt.Tooltip("text:N", title="Wert"),
        alt.Tooltip("spanne:N", title="95-%-Bereich"),
    ]
    dots = base.mark_point(opacity=1).encode(x=x, y=y, tooltip=tips, **shape(theme)).add_params(clicks())
    layers = [*_limits(kurve, theme, x), *_middle(kurve, theme), dots, names_of_chosen(base, theme, x=x, y=y)]
    made: alt.LayerChart = configured(alt.layer(*layers).properties(width="container", height=HEIGHT), theme)
    return made


def describe(kurve: Trichterkurve) -> str:
    """How many areas lie outside which limits; none of them is called good or bad."""
    indikator = kurve.werte.indikator
    if kurve.grund:
        return (
            f"Kein Trichterdiagramm für {indikator.name}: {kurve.grund.satz} {without_value(kurve.werte.ohne)}".strip()
        )
    outside = [one.gebiet.name for one in kurve.punkte if _outside(kurve, one.gebiet.id)]
    told = (
        f"Außerhalb der 99,8-%-Grenzen: {words.several(outside)}."
        if outside
        else "Kein Gebiet liegt außerhalb der 99,8-%-Grenzen."
    )
    scatter = (
        f" Weil Fälle gehäuft auftreten, ist die Varianz mit {words.number(kurve.streuung, 1)} vervielfacht."
        if kurve.streuung > 1
        else ""
    )
    city = words.number(kurve.mitte or 0, indikator.nachkommastellen)
    head = f"Trichterdiagramm: {indikator.name}, {len(kurve.punkte)} Gebiete um den Wert der Stadt ({city})."
    return " ".join(filter(None, [head, told + scatter, without_value(kurve.werte.ohne)]))


def rows(kurve: Trichterkurve) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Head and rows of the table beside it."""
    indikator = kurve.werte.indikator
    table: list[tuple[str, ...]] = []
    for one in kurve.werte.werte:
        b = one.beobachtung
        place = (
            ""
            if one.wert is None or kurve.grund
            else "außerhalb 99,8 %"
            if _outside(kurve, one.gebiet.id)
            else "innerhalb"
        )
        size = words.count(b.nenner) if b and b.nenner is not None else "–"
        table.append((one.gebiet.name, words.shown(b, indikator), size, place or "–"))
    return ("Gebiet", "Wert", "Nenner", "Grenzen"), table


def _outside(kurve: Trichterkurve, gebiet: str) -> bool:
    return gebiet in kurve.ausserhalb


def _limits(kurve: Trichterkurve, theme: Theme, x: alt.X) -> list[alt.Chart]:
    lines = []
    for name, dash in (("innen", [2, 3]), ("aussen", [7, 3])):
        for end in ("unten", "oben"):
            points = [{"nenner": p.nenner, "wert": getattr(getattr(p, name), end)} for p in kurve.kurve]
            base = alt.Chart(data(points))
            lines.append(
                base.mark_line(strokeDash=dash, color=theme.quiet, strokeWidth=1.3).encode(x=x, y=alt.Y("wert:Q"))
            )
        last = [{"nenner": kurve.kurve[-1].nenner, "wert": getattr(kurve.kurve[-1], name).oben, "name": LABEL[name]}]
        text = alt.Chart(data(last)).mark_text(align="right", dy=-7, color=theme.quiet, fontSize=12)
        lines.append(text.encode(x=x, y=alt.Y("wert:Q"), text=alt.Text("name:N")))
    return lines


LABEL = {"innen": "95 %", "aussen": "99,8 %"}


def _middle(kurve: Trichterkurve, theme: Theme) -> list[alt.Chart]:
    name = f"Stadt {words.number(kurve.mitte or 0, kurve.werte.indikator.nachkommastellen)}"
    base = alt.Chart(data([{"wert": kurve.mitte, "name": name}]))
    label = base.mark_text(align="left", dx=4, dy=-7, color=theme.ink, fontSize=12)
    return [
        base.mark_rule(color=theme.ink, strokeWidth=1.2).encode(y=alt.Y("wert:Q")),
        label.encode(y=alt.Y("wert:Q"), x=alt.XValue(0), text=alt.Text("name:N")),
    ]
