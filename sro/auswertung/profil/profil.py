"""A district's profile: everything that one page or one leaflet says about an area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sro.auswertung.kennwert import Kennwert, figure
from sro.auswertung.profil.alter import Altersaufbau, age_structure
from sro.auswertung.profil.vergleichbare import Vergleichbare, comparable_areas
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.datenstand import Datenstand
from sro.model.einrichtung import Einrichtung, Einrichtungsliste, in_area
from sro.model.gebiet import Ebene, Gebiet, GebietKey
from sro.model.indikator import Indikator

KOPFZAHLEN = 6


@dataclass(frozen=True)
class Thema:
    """One theme: its figures for this area, and the indicators that only coarser levels have."""

    name: str
    kennwerte: tuple[Kennwert, ...]
    nur_groeber: tuple[Indikator, ...]


@dataclass(frozen=True)
class Profil:
    """`eltern` from the nearest to the city, `teile` the areas of the next finer level."""

    gebiet: Gebiet
    ebene: Ebene
    feinere: Ebene | None
    eltern: tuple[Gebiet, ...]
    teile: tuple[Gebiet, ...]
    datenstand: Datenstand
    kopfzahlen: tuple[Kennwert, ...]
    themen: tuple[Thema, ...]
    alter: Altersaufbau | None
    einrichtungen: tuple[Einrichtung, ...] = ()
    liste: Einrichtungsliste | None = None  # the list that `einrichtungen` are of
    vergleichbare: Vergleichbare = field(default_factory=Vergleichbare)

    @property
    def kennwerte(self) -> tuple[Kennwert, ...]:
        """Every figure once, in the order of the catalogue."""
        return tuple(k for thema in self.themen for k in thema.kennwerte)


def profile(werk: Zahlenwerk, gebiet: GebietKey, liste: Einrichtungsliste | None = None) -> Profil:
    """The profile of an area below the city, each indicator in its newest year with something to see on the level."""
    area = werk.stadt.gebiet(gebiet)
    themen = tuple(_theme(werk, name, gebiet) for name in werk.katalog.themen)
    return Profil(
        gebiet=area,
        ebene=werk.stadt.ebene(area.ebene),
        feinere=_finer(werk, area),
        eltern=_ancestors(werk, gebiet),
        teile=werk.stadt.children(gebiet),
        datenstand=werk.datenstand,
        kopfzahlen=_headlines([k for thema in themen for k in thema.kennwerte]),
        themen=tuple(thema for thema in themen if thema.kennwerte or thema.nur_groeber),
        alter=age_structure(werk, gebiet),
        einrichtungen=tuple(in_area(liste.einrichtungen, gebiet, werk.stadt)) if liste else (),
        liste=liste,
        vergleichbare=comparable_areas(werk, gebiet),
    )


def _theme(werk: Zahlenwerk, name: str, gebiet: GebietKey) -> Thema:
    indicators = [i for i in werk.katalog.indikatoren if i.thema == name]
    here = [i for i in indicators if werk.has_level(i, gebiet.ebene)]
    delivered = [i for i in indicators if i not in here and werk.has_level(i, werk.oberste.ebene)]
    return Thema(name, tuple(k for i in here if (k := figure(werk, i, gebiet))), tuple(delivered))


def _ancestors(werk: Zahlenwerk, gebiet: GebietKey) -> tuple[Gebiet, ...]:
    parent = werk.stadt.parent(gebiet)
    return (parent, *_ancestors(werk, parent.key)) if parent else ()


def _finer(werk: Zahlenwerk, area: Gebiet) -> Ebene | None:
    children = werk.stadt.children(area.key)
    return werk.stadt.ebene(children[0].ebene) if children else None


def _headlines(kennwerte: Sequence[Kennwert]) -> tuple[Kennwert, ...]:
    """The Leitkennzahlen; where the level has fewer than six of them, others from themes with few so far."""
    chosen = [k for k in kennwerte if k.indikator.leitkennzahl][:KOPFZAHLEN]
    others = [k for k in kennwerte if not k.indikator.leitkennzahl]
    while len(chosen) < KOPFZAHLEN and others:
        used = Counter(k.indikator.thema for k in chosen)
        following = min(others, key=lambda k: used[k.indikator.thema])
        others.remove(following)
        chosen.append(following)
    return tuple(sorted(chosen, key=kennwerte.index))
