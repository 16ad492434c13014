"""The values of one year as bare numbers, where it does not matter which area shows which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sro.model.wert import Beobachtung, Status


@dataclass(frozen=True, slots=True)
class Jahreszahlen:
    """What the areas of a level show: `werte` those with status OK, `nullen` how many show exactly zero."""

    werte: tuple[float, ...]
    nullen: int = 0

    @staticmethod
    def of(beobachtungen: Iterable[Beobachtung]) -> Jahreszahlen:
        shown = [(b.status, b.wert) for b in beobachtungen if b.wert is not None]
        werte = tuple(wert for status, wert in shown if status is Status.OK)
        return Jahreszahlen(werte, sum(status is Status.NULL for status, _ in shown))

    @property
    def alle(self) -> tuple[float, ...]:
        """The values and the zeros."""
        return (*self.werte, *[0.0] * self.nullen)
