"""Which values an address asks for: indicators, levels, areas, years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sro.export.offen.parameter import Abfragefehler, Parameter, possible, short, unknown
from sro.model.gebiet import GebietKey, Stadt
from sro.model.indikator import Indikator, Katalog
from sro.model.wert import Beobachtung

FILTER = ("indikator", "ebene", "gebiet", "zeit")
YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")
Jahre = Mapping[str, Mapping[str, tuple[int, ...]]]  # indicator → level → years


@dataclass(frozen=True)
class Umfang:
    """What a Datenstand has, of what the catalogue and the city know."""

    katalog: Katalog
    stadt: Stadt
    jahre: Jahre

    @property
    def indikatoren(self) -> tuple[Indikator, ...]:
        return tuple(i for i in self.katalog.indikatoren if i.id in self.jahre)

    @property
    def ebenen(self) -> tuple[str, ...]:
        return tuple(ebene.id for ebene in self.stadt.ebenen)

    @property
    def alle_jahre(self) -> tuple[int, ...]:
        levels = (levels for indikator, levels in self.jahre.items() if indikator in self.katalog)
        return tuple(sorted({jahr for by in levels for years in by.values() for jahr in years}))


@dataclass(frozen=True, slots=True)
class Stueck:
    """One indicator at one level: what is read from the store at once."""

    indikator: Indikator
    ebene: str


@dataclass(frozen=True, slots=True)
class Abfrage:
    """What is asked for; None where all are."""

    stuecke: tuple[Stueck, ...]
    gebiete: frozenset[GebietKey] | None
    jahre: frozenset[int] | None

    def takes(self, b: Beobachtung) -> bool:
        wanted = self.gebiete is None or b.gebiet in self.gebiete
        return wanted and (self.jahre is None or b.jahr in self.jahre)


def read_query(parameter: Parameter, umfang: Umfang) -> Abfrage:
    """Abfragefehler where a value is unknown, or an id of an area could be meant at several levels."""
    known = tuple(i.id for i in umfang.katalog.indikatoren)
    indikatoren = parameter.chosen("indikator", known) or known
    ebenen = parameter.chosen("ebene", umfang.ebenen) or umfang.ebenen
    gebiete = _areas(parameter.values("gebiet"), ebenen, umfang.stadt)
    if gebiete is not None:
        ebenen = tuple(ebene for ebene in ebenen if ebene in {key.ebene for key in gebiete})
    return Abfrage(tuple(_pieces(umfang, indikatoren, ebenen)), gebiete, _years(parameter.values("zeit"), umfang))


def _pieces(umfang: Umfang, indikatoren: Sequence[str], ebenen: Sequence[str]) -> Iterator[Stueck]:
    """In the order of catalogue and city, whatever the order in the address."""
    for indikator in umfang.indikatoren:
        if indikator.id in indikatoren:
            levels = umfang.jahre[indikator.id]
            yield from (Stueck(indikator, e) for e in umfang.ebenen if e in levels and e in ebenen)


def _areas(values: Sequence[str], ebenen: Sequence[str], stadt: Stadt) -> frozenset[GebietKey] | None:
    return frozenset(_area(value, ebenen, stadt) for value in values) if values else None


def _area(value: str, ebenen: Sequence[str], stadt: Stadt) -> GebietKey:
    found = [key for key in (GebietKey(ebene, value) for ebene in ebenen) if key in stadt]
    if not found:
        raise unknown("gebiet", value, dict.fromkeys(g.id for ebene in ebenen for g in stadt.of_level(ebene)))
    if len(found) > 1:
        levels = ", ".join(key.ebene for key in found)
        raise Abfragefehler(
            f"Der Parameter „gebiet“ mit „{short(value)}“ ist nicht eindeutig: Diese Nummer gibt es in mehreren "
            f"Ebenen. Bitte „ebene“ dazu angeben. Möglich: {levels}."
        )
    return found[0]


def _years(values: Sequence[str], umfang: Umfang) -> frozenset[int] | None:
    if not values:
        return None
    return frozenset(jahr for value in values for jahr in _span(value, umfang.alle_jahre))


def _span(value: str, known: Sequence[int]) -> tuple[int, ...]:
    """A year or "2020-2024", of which at least one year must be there."""
    matched = YEARS.fullmatch(value)
    first, last = (int(matched[1]), int(matched[2] or matched[1])) if matched else (0, -1)
    found = tuple(jahr for jahr in known if first <= jahr <= last)
    if not found:
        raise Abfragefehler(
            f"Der Parameter „zeit“ kennt „{short(value)}“ nicht. Er nimmt ein Jahr, mehrere mit Komma oder eine Spanne "
            f"wie 2020-2024. {possible(map(str, known))}"
        )
    return found
