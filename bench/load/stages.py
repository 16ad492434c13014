"""Steps of load: the same people and more of them, and what that does to times, memory and processors."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.load.crowd import Action, Crowd
from bench.load.servers import Servers, serving
from bench.usage import Cores, Moment, memory, tree

SESSIONS = (1, 10, 25, 50, 100)
PAUSE, PAUSE_ALONE = 5.0, 1.0  # seconds; a single session acts more often, so that there is enough to count
WARM_UP = 40.0  # seconds in which every process loads and reads what it keeps


@dataclass(frozen=True, slots=True)
class Stage:
    """So many sessions at so many processes. Times of actions in seconds, memory in bytes.

    `arrival` is the median time from the first file to the first page of those who came for this stage.
    """

    processes: int
    database: str
    sessions: int
    seconds: tuple[float, ...]
    faults: tuple[str, ...]
    arrival: float
    memory: int
    cores: Cores

    @property
    def median(self) -> float:
        return percentile(self.seconds, 50)

    @property
    def p95(self) -> float:
        return percentile(self.seconds, 95)


def percentile(seconds: Sequence[float], percent: float) -> float:
    """Between two measured times the value in between; not a number where nothing was measured."""
    return float(np.percentile(seconds, percent)) if seconds else float("nan")


def memory_per_session(stages: Sequence[Stage]) -> float:
    """Bytes that each further session takes: the slope of a line through all stages."""
    slope, _ = np.polyfit([stage.sessions for stage in stages], [stage.memory for stage in stages], 1)
    return float(slope)


def measure(processes: int, sessions: Sequence[int], seconds: float, folder: Path) -> list[Stage]:
    """All stages one after the other on the same processes; nobody leaves in between."""
    with serving(processes, folder) as servers:
        return asyncio.run(_measure(servers, sessions, seconds))


async def warm_up(servers: Servers) -> None:
    """A person at every process who makes no pause."""
    crowd = Crowd(servers.urls, pause=0.0)
    await crowd.grow(len(servers.urls))
    await crowd.work(WARM_UP)
    await crowd.leave()


async def _measure(servers: Servers, sessions: Sequence[int], seconds: float) -> list[Stage]:
    await warm_up(servers)
    crowd, found = Crowd(servers.urls, PAUSE), []
    for size in sessions:
        print(f"{len(servers.pids)} × Server, {size} Sitzungen …", file=sys.stderr)
        crowd.pause = PAUSE_ALONE if size == 1 else PAUSE
        found.append(await _stage(servers, crowd, size, seconds))
    await crowd.leave()
    return found


async def _stage(servers: Servers, crowd: Crowd, size: int, seconds: float) -> Stage:
    already, traces = len(crowd.arrivals), servers.traces()
    await crowd.grow(size)
    crowd.actions.clear()
    start = Moment.now(servers.pids)
    await crowd.work(seconds)
    cores = Cores.between(start, Moment.now(servers.pids))
    actions, came = list(crowd.actions), crowd.arrivals[already:]
    return Stage(
        processes=len(servers.pids),
        database=servers.database,
        sessions=size,
        seconds=tuple(one.seconds for one in actions if not one.fault),
        faults=(*_faults([*actions, *came]), *["Fehler im Protokoll des Servers"] * (servers.traces() - traces)),
        arrival=percentile([one.seconds for one in came if not one.fault], 50),
        memory=memory_of(servers),
        cores=cores,
    )


def memory_of(servers: Servers) -> int:
    return sum(memory(one) for pid in servers.pids for one in tree(pid))


def _faults(actions: Sequence[Action]) -> list[str]:
    return [f"{one.what}: {one.fault}" for one in actions if one.fault]
