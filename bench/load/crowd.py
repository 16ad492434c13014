"""Many people at once: they arrive, act at their pace, leave, and others come in their place."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.load.person import Person
from bench.load.session import Fault, Session

BETWEEN_ARRIVALS = 0.4  # seconds
PATIENCE = 60.0  # seconds to wait for those who have come and see nothing yet
REST_AFTER_FAULT = 5.0  # seconds
log = logging.getLogger("bench")


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody did at a moment (`time.monotonic`), how long it took; `fault` where it failed."""

    at: float
    what: str
    seconds: float = 0.0
    fault: str = ""


class Crowd:
    """Each person stays with one server, as behind a proxy that sends everybody to the same process every time.

    `pause`: seconds from the start of one action to the start of the next. `stay`: seconds after which a session is
    closed and another person comes; nobody leaves without it.
    """

    def __init__(self, urls: Sequence[str], pause: float, stay: float | None = None) -> None:
        self.urls, self.pause, self.stay = urls, pause, stay
        self.actions: list[Action] = []
        self.arrivals: list[Action] = []
        self.inside = 0
        self._people: list[asyncio.Task[None]] = []
        self._seed = 0

    async def grow(self, size: int) -> None:
        """Lets so many people in, one after the other, and returns when all have seen their first page.

        Whoever sees nothing for too long is not waited for; that is an error already.
        """
        while len(self._people) < size:
            url = self.urls[len(self._people) % len(self.urls)]
            self._people.append(asyncio.create_task(self._seat(url)))
            await asyncio.sleep(BETWEEN_ARRIVALS)
        until = time.monotonic() + PATIENCE
        while self.inside < size and time.monotonic() < until:
            self._complain()
            await asyncio.sleep(0.05)

    async def work(self, seconds: float) -> None:
        """Lets them act for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._complain()
            await asyncio.sleep(min(1.0, left))

    async def leave(self) -> None:
        """All close their tabs."""
        for person in self._people:
            person.cancel()
        await asyncio.gather(*self._people, return_exceptions=True)
        self._people.clear()

    def _complain(self) -> None:
        """An error of ours, not of the app's, ends the measurement."""
        for person in self._people:
            if person.done():
                person.result()

    async def _seat(self, url: str) -> None:
        """A place in the crowd: one person after the other."""
        cached = False
        while True:
            self._seed += 1
            try:
                await self._visit(url, Person(self._seed), cached)
                cached = False
            except Fault as fault:  # somebody would load the page anew
                log.warning("%s", fault)
                cached = True
                await asyncio.sleep(REST_AFTER_FAULT)

    async def _visit(self, url: str, person: Person, cached: bool) -> None:
        started = time.monotonic()
        try:
            session = await Session(url, person.start, cached).__aenter__()
        except Fault as fault:
            self.arrivals.append(Action(started, f"{person.start}: Ankunft", fault=str(fault)))
            raise
        self.arrivals.append(Action(started, f"{person.start}: Ankunft", session.arrived))
        self.inside += 1
        try:
            await self._stay(session, person)
        finally:
            self.inside -= 1
            await session.close()

    async def _stay(self, session: Session, person: Person) -> None:
        until = time.monotonic() + self.stay * random.uniform(0.8, 1.2) if self.stay else float("inf")
        due = time.monotonic() + random.uniform(0, self.pause)
        while due < until:
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            due = max(due, time.monotonic() - self.pause) + self.pause
            await self._act(session, person)

    async def _act(self, session: Session, person: Person) -> None:
        started = time.monotonic()
        try:
            what, took = await person.act(session)
        except Fault as fault:
            self.actions.append(Action(started, session.page.path, fault=str(fault)))
            raise
        self.actions.append(Action(started, what, took))
