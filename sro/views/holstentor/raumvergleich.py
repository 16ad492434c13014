"""The model project's area beside those around it as a table, and how far down each indicator reaches."""

from __future__ import annotations

from html import escape

from sro.auswertung.holstentor.raumvergleich import Raumvergleich, Reichweite, Vergleichszeile
from sro.auswertung.kennwert import Kennwert
from sro.model.indikator import Indikator
from sro.model.wert import Status, status_of, wert_of
from sro.stats.auffaellig import Urteil
from sro.views.analyse.worte import LAGE, URTEIL
from sro.views.tafel import html_tafel
from sro.views.zahlen.tabelle import interval_cell, marks_legend, value_cell

BESIDE = "Gegenüber der übrigen Stadt"
NO_QUARTIER = (
    "Für ein Quartier lässt sich keine einzige dieser Zahlen berechnen: Unterhalb der {ebene} wird nichts geliefert."
)


def html_side_by_side(vergleich: Raumvergleich) -> str:
    """One row per indicator that reaches the area: value and interval for it and for each area around it."""
    names = [gebiet.name for gebiet in vergleich.gebiete]
    title = f"{names[0]} neben {' und '.join(names[1:])}; unter jedem Wert das 95-%-Intervall"
    rows = [_row(zeile) for zeile in vergleich.zeilen]
    shown = {_status(one) for zeile in vergleich.zeilen for one in (zeile.hier, *zeile.darum)}
    legend = marks_legend(shown)
    below = f'<div class="sro-tabelle">{legend}</div>' if legend else ""
    return html_tafel(title, ["Indikator", *names, BESIDE], rows, "sro-vergleich") + below


def no_quartier(vergleich: Raumvergleich) -> str:
    """That no figure can be had for a Quartier, as a sentence."""
    return NO_QUARTIER.format(ebene=vergleich.reichweiten[0].ebene.plural)


def html_reach(vergleich: Raumvergleich) -> str:
    """Every indicator under the finest level on which it is published."""
    parts = "".join(_reach(one) for one in vergleich.reichweiten if one.indikatoren)
    rest = f"<dt>ohne Zahl</dt><dd>{_names(vergleich.ohne)}</dd>" if vergleich.ohne else ""
    return f'<dl class="sro-reichweite"><dt>Quartier</dt><dd>keine</dd>{parts}{rest}</dl>'


def _reach(reichweite: Reichweite) -> str:
    count = len(reichweite.indikatoren)
    head = f"{escape(reichweite.ebene.name)} <small>{escape(reichweite.gebiet.name)}</small>"
    return f"<dt>{head}</dt><dd>{count}: {_names(reichweite.indikatoren)}</dd>"


def _names(indikatoren: tuple[Indikator, ...]) -> str:
    return ", ".join(
        f'<a href="methodik?indikator={one.id}" target="_self">{escape(one.kurzname)}</a>' for one in indikatoren
    )


def _row(zeile: Vergleichszeile) -> list[str]:
    indikator = zeile.indikator
    b = zeile.hier.beobachtung
    jahre = b.jahre if b else indikator.jahre_zusammen(zeile.hier.gebiet.ebene)
    unit = f"{indikator.einheit}, {indikator.period(zeile.hier.jahr, jahre)}"
    head = f"{escape(indikator.kurzname)}<small>{escape(unit)}</small>"
    return [head, *(_value(one, indikator) for one in (zeile.hier, *zeile.darum)), escape(_judged(zeile.hier))]


def _value(kennwert: Kennwert | None, indikator: Indikator) -> str:
    b = kennwert.beobachtung if kennwert else None
    value = value_cell(_status(kennwert), wert_of(b), indikator)
    return f"<b>{value}</b><small>{interval_cell(b, indikator)}</small>"


def _status(kennwert: Kennwert | None) -> Status:
    b = kennwert.beobachtung if kennwert else None
    return status_of(b)


def _judged(kennwert: Kennwert) -> str:
    """The strict verdict where it says something, else what the plain comparison says."""
    verdict = kennwert.auffaelligkeit
    if verdict.urteil in (Urteil.UEBER, Urteil.UNTER):
        return URTEIL[verdict.urteil]
    if verdict.urteil is Urteil.NICHT_BERECHENBAR:
        return f"{URTEIL[verdict.urteil]}: {verdict.grund.satz}" if verdict.grund else URTEIL[verdict.urteil]
    return f"{URTEIL[verdict.urteil]} ({LAGE[kennwert.unterschied.lage]})"
