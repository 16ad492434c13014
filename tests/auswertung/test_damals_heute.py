"""A figure in two Datenstände. Expected verdicts were computed apart from the code; each case says how."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from sro.auswertung.brett.damals_heute import DamalsHeute, Seither, Stand, compared, then_and_now
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.datenstand import Datenstand
from sro.model.geheimhaltung import STANDARD, Verfahren
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status
from sro.reference.places import ROOT
from sro.stats.grund import Grund
from tests.auswertung.werke import A1, GANZ, KLEINSTADT, A, werk
from tests.beispiele import ANTEIL, DICHTE, SALDO, VERHAELTNIS, seen

ALTDORF = KLEINSTADT.gebiet(A)
RUNDEN = replace(STANDARD, verfahren=Verfahren.RUNDEN)
DAMALS = Datenstand(1, dt.datetime(2025, 3, 1, tzinfo=dt.UTC), "Damals", False, ())
HEUTE = replace(DAMALS, id=2, titel="Heute", aktiv=True)
OFFEN, GLEICH = Seither.NICHT_ZU_SAGEN, Seither.DERSELBE_STAND
HIDDEN = (Status.GEHEIM, Status.FEHLT, Status.NICHT_SINNVOLL)


def found(indikator: Indikator, then: Beobachtung | None, now: Beobachtung | None) -> DamalsHeute:
    def stand(datenstand: Datenstand, b: Beobachtung | None) -> Stand:
        rules = RUNDEN if b and b.gerundet else STANDARD
        return Stand(replace(datenstand, geheimhaltung=rules), b.jahr if b else None, b)

    return compared(indikator, ALTDORF, stand(DAMALS, then), stand(HEUTE, now))


def share(jahr: int, zaehler: float, nenner: float = 1000) -> Beobachtung:
    return seen(ANTEIL, A, jahr, zaehler, nenner)


def rate(jahr: int, zaehler: float, nenner: float = 1000, jahre: int = 1, gerundet: bool = False) -> Beobachtung:
    return replace(seen(DICHTE, A, jahr, zaehler, nenner), jahre=jahre, gerundet=gerundet)


def without(indikator: Indikator, jahr: int, status: Status) -> Beobachtung:
    return Beobachtung(indikator.id, A, jahr, status)


@pytest.mark.parametrize(
    ("then", "now", "seither", "differenz"),
    [
        # Newcombe 1998, table II, method 10: (a) 56/70 and 48/80: 0.0524 to 0.3339, so 0 lies outside
        (share(2020, 56, 70), share(2021, 48, 80), Seither.GESUNKEN, -20.0),
        (share(2020, 48, 80), share(2021, 56, 70), Seither.GESTIEGEN, 20.0),
        # (d) 5/56 and 0/29: -0.0381 to 0.1926, so 0 lies inside
        (share(2020, 5, 56), share(2021, 0, 29), Seither.KEIN_BELEGTER_UNTERSCHIED, -5 / 56 * 100),
        (share(2020, 0, 10), share(2021, 0, 20), Seither.KEIN_BELEGTER_UNTERSCHIED, 0.0),
    ],
)
def test_shares_by_published_intervals(then: Beobachtung, now: Beobachtung, seither: Seither, differenz: float) -> None:
    answer = found(ANTEIL, then, now)
    assert (answer.seither, answer.grund) == (seither, None)
    assert answer.differenz == pytest.approx(differenz)


@pytest.mark.parametrize(
    ("first", "second", "seither"),
    [
        # two Poisson counts of equal populations are binomial with ½: P(X ≤ 9 | 36) = 0.00199, twice is 0.004
        (9, 27, Seither.GESTIEGEN),
        # P(X ≤ 10 | 30) = 0.0494, twice is 0.099
        (20, 10, Seither.KEIN_BELEGTER_UNTERSCHIED),
        # P(X = 0 | 5) = 0.03125, twice is 0.0625; of 6 it is 0.015625, twice 0.03125
        (0, 5, Seither.KEIN_BELEGTER_UNTERSCHIED),
        (0, 6, Seither.GESTIEGEN),
        (6, 0, Seither.GESUNKEN),
    ],
)
def test_rates_by_the_exact_test(first: int, second: int, seither: Seither) -> None:
    assert found(DICHTE, rate(2020, first), rate(2021, second)).seither is seither


@pytest.mark.parametrize(
    ("indikator", "then", "now", "seither", "grund"),
    [
        (DICHTE, rate(2021, 20), rate(2021, 20), GLEICH, None),
        (DICHTE, rate(2021, 20), rate(2021, 60), Seither.REVIDIERT, None),  # a correction, however large, is no change
        (DICHTE, without(DICHTE, 2021, Status.GEHEIM), without(DICHTE, 2021, Status.GEHEIM), GLEICH, None),
        (DICHTE, without(DICHTE, 2021, Status.GEHEIM), rate(2021, 60), OFFEN, Grund.GEHEIM),
        (DICHTE, rate(2021, 60), without(DICHTE, 2021, Status.FEHLT), OFFEN, Grund.FEHLT),
        (DICHTE, rate(2021, 20), rate(2021, 20, gerundet=True), OFFEN, Grund.GERUNDET),
        (DICHTE, rate(2021, 20, gerundet=True), rate(2021, 25, gerundet=True), Seither.REVIDIERT, None),
        (DICHTE, rate(2022, 20), rate(2021, 60), OFFEN, Grund.AELTERER_STAND),
        (DICHTE, rate(2020, 20), rate(2023, 60, 3000, jahre=3), OFFEN, Grund.UNGLEICHE_ZEITRAEUME),
        (DICHTE, rate(2021, 20, 3000, 3), rate(2023, 90, 3000, 3), OFFEN, Grund.UEBERSCHNEIDUNG),
        (DICHTE, rate(2020, 20, 3000, 3), rate(2023, 90, 3000, 3), Seither.GESTIEGEN, None),  # 2018–2020, 2021–2023
        (DICHTE, rate(2023, 20), rate(2024, 60), OFFEN, Grund.REIHENBRUCH),
        (DICHTE, rate(2022, 20, 3000, 3), rate(2025, 90, 3000, 3), OFFEN, Grund.REIHENBRUCH),
        (DICHTE, rate(2020, 20), None, OFFEN, Grund.FEHLT),
        (DICHTE, None, rate(2020, 20), OFFEN, Grund.FEHLT),
        (DICHTE, without(DICHTE, 2020, Status.NICHT_SINNVOLL), rate(2021, 9), OFFEN, Grund.NICHT_SINNVOLL),
        (SALDO, seen(SALDO, A, 2020, 20), seen(SALDO, A, 2021, 90), OFFEN, Grund.ART),
        (VERHAELTNIS, seen(VERHAELTNIS, A, 2020, 20), seen(VERHAELTNIS, A, 2021, 90), OFFEN, Grund.ART),
        # 20 against 40 of 1,000 each differ (P(X ≤ 20 | 60) = 0.0067); off by 5 each, 25 against 35 do not (0.122)
        (DICHTE, rate(2020, 20), rate(2021, 40), Seither.GESTIEGEN, None),
        (DICHTE, rate(2020, 20, gerundet=True), rate(2021, 40, gerundet=True), OFFEN, Grund.GERUNDET),
        (DICHTE, rate(2020, 20, gerundet=True), rate(2021, 90, gerundet=True), Seither.GESTIEGEN, None),
        # a rounded zero may stand for a few, here for 5 against 9 (P(X ≤ 5 | 14) = 0.21)
        (DICHTE, rate(2020, 9), replace(rate(2021, 0, gerundet=True), status=Status.OK), OFFEN, Grund.GERUNDET),
    ],
)  # fmt: skip
def test_what_can_be_said(
    indikator: Indikator, then: Beobachtung | None, now: Beobachtung | None, seither: Seither, grund: Grund | None
) -> None:
    answer = found(indikator, then, now)
    assert (answer.seither, answer.grund) == (seither, grund)
    assert (answer.bruch is not None) is (grund is Grund.REIHENBRUCH)


def test_balances_tell_their_difference_without_a_verdict() -> None:
    answer = found(SALDO, seen(SALDO, A, 2020, 20), seen(SALDO, A, 2021, -20))
    assert answer.differenz == pytest.approx(-40.0)


def test_the_same_datenstand_is_the_same_whatever_it_holds() -> None:
    one = Stand(DAMALS, 2020, rate(2020, 20))
    other = Stand(DAMALS, 2021, rate(2021, 90))
    assert compared(DICHTE, ALTDORF, one, other).seither is GLEICH


STATES = st.sampled_from([*HIDDEN, None])


@given(STATES, STATES, st.integers(0, 60), st.integers(0, 60), st.integers(0, 2), st.booleans())
def test_a_hidden_value_never_gives_a_number(
    first: Status | None, second: Status | None, x: int, y: int, later: int, gerundet: bool
) -> None:
    then = without(DICHTE, 2020, first) if first else rate(2020, x, gerundet=gerundet)
    now = without(DICHTE, 2020 + later, second) if second else rate(2020 + later, y, gerundet=gerundet)
    answer = found(DICHTE, then, now)
    if first or second:
        assert answer.differenz is None
        assert answer.seither in (OFFEN, GLEICH)
    assert (answer.grund is None) is (answer.seither is not OFFEN)


@given(st.integers(0, 60), st.integers(0, 60), st.integers(50, 3000), st.integers(50, 3000))
def test_verdicts_agree_with_the_binomial_test_and_rounding_never_adds_one(x: int, y: int, n: int, m: int) -> None:
    exact = found(DICHTE, rate(2020, x, n), rate(2021, y, m)).seither
    tails = [binomtest(y, x + y, m / (n + m), alternative=side).pvalue if x + y else 1 for side in ("less", "greater")]
    assert (exact in (Seither.GESTIEGEN, Seither.GESUNKEN)) is bool(2 * min(tails) < 0.05)
    rounded = found(DICHTE, rate(2020, x, n, gerundet=True), rate(2021, y, m, gerundet=True)).seither
    assert rounded is exact or rounded is OFFEN


@given(st.integers(0, 50), st.integers(0, 50), st.integers(50, 400), st.integers(50, 400), st.booleans())
def test_swapping_the_values_swaps_the_direction(x: int, y: int, n: int, m: int, gerundet: bool) -> None:
    def pair(a: tuple[int, int], b: tuple[int, int]) -> Seither:
        then, now = share(2020, *a), share(2021, *b)
        return found(ANTEIL, replace(then, gerundet=gerundet), replace(now, gerundet=gerundet)).seither

    swapped = {Seither.GESTIEGEN: Seither.GESUNKEN, Seither.GESUNKEN: Seither.GESTIEGEN}
    there, back = pair((x, n), (y, m)), pair((y, m), (x, n))
    assert back is swapped.get(there, there)


def numbered(one: Zahlenwerk, number: int) -> Zahlenwerk:
    return replace(one, datenstand=replace(one.datenstand, id=number))


def test_the_smallest_area_that_both_know_is_compared() -> None:
    early = numbered(werk([rate(2020, 20), seen(DICHTE, GANZ, 2020, 90)]), 1)
    late = numbered(werk([rate(2021, 60), seen(DICHTE, A1, 2021, 5), seen(DICHTE, GANZ, 2021, 99)]), 2)
    answer = then_and_now(DICHTE, A1, early, late)  # the earlier one does not reach down to the part
    assert (answer.gebiet.key, answer.seither) == (A, Seither.GESTIEGEN)
    assert (answer.damals.jahr, answer.heute.jahr) == (2020, 2021)
    assert answer.damals.intervall is not None
    assert answer.damals.synthetisch


def test_an_indicator_that_one_datenstand_lacks_says_so() -> None:
    answer = then_and_now(DICHTE, A1, numbered(werk(), 1), numbered(werk([rate(2021, 60)]), 2))
    assert (answer.gebiet.key, answer.damals.status, answer.grund) == (A, Status.FEHLT, Grund.FEHLT)
    nowhere = then_and_now(DICHTE, A1, numbered(werk(), 1), numbered(werk(), 2))
    assert (nowhere.gebiet.key, nowhere.grund) == (A1, Grund.FEHLT)


@pytest.mark.parametrize("member", list(Seither))
def test_every_answer_is_explained(member: Seither) -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    section = glossary.partition("### Seither\n")[2].partition("\n#")[0]
    assert f"| `{member.value}` | " in section
