"""An attacker that shares no code with disclosure control finds nothing; `python -m bench.geheimhaltung` tries more."""

from __future__ import annotations

import pytest

from bench.geheimhaltung import Verlust, attack, recovered
from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung, Status


@pytest.mark.parametrize("seed", range(4))
def test_no_hidden_cell_of_random_tables_is_recovered(seed: int) -> None:
    found = attack(10, seed)
    assert found.errechnet == 0
    assert found.klein > 50, "the tables are meant to have something to hide"
    assert found.ergaenzend < found.zellen / 3, "hiding everything would be safe too"


def test_the_attacker_sees_a_lone_hidden_cell() -> None:
    rows = [
        Beobachtung("ambulant", GebietKey("stadtteil", "01"), 2024, Status.OK, 12, 400, 30.0),
        Beobachtung("ambulant", GebietKey("stadtbezirk", "01"), 2024, Status.OK, 9, 400, 22.5),
        Beobachtung("ambulant", GebietKey("stadtbezirk", "02"), 2024, Status.GEHEIM, nenner=400),
    ]
    assert recovered(rows) == 1
    assert recovered([rows[0], rows[2]]) == 0


def test_the_loss_is_told_in_shares() -> None:
    assert "25.0%" in str(Verlust(tabellen=1, zellen=4, klein=1))
