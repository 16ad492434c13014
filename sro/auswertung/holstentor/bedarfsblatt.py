"""One Bedarf with all that a card says about it: who names it, who contradicts, what the figures say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sro.auswertung.holstentor.kette import Kette, Verbindung
from sro.auswertung.kennwert import Kennwert
from sro.model.akte import Akte
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.impuls import Impuls
from sro.model.indikator import Indikator, Katalog
from sro.model.stimme import Gruppe


@dataclass(frozen=True)
class Gruppennennung:
    """What one group says about a Bedarf.

    `belegende` are the Bedürfnisse that it rests on, `widersprechende` those that contradict others or the Bedarf; a
    Bedürfnis may be both.
    """

    gruppe: Gruppe
    belegende: tuple[Akte[Beduerfnis], ...]
    widersprechende: tuple[Akte[Beduerfnis], ...]

    @property
    def nennungen(self) -> int | None:
        """The Nennungen of the Bedürfnisse that were counted; None where none was."""
        counted = [one.inhalt.nennungen for one in self.belegende if one.inhalt.nennungen is not None]
        return sum(counted) if counted else None


@dataclass(frozen=True)
class Indikatorzahl:
    """A linked indicator and its figure at the level that it allows; None where there is none."""

    indikator: Indikator
    kennwert: Kennwert | None


@dataclass(frozen=True)
class Bedarfsblatt:
    """`nennungen` has every group, also those that say nothing about it."""

    akte: Akte[Bedarf]
    nennungen: tuple[Gruppennennung, ...]
    zahlen: tuple[Indikatorzahl, ...]
    impulse: tuple[Akte[Impuls], ...]

    @property
    def nennende(self) -> tuple[Gruppe, ...]:
        """The groups that name it: whoever only contradicts does not."""
        return tuple(one.gruppe for one in self.nennungen if one.belegende)

    @property
    def widersprechende(self) -> tuple[Akte[Beduerfnis], ...]:
        return tuple(akte for one in self.nennungen for akte in one.widersprechende)


Zahl = Callable[[Indikator], Kennwert | None]  # the figure of an indicator at the level that it allows


def sheets(kette: Kette, katalog: Katalog, zahl: Zahl) -> tuple[Bedarfsblatt, ...]:
    """A sheet for each Bedarf of the chain, in its order."""
    return tuple(_sheet(akte, kette, katalog, zahl) for akte in kette.bedarfe)


def _sheet(akte: Akte[Bedarf], kette: Kette, katalog: Katalog, zahl: Zahl) -> Bedarfsblatt:
    roles = {glied.von: glied.art for glied in kette.her(akte.id)}
    voices = [one for one in kette.beduerfnisse if one.id in roles]

    def of(gruppe: Gruppe, ohne: Verbindung) -> tuple[Akte[Beduerfnis], ...]:
        return tuple(one for one in voices if one.inhalt.gruppe is gruppe and roles[one.id] is not ohne)

    following = {glied.zu for glied in kette.hin(akte.id)}
    linked = [katalog[name] for name in dict.fromkeys(akte.inhalt.indikatoren) if name in katalog]
    return Bedarfsblatt(
        akte=akte,
        nennungen=tuple(
            Gruppennennung(gruppe, of(gruppe, Verbindung.WIDERSPRICHT), of(gruppe, Verbindung.BELEGT))
            for gruppe in Gruppe
        ),
        zahlen=tuple(Indikatorzahl(indikator, zahl(indikator)) for indikator in linked),
        impulse=tuple(one for one in kette.impulse if one.id in following),
    )
