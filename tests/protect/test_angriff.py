"""Intervals that can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from sro.model.indikator import Anteilsart
from sro.protect.angriff import angreifen
from sro.protect.schnitt import schnitt_aus_angriff
from sro.protect.system import System, aufbauen
from sro.protect.zellen import Flaechen, Schluessel, aus_rohwerten
from tests.protect.bausteine import JAHR, OBEN, flach, indikator, katalog, merkmal, stadt, teil

FAELLE = katalog([indikator("faelle", "faelle")], merkmal("faelle", 5))


def system(werte: list[float]) -> System:
    ort = Flaechen(stadt(*[0] * len(werte)))
    return aufbauen(aus_rohwerten(flach("faelle", werte), FAELLE, ort), FAELLE, ort)


def spalte(s: System, ort: object, name: str = "faelle") -> int:
    return s.index[Schluessel(name, JAHR, ort)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("verborgen", "intervall"),
    [([1], (2, 2)), ([1, 2], (1, 4)), ([1, 2, 3], (1, 9))],
)
def test_hidden_parts_share_what_the_sum_leaves(verborgen: list[int], intervall: tuple[int, int]) -> None:
    s = system([2, 3, 6, 40])
    muster = s.spalten([])
    muster[[spalte(s, teil(i)) for i in verborgen]] = True
    spannen = angreifen(s, muster, np.where(muster, 100.0, 0.0))
    erste = spalte(s, teil(1))
    assert (spannen.unten[erste], spannen.oben[erste]) == pytest.approx(intervall)


def test_a_hidden_sum_has_no_end() -> None:
    s = system([2, 3, 6, 40])
    muster = s.spalten([s.schluessel[spalte(s, OBEN)], s.schluessel[spalte(s, teil(1))]])
    spannen = angreifen(s, muster, np.where(muster, 100.0, 0.0))
    assert spannen.oben[spalte(s, teil(1))] >= 100


def test_a_share_is_bounded_by_its_group() -> None:
    k = katalog([indikator("a", "x", "kinder", Anteilsart.ANTEIL)], merkmal("x", 5), merkmal("kinder", 3))
    flaechen = Flaechen(stadt(0, 0, 0))
    s = aufbauen(aus_rohwerten(flach("a", [2, 30, 40], [8, 90, 90]), k, flaechen), k, flaechen)
    muster = ~s.geliefert
    muster[[spalte(s, teil(1), "x"), spalte(s, teil(2), "x")]] = True
    spannen = angreifen(s, muster, np.where(muster & s.geliefert, 100.0, 0.0))
    assert (spannen.unten[spalte(s, teil(1), "x")], spannen.oben[spalte(s, teil(1), "x")]) == pytest.approx((1, 8))


def test_a_cut_names_the_cells_that_would_help() -> None:
    s = system([2, 3, 6, 40])
    muster = s.spalten([s.schluessel[spalte(s, teil(i))] for i in (1, 2)])
    spannen = angreifen(s, muster, np.where(muster, 5.0, 0.0))
    schnitt = schnitt_aus_angriff(s, spannen, spalte(s, teil(1)), 5.0)
    assert schnitt.fehlt(muster) == pytest.approx(2.0)  # the interval is three wide, five are asked for
    for hilfe in (teil(3), teil(4), OBEN):
        mehr = muster.copy()
        mehr[spalte(s, hilfe)] = True
        assert schnitt.fehlt(mehr) <= 0
