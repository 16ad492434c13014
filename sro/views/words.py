"""Numbers, dates and states as people write them in German."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sro.model.indikator import Indikator, Polaritaet
from sro.model.wert import Beobachtung, Status
from sro.stats.intervall import Intervall
from sro.stats.runden import rounded

NBSP = "\u00a0"
MINUS = "\u2212"

STATUS_WORD = {
    Status.OK: "Wert",
    Status.NULL: "genau null",
    Status.GEHEIM: "geheim gehalten",
    Status.FEHLT: "nicht geliefert",
    Status.NICHT_SINNVOLL: "nicht sinnvoll (Nenner zu klein)",
}
STATUS_MARK = {
    Status.OK: "",
    Status.NULL: "–",
    Status.GEHEIM: ".",
    Status.FEHLT: "…",
    Status.NICHT_SINNVOLL: "x",
}
POLARITY_WORD = {
    Polaritaet.ERWUENSCHT: "höhere Werte sind erwünscht",
    Polaritaet.BELASTUNG: "höhere Werte weisen auf Belastungen hin",
    Polaritaet.AMBIVALENT: "höhere Werte sind mehrdeutig",
}


def number(value: float, decimals: int = 0) -> str:
    """1234.5 → "1.234,5"; a true minus sign; never "-0"."""
    short = rounded(value, decimals)
    text = f"{abs(short):,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    return f"{MINUS}{text}" if short < 0 else text


def signed(value: float, decimals: int = 0) -> str:
    """A difference: "+1,2", "−0,4", "0,0"."""
    text = number(value, decimals)
    return f"+{text}" if value > 0 and text.strip("0,") else text


def count(value: float) -> str:
    """A count without decimals, a quantity that is no whole number (VZÄ, m²) with one."""
    return number(value, 0 if float(value).is_integer() else 1)


def rounding(beobachtung: Beobachtung) -> str:
    """Goes behind counts that are rounded; a rounded zero is no true one. Nothing for all others."""
    if not beobachtung.gerundet:
        return ""
    return ", gerundet (0 heißt: keine oder wenige)" if beobachtung.zaehler == 0 else ", gerundet"


def value_with_unit(value: float, indikator: Indikator) -> str:
    """ "12,3 %" or "41,2 je 1.000 unter 21-Jährige"."""
    return f"{number(value, indikator.nachkommastellen)}{NBSP}{indikator.einheit}"


def weight(gewicht: float) -> str:
    """A part from 0 to 1: "74 %"."""
    return f"{number(gewicht * 100)}{NBSP}%"


def interval(intervall: Intervall, decimals: int) -> str:
    """ "95 %: 33,0 bis 50,9" """
    low, high = number(intervall.unten, decimals), number(intervall.oben, decimals)
    return f"{number(intervall.niveau * 100)}{NBSP}%: {low} bis {high}"


def shown(beobachtung: Beobachtung | None, indikator: Indikator) -> str:
    """The value with its unit, or the state in words."""
    if beobachtung is None:
        return STATUS_WORD[Status.FEHLT]
    if beobachtung.wert is None:
        return STATUS_WORD[beobachtung.status]
    return value_with_unit(beobachtung.wert, indikator)


def in_areas(ebene_plural: str) -> str:
    return f"nach {ebene_plural if ebene_plural.endswith('n') else ebene_plural + 'n'}"


def several(names: Sequence[str], most: int = 60) -> str:
    """The names; of many the first, and how many more there are: "Nord, Süd und 312 weitere"."""
    told = ", ".join(names[:most])
    return told if len(names) <= most else f"{told} und {number(len(names) - most)} weitere"


def date(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"


def years(jahre: Sequence[int]) -> str:
    """Ascending years with their gaps: "2015–2019, 2021"."""
    runs: list[list[int]] = []
    for jahr in jahre:
        if runs and jahr == runs[-1][-1] + 1:
            runs[-1].append(jahr)
        else:
            runs.append([jahr])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
