from __future__ import annotations

import pytest

from sro.model.wert import Beobachtung, Status
from sro.stats.grund import Grund, why_no_value
from tests.beispiele import ANTEIL, area


@pytest.mark.parametrize("grund", list(Grund))
def test_every_reason_is_a_sentence(grund: Grund) -> None:
    assert grund.satz.endswith(".")
    assert grund.satz[0].isupper()


def test_states_are_reasons() -> None:
    for status in (Status.GEHEIM, Status.FEHLT, Status.NICHT_SINNVOLL):
        assert why_no_value(Beobachtung(ANTEIL.id, area("01"), 2020, status)) == status.value
    assert why_no_value(None) is Grund.FEHLT
