"""What processes use of this machine: memory and computing time (Linux)."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


def tree(pid: int) -> list[int]:
    """The process with all that it started, as far as they live."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in tree(int(child)))]


def memory(pid: int) -> int:
    """Bytes that are in memory; what processes share counts for each."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * PAGE


def seconds_computed(pid: int) -> float:
    """Computing time of a process since it began, in seconds."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICK


def machine_computed() -> float:
    """Computing time of all processes since the machine was started, in seconds."""
    user, nice, system, _idle, _wait, irq, softirq = Path("/proc/stat").read_text(encoding="ascii").split()[1:8]
    return sum(map(int, (user, nice, system, irq, softirq))) / TICK


@dataclass(frozen=True, slots=True)
class Moment:
    """Seconds: the clock, and what was computed until then by the servers, by this process and by the whole machine."""

    clock: float
    servers: float
    client: float
    machine: float

    @classmethod
    def now(cls, pids: Sequence[int]) -> Moment:
        servers = sum(seconds_computed(one) for pid in pids for one in tree(pid))
        return cls(time.monotonic(), servers, time.process_time(), machine_computed())


@dataclass(frozen=True, slots=True)
class Cores:
    """How many processor cores were busy on average, and with whom."""

    servers: float
    client: float
    others: float

    @classmethod
    def between(cls, start: Moment, end: Moment) -> Cores:
        took = end.clock - start.clock
        servers, client = (end.servers - start.servers) / took, (end.client - start.client) / took
        return cls(servers, client, max(0.0, (end.machine - start.machine) / took - servers - client))
