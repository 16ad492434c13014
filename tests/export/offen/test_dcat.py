"""The catalogue against what DCAT-AP.de 2.0 and its conventions demand, by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from sro.export.offen.dcat import CONTEXT, catalogue_jsonld
from sro.export.offen.gebiete import Umrisse
from sro.export.spalten import Beigabe
from sro.model.herausgabe import Herausgabe
from tests.beispiele import ANTEIL, DICHTE
from tests.export.mitgift import BESTAETIGT, DATENSTAND, VORLAGE, umrisse
from tests.export.offen.test_abfrage import UMFANG

BASIS = "https://sozialraum.example.org/"
STADT = replace(
    BESTAETIGT,
    datenbereitsteller="http://dcat-ap.de/def/contributors/schleswigHolstein",
    gebietsschluessel="http://dcat-ap.de/def/politicalGeocoding/districtKey/01003",
)
EU = "http://publications.europa.eu/resource/authority/"
# What must be there and what a value must begin with; None: a text in German.
DATASET: dict[str, str | None] = {
    "dct:title": None,
    "dct:description": None,
    "dct:publisher": f"{BASIS}api/",
    "dcat:contactPoint": f"{BASIS}api/",
    "dcat:theme": f"{EU}data-theme/SOCI",
    "dcat:landingPage": BASIS,
    "dcatde:contributorID": "http://dcat-ap.de/def/contributors/",
    "dcatde:politicalGeocodingURI": "http://dcat-ap.de/def/politicalGeocoding/districtKey/01003",
    "dcatde:politicalGeocodingLevelURI": "http://dcat-ap.de/def/politicalGeocoding/Level/administrativeDistrict",
    "dct:accrualPeriodicity": f"{EU}frequency/",
}
DISTRIBUTION: dict[str, str | None] = {
    "dct:title": None,
    "dct:description": None,
    "dcat:accessURL": f"{BASIS}api/",
    "dcat:downloadURL": f"{BASIS}api/",
    "dct:license": "http://dcat-ap.de/def/licenses/",
    "dct:format": f"{EU}file-type/",
    "dcat:mediaType": "https://www.iana.org/assignments/media-types/",
    "dcatde:licenseAttributionByText": None,
}


def graph(herausgabe: Herausgabe = STADT, borders: Umrisse | None = None) -> dict[str, dict[str, Any]]:
    """Nodes by their address."""
    outlines = [borders or umrisse()]
    content = json.loads(catalogue_jsonld(UMFANG, Beigabe(DATENSTAND, herausgabe), outlines, BASIS))
    assert content["@context"] == CONTEXT
    nodes = {node["@id"]: node for node in content["@graph"]}
    assert len(nodes) == len(content["@graph"])
    return nodes


def of_type(nodes: dict[str, dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [node for node in nodes.values() if node["@type"] == kind]


def complaints(node: dict[str, Any], demanded: dict[str, str | None]) -> list[str]:
    """Properties that are missing or are not what they must be."""
    found = []
    for name, begins in demanded.items():
        value = node.get(name, {})
        good = value.get("@language") == "de" and value.get("@value") if begins is None else value.get("@id", "")
        if not good or (begins and not good.startswith(begins)):
            found.append(name)
    return found


def test_the_check_finds_what_is_missing() -> None:
    node = of_type(graph(), "dcat:Dataset")[0]
    assert complaints(node | {"dct:title": {}}, DATASET) == ["dct:title"]
    assert complaints(node | {"dcat:theme": {"@id": "SOCI"}}, DATASET) == ["dcat:theme"]


def test_catalogue_publisher_and_contact() -> None:
    nodes = graph()
    (catalogue,) = of_type(nodes, "dcat:Catalog")
    required = {"dct:title": None, "dct:description": None, "dct:publisher": BASIS, "foaf:homepage": BASIS}
    assert complaints(catalogue, required) == []
    assert nodes[catalogue["dct:publisher"]["@id"]]["foaf:name"] == "Musterstadt"
    (contact,) = of_type(nodes, "vcard:Organization")
    assert contact["vcard:hasEmail"] == {"@id": "mailto:jugend@example.org"}
    assert [one["@id"] for one in catalogue["dcat:dataset"]] == [n["@id"] for n in of_type(nodes, "dcat:Dataset")]


def test_without_contact_the_page_itself_is_the_way() -> None:
    (contact,) = of_type(graph(VORLAGE), "vcard:Organization")
    assert contact["vcard:hasURL"] == {"@id": f"{BASIS}api/"}


def test_one_complete_dataset_an_indicator() -> None:
    nodes = graph()
    datasets = of_type(nodes, "dcat:Dataset")
    assert [d["dct:identifier"] for d in datasets] == [f"chance-sozialraum-l-{i.id}" for i in (ANTEIL, DICHTE)]
    for dataset in datasets:
        assert complaints(dataset, DATASET) == []
        assert dataset["dct:modified"] == {"@value": "2026-11-22T09:30:00+00:00", "@type": "xsd:dateTime"}
        for ref in dataset["dcat:distribution"]:
            assert complaints(nodes[ref["@id"]], DISTRIBUTION) == []


def test_period_is_that_of_the_figures() -> None:
    share, rate = of_type(graph(), "dcat:Dataset")
    spans = [
        (d["dct:temporal"]["dcat:startDate"]["@value"], d["dct:temporal"]["dcat:endDate"]["@value"])
        for d in (share, rate)
    ]
    assert spans == [("2021-12-31", "2021-12-31"), ("2020-01-01", "2022-12-31")]


def test_synthetic_data_and_a_template_cannot_be_taken_for_real_ones() -> None:
    share, rate = of_type(graph(VORLAGE), "dcat:Dataset")
    assert "synthetische Daten" in share["dct:title"]["@value"]
    assert "keine echten Zahlen" in share["dct:description"]["@value"]
    assert "synthetisch" in [word["@value"] for word in share["dcat:keyword"]]
    assert "synthetisch" not in rate["dct:title"]["@value"]
    assert "noch nicht bestätigt" in rate["dct:description"]["@value"]


def test_formats_are_those_of_the_addresses() -> None:
    links = {d["dcat:downloadURL"]["@id"]: d["dct:format"]["@id"] for d in of_type(graph(), "dcat:Distribution")}
    assert links[f"{BASIS}api/werte.csv?indikator={ANTEIL.id}"] == f"{EU}file-type/CSV"
    assert links[f"{BASIS}api/gebiete.geojson?indikator={ANTEIL.id}&ebene=stadtteil"] == f"{EU}file-type/GEOJSON"
    assert len(links) == 6


@pytest.mark.parametrize(
    ("quelle", "licences"), [("OSM (ODbL)", {"http://dcat-ap.de/def/licenses/odbl"}), ("?", set())]
)
def test_boundaries_of_others_keep_their_licence_or_stay_out(quelle: str, licences: set[str]) -> None:
    nodes = of_type(graph(borders=umrisse(quelle, False)), "dcat:Distribution")
    assert {n["dct:license"]["@id"] for n in nodes if "geojson" in n["dcat:accessURL"]["@id"]} == licences
