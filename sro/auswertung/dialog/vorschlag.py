"""Which indicators a dialogue could be about, and why: what stands out, what changes, what goes well. A person decides.

The rules stand in docs/statistik.md. Nothing here adds figures up into a score: the order is that of kinds of reasons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sro.auswertung.holstentor.raumvergleich import finest_figure
from sro.auswertung.kennwert import Kennwert, figure
from sro.auswertung.werkstatt.filter import districts
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator, Polaritaet
from sro.stats.auffaellig import Regel, Urteil
from sro.stats.trend import Richtung

WENIGSTENS, HOECHSTENS = 5, 7
STAERKEN = 2  # of the proposed ones, where there are as many
JE_THEMA = 2  # of one theme of the catalogue
LETZTE = 3  # values over which something is called stable


class Anlass(StrEnum):
    """Why an indicator is proposed."""

    AUFFAELLIG = "auffaellig"  # by the rule of sro/stats/auffaellig.py
    UNTERSCHIEDE = "unterschiede"  # several districts stand out: of a figure of the whole city
    TREND = "trend"  # rises or falls by more than chance
    STABIL = "stabil"  # wished for, and not below the city in any of the last values


class Seite(StrEnum):
    """Which side of what is wished for a reason shows; UNBESTIMMT where nobody wishes for either."""

    BELASTUNG = "belastung"
    UNBESTIMMT = "unbestimmt"
    STAERKE = "staerke"


@dataclass(frozen=True)
class Vorschlag:
    """An indicator with its reasons, the weightiest first; `auffaellige` counts districts that stand out."""

    kennwert: Kennwert
    anlaesse: tuple[Anlass, ...]
    seite: Seite
    auffaellige: int = 0

    @property
    def indikator(self) -> Indikator:
        return self.kennwert.indikator


def candidates(werk: Zahlenwerk, gebiet: GebietKey, thema: str = "") -> tuple[Vorschlag, ...]:
    """Every indicator that there is a reason for, the weightiest first; of one theme where it is named."""
    found = [one for indikator in werk.katalog.indikatoren if (one := _candidate(werk, indikator, gebiet, thema))]
    return tuple(sorted(found, key=_order))


def proposed(vorschlaege: Sequence[Vorschlag]) -> tuple[Vorschlag, ...]:
    """The five to seven that begin chosen, fewer where there are fewer reasons; not many of one theme among several."""
    strengths = [one for one in vorschlaege if one.seite is Seite.STAERKE]
    others = [one for one in vorschlaege if one.seite is not Seite.STAERKE]
    kept = list(_spread(others, HOECHSTENS - min(STAERKEN, len(strengths))))
    kept += _spread(strengths, HOECHSTENS - len(kept))
    return tuple(kept)


def _candidate(werk: Zahlenwerk, indikator: Indikator, gebiet: GebietKey, thema: str) -> Vorschlag | None:
    if thema and indikator.thema != thema:
        return None
    kennwert = finest_figure(werk, indikator, gebiet)
    if kennwert is None or kennwert.wert is None or (not thema and kennwert.gebiet.key != gebiet):
        return None
    count = _standing_out(werk, indikator, kennwert) if gebiet == werk.oberste.key else 0
    reasons = tuple(_reasons(kennwert, count))
    return Vorschlag(kennwert, reasons, _side(kennwert, reasons), count) if reasons else None


def _reasons(kennwert: Kennwert, auffaellige: int) -> Iterator[Anlass]:
    if kennwert.auffaelligkeit.regel:
        yield Anlass.AUFFAELLIG
    if auffaellige > 1:
        yield Anlass.UNTERSCHIEDE
    if kennwert.trend.richtung in (Richtung.STEIGT, Richtung.FAELLT):
        yield Anlass.TREND
    if _stable(kennwert):
        yield Anlass.STABIL


def _standing_out(werk: Zahlenwerk, indikator: Indikator, kennwert: Kennwert) -> int:
    """How many districts stand out in the year of the city's figure."""
    figures = (figure(werk, indikator, area.key, kennwert.jahr) for area in districts(werk.stadt))
    return sum(1 for one in figures if one and one.auffaelligkeit.regel)


def _stable(kennwert: Kennwert) -> bool:
    """Wished for, not noticeably low, not falling, and in none of the last values below the city's of the same year."""
    if kennwert.indikator.polaritaet is not Polaritaet.ERWUENSCHT or kennwert.gebiet.eltern is None:
        return False
    if kennwert.auffaelligkeit.urteil is Urteil.UNTER or kennwert.trend.richtung is Richtung.FAELLT:
        return False
    last = stable_years(kennwert)
    return len(last) == LETZTE and last[-1][0] == kennwert.jahr and all(own >= city for _, own, city in last)


def stable_years(kennwert: Kennwert) -> tuple[tuple[int, float, float], ...]:
    """The last years in which area and city both show a value: year, the area's, the city's."""
    city = {punkt.jahr: punkt.wert for punkt in kennwert.stadtreihe.shown}
    both = [(p.jahr, p.wert, city[p.jahr]) for p in kennwert.reihe.shown if p.jahr in city]
    return tuple((jahr, own, all_) for jahr, own, all_ in both if own is not None and all_ is not None)[-LETZTE:]


def _side(kennwert: Kennwert, reasons: Sequence[Anlass]) -> Seite:
    """That of the first reason: a burden that becomes smaller is still a burden."""
    wished = {Polaritaet.ERWUENSCHT: 1, Polaritaet.BELASTUNG: -1}.get(kennwert.indikator.polaritaet, 0)
    way = {
        Anlass.AUFFAELLIG: {Urteil.UEBER: 1, Urteil.UNTER: -1}.get(kennwert.auffaelligkeit.urteil, 0),
        Anlass.TREND: {Richtung.STEIGT: 1, Richtung.FAELLT: -1}.get(kennwert.trend.richtung, 0),
        Anlass.STABIL: 1,
        Anlass.UNTERSCHIEDE: 0,
    }[reasons[0]]
    return {1: Seite.STAERKE, -1: Seite.BELASTUNG}.get(way * wished, Seite.UNBESTIMMT)


def _order(vorschlag: Vorschlag) -> tuple[int, int, bool, int, float]:
    """Kinds of reasons first, burdens before what is ambiguous; then the strict rule, more reasons, the farther off."""
    return (
        list(Anlass).index(vorschlag.anlaesse[0]),
        list(Seite).index(vorschlag.seite),
        vorschlag.kennwert.auffaelligkeit.regel is not Regel.AUSSEN,
        -len(vorschlag.anlaesse),
        -_distance(vorschlag.kennwert) - vorschlag.auffaellige,
    )


def _distance(kennwert: Kennwert) -> float:
    """How many times as far from the rest of the city as the 95 % limit on that side; 0 where it does not stand out."""
    found = kennwert.auffaelligkeit.trichter
    if found is None or kennwert.auffaelligkeit.regel is None:
        return 0.0
    limit = found.innen.oben if found.wert > found.mitte else found.innen.unten
    return abs(found.wert - found.mitte) / (abs(limit - found.mitte) or 1.0)


def _spread(vorschlaege: Sequence[Vorschlag], most: int) -> Iterator[Vorschlag]:
    """The first ones, at most two of a theme of the catalogue; as many as there are where all are of one."""
    limit = JE_THEMA if len({one.indikator.thema for one in vorschlaege}) > 1 else most
    themes: Counter[str] = Counter()
    for one in vorschlaege:
        if themes.total() < most and themes[one.indikator.thema] < limit:
            themes[one.indikator.thema] += 1
            yield one
