"""Figures of Quartiere beside those of areas: nothing follows from their differences. Attackers of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sro.model.gebiet import GebietKey, Stadt
from sro.model.geheimhaltung import Verfahren
from sro.model.quartier import QUARTIER, Quartier, Raumsumme
from sro.protect import Rohwert, SchutzUnmoeglich, Widerspruch, audit, audit_together, protect
from tests.protect.aufzaehlung import Zelle, spannen
from tests.protect.bausteine import JAHR, OBEN, bezirk, indikator, katalog, merkmal, stadt, teil
from tests.protect.gleichungen import folgt, zu_enge

SCHWELLE = 3
FAELLE = katalog([indikator("faelle", "faelle")], merkmal("faelle", SCHWELLE))
ARTEN = katalog(
    [indikator(name, name) for name in ("gesamt", "ambulant", "stationaer")],
    merkmal("gesamt", SCHWELLE, ("ambulant", "stationaer")),
    merkmal("ambulant", SCHWELLE),
    merkmal("stationaer", SCHWELLE),
)


def q(name: str) -> GebietKey:
    return GebietKey(QUARTIER, name)


def quartier(name: str, *gebiete: GebietKey) -> Quartier:
    return Quartier(name, name, gebiete, dt.date(2020, 1, 1))


def mit(ort: Stadt, quartiere: tuple[Quartier, ...], *raumsummen: Raumsumme) -> Stadt:
    return replace(ort, quartiere=quartiere, raumsummen=raumsummen)


# Pieces of the city are the leaves: 0–2 of Bezirk 1, 3 and 4 of Bezirk 2, 5 is Bezirk 3.
BEZIRKE: dict[GebietKey, Zelle] = {
    bezirk(1): (0, 1, 2),
    bezirk(2): (3, 4),
    bezirk(3): (5,),
    teil(1): (0, 1, 2, 3, 4),
    teil(2): (5,),
    OBEN: (0, 1, 2, 3, 4, 5),
}
ORT = stadt(2, 1)
LAGEN: dict[str, tuple[Stadt, dict[GebietKey, Zelle]]] = {
    "in einem Bezirk": (mit(ORT, (quartier("a", bezirk(1)),)), {q("a"): (0, 1)}),
    "zwei ohne Rest": (
        mit(
            ORT,
            (quartier("a", bezirk(2)), quartier("b", bezirk(2))),
            Raumsumme(bezirk(2), (q("a"), q("b"))),
        ),
        {q("a"): (3,), q("b"): (4,)},
    ),
    "zwei mit Rest": (
        mit(
            ORT,
            (quartier("a", bezirk(1)), quartier("b", bezirk(1))),
            Raumsumme(bezirk(1), (q("a"), q("b")), mit_rest=True),
        ),
        {q("a"): (0,), q("b"): (1,)},
    ),
    "über die Grenze": (mit(ORT, (quartier("a", bezirk(1), bezirk(2)),)), {q("a"): (1, 2, 3)}),
    "aus ganzen Bezirken": (
        mit(ORT, (quartier("a", bezirk(2), bezirk(3)),), Raumsumme(q("a"), (bezirk(2), bezirk(3)))),
        {q("a"): (3, 4, 5)},
    ),
    "im anderen": (
        mit(
            ORT,
            (quartier("a", bezirk(1)), quartier("b", bezirk(1))),
            Raumsumme(q("a"), (q("b"),), mit_rest=True),
        ),
        {q("a"): (0, 1), q("b"): (0,)},
    ),
}
RESTE: dict[str, tuple[Zelle, ...]] = {  # what nobody delivers and anybody can name on a map
    "in einem Bezirk": ((2,),),
    "zwei mit Rest": ((2,), (1, 2), (0, 2)),
    "über die Grenze": ((0, 4),),
    "im anderen": ((2,), (1,), (1, 2)),
}


def geliefert(ort: Mapping[GebietKey, Zelle], werte: list[int], name: str = "faelle") -> list[Rohwert]:
    return [Rohwert(name, key, JAHR, sum(werte[i] for i in zelle), 1000) for key, zelle in ort.items()]


@pytest.mark.parametrize("lage", LAGEN)
@settings(max_examples=15, deadline=None)
@given(werte=st.lists(st.integers(0, 4), min_size=6, max_size=6))
def test_no_table_of_whole_numbers_gives_a_cell_away(lage: str, werte: list[int]) -> None:
    """Every table that agrees with the publication is tried; what no sum says, such as a map, is in the leaves."""
    ort, quartiere = LAGEN[lage]
    zelle_von = {**BEZIRKE, **quartiere}
    ergebnis = protect(geliefert(zelle_von, werte), FAELLE, ort)
    gezeigt = {zelle_von[b.gebiet]: b.zaehler for b in ergebnis.beobachtungen if b.zaehler is not None}
    zellen = list(dict.fromkeys(zelle_von.values()))
    kleine = [z for z in RESTE.get(lage, ()) if 0 < sum(werte[i] for i in z) < SCHWELLE]
    nullen = {z: 0.0 for z in zellen if not sum(werte[i] for i in z)}
    offen = spannen(werte, zellen, gezeigt, SCHWELLE + 1, gefragt=kleine)
    erreichbar = spannen(werte, zellen, nullen, SCHWELLE + 1, gefragt=kleine)
    assert {z: b for z, b in offen.items() if b < max(1, min(SCHWELLE, erreichbar[z]))} == {}
    assert ergebnis.bericht.aufgedeckt == 0
    assert audit(ergebnis.beobachtungen, FAELLE, ort).aufgedeckt == 0


@pytest.mark.parametrize("lage", LAGEN)
@settings(max_examples=6, deadline=None)
@given(werte=st.lists(st.integers(0, 9), min_size=12, max_size=12))
def test_nor_do_types_of_help_and_quartiere_together(lage: str, werte: list[int]) -> None:
    """Twelve leaves: six pieces with two types of help; here linear programs attack."""
    ort, quartiere = LAGEN[lage]
    orte = {**BEZIRKE, **quartiere}
    ambulant = {("ambulant", key): zelle for key, zelle in orte.items()}
    stationaer = {("stationaer", key): tuple(i + 6 for i in zelle) for key, zelle in orte.items()}
    gesamt = {("gesamt", key): (*zelle, *(i + 6 for i in zelle)) for key, zelle in orte.items()}
    zelle_von = {**ambulant, **stationaer, **gesamt}
    roh = [Rohwert(n, key, JAHR, sum(werte[i] for i in zelle), 1000) for (n, key), zelle in zelle_von.items()]
    beobachtungen = protect(roh, ARTEN, ort).beobachtungen
    gezeigt = {zelle_von[b.indikator, b.gebiet]: b.zaehler for b in beobachtungen if b.zaehler is not None}
    reste = chain.from_iterable((z, tuple(i + 6 for i in z), (*z, *(i + 6 for i in z))) for z in RESTE.get(lage, ()))
    zellen = list(dict.fromkeys(zelle_von.values()))
    kleine = [z for z in reste if 0 < sum(werte[i] for i in z) < SCHWELLE and folgt(z, zellen, 12)]
    assert zu_enge(werte, zellen, gezeigt, SCHWELLE, kleine) == {}


def test_the_few_outside_a_quartier_are_protected_like_any_few() -> None:
    """Without the Quartier all is shown; 42 less 40 would be two people at the edge of the Bezirk."""
    ort, quartiere = LAGEN["in einem Bezirk"]
    werte = [20, 20, 2, 30, 30, 30]
    ohne = protect(geliefert(BEZIRKE, werte), FAELLE, ort)
    assert ohne.bericht.geheim == 0
    gefunden = {
        b.gebiet: b.zaehler for b in protect(geliefert({**BEZIRKE, **quartiere}, werte), FAELLE, ort).beobachtungen
    }
    assert gefunden[q("a")] is None
    assert {key: zahl for key, zahl in gefunden.items() if key != q("a")} == {
        key: sum(werte[i] for i in zelle) for key, zelle in BEZIRKE.items()
    }


def test_a_quartier_that_comes_later_gives_nothing_of_an_earlier_datenstand_away() -> None:
    """Bezirk 1 is shown since last year; the Quartier would now tell who lives beside it. Both ways round."""
    ort, quartiere = LAGEN["in einem Bezirk"]
    werte = [20, 20, 2, 30, 30, 30]
    erst = protect(geliefert(BEZIRKE, werte), FAELLE, ort).beobachtungen
    dann = protect(geliefert(quartiere, werte), FAELLE, ort, erst, {"Datenstand 1": erst}).beobachtungen
    assert [b.zaehler for b in dann if b.gebiet == q("a")] == [None]
    assert audit_together(dann, {"Datenstand 1": erst}, FAELLE, ort) == []
    allein = protect(geliefert(quartiere, werte), FAELLE, ort).beobachtungen
    spaeter = protect(geliefert(BEZIRKE, werte), FAELLE, ort, (), {"Datenstand 1": allein}).beobachtungen
    sichtbar = {b.gebiet: b.zaehler for b in (*allein, *spaeter)}
    assert sichtbar[q("a")] == 40
    assert sichtbar[bezirk(1)] is None
    assert sum(zahl is not None for zahl in sichtbar.values()) == 5  # it costs what is needed, not the whole table


def test_more_in_a_quartier_than_around_it_is_a_contradiction() -> None:
    ort, _ = LAGEN["in einem Bezirk"]
    roh = [Rohwert("faelle", bezirk(1), JAHR, 30, 1000), Rohwert("faelle", q("a"), JAHR, 33, 1000)]
    with pytest.raises(Widerspruch, match="stadtbezirk 01 ohne a, 2024 wäre als Rest -3"):
        protect(roh, FAELLE, ort)


def test_rounded_figures_of_quartiere_withstand_the_audit() -> None:
    regeln = replace(FAELLE.geheimhaltung, verfahren=Verfahren.RUNDEN)
    gerundet = replace(FAELLE, geheimhaltung=regeln)
    ort, quartiere = LAGEN["zwei mit Rest"]
    werte = [21, 33, 24, 30, 30, 30]
    ergebnis = protect(geliefert({**BEZIRKE, **quartiere}, werte), gerundet, ort)
    assert {b.gebiet: b.zaehler for b in ergebnis.beobachtungen if b.gebiet.ebene == QUARTIER} == {
        q("a"): 20,
        q("b"): 35,
    }
    assert ergebnis.bericht.aufgedeckt == 0


def test_an_overlap_that_nobody_described_has_no_relation() -> None:
    """Two Quartiere of one Bezirk may be the same people: 8 and 8 of 10 contradict nothing."""
    ort = mit(ORT, (quartier("a", bezirk(1)), quartier("b", bezirk(1))))
    roh = [Rohwert("faelle", key, JAHR, zahl, 1000) for key, zahl in ((bezirk(1), 20), (q("a"), 16), (q("b"), 15))]
    assert [b.zaehler for b in protect(roh, FAELLE, ort).beobachtungen] == [20, 16, 15]


def test_what_a_shown_bezirk_and_quartier_give_away_cannot_be_released() -> None:
    """Both are out already, by different Datenstände that knew nothing of each other's relation."""
    ort, quartiere = LAGEN["in einem Bezirk"]
    werte = [20, 20, 2, 30, 30, 30]
    ohne = replace(ort, quartiere=())
    erst = protect(geliefert(BEZIRKE, werte), FAELLE, ohne).beobachtungen
    dann = protect(geliefert(quartiere, werte), FAELLE, ohne, erst).beobachtungen
    assert audit(dann, FAELLE, ort).aufgedeckt == 1
    with pytest.raises(SchutzUnmoeglich):
        protect(
            geliefert({bezirk(3): (5,)}, werte, "faelle"), FAELLE, ort, tuple(b for b in dann if b.gebiet != bezirk(3))
        )
