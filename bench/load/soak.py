"""The long run: people come and go for half an hour, and memory must not grow with it."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.load.crowd import Crowd
from bench.load.servers import Servers, serving
from bench.load.stages import PAUSE, memory_of, percentile, warm_up
from bench.usage import Cores, Moment

STAY = 150.0  # seconds; a session lives so long, some a fifth shorter or longer
STEP = 10.0  # seconds between two looks at the memory
ALLOWED = 0.03  # memory of the last third may be larger than that of the middle third by this share


@dataclass(frozen=True, slots=True)
class Soak:
    """Memory in bytes at moments in minutes since all had arrived; times of actions in seconds."""

    processes: int
    database: str
    sessions: int
    came: int
    minutes: tuple[float, ...]
    memory: tuple[int, ...]
    seconds: tuple[float, ...]
    faults: tuple[str, ...]
    cores: Cores

    def third(self, number: int) -> float:
        """Mean memory of the first, second or third third (0, 1, 2)."""
        return float(np.mean(np.array_split(np.array(self.memory), 3)[number]))

    @property
    def growth(self) -> float:
        """By what share the last third is larger than the middle one; in the first the caches still fill."""
        return self.third(2) / self.third(1) - 1

    @property
    def slope(self) -> float:
        """Bytes an hour, of a line through all after the first third."""
        start = len(np.array_split(np.array(self.memory), 3)[0])
        return float(np.polyfit(self.minutes[start:], self.memory[start:], 1)[0]) * 60

    @property
    def grows(self) -> bool:
        return self.growth > ALLOWED


def measure(processes: int, sessions: int, minutes: float, folder: Path) -> Soak:
    with serving(processes, folder) as servers:
        return asyncio.run(_measure(servers, sessions, minutes))


async def _measure(servers: Servers, sessions: int, minutes: float) -> Soak:
    await warm_up(servers)
    crowd = Crowd(servers.urls, PAUSE, STAY)
    await crowd.grow(sessions)
    crowd.actions.clear()
    start = Moment.now(servers.pids)
    at, sizes = await _watch(servers, crowd, minutes)
    cores = Cores.between(start, Moment.now(servers.pids))
    await crowd.leave()
    faults = [f"{one.what}: {one.fault}" for one in (*crowd.actions, *crowd.arrivals) if one.fault]
    return Soak(
        processes=len(servers.pids),
        database=servers.database,
        sessions=sessions,
        came=len(crowd.arrivals),
        minutes=tuple(at),
        memory=tuple(sizes),
        seconds=tuple(one.seconds for one in crowd.actions if not one.fault),
        faults=(*faults, *["Fehler im Protokoll des Servers"] * servers.traces()),
        cores=cores,
    )


async def _watch(servers: Servers, crowd: Crowd, minutes: float) -> tuple[list[float], list[int]]:
    """Memory at every step until the time is over."""
    at, sizes, start = [], [], time.monotonic()
    while (passed := (time.monotonic() - start) / 60) < minutes:
        at.append(passed)
        sizes.append(memory_of(servers))
        print(f"{passed:5.1f} min  {sizes[-1] / 1e6:7.1f} MB  {_pace(crowd)}", file=sys.stderr)
        await crowd.work(STEP)
    return at, sizes


def _pace(crowd: Crowd) -> str:
    done: Sequence[float] = [one.seconds for one in crowd.actions[-100:]]
    return f"{crowd.inside} Sitzungen, p95 {percentile(done, 95) * 1000:.0f} ms"
