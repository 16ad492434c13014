"""All areas of a level with their intervals, in the order of the alphabet, the city as a line: no ranking."""

from __future__ import annotations

import altair as alt

from sro.auswertung.gebietswerte import Gebietswerte
from sro.views import words
from sro.views.analyse.punktwolke import clicks, record, shape, span, without_value
from sro.views.theme import Theme
from sro.views.zahlen.diagramm import configured, data, value_axis

ROW = 26  # pixels an area


def chart(werte: Gebietswerte, theme: Theme, gewaehlt: frozenset[str] = frozenset()) -> alt.LayerChart:
    """A dot with its 95 % interval an area; areas without a value stay in their place and say why."""
    rows = [record(one, werte.indikator, gewaehlt) for one in werte.werte]
    ends = [end for one in werte.gezeigt if one.intervall for end in (one.intervall.unten, one.intervall.oben)]
    shown = [one.wert for one in werte.gezeigt if one.wert is not None]
    axis = value_axis([*shown, *ends, *([werte.stadtwert] if werte.stadtwert is not None else [])], steps=6)
    x = alt.X("wert:Q", scale=alt.Scale(domain=[axis.low, axis.high]), axis=_axis(axis.axis(werte.indikator.einheit)))
    y = alt.Y("name:N", sort=[str(row["name"]) for row in rows], title=None, axis=alt.Axis(labelLimit=260, ticks=False))
    base = alt.Chart(data(rows))
    visible = base.transform_filter("isValid(datum.wert)")
    tips = [
        alt.Tooltip("name:N", title="Gebiet"),
        alt.Tooltip("text:N", title="Wert"),
        alt.Tooltip("spanne:N", title="95-%-Bereich"),
    ]
    dots = visible.mark_point(opacity=1).encode(x=x, y=y, tooltip=tips, **shape(theme)).add_params(clicks())
    bars = visible.mark_rule(strokeWidth=4, opacity=0.45, color=theme.accent).encode(
        x=alt.X("unten:Q"), x2=alt.X2("oben:Q"), y=y
    )
    silent = base.transform_filter("!isValid(datum.wert)").mark_text(
        align="left", dx=6, color=theme.quiet, fontStyle="italic"
    )
    layers = [*_city(werte, theme), bars, dots, silent.encode(y=y, x=alt.XValue(0), text=alt.Text("text:N"))]
    made: alt.LayerChart = configured(alt.layer(*layers).properties(width="container", height=ROW * len(rows)), theme)
    return made


def describe(werte: Gebietswerte) -> str:
    """The picture in sentences: span, city, who has no value."""
    indikator = werte.indikator
    if not werte.gezeigt:
        return f"Vergleich: {indikator.name}. Kein Gebiet zeigt einen Wert. {without_value(werte.ohne)}"
    shown = [one.wert for one in werte.gezeigt if one.wert is not None]
    city = (
        f" Stadt: {words.number(werte.stadtwert, indikator.nachkommastellen)}." if werte.stadtwert is not None else ""
    )
    head = f"Vergleich: {indikator.name}, {len(werte.gezeigt)} Gebiete mit Wert, {span(shown, indikator)}.{city}"
    return " ".join(filter(None, [head, without_value(werte.ohne)]))


def rows(werte: Gebietswerte) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Head and rows of the table beside it."""
    digits = werte.indikator.nachkommastellen
    return ("Gebiet", "Wert", "95-%-Bereich"), [
        (
            one.gebiet.name,
            words.shown(one.beobachtung, werte.indikator),
            words.interval(one.intervall, digits) if one.intervall else "–",
        )
        for one in werte.werte
    ]


def _axis(axis: alt.Axis) -> alt.Axis:
    """The unit below a lying axis."""
    return alt.Axis(values=axis.values, labelExpr=axis.labelExpr, title=axis.title, domain=False, ticks=False)


def _city(werte: Gebietswerte, theme: Theme) -> list[alt.Chart]:
    if werte.stadtwert is None:
        return []
    name = f"Stadt {words.number(werte.stadtwert, werte.indikator.nachkommastellen)}"
    base = alt.Chart(data([{"wert": werte.stadtwert, "name": name}]))
    line = base.mark_rule(strokeDash=[4, 3], color=theme.ink).encode(x=alt.X("wert:Q"))
    return [
        line,
        base.mark_text(dy=-8, baseline="bottom", color=theme.ink, fontSize=12).encode(
            x=alt.X("wert:Q"), y=alt.YValue(0), text=alt.Text("name:N")
        ),
    ]
