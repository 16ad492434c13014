from __future__ import annotations

import math

import pytest

from bench.load.report import soak_section, soak_verdict, stages_section, stages_verdict
from bench.load.soak import Soak
from bench.load.stages import Stage, memory_per_session, percentile
from bench.usage import Cores, Moment

CORES = Cores(servers=0.5, client=0.1, others=0.0)


def stage(sessions: int, seconds: tuple[float, ...], memory: int = 300_000_000, faults: tuple[str, ...] = ()) -> Stage:
    return Stage(1, "SQLite", sessions, seconds, faults, 1.24, memory, CORES)


def soak(memory: tuple[int, ...], faults: tuple[str, ...] = ()) -> Soak:
    minutes = tuple(float(place) for place in range(len(memory)))
    return Soak(1, "SQLite", 50, 600, minutes, memory, (0.1, 0.2), faults, CORES)


def test_percentile_lies_between_the_measured_times() -> None:
    assert percentile([0.1 * one for one in range(101)], 95) == pytest.approx(9.5)
    assert percentile([1.0, 2.0], 50) == pytest.approx(1.5)
    assert math.isnan(percentile([], 95))


def test_memory_per_session_is_the_slope_through_all_stages() -> None:
    stages = [stage(n, (0.1,), 200_000_000 + n * 1_500_000) for n in (1, 10, 25, 50, 100)]
    assert memory_per_session(stages) == pytest.approx(1_500_000)


@pytest.mark.parametrize(
    ("alone", "many", "faults", "reached"),
    [(0.1, 0.5, (), True), (0.1, 0.51, (), False), (0.1, 0.2, ("karte: Verbindung getrennt",), False)],
)
def test_goal_is_five_times_a_single_session_without_errors(
    alone: float, many: float, faults: tuple[str, ...], reached: bool
) -> None:
    assert stages_verdict([stage(1, (alone,)), stage(50, (many,), faults=faults)]) is reached


def test_section_says_what_was_found() -> None:
    many = stage(50, (0.2, 0.4), 349_000_000, ("karte: HTTP 500", "karte: HTTP 500"))
    body = stages_section([[stage(1, (0.1,)), many]], 120, "Rechner X").body
    assert "Rechner X" in body
    [row] = [line for line in body.splitlines() if line.startswith("|") and " 50 |" in line]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[:9] == ["1", "50", "2", "2", "300 ms", "390 ms", "3,9 ×", "1,2 s", "349 MB"]
    assert cells[9] == "1,00 MB"
    assert "2 × karte: HTTP 500" in body
    assert "500 ms, verfehlt" in body


def test_memory_that_stays_or_settles_does_not_grow() -> None:
    assert soak_verdict(soak((300, 320, 330, 330, 331, 330, 330, 331, 330)))
    assert not soak_verdict(soak((330,) * 9, faults=("karte: getrennt",)))


def test_memory_that_grows_is_seen() -> None:
    growing = soak(tuple(300_000_000 + 10_000_000 * minute for minute in range(9)))
    assert not soak_verdict(growing)
    assert growing.slope == pytest.approx(600_000_000)
    assert "Der Speicher wächst:" in soak_section(growing, "X").body
    assert "600,0 MB je Stunde" in soak_section(growing, "X").body


def test_soak_shows_beginning_end_and_moments_between() -> None:
    body = soak_section(soak(tuple(100_000_000 + n * 1_000_000 for n in range(13))), "X").body
    rows = [line for line in body.splitlines() if line.startswith("|")][2:]
    assert len(rows) == 7
    assert "100 MB" in rows[0]
    assert "112 MB" in rows[-1]


def test_cores_are_computing_time_over_time_passed() -> None:
    cores = Cores.between(Moment(10, 5, 1, 100), Moment(20, 11, 2, 115))
    assert (cores.servers, cores.client, cores.others) == pytest.approx((0.6, 0.1, 0.8))
