"""Who has spoken about what: groups by themes, with the evidence behind each cell. Nothing is scored or ranked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sro.model.akte import Akte
from sro.model.beduerfnis import Beduerfnis
from sro.model.stimme import Gruppe


class Gehoer(StrEnum):
    """Whether a group was heard. Not heard is no zero: nobody has asked, or nobody has answered."""

    GEHOERT = "gehoert"
    NICHT_ZUM_THEMA = "nicht_zum_thema"
    GAR_NICHT = "gar_nicht"


@dataclass(frozen=True)
class Perspektive:
    """What a group says about a theme; `thema` None: about anything. `widersprechend` counts Bedürfnisse."""

    gruppe: Gruppe
    thema: str | None
    gehoer: Gehoer
    beduerfnisse: tuple[Akte[Beduerfnis], ...] = ()
    widersprechend: int = 0

    @property
    def nennungen(self) -> int | None:
        """The Nennungen of all that were counted; None where none was."""
        counted = [one.inhalt.nennungen for one in self.beduerfnisse if one.inhalt.nennungen is not None]
        return sum(counted) if counted else None

    @property
    def ohne_zahl(self) -> int:
        """How many Bedürfnisse have no number of Nennungen."""
        return sum(one.inhalt.nennungen is None for one in self.beduerfnisse)


@dataclass(frozen=True)
class Perspektiven:
    """`themen` are those that somebody spoke about, `stumm` all others, both in the given order."""

    themen: tuple[str, ...]
    stumm: tuple[str, ...]
    zellen: dict[tuple[str | None, Gruppe], Perspektive]

    def zelle(self, thema: str | None, gruppe: Gruppe) -> Perspektive:
        return self.zellen[thema, gruppe]


def perspectives(
    beduerfnisse: Sequence[Akte[Beduerfnis]], themen: Sequence[str], widersprechende: Collection[str]
) -> Perspektiven:
    """The matrix; a Bedürfnis with several themes stands in each of them, and once in the total (theme None)."""
    spoken = {thema for one in beduerfnisse for thema in one.inhalt.themen}
    zellen = {
        (thema, gruppe): _cell(beduerfnisse, thema, gruppe, widersprechende)
        for thema in (None, *themen)
        for gruppe in Gruppe
    }
    return Perspektiven(
        tuple(thema for thema in themen if thema in spoken),
        tuple(thema for thema in themen if thema not in spoken),
        zellen,
    )


def _cell(
    beduerfnisse: Sequence[Akte[Beduerfnis]], thema: str | None, gruppe: Gruppe, widersprechende: Collection[str]
) -> Perspektive:
    of_group = [one for one in beduerfnisse if one.inhalt.gruppe is gruppe]
    found = tuple(one for one in of_group if thema is None or thema in one.inhalt.themen)
    gehoer = Gehoer.GEHOERT if found else Gehoer.NICHT_ZUM_THEMA if of_group else Gehoer.GAR_NICHT
    return Perspektive(gruppe, thema, gehoer, found, sum(one.id in widersprechende for one in found))
