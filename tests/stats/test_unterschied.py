"""The tests themselves are tried in test_veraenderung; here their use against the rest of the city."""

from __future__ import annotations

import pytest
from scipy.stats import binomtest

from sro.stats.grund import Grund
from sro.stats.unterschied import Lage, difference
from tests.beispiele import ANTEIL, DICHTE, SALDO, STADT, area, seen

A = area("01")


@pytest.mark.parametrize(
    ("own", "lage"),
    # Newcombe against 800 of 4,000, by hand: 230 gives +0.3 to +5.9 points, 225 gives -0.2 to +5.4, 172 -5.4 to -0.1
    [(230, Lage.UEBER_REST), (225, Lage.KEIN_BELEGTER_UNTERSCHIED), (172, Lage.UNTER_REST)],
)
def test_a_share_against_the_rest(own: int, lage: Lage) -> None:
    found = difference(ANTEIL, seen(ANTEIL, STADT, 2020, 800 + own, 5000), seen(ANTEIL, A, 2020, own))
    assert found.lage is lage
    assert found.differenz == pytest.approx(own / 10 - 20)
    assert found.rest == (800, 4000, 20.0)


@pytest.mark.parametrize("own", [0, 9, 10, 19, 20, 30, 31, 45])
def test_a_rate_against_the_rest(own: int) -> None:
    """The exact binomial test: of all cases, an area with a fifth of the people has a fifth."""
    found = difference(DICHTE, seen(DICHTE, STADT, 2020, 80 + own, 5000), seen(DICHTE, A, 2020, own))
    tails = [binomtest(own, 80 + own, 0.2, alternative=side).pvalue for side in ("less", "greater")]
    differs = 2 * min(tails) < 0.05
    assert (found.lage is not Lage.KEIN_BELEGTER_UNTERSCHIED) is bool(differs)
    if differs:
        assert found.lage is (Lage.UEBER_REST if own > 20 else Lage.UNTER_REST)


def test_says_why_there_is_no_verdict() -> None:
    city, own = seen(ANTEIL, STADT, 2020, 300), seen(ANTEIL, A, 2020, None)
    assert difference(ANTEIL, city, own).grund is Grund.GEHEIM
    assert difference(ANTEIL, city, None).grund is Grund.FEHLT
    hidden_city = difference(ANTEIL, seen(ANTEIL, STADT, 2020, None), seen(ANTEIL, A, 2020, 30))
    assert (hidden_city.grund, hidden_city.differenz, hidden_city.rest) == (Grund.KEIN_VERGLEICH, None, None)
    balance = difference(SALDO, seen(SALDO, STADT, 2020, 10, 2000), seen(SALDO, A, 2020, 30))
    assert (balance.lage, balance.grund, balance.differenz) == (Lage.NICHT_BERECHENBAR, Grund.ART, pytest.approx(50.0))
