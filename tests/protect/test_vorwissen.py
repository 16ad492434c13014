"""Several Datenstände together give away no more than each alone. The attackers here are independent of the code."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung
from sro.protect import Rohwert, SchutzUnmoeglich, protect
from sro.protect.vorwissen import Veroeffentlichung, verratene
from sro.protect.zellen import Flaechen, aus_beobachtungen
from tests.protect.aufzaehlung import Zelle, spannen
from tests.protect.bausteine import OBEN, flach, geheime, indikator, katalog, merkmal, stadt, teil, tief
from tests.protect.test_eigenschaften import FAELLE, ORT, SCHWELLE, ZELLE_VON

FUENF = katalog([indikator("faelle", "faelle")], merkmal("faelle", 5))
FLACH = stadt(0, 0, 0, 0)
Gezeigt = Mapping[Zelle, float]


def released(werte: list[int], **frueher: tuple[Beobachtung, ...]) -> tuple[Beobachtung, ...]:
    return protect(tief("faelle", ORT, werte, [100] * 5), FAELLE, ORT, frueher=frueher).beobachtungen


def shown(beobachtungen: tuple[Beobachtung, ...]) -> dict[Zelle, float]:
    return {ZELLE_VON[b.gebiet]: b.zaehler for b in beobachtungen if b.zaehler is not None}


def assert_withstands(werte: list[int], own: Gezeigt, *others: Gezeigt) -> None:
    """No cell that is hidden here can be narrowed down with those of the others' values that are true here too."""
    true = {zelle: sum(werte[i] for i in zelle) for zelle in set(ZELLE_VON.values())}
    known = dict(own) | {zelle: wert for other in others for zelle, wert in other.items() if wert == true[zelle]}
    widths = spannen(werte, list(true), known, SCHWELLE + 1)
    unknown_zero = {zelle: 0.0 for zelle, wert in true.items() if wert == 0}
    reachable = spannen(werte, list(true), unknown_zero, SCHWELLE + 1)
    assert not {z: w for z, w in widths.items() if w < max(1, min(SCHWELLE, reachable[z]))}


kleine = st.lists(st.integers(0, 9), min_size=5, max_size=5)
aenderungen = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9)), min_size=1, max_size=3)


@settings(max_examples=60, deadline=None)
@given(kleine, aenderungen)
def test_a_revision_gives_nothing_away(werte: list[int], revisions: list[tuple[int, int]]) -> None:
    revised = list(werte)
    for place, value in revisions:
        revised[place] = value
    first = released(werte)
    try:
        second = released(revised, erster=first)
    except SchutzUnmoeglich:
        return  # refused is safe
    assert_withstands(werte, shown(first), shown(second))
    assert_withstands(revised, shown(second), shown(first))


@settings(max_examples=10, deadline=None)
@given(kleine, aenderungen, aenderungen)
def test_three_datenstaende_together_give_nothing_away(
    werte: list[int], once: list[tuple[int, int]], twice: list[tuple[int, int]]
) -> None:
    states = [werte]
    for revisions in (once, twice):
        states.append(list(states[-1]))
        for place, value in revisions:
            states[-1][place] = value
    out: dict[str, tuple[Beobachtung, ...]] = {}
    try:
        for number, state in enumerate(states):
            out[f"nr{number}"] = released(state, **out)
    except SchutzUnmoeglich:
        return
    last = shown(out["nr2"])
    assert_withstands(states[2], last, shown(out["nr0"]), shown(out["nr1"]))
    assert_withstands(states[1], shown(out["nr1"]), last)
    assert_withstands(states[0], shown(out["nr0"]), last)


def test_the_same_delivery_again_changes_nothing() -> None:
    first = released([3, 4, 7, 2, 9])
    assert released([3, 4, 7, 2, 9], erster=first) == first


def hidden_with(value: float, name: str = "faelle") -> set[GebietKey]:
    rows = flach(name, [3, value, 20, 40])
    return geheime(protect(rows, FUENF, FLACH).beobachtungen, name)


def test_what_covers_a_small_cell_stays_hidden_as_long_as_it_covers() -> None:
    """First 3 is covered by 9. Then the 3 becomes 30: alone nothing would be hidden, but 9 would tell the 3."""
    first = protect(flach("faelle", [3, 9, 20, 40]), FUENF, FLACH).beobachtungen
    assert geheime(first, "faelle") == {teil(1), teil(2)}
    later = flach("faelle", [30, 9, 20, 40])
    assert geheime(protect(later, FUENF, FLACH).beobachtungen, "faelle") == set()
    careful = protect(later, FUENF, FLACH, frueher={"Datenstand 1": first}).beobachtungen
    assert teil(2) in geheime(careful, "faelle")
    assert len(geheime(careful, "faelle")) > 1, "alone it would follow from the sum"


def test_what_was_shown_before_covers_nothing() -> None:
    """9 was shown. Then 30 becomes 3: 9 would be the cheapest cover, but everybody has it from before."""
    first = protect(flach("faelle", [30, 9, 20, 40]), FUENF, FLACH).beobachtungen
    assert geheime(first, "faelle") == set()
    later = flach("faelle", [3, 9, 20, 40])
    assert geheime(protect(later, FUENF, FLACH).beobachtungen, "faelle") == {teil(1), teil(2)}
    careful = geheime(protect(later, FUENF, FLACH, frueher={"Datenstand 1": first}).beobachtungen, "faelle")
    assert teil(1) in careful
    assert OBEN in careful, "only the sum is new; every other area's count is known"


def test_a_release_that_can_only_give_away_is_refused_and_says_how() -> None:
    """The new Datenstand carries the cover unchanged over (bestand): it cannot be hidden any more."""
    zwei = katalog([indikator("faelle", "faelle"), indikator("andere", "andere")], merkmal("faelle"), merkmal("andere"))
    first = protect(flach("faelle", [3, 9, 20, 40]), zwei, FLACH).beobachtungen
    shown_now = protect(flach("faelle", [30, 9, 20, 40]), zwei, FLACH).beobachtungen
    with pytest.raises(SchutzUnmoeglich, match=r"„faelle“ .*Datenstand 1.*stadtteil 02"):
        protect(flach("andere", [10, 10, 10, 10]), zwei, FLACH, shown_now, {"Datenstand 1": first})


def test_revised_values_that_do_not_fit_are_no_knowledge() -> None:
    """The old Datenstand hides 12 in two cells: 13 cannot be one of them."""
    old = protect(flach("faelle", [3, 9, 20, 40]), FUENF, FLACH).beobachtungen
    new = protect(flach("faelle", [31, 13, 25, 46]), FUENF, FLACH).beobachtungen
    cells = aus_beobachtungen(new, FUENF, Flaechen(FLACH)).werte
    assert verratene([Veroeffentlichung("alt", old, FUENF, FLACH)], cells) == []


def test_rows_of_another_year_say_nothing() -> None:
    first = protect(flach("faelle", [3, 9, 20, 40]), FUENF, FLACH).beobachtungen
    other = [Rohwert(r.indikator, r.gebiet, r.jahr + 1, r.zaehler, r.nenner) for r in flach("faelle", [30, 9, 20, 40])]
    assert geheime(protect(other, FUENF, FLACH, frueher={"eins": first}).beobachtungen, "faelle") == set()
