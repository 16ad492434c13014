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
    assert [b.summe for b in gefunden.beziehungen] == [zelle("summe", OBEN)]


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
    assert (gefunden.beziehungen, gefunden.virtuell) == ([], {})


def test_a_hidden_value_stays_unknown() -> None:
    zellen = {zelle("summe", OBEN), zelle("a", OBEN), zelle("b", OBEN)}
    gefunden = netz(zellen, {zelle("summe", OBEN): 30.0}, KATALOG, Flaechen(stadt(0)))
    assert gefunden.virtuell == {zelle("c", OBEN): None}
