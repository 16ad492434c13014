"""The words of an analyst's table: column heads, states, findings. The same on the page and in its files."""

from __future__ import annotations

from sro.auswertung.analyse.kreuztabelle import Zellwert
from sro.auswertung.analyse.tabelle import Datenzeile, Gruppe, Spalte
from sro.model.buendelung import zeitraum_kurz
from sro.stats.auffaellig import Urteil
from sro.stats.trend import Richtung, Trend
from sro.stats.unterschied import Lage
from sro.views import words

SPALTE = {
    Spalte.THEMA: "Thema",
    Spalte.WERT: "Wert",
    Spalte.EINHEIT: "Einheit",
    Spalte.INTERVALL: "95-%-Intervall",
    Spalte.ZAEHLER: "Zähler",
    Spalte.NENNER: "Nenner",
    Spalte.STADT: "Stadt",
    Spalte.ABSTAND: "Abstand zur Stadt",
    Spalte.UNTERSCHIED: "Unterschied zur übrigen Stadt",
    Spalte.AUFFAELLIG: "Auffälligkeit",
    Spalte.TREND: "Trend",
    Spalte.STATUS: "Status",
}
ZELLWERT = {
    Zellwert.WERT: "Wert",
    Zellwert.ABSTAND: "Abstand zur Stadt",
    Zellwert.ZAEHLER: "Zähler",
    Zellwert.NENNER: "Nenner",
}
UNKNOWN = "nicht berechenbar"
LAGE = {
    Lage.UEBER_REST: "über der übrigen Stadt",
    Lage.UNTER_REST: "unter der übrigen Stadt",
    Lage.KEIN_BELEGTER_UNTERSCHIED: "kein belegter Unterschied",
    Lage.NICHT_BERECHENBAR: UNKNOWN,
}
URTEIL = {
    Urteil.UEBER: "auffällig, über der übrigen Stadt",
    Urteil.UNTER: "auffällig, unter der übrigen Stadt",
    Urteil.IM_RAHMEN: "im Rahmen des Zufalls",
    Urteil.NICHT_BERECHENBAR: UNKNOWN,
}
RICHTUNG = {
    Richtung.STEIGT: "steigt",
    Richtung.FAELLT: "sinkt",
    Richtung.KEIN_BELEGTER_TREND: "kein belegter Trend",
    Richtung.NICHT_BERECHENBAR: UNKNOWN,
}


def finding(zeile: Datenzeile, spalte: Spalte) -> str:
    """What a column of findings says of a row; empty where it has not been computed."""
    if spalte is Spalte.UNTERSCHIED and zeile.unterschied:
        return LAGE[zeile.unterschied.lage]
    if spalte is Spalte.AUFFAELLIG and zeile.auffaelligkeit:
        return URTEIL[zeile.auffaelligkeit.urteil]
    if spalte is Spalte.TREND and zeile.trend:
        return course(zeile.trend)
    return ""


def course(trend: Trend) -> str:
    """ "steigt, 2015–2024"."""
    span = f", {trend.von}–{trend.bis}" if trend.von and trend.bis else ""
    return f"{RICHTUNG[trend.richtung]}{span}"


def why_unknown(zeile: Datenzeile, spalte: Spalte) -> str:
    """Why a finding cannot be had, as a sentence; empty where it can."""
    found = {
        Spalte.UNTERSCHIED: zeile.unterschied,
        Spalte.AUFFAELLIG: zeile.auffaelligkeit,
        Spalte.TREND: zeile.trend,
    }.get(spalte)
    return found.grund.satz if found and found.grund else ""


def period(zeile: Datenzeile) -> str:
    """ "2024" or "2022–2024"."""
    return zeitraum_kurz(zeile.jahr, zeile.indikator.jahre_zusammen(zeile.gebiet.ebene))


def group_heading(gruppe: Gruppe) -> str:
    """ "Soziale Lage: 20 Zeilen, 2 ohne Wert; Werte von 1,2 bis 8,0 %"."""
    lines = "1 Zeile" if len(gruppe.zeilen) == 1 else f"{words.number(len(gruppe.zeilen))} Zeilen"
    hidden = f", {words.number(gruppe.ohne_wert)} ohne Wert" if gruppe.ohne_wert else ""
    if gruppe.spanne is None:
        return f"{gruppe.titel}: {lines}{hidden}"
    indikator = gruppe.zeilen[0].indikator
    low, high = (words.number(end, indikator.nachkommastellen) for end in gruppe.spanne)
    return f"{gruppe.titel}: {lines}{hidden}; Werte von {low} bis {high}{words.NBSP}{indikator.einheit}"
