"""What an analyst has chosen, and its form in the address. Pure, like auswahl.py, whose reader it shares.

`decode` never fails; every selection that it returns comes back unchanged from its own address.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sro.auswertung.analyse.kreuztabelle import Quer, Zellwert
from sro.auswertung.analyse.tabelle import Gruppierung, Sortierung, Spalte
from sro.model.indikator import Katalog
from sro.model.wert import Status
from sro.web.auswahl import Angebot, Reader, indicator_for, usual_level

GEWICHT_MAX = 10.0
KEINE = "keine"  # in the address: no column beside those that are always there
UEBLICHE_SPALTEN = (Spalte.WERT, Spalte.EINHEIT, Spalte.INTERVALL, Spalte.STADT, Spalte.ABSTAND, Spalte.STATUS)


class Blick(StrEnum):
    """How the figures are looked at."""

    TABELLE = "tabelle"
    VERGLEICH = "vergleich"
    TRICHTER = "trichter"
    STREUUNG = "streuung"
    QUADRANTEN = "quadranten"
    KORRELATION = "korrelation"
    INDEX = "index"
    RAUM = "raum"


class Lesart(StrEnum):
    """What a high value of an indicator stands for in the index."""

    MEHR = "mehr"  # need of support
    WENIGER = "weniger"


@dataclass(frozen=True, slots=True)
class Indexteil:
    """One indicator of the index; `lesart` None: as the catalogue says how it is read."""

    indikator: str
    gewicht: float = 1.0
    lesart: Lesart | None = None


@dataclass(frozen=True, slots=True)
class Analyseauswahl:
    """One selection for all Blicke.

    `indikatoren` has at least one; the first has the level, a chart of two takes the first two. `gebiete` are ids of
    areas of the level. `von` is the first year of the table where there are several, before `jahr`. An empty `status`
    means every one, empty `indexteile` the usual ones.
    """

    blick: Blick
    ebene: str
    indikatoren: tuple[str, ...]
    jahr: int
    von: int | None = None
    thema: str | None = None
    gebiete: tuple[str, ...] = ()
    nur_gewaehlte: bool = False
    status: tuple[Status, ...] = ()
    spalten: tuple[Spalte, ...] = UEBLICHE_SPALTEN
    sortierung: Sortierung = Sortierung.GEBIET
    absteigend: bool = False
    gruppierung: Gruppierung = Gruppierung.KEINE
    quer: Quer = Quer.KEINE
    zelle: Zellwert = Zellwert.WERT
    indexteile: tuple[Indexteil, ...] = ()

    @property
    def jahre(self) -> tuple[int, ...]:
        return tuple(range(self.von if self.von is not None else self.jahr, self.jahr + 1))

    @property
    def gefiltert(self) -> bool:
        """Whether the table leaves areas out."""
        return self.nur_gewaehlte and bool(self.gebiete)


def encode(auswahl: Analyseauswahl) -> dict[str, str]:
    """The selection as query parameters; what equals the default stays out, the four main ones stay in."""
    main = {
        "blick": auswahl.blick.value,
        "ebene": auswahl.ebene,
        "indikator": ",".join(auswahl.indikatoren),
        "jahr": str(auswahl.jahr),
    }
    spalten = "" if auswahl.spalten == UEBLICHE_SPALTEN else ",".join(auswahl.spalten) or KEINE
    further = {
        "von": "" if auswahl.von is None else str(auswahl.von),
        "thema": auswahl.thema or "",
        "gebiete": ",".join(auswahl.gebiete),
        "nur_gewaehlte": "ja" if auswahl.nur_gewaehlte else "",
        "status": ",".join(auswahl.status),
        "spalten": spalten,
        "sortierung": _unless(auswahl.sortierung, Sortierung.GEBIET),
        "absteigend": "ja" if auswahl.absteigend else "",
        "gruppierung": _unless(auswahl.gruppierung, Gruppierung.KEINE),
        "quer": _unless(auswahl.quer, Quer.KEINE),
        "zelle": _unless(auswahl.zelle, Zellwert.WERT),
        "index": ",".join(_written(teil) for teil in auswahl.indexteile),
    }
    return main | {name: value for name, value in further.items() if value}


def decode(
    params: Mapping[str, str], angebot: Angebot, katalog: Katalog, vorgabe: str
) -> tuple[Analyseauswahl, tuple[str, ...]]:
    """The selection that an address asks for, and a notice for each parameter that had to be replaced."""
    reader = _Leser(params)
    blick = Blick(reader.one_of("blick", set(Blick), None) or Blick.TABELLE)
    asked = reader.one_of("ebene", {ebene for levels in angebot.geliefert.values() for ebene in levels}, None)
    thema = reader.one_of("thema", {katalog[i].thema for i in angebot.geliefert}, None)
    named = reader.several("indikator", set(angebot.geliefert))
    indikatoren = _of_theme(named, thema, asked, angebot, katalog) or (indicator_for(asked, angebot, vorgabe),)
    if not set(named) <= set(indikatoren):
        reader.notices.append("Ein Indikator aus der Adresse gehört nicht zum Thema; er ist weggelassen.")
    ebene, indikatoren = _level(asked, indikatoren, angebot)
    if asked and ebene != asked:
        reader.notices.append("Für diesen Indikator gibt es die Ebene aus der Adresse nicht; gezeigt wird eine andere.")
    years = offered_years(indikatoren, ebene, angebot)
    zusammen = years[1] - years[0] if len(years) > 1 else angebot.jahre_zusammen(indikatoren[0], ebene)
    jahr = reader.year("jahr", years, angebot.bestes_jahr(indikatoren[0], ebene), zusammen)
    von = reader.year("von", years, None, zusammen)
    if von is not None and von > jahr:
        reader.notices.append("Das erste Jahr aus der Adresse liegt nach dem letzten; gezeigt wird ein Jahr.")
    auswahl = Analyseauswahl(
        blick=blick,
        ebene=ebene,
        indikatoren=indikatoren,
        jahr=jahr,
        von=von if von is not None and von < jahr else None,
        thema=thema,
        gebiete=reader.several("gebiete", {gebiet.id for gebiet in angebot.stadt.of_level(ebene)}),
        nur_gewaehlte=reader.yes("nur_gewaehlte"),
        status=reader.states(),
        spalten=reader.columns(),
        sortierung=Sortierung(reader.one_of("sortierung", set(Sortierung), None) or Sortierung.GEBIET),
        absteigend=reader.yes("absteigend"),
        gruppierung=Gruppierung(reader.one_of("gruppierung", set(Gruppierung), None) or Gruppierung.KEINE),
        quer=Quer(reader.one_of("quer", set(Quer), None) or Quer.KEINE),
        zelle=Zellwert(reader.one_of("zelle", set(Zellwert), None) or Zellwert.WERT),
        indexteile=reader.parts("index", set(angebot.geliefert)),
    )
    return auswahl, tuple(reader.notices)


def fit(auswahl: Analyseauswahl, angebot: Angebot, katalog: Katalog, vorgabe: str) -> Analyseauswahl:
    """The selection bent to what there is, silently."""
    return decode(encode(auswahl), angebot, katalog, vorgabe)[0]


def toggled(auswahl: Analyseauswahl, ids: Sequence[str]) -> Analyseauswahl:
    """The selection after a click on areas: each is taken in, or out where it was in."""
    kept = tuple(one for one in auswahl.gebiete if one not in ids)
    return replace(auswahl, gebiete=(*kept, *(one for one in dict.fromkeys(ids) if one not in auswahl.gebiete)))


def offered_years(indikatoren: Sequence[str], ebene: str, angebot: Angebot) -> tuple[int, ...]:
    """From the first to the last year of all these indicators; of pooled ones alone the last years of their periods."""
    having = [i for i in indikatoren if ebene in angebot.ebenen(i)]
    single = [i for i in having if angebot.jahre_zusammen(i, ebene) == 1]
    if not single:
        return angebot.jahre(indikatoren[0], ebene)
    ends = [jahr for i in single for jahr in angebot.jahre(i, ebene)]
    return tuple(range(min(ends), max(ends) + 1))


def _of_theme(
    named: tuple[str, ...], thema: str | None, ebene: str | None, angebot: Angebot, katalog: Katalog
) -> tuple[str, ...]:
    """The named indicators of the theme; all that the level has where none is named."""
    if thema is None:
        return named
    all_of_it = [i for i in angebot.geliefert if katalog[i].thema == thema]
    here = [i for i in all_of_it if ebene is None or ebene in angebot.ebenen(i)]
    return tuple(i for i in named if i in all_of_it) or tuple(here or all_of_it)


def _level(asked: str | None, indikatoren: tuple[str, ...], angebot: Angebot) -> tuple[str, tuple[str, ...]]:
    """A level that one of the indicators has, and the indicators with such a one first."""
    levels = {ebene for i in indikatoren for ebene in angebot.ebenen(i)}
    ebene = asked if asked in levels else usual_level(angebot.ebenen(indikatoren[0]))
    leading = next(i for i in indikatoren if ebene in angebot.ebenen(i))
    return ebene or "", (leading, *(i for i in indikatoren if i != leading))


def _unless(value: StrEnum, default: StrEnum) -> str:
    return "" if value is default else value.value


def _written(teil: Indexteil) -> str:
    direction = f":{teil.lesart}" if teil.lesart else ""
    return f"{teil.indikator}:{teil.gewicht:g}{direction}"


class _Leser(Reader):
    """Reads what only this page has."""

    def yes(self, name: str) -> bool:
        return self.one_of(name, {"ja"}, None) == "ja"

    def states(self) -> tuple[Status, ...]:
        """In their own order; all of them are the same as none."""
        found = self.several("status", set(Status))
        return tuple(s for s in Status if s in found) if len(found) < len(Status) else ()

    def columns(self) -> tuple[Spalte, ...]:
        """In the order of the table."""
        if self.params.get("spalten") == KEINE:
            return ()
        found = self.several("spalten", set(Spalte))
        return tuple(s for s in Spalte if s in found) or UEBLICHE_SPALTEN

    def parts(self, name: str, allowed: set[str]) -> tuple[Indexteil, ...]:
        asked = [part for part in self.params.get(name, "").split(",") if part]
        found = {b.indikator: b for part in asked if (b := _part(part, allowed))}
        if len(found) < len(asked):
            self._replaced(name, None)
        return tuple(found.values())


def _part(text: str, allowed: set[str]) -> Indexteil | None:
    """ "sgb2_unter_18:2" or "sgb2_unter_18:2:weniger"; None where it is nothing of the kind."""
    indikator, _, rest = text.partition(":")
    weight, _, direction = rest.partition(":")
    gewicht = _weight(weight) if weight else 1.0
    if indikator not in allowed or gewicht is None or direction not in {"", *Lesart}:
        return None
    return Indexteil(indikator, gewicht, Lesart(direction) if direction else None)


def _weight(text: str) -> float | None:
    """Tenths up to ten."""
    whole, _, tenth = text.partition(".")
    if not (text.isascii() and whole.isdigit() and len(whole) < 3 and (tenth == "" or tenth.isdigit())):
        return None
    weight = round(float(text), 1)
    return weight if 0 < weight <= GEWICHT_MAX else None
