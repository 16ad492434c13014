"""What a release would change: the protected values of a delivery against those of the active Datenstand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from sro.intake.sprache import listed, spans
from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung, Status


class Platz(NamedTuple):
    """Where a value of an indicator stands; what it is, is not told."""

    gebiet: GebietKey
    jahr: int


class Art(Enum):
    """What becomes of a value."""

    NEU = "neu"
    ENTFALLEN = "entfallen"
    REVIDIERT = "revidiert"  # shown before and afterwards, with another number
    WIRD_GEHEIM = "wird_geheim"
    WIRD_SICHTBAR = "wird_sichtbar"
    SONST = "sonst"  # another change of state, such as delivered after all


WORDS = {  # after "1 Wert", after "2 Werte"
    Art.NEU: ("ist neu", "sind neu"),
    Art.ENTFALLEN: ("entfällt", "entfallen"),
    Art.REVIDIERT: ("ist revidiert", "sind revidiert"),
    Art.WIRD_GEHEIM: ("wird geheim", "werden geheim"),
    Art.WIRD_SICHTBAR: ("wird sichtbar", "werden sichtbar"),
    Art.SONST: ("ändert den Status", "ändern den Status"),
}


@dataclass(frozen=True, slots=True)
class Indikatorvergleich:
    """One indicator that does not stay as it is; `vorher` and `nachher` are all its places."""

    indikator: str
    vorher: frozenset[Platz]
    nachher: frozenset[Platz]
    geaendert: Mapping[Platz, Art]

    @property
    def ist_neu(self) -> bool:
        return not self.vorher

    @property
    def entfaellt(self) -> bool:
        return not self.nachher

    @property
    def jahre_neu(self) -> tuple[int, ...]:
        return tuple(sorted(_years(self.nachher) - _years(self.vorher)))

    @property
    def jahre_entfallen(self) -> tuple[int, ...]:
        return tuple(sorted(_years(self.vorher) - _years(self.nachher)))

    @property
    def gebiete_neu(self) -> Mapping[str, tuple[str, ...]]:
        """Level → ids of areas that had no row before."""
        return _by_level(_areas(self.nachher) - _areas(self.vorher))

    @property
    def gebiete_entfallen(self) -> Mapping[str, tuple[str, ...]]:
        return _by_level(_areas(self.vorher) - _areas(self.nachher))

    def of(self, *arten: Art) -> tuple[Platz, ...]:
        """The places where one of these things happens, in order."""
        return tuple(sorted(platz for platz, art in self.geaendert.items() if art in arten))

    def count(self, art: Art) -> int:
        return len(self.of(art))

    def years(self, *arten: Art) -> tuple[int, ...]:
        """The years in which one of these things happens (without a word: anything)."""
        return tuple(sorted(_years(self.of(*(arten or Art)))))

    def areas(self, *arten: Art) -> tuple[GebietKey, ...]:
        """The areas in which one of these things happens (without a word: anything)."""
        return tuple(sorted(_areas(self.of(*(arten or Art)))))


@dataclass(frozen=True, slots=True)
class Vergleich:
    """The indicators that change, sorted by id; those that stay as they are, are left out."""

    indikatoren: tuple[Indikatorvergleich, ...] = ()

    def count(self, art: Art) -> int:
        return sum(one.count(art) for one in self.indikatoren)


def compare(vorher: Iterable[Beobachtung], nachher: Iterable[Beobachtung]) -> Vergleich:
    """Two publications; only protected observations can be given, so nothing hidden can be told."""
    before, after = _by_indicator(vorher), _by_indicator(nachher)
    pairs = ((name, before.get(name, {}), after.get(name, {})) for name in sorted(before.keys() | after.keys()))
    found = (Indikatorvergleich(name, frozenset(old), frozenset(new), _changes(old, new)) for name, old, new in pairs)
    return Vergleich(tuple(one for one in found if one.geaendert))


def sentences(vergleich: Vergleich, namen: Mapping[str, str] = MappingProxyType({})) -> tuple[str, ...]:
    """One short line for each indicator that changes: "hilfen: Jahr 2024 neu; 2 Werte sind revidiert (2023).".

    `namen` are what people call the indicators, by id.
    """
    called = ((namen.get(one.indikator, one.indikator), one) for one in vergleich.indikatoren)
    return tuple(f"{name}: {'; '.join(_parts(one))}." for name, one in called)


def _parts(one: Indikatorvergleich) -> list[str]:
    if one.ist_neu:
        return [f"neu mit {_with_values(len(one.nachher))} ({spans(one.jahre_neu)})"]
    if one.entfaellt:
        return [f"entfällt mit {_with_values(len(one.vorher))} ({spans(one.jahre_entfallen)})"]
    return [*_frame(one), *(_counted(one, art) for art in Art if one.count(art))]


def _frame(one: Indikatorvergleich) -> Iterator[str]:
    """Years and areas that come or go as a whole."""
    for years, areas, word in (
        (one.jahre_neu, one.gebiete_neu, "neu"),
        (one.jahre_entfallen, one.gebiete_entfallen, "nicht mehr dabei"),
    ):
        if years:
            yield f"{'Jahr' if len(years) == 1 else 'Jahre'} {spans(years)} {word}"
        yield from (f"{ebene} {listed(ids)} {word}" for ebene, ids in areas.items())


def _counted(one: Indikatorvergleich, art: Art) -> str:
    singular, plural = WORDS[art]
    count = one.count(art)
    return f"{f'1 Wert {singular}' if count == 1 else f'{count} Werte {plural}'} ({spans(one.years(art))})"


def _with_values(count: int) -> str:
    return "1 Wert" if count == 1 else f"{count} Werten"


def _by_indicator(found: Iterable[Beobachtung]) -> dict[str, dict[Platz, Beobachtung]]:
    grouped: dict[str, dict[Platz, Beobachtung]] = {}
    for one in found:
        grouped.setdefault(one.indikator, {})[Platz(one.gebiet, one.jahr)] = one
    return grouped


def _changes(before: Mapping[Platz, Beobachtung], after: Mapping[Platz, Beobachtung]) -> dict[Platz, Art]:
    told = ((platz, _change(before.get(platz), after.get(platz))) for platz in sorted(before.keys() | after.keys()))
    return {platz: art for platz, art in told if art}


def _change(before: Beobachtung | None, after: Beobachtung | None) -> Art | None:
    if before is None or after is None:
        return Art.NEU if before is None else Art.ENTFALLEN
    if before == after:
        return None
    if _shows(before) and _shows(after):
        return Art.REVIDIERT if _numbers(before) != _numbers(after) else Art.SONST
    if _shows(before) and after.status is Status.GEHEIM:
        return Art.WIRD_GEHEIM
    if before.status is Status.GEHEIM and _shows(after):
        return Art.WIRD_SICHTBAR
    return Art.SONST


def _shows(one: Beobachtung) -> bool:
    """Whether the count can be read, be it without a rate."""
    return one.zaehler is not None


def _numbers(one: Beobachtung) -> tuple[float | None, ...]:
    return (one.zaehler, one.nenner, one.wert)


def _years(places: Iterable[Platz]) -> set[int]:
    return {platz.jahr for platz in places}


def _areas(places: Iterable[Platz]) -> set[GebietKey]:
    return {platz.gebiet for platz in places}


def _by_level(areas: Iterable[GebietKey]) -> dict[str, tuple[str, ...]]:
    levels: dict[str, tuple[str, ...]] = {}
    for area in sorted(areas):
        levels[area.ebene] = (*levels.get(area.ebene, ()), area.id)
    return levels
