"""Who lives here by age: the finest groups whose counts follow from what is published."""

from __future__ import annotations

from dataclasses import dataclass

from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.gebiet import GebietKey
from sro.model.indikator import Katalog, Merkmal

ALLE = "bevoelkerung"  # the Merkmal whose parts are the age groups; a catalogue without it has no age structure


@dataclass(frozen=True, slots=True)
class Altersgruppe:
    """`anzahl` people; shares are fractions of all residents, of the area and of the whole city (None: not known)."""

    merkmal: Merkmal
    anzahl: float
    anteil: float
    stadtanteil: float | None


@dataclass(frozen=True, slots=True)
class Altersaufbau:
    """`gruppen` from young to old add up to `gesamt`."""

    zeitpunkt: str  # "31.12.2024"
    gesamt: float
    gruppen: tuple[Altersgruppe, ...]


def age_structure(werk: Zahlenwerk, gebiet: GebietKey) -> Altersaufbau | None:
    """The newest year with at least two groups; None where there is none.

    Groups are differences of published counts. Disclosure control protects such differences like published cells, so
    what can be computed here may be shown; what is hidden cannot be computed.
    """
    years = sorted({jahr for i in werk.katalog.indikatoren for jahr in werk.of_area(i, gebiet)}, reverse=True)
    for jahr in years:
        counts = _resolved(_published(werk, gebiet, jahr), werk.katalog)
        groups = _finest(ALLE, counts, werk.katalog) if counts.get(ALLE) else ()
        if len(groups) > 1:
            city = _resolved(_published(werk, werk.oberste.key, jahr), werk.katalog)
            parts = tuple(_group(g, counts, city, werk.katalog) for g in groups)
            return Altersaufbau(_day(werk, jahr), counts[ALLE], parts)
    return None


def _day(werk: Zahlenwerk, jahr: int) -> str:
    """The reference day of the count of all residents."""
    return next(i.period(jahr) for i in werk.katalog.indikatoren if ALLE in (i.zaehler, i.nenner))


def _published(werk: Zahlenwerk, gebiet: GebietKey, jahr: int) -> dict[str, float]:
    """Merkmal → count, wherever an observation of this area and year shows it."""
    found: dict[str, float] = {}
    for indikator in werk.katalog.indikatoren:
        b = werk.of_area(indikator, gebiet).get(jahr)
        if b and b.jahre == 1:  # a pooled count is of several years' people
            found |= {m: n for m, n in ((indikator.zaehler, b.zaehler), (indikator.nenner, b.nenner)) if n is not None}
    return found


def _resolved(counts: dict[str, float], katalog: Katalog) -> dict[str, float]:
    """What is known and what follows from it: a total from all its parts, a last part from the total."""
    known = dict(counts)
    while True:
        before = len(known)
        for merkmal in katalog.merkmale:
            if merkmal.summe_aus:
                _complete(merkmal, known)
        if len(known) == before:
            return known


def _complete(summe: Merkmal, known: dict[str, float]) -> None:
    open_parts = [part for part in summe.summe_aus if part not in known]
    together = sum(known[part] for part in summe.summe_aus if part in known)
    if not open_parts:
        known.setdefault(summe.id, together)
    elif len(open_parts) == 1 and known.get(summe.id, -1) >= together:
        known[open_parts[0]] = known[summe.id] - together


def _finest(merkmal: str, known: dict[str, float], katalog: Katalog) -> tuple[str, ...]:
    """The smallest known groups that make up `merkmal`; itself where its parts are not all known."""
    parts = katalog.merkmal(merkmal).summe_aus
    if not parts or any(part not in known for part in parts):
        return (merkmal,)
    return tuple(group for part in parts for group in _finest(part, known, katalog))


def _group(merkmal: str, counts: dict[str, float], city: dict[str, float], katalog: Katalog) -> Altersgruppe:
    share = city[merkmal] / city[ALLE] if merkmal in city and city.get(ALLE) else None
    return Altersgruppe(katalog.merkmal(merkmal), counts[merkmal], counts[merkmal] / counts[ALLE], share)
