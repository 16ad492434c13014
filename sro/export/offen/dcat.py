"""The catalogue for open-data portals: DCAT-AP.de 2.0 as JSON-LD, one dataset an indicator.

One an indicator and not one a theme: each has a source, a period and a definition of its own, people look for it by its
name, and a portal shows CSV, JSON and GeoJSON below it as what they are, forms of the same content.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sro.export.offen.abfrage import Umfang
from sro.export.offen.beschreibung import attribution, readable
from sro.export.offen.gebiete import Umrisse, licence_of
from sro.export.spalten import VORLAGE, Beigabe
from sro.export.zeitraum import days
from sro.model.herausgabe import Lizenz
from sro.model.indikator import Indikator
from sro.views.quelle import SYNTHETISCH

EU = "http://publications.europa.eu/resource/authority/"
LEVEL = "http://dcat-ap.de/def/politicalGeocoding/Level/"
LEVELS = {"districtKey": "administrativeDistrict", "stateKey": "state"}  # all other keys are municipalities
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Knoten = dict[str, Any]


def catalogue_jsonld(umfang: Umfang, beigabe: Beigabe, umrisse: list[Umrisse], basis: str) -> bytes:
    """The whole catalogue; `umrisse` of the levels that have boundaries, `basis` is the address before "api/"."""
    katalog = _Katalog(umfang, beigabe, umrisse, basis)
    return readable({"@context": CONTEXT, "@graph": list(katalog.nodes())})


class _Katalog:
    """Puts the nodes together; each has an address of its own."""

    def __init__(self, umfang: Umfang, beigabe: Beigabe, umrisse: list[Umrisse], basis: str) -> None:
        self.umfang, self.beigabe, self.umrisse, self.basis = umfang, beigabe, umrisse, basis
        self.herausgabe, self.datenstand = beigabe.herausgabe, beigabe.datenstand

    def nodes(self) -> Iterator[Knoten]:
        yield self.catalogue()
        yield {"@id": self.own("herausgeber"), "@type": "foaf:Agent", "foaf:name": self.herausgabe.herausgeber}
        yield self.contact()
        for indikator in self.umfang.indikatoren:
            yield self.dataset(indikator)
            yield from self.distributions(indikator)

    def own(self, name: str) -> str:
        return f"{self.basis}api/katalog.jsonld#{name}"

    def catalogue(self) -> Knoten:
        stadt = self.umfang.stadt.name
        return {
            "@id": self.own("katalog"),
            "@type": "dcat:Catalog",
            "dct:title": _de(f"Chance Sozialraum – {stadt}"),
            "dct:description": _de(
                " ".join([f"Indikatoren zur Lage junger Menschen und Familien in {stadt}.", *self.warnings(True)])
            ),
            "dct:publisher": _ref(self.own("herausgeber")),
            "dct:language": _ref(f"{EU}language/DEU"),
            "dct:license": _ref(self.herausgabe.lizenz.dcat),
            "dct:modified": self.released(),
            "dct:spatial": self.place(),
            "dcat:themeTaxonomy": _ref(f"{EU}data-theme"),
            "foaf:homepage": _ref(f"{self.basis}api/"),
            "dcat:dataset": [_ref(self.own(i.id)) for i in self.umfang.indikatoren],
        }

    def contact(self) -> Knoten:
        kontakt = self.herausgabe.kontakt
        way = {"vcard:hasEmail": _ref(f"mailto:{kontakt}")} if "@" in kontakt else {}
        page = {"vcard:hasURL": _ref(kontakt or f"{self.basis}api/")}
        return {
            "@id": self.own("kontakt"),
            "@type": "vcard:Organization",
            "vcard:fn": self.herausgabe.herausgeber,
            **(way or page),
        }

    def dataset(self, indikator: Indikator) -> Knoten:
        synthetic = self.datenstand.is_synthetic(indikator.id)
        name = f"{indikator.name} – {self.umfang.stadt.name}"
        said = [indikator.definition, f"Quelle: {indikator.quelle}.", *self.warnings(synthetic)]
        return {
            "@id": self.own(indikator.id),
            "@type": "dcat:Dataset",
            "dct:identifier": f"chance-sozialraum-{self.umfang.stadt.id}-{indikator.id}",
            "dct:title": _de(f"{name} (synthetische Daten)" if synthetic else name),
            "dct:description": _de(" ".join(said)),
            "dct:publisher": _ref(self.own("herausgeber")),
            "dcat:contactPoint": _ref(self.own("kontakt")),
            "dcat:theme": _ref(f"{EU}data-theme/SOCI"),
            "dcat:keyword": [_de(word) for word in self.keywords(indikator, synthetic)],
            "dcat:landingPage": _ref(f"{self.basis}zeitreihe?indikator={indikator.id}"),
            "dct:issued": self.released(),
            "dct:modified": self.released(),
            "dct:language": _ref(f"{EU}language/DEU"),
            "dct:accrualPeriodicity": _ref(f"{EU}frequency/ANNUAL"),
            "dct:accessRights": _ref(f"{EU}access-right/PUBLIC"),
            "dct:spatial": self.place(),
            **self.period(indikator),
            **self.german(),
            "dcat:distribution": [_ref(str(d["@id"])) for d in self.distributions(indikator)],
        }

    def distributions(self, indikator: Indikator) -> Iterator[Knoten]:
        licence, asked = self.herausgabe.lizenz, f"?indikator={indikator.id}"
        yield self.distribution(indikator, "csv", "Werte als CSV", f"werte.csv{asked}", "text/csv", licence)
        yield self.distribution(indikator, "json", "Werte als JSON", f"werte.json{asked}", "application/json", licence)
        for umrisse in self.umrisse:
            borders = licence_of(umrisse, self.herausgabe)
            if umrisse.ebene in self.umfang.jahre[indikator.id] and borders:
                title = f"Neuestes Jahr mit Grenzen als GeoJSON, Ebene {self.umfang.stadt.ebene(umrisse.ebene).name}"
                path = f"gebiete.geojson{asked}&ebene={umrisse.ebene}"
                geo = "application/geo+json"
                found = self.distribution(indikator, f"geojson-{umrisse.ebene}", title, path, geo, borders)
                yield found | {"dct:description": _de(" ".join(umrisse.notes()))}

    def distribution(
        self, indikator: Indikator, name: str, title: str, path: str, media: str, licence: Lizenz
    ) -> Knoten:
        url = _ref(f"{self.basis}api/{path}")
        stable = "STABLE" if self.herausgabe.bestaetigt else "EXPERIMENTAL"
        return {
            "@id": self.own(f"{indikator.id}-{name}"),
            "@type": "dcat:Distribution",
            "dct:title": _de(f"{indikator.name}: {title}"),
            "dct:description": _de("UTF-8; Spalten und Status sind in indikatoren.json beschrieben."),
            "dcat:accessURL": url,
            "dcat:downloadURL": url,
            "dct:format": _ref(f"{EU}file-type/{name.partition('-')[0].upper()}"),
            "dcat:mediaType": _ref(f"https://www.iana.org/assignments/media-types/{media}"),
            "dct:license": _ref(licence.dcat),
            "dcatde:licenseAttributionByText": _de(attribution(self.herausgabe, self.datenstand)),
            "dcatap:availability": _ref(f"{EU}planned-availability/{stable}"),
            "dct:language": _ref(f"{EU}language/DEU"),
            "dct:modified": self.released(),
        }

    def warnings(self, synthetic: bool) -> list[str]:
        found = any(h.synthetisch for h in self.datenstand.herkunft) and synthetic
        return [*([f"{SYNTHETISCH}."] if found else []), *([] if self.herausgabe.bestaetigt else [VORLAGE])]

    def keywords(self, indikator: Indikator, synthetic: bool) -> list[str]:
        found = [indikator.kurzname, indikator.thema, "Jugendhilfeplanung", "Sozialraum", self.umfang.stadt.name]
        return list(dict.fromkeys([*found, "synthetisch"] if synthetic else found))

    def period(self, indikator: Indikator) -> Knoten:
        years = [(jahr, ebene) for ebene, found in self.umfang.jahre[indikator.id].items() for jahr in found]
        spans = [days(indikator, jahr, indikator.jahre_zusammen(ebene)) for jahr, ebene in years]
        known = [span for span in spans if span]
        if not known:
            return {}
        first, last = min(span[0] for span in known), max(span[1] for span in known)
        start, end = _typed(first.isoformat(), "date"), _typed(last.isoformat(), "date")
        return {"dct:temporal": {"@type": "dct:PeriodOfTime", "dcat:startDate": start, "dcat:endDate": end}}

    def german(self) -> Knoten:
        """What DCAT-AP.de adds; left out where the city has not said it."""
        key, contributor = self.herausgabe.gebietsschluessel, self.herausgabe.datenbereitsteller
        level = LEVELS.get(key.rpartition("/")[0].rpartition("/")[2], "municipality")
        place = {
            "dcatde:politicalGeocodingURI": _ref(key),
            "dcatde:politicalGeocodingLevelURI": _ref(f"{LEVEL}{level}"),
        }
        return {
            **({"dcatde:contributorID": _ref(contributor)} if contributor else {}),
            **(place if key else {}),
            "dcatde:geocodingDescription": _de(self.umfang.stadt.name),
        }

    def place(self) -> Knoten:
        return {"@type": "dct:Location", "skos:prefLabel": _de(self.umfang.stadt.name)}

    def released(self) -> Knoten:
        return _typed(self.datenstand.erstellt.isoformat(timespec="seconds"), "dateTime")


def _ref(address: str) -> Knoten:
    return {"@id": address}


def _de(text: str) -> Knoten:
    return {"@value": text, "@language": "de"}


def _typed(text: str, kind: str) -> Knoten:
    return {"@value": text, "@type": f"xsd:{kind}"}
