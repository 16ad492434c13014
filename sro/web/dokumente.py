"""The documents of the open data: from the question in an address to what the store, catalogue and city have."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sro.export.csv import Form
from sro.export.offen.abfrage import FILTER, Stueck, Umfang, read_query
from sro.export.offen.dcat import catalogue_jsonld
from sro.export.offen.gebiete import Umrisse, areas_geojson, outlines_of, values_geojson
from sro.export.offen.indikatoren import indicators_json
from sro.export.offen.parameter import Abfragefehler, Parameter, possible
from sro.export.offen.werte import values_csv, values_json
from sro.export.spalten import SPALTEN, Beigabe, Zeile
from sro.model.datenstand import Datenstand
from sro.model.wert import Beobachtung
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.herausgabe import publication
from sro.store.grenzen import boundaries
from sro.views.offene_daten import Verzeichnis, html_index
from sro.web import data
from sro.web.antwort import Antwort, Frage, NichtGefunden
from sro.web.assets import asset_urls
from sro.web.fingerabdruck import etag

CSV, JSON = "text/csv; charset=utf-8", "application/json; charset=utf-8"
GEOJSON, JSONLD, HTML = "application/geo+json", "application/ld+json; charset=utf-8", "text/html; charset=utf-8"
SEPARATORS = {"komma": Form.MASCHINE, "semikolon": Form.EXCEL}
PINNED = "datenstand"


@dataclass(frozen=True)
class _Lage:
    """What there is to answer with: a Datenstand and all that goes with it."""

    frage: Frage
    parameter: Parameter
    datenstand: Datenstand
    beigabe: Beigabe
    umfang: Umfang
    basis: str

    def read(self, stueck: Stueck) -> Iterable[Beobachtung]:
        """Not through the cache of the pages: somebody who takes everything would push out what they need."""
        return data.store().values(self.datenstand.id, stueck.indikator.id, ebene=stueck.ebene)

    def answer(self, name: str, typ: str, teile: Callable[[], Iterable[bytes]], *more: str) -> Antwort:
        asked = (name, self.basis, *(f"{key}={value}" for key, value in sorted(self.frage.angaben)))
        issued = (str(self.datenstand.id), self.datenstand.erstellt.isoformat())
        links = f'<{self.beigabe.herausgabe.lizenz.adresse}>; rel="license", <{self.basis}api/>; rel="describedby"'
        return Antwort(typ, teile, etag(*asked, *issued, *more), headers={"Link": links})


def values_as_csv(frage: Frage) -> Antwort:
    lage = _situation(frage, (*FILTER, PINNED, "trennzeichen"))
    form = SEPARATORS[lage.parameter.single("trennzeichen", SEPARATORS) or "komma"]
    abfrage = read_query(lage.parameter, lage.umfang)
    answer = lage.answer("csv", CSV, lambda: values_csv(abfrage, lage.read, city(), lage.beigabe, form))
    return replace(answer, gross=True)


def values_as_json(frage: Frage) -> Antwort:
    lage = _situation(frage, (*FILTER, PINNED))
    abfrage = read_query(lage.parameter, lage.umfang)
    answer = lage.answer("json", JSON, lambda: values_json(abfrage, lage.read, city(), lage.beigabe))
    return replace(answer, gross=True)


def indicators(frage: Frage) -> Antwort:
    lage = _situation(frage, (PINNED,))
    return lage.answer("indikatoren", JSON, lambda: [indicators_json(lage.umfang, lage.beigabe, lage.basis)])


def catalogue_for_portals(frage: Frage) -> Antwort:
    lage = _situation(frage, ())
    outlines = [found for ebene in lage.umfang.ebenen if (found := _outlines(ebene))]
    digests = (boundaries(one.ebene).digest for one in outlines)
    return lage.answer(
        "katalog", JSONLD, lambda: [catalogue_jsonld(lage.umfang, lage.beigabe, outlines, lage.basis)], *digests
    )


def areas(frage: Frage) -> Antwort:
    lage = _situation(frage, ("ebene", "indikator", "zeit", PINNED))
    ebene = lage.parameter.single("ebene", lage.umfang.ebenen)
    if ebene is None:
        raise Abfragefehler(f"Der Parameter „ebene“ fehlt. {possible(lage.umfang.ebenen)}")
    umrisse = _outlines(ebene)
    if umrisse is None:
        raise NichtGefunden(f"Für die Ebene „{ebene}“ liegen keine Grenzen vor.")
    body = _areas_body(lage, ebene, umrisse)
    return lage.answer("gebiete", GEOJSON, body, boundaries(ebene).digest)


def index(frage: Frage) -> Antwort:
    """The page that describes the addresses; also where nothing is published yet."""
    Parameter(frage.angaben, ())
    page = html_index(_directory(_basis(frage)), asset_urls()["offen.css"])
    return Antwort(HTML, lambda: [page.encode()])


def _directory(basis: str) -> Verzeichnis:
    herausgabe, active = publication(), data.datenstand()
    umfang = _extent(active) if active else Umfang(catalogue(), city(), {})
    notes = Beigabe(active, herausgabe).notes(umfang.indikatoren) if active else ()
    return Verzeichnis(
        basis,
        city(),
        herausgabe,
        active,
        (*notes, *_border_notes()),
        tuple((i, tuple(umfang.jahre[i.id])) for i in umfang.indikatoren),
        tuple((spalte.name, spalte.beschreibung) for spalte in SPALTEN),
    )


DOKUMENTE: dict[str, Callable[[Frage], Antwort]] = {
    "index": index,
    "katalog.jsonld": catalogue_for_portals,
    "indikatoren.json": indicators,
    "werte.csv": values_as_csv,
    "werte.json": values_as_json,
    "gebiete.geojson": areas,
}


def _situation(frage: Frage, known: tuple[str, ...]) -> _Lage:
    parameter = Parameter(frage.angaben, known)
    datenstand = _datenstand(parameter)
    return _Lage(frage, parameter, datenstand, Beigabe(datenstand, publication()), _extent(datenstand), _basis(frage))


def _datenstand(parameter: Parameter) -> Datenstand:
    """The one that the address pins, else the active one. Every one of them was shown to everybody once."""
    if parameter.values(PINNED):
        known = {str(one.id): one for one in data.store().datenstaende()}
        return known[parameter.single(PINNED, known) or ""]
    active = data.datenstand()
    if active is None:
        raise NichtGefunden("Es gibt noch keinen Datenstand; veröffentlicht wird mit der ersten Freigabe.")
    return active


def _extent(datenstand: Datenstand) -> Umfang:
    return Umfang(catalogue(), city(), data.offer(datenstand.id, mit_stadt=True).geliefert)


def _basis(frage: Frage) -> str:
    return publication().adresse or frage.adresse


def _outlines(ebene: str) -> Umrisse | None:
    try:
        grenzen = boundaries(ebene)
    except FileNotFoundError:
        return None
    return outlines_of(ebene, grenzen.quelle, grenzen.schematisch, grenzen.geojson())


def _border_notes() -> tuple[str, ...]:
    found = [outlines.notes() for ebene in city().ebenen if (outlines := _outlines(ebene.id))]
    return tuple(dict.fromkeys(note for notes in found for note in notes))


def _areas_body(lage: _Lage, ebene: str, umrisse: Umrisse) -> Callable[[], Iterable[bytes]]:
    gebiete = city().of_level(ebene)
    known = tuple(i.id for i in lage.umfang.katalog.indikatoren)
    chosen = lage.parameter.single("indikator", known)
    if chosen is None:
        if lage.parameter.values("zeit"):
            raise Abfragefehler(f"Zum Parameter „zeit“ gehört hier „indikator“. {possible(known)}")
        return lambda: [areas_geojson(gebiete, umrisse, lage.beigabe)]
    indikator = lage.umfang.katalog[chosen]
    jahr = _year(lage, chosen, ebene)

    def made() -> list[bytes]:
        seen = {b.gebiet: b for b in lage.read(Stueck(indikator, ebene)) if b.jahr == jahr}
        rows = [Zeile(g, jahr, seen.get(g.key)) for g in gebiete]
        return [values_geojson(rows, indikator, umrisse, lage.beigabe)]

    return made


def _year(lage: _Lage, indikator: str, ebene: str) -> int:
    """The year asked for, else the newest in which an area shows a value, else the newest at all."""
    delivered = lage.umfang.jahre.get(indikator, {}).get(ebene, ())
    if not delivered:
        levels = [e for e in lage.umfang.ebenen if e in lage.umfang.jahre.get(indikator, {})]
        raise Abfragefehler(
            f"Der Parameter „indikator“ mit „{indikator}“ hat auf der Ebene „{ebene}“ keine Werte. {possible(levels)}"
        )
    asked = lage.parameter.single("zeit", [str(jahr) for jahr in delivered])
    return int(asked) if asked else data.offer(lage.datenstand.id, mit_stadt=True).bestes_jahr(indikator, ebene)
