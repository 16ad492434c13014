"""Areas of a city: levels (Ebenen), areas (Gebiete) and beside them free areas (Quartiere)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from sro.model.quartier import QUARTIER, Quartier, Raumsumme

GROSS = 1000  # areas of a level, above which it is large


class GebietKey(NamedTuple):
    """Names one area. Ids repeat between levels ("04" is a Stadtteil and a Stadtbezirk), so the level goes along."""

    ebene: str
    id: str


area_key = lru_cache(maxsize=65_536)(GebietKey)  # asked for in each of a million rows: one and the same object


@dataclass(frozen=True, slots=True)
class Ebene:
    """One level of the hierarchy; `rang` 0 is the whole city, larger is finer."""

    id: str
    name: str
    plural: str
    rang: int


@dataclass(frozen=True, slots=True)
class Gebiet:
    """One area. `eltern` is the area of the next coarser level that contains it, None for the city."""

    ebene: str
    id: str
    name: str
    aliase: tuple[str, ...] = ()
    eltern: GebietKey | None = None

    @property
    def key(self) -> GebietKey:
        return area_key(self.ebene, self.id)


Punkt = tuple[float, float]  # longitude, latitude in WGS 84


@dataclass(frozen=True, slots=True)
class Trennlinie:
    """A line that parts a schematic map of an area; two Quartiere lie to the left and right of the way along it.

    It is drawn by hand and says nothing about where a street runs or a Quartier ends.
    """

    name: str
    von: Punkt
    bis: Punkt
    links: str
    rechts: str


@dataclass(frozen=True, slots=True)
class Modellprojekt:
    """An area whose voices are gathered in depth, and the Quartiere in which people there live."""

    name: str
    gebiet: GebietKey
    quartiere: tuple[str, ...] = ()
    hinweis: str = ""
    trennlinie: Trennlinie | None = None

    @property
    def pfad(self) -> str:
        """The address of its page: its name in small letters and dashes."""
        return "-".join(normalised(self.name).split())


@lru_cache(maxsize=65_536)
def normalised(name: str) -> str:
    """The form in which names are compared: no case, no umlauts, no punctuation, "Sankt" as "st"."""
    text = name.casefold()
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.replace(umlaut, plain)
    text = unicodedata.normalize("NFKD", text)
    words = "".join(c if c.isalnum() else " " for c in text).split()
    return " ".join("st" if word == "sankt" else word for word in words)


@dataclass(frozen=True)
class Stadt:
    """A city: its levels and every area of them, in the order in which they are shown.

    Quartiere are no level of the hierarchy. Asked for by name (`ebene`, `gebiet`, `of_level`, `find`), QUARTIER is one
    more level, the finest, of areas without parents.
    """

    id: str
    name: str
    ebenen: tuple[Ebene, ...]
    gebiete: tuple[Gebiet, ...]
    quartiere: tuple[Quartier, ...] = ()
    mittelpunkt: tuple[float, float] = (0.0, 0.0)
    modellprojekt: Modellprojekt | None = None
    raumsummen: tuple[Raumsumme, ...] = ()
    ohne_seiten: tuple[str, ...] = ()  # pages that the menu leaves out, by the names of their files
    schulnamen: tuple[str, ...] = ()  # schools whose names do not say that they are one
    amtlich: str = ""  # the name by which a source is cited
    _by_key: dict[GebietKey, Gebiet] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {g.key: g for g in self.gebiete})

    @property
    def oberste(self) -> Gebiet:
        """The whole city."""
        return self.of_level(self.ebenen[0].id)[0]

    @property
    def alle_ebenen(self) -> tuple[Ebene, ...]:
        """The levels of the hierarchy, then that of the Quartiere where there are any."""
        if not self.quartiere:
            return self.ebenen
        return (*self.ebenen, Ebene(QUARTIER, "Quartier", "Quartiere", len(self.ebenen)))

    def ebene(self, ebene_id: str) -> Ebene:
        """The level with this id; KeyError if there is none."""
        for ebene in self.alle_ebenen:
            if ebene.id == ebene_id:
                return ebene
        raise KeyError(ebene_id)

    def gebiet(self, key: GebietKey) -> Gebiet:
        """The area with this key; KeyError if there is none."""
        return self._quartiere[key] if key in self._quartiere else self._by_key[key]

    def __contains__(self, key: object) -> bool:
        """Whether the hierarchy has such an area; Quartiere are none of it."""
        return key in self._by_key

    def quartier(self, key: GebietKey) -> Quartier | None:
        """The Quartier with this key; None if there is none."""
        return next((one for one in self.quartiere if key == (QUARTIER, one.id)), None)

    def of_level(self, ebene_id: str) -> tuple[Gebiet, ...]:
        return self._by_level.get(ebene_id, ())

    def is_large(self, ebene_id: str) -> bool:
        """Whether a level has so many areas that they are read, listed and drawn in parts."""
        return len(self.of_level(ebene_id)) > GROSS

    def children(self, key: GebietKey) -> tuple[Gebiet, ...]:
        return self._children.get(key, ())

    def parent(self, key: GebietKey) -> Gebiet | None:
        eltern = self.gebiet(key).eltern
        return self.gebiet(eltern) if eltern else None

    def find(self, ebene_id: str, text: str) -> Gebiet | None:
        """The area of a level that an id, a name, an alias or "04 Name" stands for; None if unknown."""
        text = text.strip()
        key = GebietKey(ebene_id, text)
        by_id = self._by_key.get(key) or self._quartiere.get(key)
        if by_id:
            return by_id
        names = self._by_name.get(ebene_id, {})
        found = names.get(normalised(text))
        if found:
            return found
        first, _, rest = text.partition(" ")
        numbered = self._by_key.get(GebietKey(ebene_id, first))
        return numbered if numbered and names.get(normalised(rest)) == numbered else None

    def raum_name(self, key: GebietKey) -> str:
        """What an area or a Quartier is called; its id where there is none of that kind."""
        found = self._by_key.get(key) or self._quartiere.get(key)
        return found.name if found else key.id

    def is_raum(self, key: GebietKey) -> bool:
        """Whether there is such an area or Quartier."""
        return key in self or key in self._quartiere

    def touches(self, raum: GebietKey, gebiet: GebietKey) -> bool:
        """Whether an area or a Quartier lies in an area or is it; a Quartier lies wherever it touches."""
        if raum == gebiet:
            return True
        if quartier := self.quartier(raum):
            return any(self.touches(part, gebiet) for part in quartier.gebiete)
        parent = self._by_key[raum].eltern if raum in self else None
        return parent is not None and self.touches(parent, gebiet)

    @cached_property
    def _by_level(self) -> dict[str, tuple[Gebiet, ...]]:
        levels = {e.id: tuple(g for g in self.gebiete if g.ebene == e.id) for e in self.ebenen}
        return {**levels, QUARTIER: tuple(self._quartiere.values())} if self.quartiere else levels

    @cached_property
    def _quartiere(self) -> dict[GebietKey, Gebiet]:
        found = (Gebiet(QUARTIER, one.id, one.name, one.aliase) for one in self.quartiere)
        return {gebiet.key: gebiet for gebiet in found}

    @cached_property
    def _children(self) -> dict[GebietKey, tuple[Gebiet, ...]]:
        children: dict[GebietKey, list[Gebiet]] = {}
        for gebiet in self.gebiete:
            if gebiet.eltern:
                children.setdefault(gebiet.eltern, []).append(gebiet)
        return {key: tuple(found) for key, found in children.items()}

    @cached_property
    def _by_name(self) -> dict[str, dict[str, Gebiet]]:
        names: dict[str, dict[str, Gebiet]] = {}
        for gebiet in (*self.gebiete, *self._quartiere.values()):
            for name in (gebiet.name, *gebiet.aliase):
                names.setdefault(gebiet.ebene, {})[normalised(name)] = gebiet
        return names
