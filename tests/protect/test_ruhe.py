"""What needs no solver, and that leaving it out changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from sro.model.gebiet import GebietKey
from sro.protect.aufloesung import aufloesen
from sro.protect.ausschnitt import ausschnitte
from sro.protect.beziehungen import Beziehung, netz, ueber_merkmale
from sro.protect.regeln import geheim_nach_regel
from sro.protect.rohwert import Rohwert
from sro.protect.zellen import Flaechen, Schluessel, aus_rohwerten
from tests.protect.bausteine import JAHR, OBEN, bezirk, indikator, katalog, merkmal, stadt, teil, tief
from tests.protect.test_beziehungen import ALTER

ORT = stadt(2, 3)
ORTE = tuple(gebiet.key for gebiet in ORT.gebiete)
ZWEI = katalog(
    [indikator("summe", "summe"), indikator("a", "a"), indikator("anderes", "anderes")],
    merkmal("summe", 5, ("a", "b")),
    *(merkmal(name, 5) for name in ("a", "b", "anderes")),
)


def geliefert(name: str, werte: Sequence[float]) -> list[Rohwert]:
    return tief(name, ORT, werte, [1000] * 5)


def betrachtet(*rohwerte: Rohwert) -> set[str]:
    """The Merkmale that the solver has to look at."""
    flaechen = Flaechen(ORT)
    zellen = aus_rohwerten(rohwerte, ZWEI, flaechen)
    teile = ausschnitte(zellen, geheim_nach_regel(zellen, ZWEI), ZWEI, flaechen)
    return {zelle.merkmal for eines in teile for zelle in eines.zellen.alle - eines.rand}


def test_without_anything_small_nothing_is_looked_at() -> None:
    assert not betrachtet(*geliefert("summe", [40] * 5), *geliefert("a", [20] * 5))


def test_a_small_count_is_looked_at_with_its_family_alone() -> None:
    gross = geliefert("anderes", [20] * 5)
    assert betrachtet(*geliefert("summe", [40] * 5), *geliefert("a", [4, 20, 20, 20, 20]), *gross) == {"summe", "a"}


def test_a_small_count_that_follows_is_looked_at() -> None:
    assert betrachtet(*geliefert("summe", [40] * 5), *geliefert("a", [37, 20, 20, 20, 20]))


def test_a_figure_that_an_area_lacks_is_looked_at() -> None:
    assert betrachtet(*geliefert("summe", [40] * 5), *geliefert("a", [20] * 5)[1:])


def test_sums_that_do_not_add_up_are_looked_at() -> None:
    a = geliefert("a", [20] * 5)
    falsch = [Rohwert("a", roh.gebiet, JAHR, 101, 5000) if roh.gebiet == OBEN else roh for roh in a]
    assert betrachtet(*falsch)
    assert betrachtet(*geliefert("summe", [40] * 5), *geliefert("a", [50, 20, 20, 20, 20]))


def test_where_all_areas_have_the_same_figures_nothing_follows_from_sums_over_areas() -> None:
    """Tried with every choice of Merkmale: the same cells follow from all relations together."""
    merkmale = [m.id for m in ALTER.merkmale if m.schwelle]
    for anzahl in range(1, len(merkmale)):
        for gewaehlt in combinations(merkmale, anzahl):
            zellen = {Schluessel(m, JAHR, ort) for m in gewaehlt for ort in ORTE}
            gefunden = netz(zellen, dict.fromkeys(zellen, 0.0), ALTER, Flaechen(ORT)).virtuell
            einzelne = {zelle for zelle in gefunden if zelle.merkmal in merkmale}
            assert einzelne == aufloesen([b.gleichung for b in alle(merkmale)], zellen).keys()


def alle(merkmale: Sequence[str]) -> list[Beziehung]:
    """Every relation over Merkmale and over areas."""
    kinder: dict[GebietKey, list[GebietKey]] = {
        OBEN: [teil(1), teil(2)],
        teil(1): [bezirk(1), bezirk(2)],
        teil(2): [bezirk(3), bezirk(4), bezirk(5)],
    }
    return [
        *ueber_merkmale([m for m in ALTER.merkmale if m.summe_aus], JAHR, ORTE),
        *(
            Beziehung(Schluessel(m, JAHR, oben), tuple(Schluessel(m, JAHR, kind) for kind in unten))
            for m in merkmale
            for oben, unten in kinder.items()
        ),
    ]
