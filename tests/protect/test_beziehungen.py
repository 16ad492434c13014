from __future__ import annotations

from sro.protect.beziehungen import netz
from sro.protect.zellen import Flaechen, Schluessel
from tests.protect.bausteine import JAHR, OBEN, bezirk, indikator, katalog, merkmal, stadt, teil

KATALOG = katalog([indikator("s", "summe")], merkmal("summe", 5, ("a", "b", "c")), *(merkmal(m) for m in "abc"))


def zelle(name: str, ort: tuple[str, str]) -> Schluessel:
    return Schluessel(name, JAHR, ort)  # type: ignore[arg-type]


def test_an_only_child_is_its_parent() -> None:
    flaechen = Flaechen(stadt(1, 2))
    assert (flaechen[bezirk(1)], flaechen[bezirk(2)], flaechen[teil(1)]) == (teil(1), bezirk(2), teil(1))


def test_the_one_missing_part_is_virtual() -> None:
    werte = {zelle("summe", OBEN): 30.0, zelle("a", OBEN): 10.0, zelle("b", OBEN): 17.0}
    gefunden = netz(werte, werte, KATALOG, Flaechen(stadt(0)))
    assert gefunden.virtuell == {zelle("c", OBEN): 3.0}
    assert gefunden.gleichungen == [
        {zelle("c", OBEN): -1, zelle("summe", OBEN): 1, zelle("a", OBEN): -1, zelle("b", OBEN): -1}
    ]


def test_several_missing_parts_are_one_rest() -> None:
    werte = {zelle("summe", OBEN): 30.0, zelle("a", OBEN): 10.0}
    gefunden = netz(werte, werte, KATALOG, Flaechen(stadt(0)))
    assert list(gefunden.virtuell.values()) == [20.0]
    assert list(gefunden.teile_von.values()) == [("b", "c")]


def test_what_follows_in_two_steps_is_found() -> None:
    """The missing Bezirk follows from its Stadtteil, which follows from the city."""
    werte = {zelle("a", OBEN): 50.0, zelle("a", teil(2)): 20.0, zelle("a", bezirk(1)): 26.0}
    gefunden = netz(werte, werte, KATALOG, Flaechen(stadt(2, 0)))
    assert gefunden.virtuell == {zelle("a", teil(1)): 30.0, zelle("a", bezirk(2)): 4.0}


def test_a_level_without_any_figure_makes_no_relation() -> None:
    werte = {zelle("a", OBEN): 50.0}
    gefunden = netz(werte, werte, KATALOG, Flaechen(stadt(2, 2)))
    assert (gefunden.gleichungen, gefunden.virtuell, gefunden.frei) == ([], {}, set())


def test_a_hidden_value_stays_unknown() -> None:
    zellen = {zelle("summe", OBEN), zelle("a", OBEN), zelle("b", OBEN)}
    gefunden = netz(zellen, {zelle("summe", OBEN): 30.0}, KATALOG, Flaechen(stadt(0)))
    assert gefunden.virtuell == {zelle("c", OBEN): None}


ALTER = katalog(
    [indikator(m, m) for m in ("jung", "minderjaehrig", "schulalter")],
    merkmal("jung", 3, ("minderjaehrig", "volljaehrig")),
    merkmal("minderjaehrig", 3, ("klein", "kind")),
    merkmal("schulalter", 3, ("kind", "volljaehrig")),
    *(merkmal(m, 3) for m in ("klein", "kind", "volljaehrig")),
)


def test_overlapping_age_groups_give_all_that_subtraction_gives() -> None:
    werte = {zelle("jung", OBEN): 20.0, zelle("minderjaehrig", OBEN): 15.0, zelle("schulalter", OBEN): 18.0}
    gefunden = netz(werte, werte, ALTER, Flaechen(stadt(0)))
    assert gefunden.virtuell == {zelle("volljaehrig", OBEN): 5.0, zelle("kind", OBEN): 13.0, zelle("klein", OBEN): 2.0}
    assert len(gefunden.gleichungen) == 3
    assert all(gleichung.keys() - werte.keys() <= gefunden.virtuell.keys() for gleichung in gefunden.gleichungen)


def test_what_no_single_relation_gives_is_found_by_all_together() -> None:
    """p = a + b, q = b + c, r = a + c: none of them has one unknown alone, together they give all three."""
    paare = katalog(
        [indikator(m, m) for m in "pqr"],
        *(merkmal(ganz, 3, teile) for ganz, teile in zip("pqr", (("a", "b"), ("b", "c"), ("a", "c")), strict=True)),
        *(merkmal(teil, 3) for teil in "abc"),
    )
    werte = {zelle("p", OBEN): 12.0, zelle("q", OBEN): 11.0, zelle("r", OBEN): 3.0}
    gefunden = netz(werte, werte, paare, Flaechen(stadt(0)))
    assert gefunden.virtuell == {zelle("a", OBEN): 2.0, zelle("b", OBEN): 10.0, zelle("c", OBEN): 1.0}


def test_what_does_not_follow_stays_free_but_in_the_equations() -> None:
    """p = a + b and q = b + c leave one degree of freedom, and what is known of p bounds what is hidden in q."""
    paare = katalog(
        [indikator(m, m) for m in "pq"],
        merkmal("p", 3, ("a", "b")),
        merkmal("q", 3, ("b", "c")),
        *(merkmal(teil, 3) for teil in "abc"),
    )
    werte = {zelle("p", OBEN): 12.0, zelle("q", OBEN): 11.0, zelle("c", OBEN): 4.0, zelle("a", teil(1)): 2.0}
    gefunden = netz(werte, werte, paare, Flaechen(stadt(0, 0)))
    assert (gefunden.virtuell[zelle("b", OBEN)], gefunden.virtuell[zelle("a", OBEN)]) == (7.0, 5.0)
    assert gefunden.virtuell[zelle("a", teil(2))] == 3.0
    assert {z.merkmal for z in gefunden.frei} == {"p", "q", "b", "c"} - {
        z.merkmal for z in werte if z.gebiet == teil(1)
    }
