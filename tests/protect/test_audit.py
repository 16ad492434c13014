"""The audit finds what a careless hand left open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sro.model.wert import Beobachtung, Status
from sro.protect import audit, protect
from tests.protect.bausteine import (
    JAHR,
    OBEN,
    bezirk,
    flach,
    indikator,
    katalog,
    merkmal,
    nach_ort,
    stadt,
    teil,
    tief,
)

FAELLE = katalog([indikator("faelle", "faelle"), indikator("zwilling", "faelle")], merkmal("faelle"))
ORT = stadt(0, 0, 0, 0)


def gezeigt(ort: tuple[str, str], zaehler: float, name: str = "faelle") -> Beobachtung:
    return Beobachtung(name, ort, JAHR, Status.OK, zaehler, 1000, zaehler)  # type: ignore[arg-type]


def geheim(ort: tuple[str, str], name: str = "faelle") -> Beobachtung:
    return Beobachtung(name, ort, JAHR, Status.GEHEIM, nenner=1000)  # type: ignore[arg-type]


def test_all_shown_is_nothing_to_uncover() -> None:
    bericht = audit([gezeigt(OBEN, 50), gezeigt(teil(1), 20)], FAELLE, ORT)
    assert (bericht.zellen, bericht.geheim, bericht.aufgedeckt, bericht.kleinste_breite) == (4, 0, 0, None)
    assert bericht.geheim_regel is None


def test_a_single_hidden_part_is_computed() -> None:
    zeilen = [gezeigt(OBEN, 53), geheim(teil(1)), gezeigt(teil(2), 20), gezeigt(teil(3), 21), gezeigt(teil(4), 10)]
    bericht = audit(zeilen, FAELLE, ORT)
    assert (bericht.geheim, bericht.aufgedeckt, bericht.kleinste_breite) == (1, 1, 0.0)


@pytest.mark.parametrize(("summe", "aufgedeckt"), [(36, 2), (37, 0)])
def test_two_hidden_parts_need_room(summe: float, aufgedeckt: int) -> None:
    """30 are shown: 6 in two cells are 1 to 5 each, four wide; 7 are five wide, as the threshold asks."""
    zeilen = [gezeigt(OBEN, summe), geheim(teil(1)), geheim(teil(2)), gezeigt(teil(3), 20), gezeigt(teil(4), 10)]
    assert audit(zeilen, FAELLE, ORT).aufgedeckt == aufgedeckt


def test_shown_in_one_row_and_hidden_in_another_is_uncovered() -> None:
    bericht = audit([geheim(OBEN), gezeigt(OBEN, 4, "zwilling")], FAELLE, ORT)
    assert (bericht.aufgedeckt, bericht.kleinste_breite) == (1, 0.0)


def test_an_only_child_that_is_shown_uncovers_its_parent() -> None:
    assert audit([geheim(teil(1)), gezeigt(bezirk(1), 4)], FAELLE, stadt(1, 2)).aufgedeckt == 1


def test_a_small_part_that_nobody_delivered_is_found() -> None:
    zeilen = [gezeigt(OBEN, 53), gezeigt(teil(2), 20), gezeigt(teil(3), 20), gezeigt(teil(4), 10)]
    assert audit(zeilen, FAELLE, ORT).aufgedeckt == 1
    assert audit([replace(zeilen[0], zaehler=60), *zeilen[1:]], FAELLE, ORT).aufgedeckt == 0


def test_showing_any_complementary_cell_again_is_noticed() -> None:
    """Undoing one step of `protect` is what an audit must catch."""
    ort = stadt(3, 1, 3)
    roh = tief("faelle", ort, [1, 9, 60, 4, 30, 3, 12], [1000] * 7)
    geschuetzt = protect(roh, FAELLE, ort).beobachtungen
    assert audit(geschuetzt, FAELLE, ort).aufgedeckt == 0
    ergaenzend = [
        i for i, (r, b) in enumerate(zip(roh, geschuetzt, strict=True)) if b.status == "geheim" and r.zaehler > 4
    ]
    assert ergaenzend
    for stelle in ergaenzend:
        r = roh[stelle]
        offen = Beobachtung("faelle", r.gebiet, JAHR, Status.OK, r.zaehler, r.nenner, 1.0)
        assert audit([*geschuetzt[:stelle], offen, *geschuetzt[stelle + 1 :]], FAELLE, ort).aufgedeckt > 0


def test_rows_of_unknown_indicators_are_left_out() -> None:
    fremd = Beobachtung("abgeschafft", OBEN, JAHR, Status.GEHEIM)
    assert audit([fremd], FAELLE, ORT).zellen == 0


def test_the_report_tells_the_narrowest_interval() -> None:
    ergebnis = protect(flach("faelle", [2, 50, 6, 7]), FAELLE, ORT)
    assert ergebnis.bericht.kleinste_breite is not None
    assert ergebnis.bericht.kleinste_breite >= 5
    assert nach_ort(ergebnis.beobachtungen, "faelle")[teil(1)].nenner == 1000
