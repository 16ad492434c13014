"""The linear system of a publication, put together from arrays: its columns, its equations and its order."""

from __future__ import annotations

import random

import numpy as np
import pytest

from sro.model.indikator import Anteilsart
from sro.protect import Rohwert, protect
from sro.protect.audit import audit
from sro.protect.system import System, aufbauen
from sro.protect.zellen import Flaechen, Schluessel, Zellen, aus_rohwerten
from tests.protect.bausteine import JAHR, OBEN, flach, indikator, katalog, merkmal, stadt, teil, tief

KATALOG = katalog(
    [
        indikator("a", "a", "kinder", art=Anteilsart.ANTEIL),
        indikator("b", "b", "kinder", art=Anteilsart.ANTEIL),
        indikator("kinder", "kinder", "kinder", art=Anteilsart.ANTEIL),
        indikator("dichte", "faelle"),
    ],
    *map(merkmal, ("a", "b", "kinder", "faelle")),
)
ORT = stadt(0, 0, 0)


def geliefert() -> list[Rohwert]:
    kinder = [80, 90, 100]
    return [
        *flach("a", [2, 30, 40], kinder),
        *flach("b", [20, 30, 7], kinder),
        *flach("kinder", kinder, kinder),
        *flach("dichte", [9, 8, 7]),
    ]


def zellen(rohwerte: list[Rohwert]) -> Zellen:
    return aus_rohwerten(rohwerte, KATALOG, Flaechen(ORT))


@pytest.fixture(name="system")
def _system() -> System:
    return aufbauen(zellen(geliefert()), KATALOG, Flaechen(ORT))


def test_every_share_has_a_rest_that_completes_its_group(system: System) -> None:
    namen = [(system.schluessel[z].merkmal, system.schluessel[n].merkmal) for z, n in system.anteile]
    assert sorted(set(namen)) == [("a", "kinder"), ("b", "kinder")]
    assert len(namen) == 2 * 4  # the city and its three parts; a group has no rest in itself
    assert list(system.werte[len(system.schluessel) :]) == [270 - 72, 78, 60, 60, 270 - 57, 60, 60, 93]


def test_the_true_values_solve_all_equations(system: System) -> None:
    assert system.matrix.shape == (4 + 8, 5 * 4 + 8)  # Einwohner have no threshold, so nobody adds them up
    assert np.abs(system.matrix @ system.werte).max() == 0.0


def test_rests_need_no_protection_of_their_own(system: System) -> None:
    reste = slice(len(system.schluessel), None)
    assert not system.geliefert[reste].any()
    assert not system.schwelle[reste].any()
    assert not system.unter[reste].any()


def test_a_publication_without_sums_and_shares_has_no_equations() -> None:
    leer = aufbauen(zellen([Rohwert("dichte", teil(1), JAHR, 9, 50)]), KATALOG, Flaechen(ORT))
    assert leer.matrix.shape == (0, 2)


def test_the_columns_of_cells_are_found_by_the_shorter_way(system: System) -> None:
    gesucht = {Schluessel("a", JAHR, OBEN), Schluessel("b", JAHR, teil(2)), Schluessel("fremd", JAHR, OBEN)}
    viele = gesucht | {Schluessel("fremd", jahr, OBEN) for jahr in range(100)}
    assert len(gesucht) < len(system.schluessel) < len(viele)
    assert [system.schluessel[spalte] for spalte in np.flatnonzero(system.spalten(gesucht))] == sorted(gesucht)[:2]
    assert (system.spalten(viele) == system.spalten(gesucht)).all()


def test_cells_are_in_order_however_they_were_delivered() -> None:
    rohwerte = geliefert()
    random.Random(3).shuffle(rohwerte)
    durcheinander = zellen(rohwerte)
    durcheinander.verborgen.add(Schluessel("a", JAHR - 1, OBEN))
    assert durcheinander.geordnet() == sorted(durcheinander.alle)


def test_the_report_of_the_protection_is_what_an_outsider_finds() -> None:
    """Although the audit of the protection takes over the names of cells, it sees only what is shown."""
    tiefer = stadt(1, 3, 2)
    zufall = random.Random(5)
    for _ in range(10):
        werte, kinder = zip(*((zufall.randint(0, 12), zufall.randint(12, 60)) for _ in range(6)), strict=True)
        ergebnis = protect(tief("a", tiefer, werte, kinder), KATALOG, tiefer)
        bericht = audit(ergebnis.beobachtungen, KATALOG, tiefer)
        assert bericht.aufgedeckt == ergebnis.bericht.aufgedeckt == 0
        assert bericht.kleinste_breite == ergebnis.bericht.kleinste_breite
