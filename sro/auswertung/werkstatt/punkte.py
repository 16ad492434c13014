"""What mattered most within one Werkstatt: shares of its points. Points of two Werkstätten are never added up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sro.model.akte import Akte
from sro.model.aussage import Aussage
from sro.model.werkstatt import Werkstatt


class Punktelage(StrEnum):
    """Whether a Werkstatt has points that shares can be taken of."""

    ANTEILE = "anteile"
    KEINE = "keine"  # no points were given
    UNBEKANNT = "unbekannt"  # nobody noted any, so whether there were some is not known
    UNGEZAEHLT = "ungezaehlt"  # statements have points, but nobody noted how many were given in all
    WIDERSPRUCH = "widerspruch"  # the statements have more points than were given in all


@dataclass(frozen=True, slots=True)
class Themenanteil:
    """The points of the statements of one theme; `anteil` of all points of the Werkstatt, 0 to 1."""

    thema: str
    punkte: int
    anteil: float


@dataclass(frozen=True)
class Punktebild:
    """One Werkstatt. `anteile`, the largest first, are empty unless `lage` is ANTEILE.

    A statement with two themes counts in both, so the shares may add up to more than the whole; none exceeds it.
    """

    akte: Akte[Werkstatt]
    lage: Punktelage
    gesamt: int | None
    anteile: tuple[Themenanteil, ...]
    ungezaehlt: int  # statements of the selection whose points nobody noted

    @property
    def werkstatt(self) -> Werkstatt:
        return self.akte.inhalt


def punktebild(
    akte: Akte[Werkstatt], alle: Iterable[Akte[Aussage]], gewaehlt: Iterable[Akte[Aussage]], themen: Sequence[str]
) -> Punktebild:
    """Shares of the `gewaehlt` statements by theme. `alle` that may be read tell whether the points agree at all."""
    own = [one.inhalt for one in gewaehlt if one.inhalt.werkstatt == akte.id]
    given = sum(one.inhalt.punkte or 0 for one in alle if one.inhalt.werkstatt == akte.id)
    gesamt = akte.inhalt.punkte_gesamt
    lage = _state(gesamt, given)
    shares = _shares(own, themen, gesamt) if lage is Punktelage.ANTEILE and gesamt else ()
    return Punktebild(akte, lage, gesamt, shares, sum(one.punkte is None for one in own))


def _state(gesamt: int | None, given: int) -> Punktelage:
    if gesamt is None:
        return Punktelage.UNGEZAEHLT if given else Punktelage.UNBEKANNT
    if given > gesamt:
        return Punktelage.WIDERSPRUCH
    return Punktelage.ANTEILE if gesamt else Punktelage.KEINE


def _shares(own: Sequence[Aussage], themen: Sequence[str], gesamt: int) -> tuple[Themenanteil, ...]:
    sums = {thema: sum(one.punkte or 0 for one in own if thema in one.themen) for thema in themen}
    found = [Themenanteil(thema, punkte, punkte / gesamt) for thema, punkte in sums.items() if punkte]
    return tuple(sorted(found, key=lambda one: -one.punkte))
