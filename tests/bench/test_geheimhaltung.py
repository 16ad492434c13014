"""An attacker that shares no code with disclosure control finds nothing; `python -m bench.geheimhaltung` tries more."""

from __future__ import annotations

import pytest

from bench.geheimhaltung import Verlust, attack, recovered
from bench.zeitraeume import Angriff, attack_windows, counts
from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung, Status


@pytest.mark.parametrize("seed", range(4))
def test_no_hidden_cell_of_random_tables_is_recovered(seed: int) -> None:
    found = attack(10, seed)
    assert found.errechnet == 0
    assert found.klein > 50, "the tables are meant to have something to hide"
    assert found.ergaenzend < found.zellen / 3, "hiding everything would be safe too"


@pytest.mark.parametrize("seed", range(2))
def test_no_hidden_cell_of_random_windows_is_recovered(seed: int) -> None:
    found = attack_windows(3, seed)
    assert found.errechnet == 0
    assert found.klein > 20, "the tables are meant to have something to hide"
    assert found.ergaenzend < found.zellen / 2, "hiding everything would be safe too"


def test_the_attacker_sees_a_year_that_a_window_gives_away() -> None:
    """Help for young adults: 9 over three years in a Stadtteil, all of them of 2024 in the city."""
    teil, stadt = GebietKey("stadtteil", "01"), GebietKey("stadt", "00")
    rows = [
        Beobachtung("volljaehrige", teil, 2024, Status.OK, 9, 2400, 3.75, jahre=3),
        *(Beobachtung("volljaehrige", stadt, jahr, Status.NULL, 0, 2000, 0.0) for jahr in (2022, 2023)),
        Beobachtung("volljaehrige", stadt, 2024, Status.GEHEIM, nenner=2000),
    ]
    true = counts({("volljaehrige", "01", 2024): 9, ("volljaehrige", "04", 2024): 3})
    assert Angriff.of(rows).recovered(true) == 0
    others = [GebietKey("stadtteil", "02"), GebietKey("stadtbezirk", "05")]
    zeros = [Beobachtung("volljaehrige", key, 2024, Status.NULL, 0, 1200, 0.0, jahre=3) for key in others]
    teil_drei = Beobachtung("volljaehrige", GebietKey("stadtteil", "03"), 2024, Status.OK, 3, 2400, 1.25, jahre=3)
    assert Angriff.of([*rows, *zeros, teil_drei]).recovered(true) > 0


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
