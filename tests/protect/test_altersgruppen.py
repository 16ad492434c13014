"""Age groups that overlap: what subtraction gives must be as safe as what was delivered."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung
from sro.protect import Rohwert, protect
from tests.protect.aufzaehlung import Zelle, spannen
from tests.protect.bausteine import JAHR, OBEN, bezirk, indikator, katalog, merkmal, stadt, teil

SCHWELLE = 3
Tabelle = list[list[int]]  # persons by area and age group


def gruppen(teile: dict[str, tuple[str, ...]], atome: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """For each group the age groups it consists of in the end."""
    fertig = {name: (i,) for i, name in enumerate(atome)}
    for name, aus in teile.items():
        fertig[name] = tuple(sorted(i for t in aus for i in fertig[t]))
    return fertig


DREI = {"0_18": ("0_6", "6_18"), "6_21": ("6_18", "18_21"), "0_21": ("0_18", "18_21")}
FUENF = {**DREI, "18_65": ("18_21", "21_65"), "alle": ("0_18", "18_65", "65_plus")}
DREI_GRUPPEN = gruppen(DREI, ("0_6", "6_18", "18_21"))
FUENF_GRUPPEN = gruppen(FUENF, ("0_6", "6_18", "18_21", "21_65", "65_plus"))
FLACH = {teil(1): (0,), teil(2): (1,), OBEN: (0, 1)}
TIEF = {
    **{bezirk(i + 1): (i,) for i in range(4)},
    teil(1): (0, 1),
    teil(2): (2, 3),
    OBEN: (0, 1, 2, 3),
}


def zellen(
    alter: dict[str, tuple[int, ...]], orte: dict[GebietKey, tuple[int, ...]]
) -> dict[tuple[str, GebietKey], Zelle]:
    anzahl = 1 + max(i for g in alter.values() for i in g)
    return {
        (m, ort): tuple(b * anzahl + i for b in wo for i in g) for m, g in alter.items() for ort, wo in orte.items()
    }


def veroeffentlicht(
    teile: dict[str, tuple[str, ...]],
    zelle_von: dict[tuple[str, GebietKey], Zelle],
    werte: list[int],
    geliefert: set[tuple[str, GebietKey]],
    bezirke: tuple[int, ...],
) -> tuple[Beobachtung, ...]:
    namen = sorted({name for name, _ in zelle_von})
    alter = katalog([indikator(n, n) for n in namen], *(merkmal(n, SCHWELLE, teile.get(n, ())) for n in namen))
    roh = [Rohwert(m, ort, JAHR, sum(werte[i] for i in zelle_von[m, ort]), 1000) for m, ort in sorted(geliefert)]
    ergebnis = protect(roh, alter, stadt(*bezirke))
    assert ergebnis.bericht.aufgedeckt == 0
    return ergebnis.beobachtungen


def folgt(gesucht: Zelle, aus: list[Zelle], blaetter: int) -> bool:
    """Whether a sum of leaves is a linear combination of others."""
    vektoren = np.array([[float(i in zelle) for i in range(blaetter)] for zelle in [*aus, gesucht]])
    return bool(np.linalg.matrix_rank(vektoren) == np.linalg.matrix_rank(vektoren[:-1])) if aus else False


def teilmenge(data: st.DataObject, zelle_von: dict[tuple[str, GebietKey], Zelle]) -> set[tuple[str, GebietKey]]:
    """Whole groups at whole places, as deliveries are, less single cells that are missing."""
    namen = sorted({name for name, _ in zelle_von})
    da = data.draw(st.sets(st.sampled_from(namen), min_size=2))
    fehlt = data.draw(st.sets(st.sampled_from(sorted(zelle_von)), max_size=3))
    return {(name, ort) for name, ort in zelle_von if name in da} - fehlt


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=6, max_size=6), st.data())
def test_no_table_of_whole_numbers_gives_a_small_group_away(werte: list[int], data: st.DataObject) -> None:
    """Leaves: three age groups in two areas. Every table that agrees with the publication is tried."""
    assert verengt(werte, teilmenge(data, zellen(DREI_GRUPPEN, FLACH))) == {}


def test_a_table_that_needs_room_is_as_wide_as_the_rule_says() -> None:
    """With six more children under six than delivered in one area all others may be as few as they can be."""
    fehlt = {("0_21", OBEN), ("0_18", teil(1)), ("0_18", teil(2))}
    assert verengt([1, 4, 0, 4, 1, 1], set(zellen(DREI_GRUPPEN, FLACH)) - fehlt) == {}


def verengt(werte: list[int], geliefert: set[tuple[str, GebietKey]]) -> dict[Zelle, int]:
    """The hidden groups, delivered or not, that an attacker who tries every table knows better than the rule allows."""
    zelle_von = zellen(DREI_GRUPPEN, FLACH)
    beobachtungen = veroeffentlicht(DREI, zelle_von, werte, geliefert, (0, 0))
    publiziert = sorted({zelle_von[platz] for platz in geliefert})
    gezeigt = {zelle_von[b.indikator, b.gebiet]: b.zaehler for b in beobachtungen if b.zaehler is not None}
    virtuell = [
        zelle
        for zelle in sorted(set(zelle_von.values()) - set(publiziert))
        if 0 < sum(werte[i] for i in zelle) < SCHWELLE and folgt(zelle, publiziert, 6)
    ]
    nullen = {zelle: 0.0 for zelle in publiziert if sum(werte[i] for i in zelle) == 0}
    offen = spannen(werte, publiziert, gezeigt, SCHWELLE + 1, gefragt=virtuell)
    erreichbar = spannen(werte, publiziert, nullen, SCHWELLE + 1, gefragt=virtuell)
    assert offen.keys() >= set(virtuell)
    if eng(offen, erreichbar):  # an attacker with so little room may only look strong: once more with enough of it
        offen = spannen(werte, publiziert, gezeigt, 3 * SCHWELLE, gefragt=virtuell)
    return eng(offen, erreichbar)


def eng(offen: dict[Zelle, int], erreichbar: dict[Zelle, int]) -> dict[Zelle, int]:
    """The widths that are smaller than they could be."""
    return {zelle: breite for zelle, breite in offen.items() if breite < max(1, min(SCHWELLE, erreichbar[zelle]))}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=20, max_size=20), st.data())
def test_no_small_group_follows_by_adding_and_subtracting(werte: list[int], data: st.DataObject) -> None:
    """Five age groups in four Bezirke of two Stadtteile: no small one is in the row space of what is shown."""
    zelle_von = zellen(FUENF_GRUPPEN, TIEF)
    geliefert = teilmenge(data, zelle_von)
    beobachtungen = veroeffentlicht(FUENF, zelle_von, werte, geliefert, (2, 2))
    gezeigt = [zelle_von[b.indikator, b.gebiet] for b in beobachtungen if b.zaehler is not None]
    for platz, zelle in zelle_von.items():
        if 0 < sum(werte[i] for i in zelle) < SCHWELLE:
            assert not folgt(zelle, gezeigt, 20), platz
    for b in beobachtungen:
        if b.zaehler is None:
            assert not folgt(zelle_von[b.indikator, b.gebiet], gezeigt, 20), b
