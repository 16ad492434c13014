"""Where numbers and voices disagree there is a question for the dialogue: never a score, never an answer.

The rule stands in docs/statistik.md. Whether a figure is noticeable is what `sro/stats/auffaellig.py` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sro.auswertung.holstentor.bedarfsblatt import Bedarfsblatt
from sro.auswertung.kennwert import Kennwert
from sro.model.indikator import Polaritaet
from sro.model.stimme import Gruppe
from sro.stats.auffaellig import Urteil

MEHRERE = 2  # groups that name a Bedarf independently of one another


class Frageart(StrEnum):
    """How numbers and voices disagree."""

    STIMMEN_OHNE_BEFUND = "stimmen_ohne_befund"  # groups name it, the figure is within what chance makes likely
    ZAHL_GUENSTIG = "zahl_guenstig"  # groups name it, the figure stands out on the side that is wished for
    BEFUND_OHNE_STIMMEN = "befund_ohne_stimmen"  # the figure stands out as a burden, and no Bedarf is about it


@dataclass(frozen=True)
class Frage:
    """The two sides. `bedarf` is None where no voice stands against the figure."""

    art: Frageart
    kennwert: Kennwert
    bedarf: Bedarfsblatt | None = None

    @property
    def gruppen(self) -> tuple[Gruppe, ...]:
        return self.bedarf.nennende if self.bedarf else ()


def questions(blaetter: Sequence[Bedarfsblatt], kennwerte: Iterable[Kennwert]) -> tuple[Frage, ...]:
    """The questions; `kennwerte` are the figures of the area, each at the level that its indicator allows.

    Nothing is asked where a figure cannot be judged, or where its indicator has no side that is wished for and it
    stands out.
    """
    return (*(frage for blatt in blaetter for frage in _of_need(blatt)), *_unspoken(blaetter, kennwerte))


def _of_need(blatt: Bedarfsblatt) -> Iterator[Frage]:
    if len(blatt.nennende) < MEHRERE:
        return
    for zahl in blatt.zahlen:
        if zahl.kennwert is None:
            continue
        if zahl.kennwert.auffaelligkeit.urteil is Urteil.IM_RAHMEN:
            yield Frage(Frageart.STIMMEN_OHNE_BEFUND, zahl.kennwert, blatt)
        elif _side(zahl.kennwert) > 0:
            yield Frage(Frageart.ZAHL_GUENSTIG, zahl.kennwert, blatt)


def _unspoken(blaetter: Sequence[Bedarfsblatt], kennwerte: Iterable[Kennwert]) -> Iterator[Frage]:
    """A burden whose theme of the catalogue no Bedarf is about."""
    themes = {zahl.indikator.thema for blatt in blaetter for zahl in blatt.zahlen}
    for kennwert in kennwerte:
        if _side(kennwert) < 0 and kennwert.indikator.thema not in themes:
            yield Frage(Frageart.BEFUND_OHNE_STIMMEN, kennwert)


def _side(kennwert: Kennwert) -> int:
    """1: stands out on the side that is wished for, -1: as a burden, 0: neither, or nobody can tell."""
    above = {Urteil.UEBER: 1, Urteil.UNTER: -1}.get(kennwert.auffaelligkeit.urteil, 0)
    wished = {Polaritaet.ERWUENSCHT: 1, Polaritaet.BELASTUNG: -1}.get(kennwert.indikator.polaritaet, 0)
    return above * wished
