"""What must always hold, whatever is delivered. The attackers here are independent of the code under test."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sro.model.gebiet import GebietKey
from sro.model.indikator import Anteilsart
from sro.model.wert import Beobachtung, Status
from sro.protect import Rohwert, audit, protect
from tests.protect.aufzaehlung import Zelle, spannen
from tests.protect.bausteine import (
    JAHR,
    OBEN,
    bezirk,
    flach,
    geheime,
    indikator,
    katalog,
    merkmal,
    nach_ort,
    stadt,
    teil,
    tief,
)

SCHWELLE = 3
ORT = stadt(2, 1, 2)
BEZIRKE = {bezirk(i + 1): (i,) for i in range(5)}
ZELLE_VON: dict[GebietKey, Zelle] = {
    **BEZIRKE,
    teil(1): (0, 1),
    teil(2): (2,),
    teil(3): (3, 4),
    OBEN: (0, 1, 2, 3, 4),
}
FAELLE = katalog([indikator("faelle", "faelle")], merkmal("faelle", SCHWELLE))
ANTEIL = katalog(
    [indikator("anteil", "betroffene", "kinder", Anteilsart.ANTEIL, gruppenschutz=True)],
    merkmal("betroffene", SCHWELLE),
    merkmal("kinder", None),
)
ARTEN = katalog(
    [indikator("gesamt", "gesamt"), indikator("ambulant", "ambulant"), indikator("stationaer", "stationaer")],
    merkmal("gesamt", SCHWELLE, ("ambulant", "stationaer")),
    merkmal("ambulant", SCHWELLE),
    merkmal("stationaer", SCHWELLE),
)
kleine = st.lists(st.integers(0, 8), min_size=5, max_size=5)
oft = settings(max_examples=30, deadline=None)


def assert_weit(
    blaetter: Sequence[int], zellen: list[Zelle], gezeigt: dict[Zelle, float], hoechstens: dict[Zelle, float]
) -> None:
    """Every hidden cell is as wide as its threshold, or as hiding everything about it would make it."""
    offen = spannen(blaetter, zellen, gezeigt, SCHWELLE + 1, hoechstens)
    nullen = {zelle: 0.0 for zelle in zellen if sum(blaetter[i] for i in zelle) == 0}
    erreichbar = spannen(blaetter, zellen, nullen, SCHWELLE + 1, hoechstens)
    zu_eng = {zelle: breite for zelle, breite in offen.items() if breite < max(1, min(SCHWELLE, erreichbar[zelle]))}
    assert not zu_eng


@oft
@given(kleine)
def test_no_hidden_cell_of_the_hierarchy_can_be_solved(werte: list[int]) -> None:
    ergebnis = protect(tief("faelle", ORT, werte, [100] * 5), FAELLE, ORT)
    gezeigt = {ZELLE_VON[b.gebiet]: b.zaehler for b in ergebnis.beobachtungen if b.zaehler is not None}
    assert_weit(werte, list(set(ZELLE_VON.values())), gezeigt, {})
    assert ergebnis.bericht.aufgedeckt == 0


@oft
@given(kleine, st.data())
def test_no_hidden_share_can_be_solved(werte: list[int], data: st.DataObject) -> None:
    gruppen = [data.draw(st.integers(max(w, 2), w + 5)) for w in werte]
    ergebnis = protect(tief("anteil", ORT, werte, gruppen), ANTEIL, ORT)
    gezeigt = {ZELLE_VON[b.gebiet]: b.zaehler for b in ergebnis.beobachtungen if b.zaehler is not None}
    hoechstens = {ZELLE_VON[b.gebiet]: float(b.nenner) for b in ergebnis.beobachtungen if b.nenner is not None}
    assert_weit(werte, list(set(ZELLE_VON.values())), gezeigt, hoechstens)
    assert ergebnis.bericht.aufgedeckt == 0


@oft
@given(st.lists(st.integers(0, 5), min_size=6, max_size=6), st.booleans())
def test_no_hidden_cell_of_a_sum_of_kinds_can_be_solved(werte: list[int], ohne_stationaer: bool) -> None:
    """Leaves: ambulant in three areas, then stationaer. Without the latter delivered, it must not follow either."""
    ambulant, stationaer = werte[:3], werte[3:]
    roh = flach("gesamt", [a + s for a, s in zip(ambulant, stationaer, strict=True)]) + flach("ambulant", ambulant)
    if not ohne_stationaer:
        roh += flach("stationaer", stationaer)
    ort = stadt(0, 0, 0)
    ergebnis = protect(roh, ARTEN, ort)
    stelle = {teil(1): 0, teil(2): 1, teil(3): 2}
    zelle_von: dict[tuple[str, GebietKey], Zelle] = {}
    for gebiet in (*stelle, OBEN):
        orte = (stelle[gebiet],) if gebiet in stelle else (0, 1, 2)
        zelle_von["ambulant", gebiet] = orte
        zelle_von["stationaer", gebiet] = tuple(i + 3 for i in orte)
        zelle_von["gesamt", gebiet] = (*orte, *(i + 3 for i in orte))
    geliefert = {zelle_von[b.indikator, b.gebiet] for b in ergebnis.beobachtungen}
    gezeigt = {zelle_von[b.indikator, b.gebiet]: b.zaehler for b in ergebnis.beobachtungen if b.zaehler is not None}
    assert_weit(werte, sorted(geliefert), gezeigt, {})
    if ohne_stationaer:
        assert_kleine_ungeliefert_weit(werte, sorted(geliefert), gezeigt)


def assert_kleine_ungeliefert_weit(werte: list[int], geliefert: list[Zelle], gezeigt: dict[Zelle, float]) -> None:
    """A small count that nobody delivered is no easier to find than a delivered one."""
    for blatt in (3, 4, 5):
        if not 0 < werte[blatt] < SCHWELLE:
            continue
        # As a cell of its own it would be at least one; here it is known to be at least zero.
        moegliche = _werte_eines_blatts(werte, geliefert, gezeigt, blatt)
        assert max(moegliche) - min(moegliche) >= SCHWELLE


def _werte_eines_blatts(werte: list[int], geliefert: list[Zelle], gezeigt: dict[Zelle, float], blatt: int) -> set[int]:
    moegliche = set()
    for versuch in range(werte[blatt] + SCHWELLE + 2):
        try:
            spannen(werte, [*geliefert, (blatt,)], {**gezeigt, (blatt,): versuch}, SCHWELLE + 1)
        except AssertionError:
            continue
        moegliche.add(versuch)
    return moegliche


@oft
@given(kleine)
def test_no_hidden_cell_is_fixed_by_the_equations_alone(werte: list[int]) -> None:
    """Linear algebra: the unit vector of a hidden cell is never in the row space of what is published."""
    ergebnis = protect(tief("faelle", ORT, werte, [100] * 5), FAELLE, ORT)
    gleichungen = [_als_vektor(b.gebiet) for b in ergebnis.beobachtungen if b.zaehler is not None]
    for ort in geheime(ergebnis.beobachtungen, "faelle"):
        ohne = np.linalg.matrix_rank(np.array(gleichungen)) if gleichungen else 0
        assert np.linalg.matrix_rank(np.array([*gleichungen, _als_vektor(ort)])) == ohne + 1


def _als_vektor(gebiet: GebietKey) -> list[float]:
    return [float(i in ZELLE_VON[gebiet]) for i in range(5)]


@oft
@given(kleine, st.randoms(use_true_random=False))
def test_labels_never_shift_and_order_never_matters(werte: list[int], zufall: random.Random) -> None:
    roh = tief("faelle", ORT, werte, [100, 30, 60, 70, 80])
    gemischt = zufall.sample(roh, len(roh))
    ergebnis = protect(gemischt, FAELLE, ORT)
    for zeile, b in zip(gemischt, ergebnis.beobachtungen, strict=True):
        assert (zeile.indikator, zeile.gebiet, zeile.jahr) == (b.indikator, b.gebiet, b.jahr)
        assert b.zaehler in (None, zeile.zaehler)
        assert b.nenner == zeile.nenner
        assert (b.status is Status.NULL) == (zeile.zaehler == 0)
        if b.wert is not None:
            assert b.wert == zeile.zaehler / zeile.nenner * 1000
    assert set(ergebnis.beobachtungen) == set(protect(roh, FAELLE, ORT).beobachtungen)


@oft
@given(kleine)
def test_small_is_hidden_and_an_only_child_like_its_parent(werte: list[int]) -> None:
    ergebnis = protect(tief("faelle", ORT, werte, [100] * 5), FAELLE, ORT)
    orte = nach_ort(ergebnis.beobachtungen, "faelle")
    assert all(b.zaehler is None or b.zaehler == 0 or b.zaehler >= SCHWELLE for b in orte.values())
    assert orte[teil(2)].status == orte[bezirk(3)].status


HZE = katalog(
    [
        indikator("jugend", "unter_21", "alle", Anteilsart.ANTEIL, gruppenschutz=True),
        indikator("hze", "hze", "unter_21"),
        indikator("meldungen", "meldungen", "unter_21"),
        indikator("bestaetigt", "bestaetigt", "meldungen", Anteilsart.ANTEIL, gruppenschutz=True),
    ],
    merkmal("alle", 3),
    merkmal("unter_21", 3),
    merkmal("hze", 5),
    merkmal("meldungen", 8),
    merkmal("bestaetigt", 8),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 14)] * 5), min_size=5, max_size=5))
def test_a_web_of_indicators_withstands_the_audit(zahlen: list[tuple[int, ...]]) -> None:
    """Denominators that are numerators elsewhere and may be hidden themselves."""
    alle = [sum(z) for z in zahlen]
    unter_21 = [z[0] + z[1] for z in zahlen]
    meldungen = [z[2] for z in zahlen]
    bestaetigt = [min(z[2], z[3]) for z in zahlen]
    roh = [
        *tief("jugend", ORT, unter_21, alle),
        *tief("hze", ORT, [z[4] for z in zahlen], unter_21),
        *tief("meldungen", ORT, meldungen, unter_21),
        *tief("bestaetigt", ORT, bestaetigt, meldungen),
    ]
    ergebnis = protect(roh, HZE, ORT)
    assert ergebnis.bericht.aufgedeckt == 0
    assert audit(ergebnis.beobachtungen, HZE, ORT).aufgedeckt == 0
    assert_eine_zelle_ein_zustand(ergebnis.beobachtungen, roh)


def assert_eine_zelle_ein_zustand(beobachtungen: Sequence[Beobachtung], roh: Sequence[Rohwert]) -> None:
    """What is hidden as one indicator's denominator is not shown as another's numerator."""
    gezeigt = {(HZE[b.indikator].zaehler, b.gebiet) for b in beobachtungen if b.zaehler is not None}
    gezeigt |= {(HZE[b.indikator].nenner, b.gebiet) for b in beobachtungen if b.nenner is not None}
    versteckt = {
        (HZE[b.indikator].nenner, b.gebiet) for b in beobachtungen if b.status == "geheim" and b.nenner is None
    }
    assert not gezeigt & versteckt
    assert len(beobachtungen) == len(roh)
    assert {b.jahr for b in beobachtungen} == {JAHR}
