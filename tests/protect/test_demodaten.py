"""The bundled demo delivery through the real catalogue: an outsider subtracts what is published."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

import pytest

from sro.model.gebiet import GebietKey
from sro.protect import Rohwert, protect
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.places import ROOT

JAHRE = (2018, 2022)
Zahlen = Mapping[tuple[str, GebietKey, int], float]
DIFFERENZEN = {
    "18 bis unter 21": ("0_21", "0_18"),
    "6 bis unter 18": ("6_21 0_18", "0_21"),
    "unter 6": ("0_21", "6_21"),
    "ab 65": ("alle", "0_18 18_65"),
    "21 bis unter 65": ("18_65 0_18", "0_21"),
}


@cache
def lieferung() -> tuple[Rohwert, ...]:
    def zahl(text: str) -> float | None:
        return float(text) if text else None

    zeilen = []
    for datei in sorted((ROOT / "data" / "demo").glob("*.csv")):
        with datei.open(encoding="utf-8", newline="") as offen:
            zeilen += [zeile for zeile in csv.DictReader(offen) if int(zeile["zeit"]) in JAHRE]
    return tuple(
        Rohwert(
            z["indikator_id"],
            GebietKey(z["ebene"], z["gebiet_id"]),
            int(z["zeit"]),
            zahl(z["zaehler"]),
            zahl(z["nenner"]),
        )
        for z in zeilen
    )


def zahlen(rohwerte: Iterable[Rohwert], nur_gezeigte: bool) -> Zahlen:
    """Everything that is published about a Merkmal, by whichever indicator; unprotected for comparison."""
    katalog = catalogue()
    zeilen = protect(tuple(rohwerte), katalog, city()).beobachtungen if nur_gezeigte else tuple(rohwerte)
    gefunden = {}
    for zeile in zeilen:
        indikator = katalog[zeile.indikator]
        for merkmal, wert in ((indikator.zaehler, zeile.zaehler), (indikator.nenner, zeile.nenner)):
            if wert is not None:
                gefunden[merkmal, zeile.gebiet, zeile.jahr] = wert
    return gefunden


def kleine(gezeigt: Zahlen) -> set[tuple[str, GebietKey, int]]:
    """The age groups of one or two people that plain subtraction gives in a Stadtbezirk."""
    gefunden = set()
    for gebiet in city().of_level("stadtbezirk"):
        for jahr in JAHRE:
            for name, (plus, minus) in DIFFERENZEN.items():
                plus_werte, minus_werte = (
                    [gezeigt.get((_merkmal(g), gebiet.key, jahr)) for g in seite.split()] for seite in (plus, minus)
                )
                if None not in (*plus_werte, *minus_werte):
                    rest = sum(w or 0 for w in plus_werte) - sum(w or 0 for w in minus_werte)
                    if rest in (1, 2):
                        gefunden.add((name, gebiet.key, jahr))
    return gefunden


def _merkmal(gruppe: str) -> str:
    return "bevoelkerung" if gruppe == "alle" else f"bevoelkerung_{gruppe}"


def test_no_small_age_group_can_be_had_by_subtraction() -> None:
    assert kleine(zahlen(lieferung(), nur_gezeigte=False))
    gezeigt = zahlen(lieferung(), nur_gezeigte=True)
    assert kleine(gezeigt) == set()
    assert sum(gebiet.ebene == "stadtbezirk" for _, gebiet, _ in gezeigt) > 500


def dorf_und_nachbar(rohwerte: Zahlen) -> tuple[GebietKey, GebietKey]:
    """The Stadtbezirk with the fewest people under 21 and the largest one of the same Stadtteil."""

    def jung(key: GebietKey) -> float:
        return rohwerte["bevoelkerung_0_21", key, JAHRE[-1]]

    dorf = min((g.key for g in city().of_level("stadtbezirk")), key=jung)
    eltern = city().gebiet(dorf).eltern
    assert eltern
    return dorf, max((kind.key for kind in city().children(eltern)), key=jung)


@pytest.mark.parametrize(("gruppe", "name"), [("18_65", "ab 65"), ("6_21", "unter 6")])
def test_a_village_with_two_people_of_an_age_does_not_give_them_away(gruppe: str, name: str) -> None:
    """The demo has no such village: people of a group are moved there from next door until two of the others remain."""
    rohwerte = zahlen(lieferung(), nur_gezeigte=False)
    dorf, nachbar = dorf_und_nachbar(rohwerte)
    jahr = JAHRE[-1]

    def anzahl(gruppe: str) -> float:
        return rohwerte[_merkmal(gruppe), dorf, jahr]

    rest = anzahl("alle") - anzahl("0_18") - anzahl("18_65") if name == "ab 65" else anzahl("0_21") - anzahl("6_21")
    zuzug = {dorf: rest - 2, nachbar: 2 - rest}
    umgezogen = [
        replace(roh, nenner=roh.nenner + zuzug[roh.gebiet])
        if roh.nenner is not None
        and roh.gebiet in zuzug
        and roh.jahr == jahr
        and catalogue()[roh.indikator].nenner == _merkmal(gruppe)
        else roh
        for roh in lieferung()
    ]
    assert (name, dorf, jahr) in kleine(zahlen(umgezogen, nur_gezeigte=False))
    assert kleine(zahlen(umgezogen, nur_gezeigte=True)) == set()
