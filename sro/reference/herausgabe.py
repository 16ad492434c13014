"""Reads who publishes a city's open data, from `herausgabe` in its stadt.yaml; what is not said there is a template."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from sro.model.herausgabe import Herausgabe, Lizenz
from sro.reference.places import city_folder
from sro.reference.stadtfehler import StadtFehlerhaft
from sro.reference.stadtordner import load_description

DCAT = "http://dcat-ap.de/def/licenses/"
# Source: the list of licences of DCAT-AP.de, as far as German administrations and OpenStreetMap use them.
LIZENZEN = {
    lizenz.id: lizenz
    for lizenz in (
        Lizenz(
            "dl-de/by-2-0",
            "Datenlizenz Deutschland – Namensnennung – Version 2.0",
            "https://www.govdata.de/dl-de/by-2-0",
            f"{DCAT}dl-by-de/2.0",
        ),
        Lizenz(
            "dl-de/zero-2-0",
            "Datenlizenz Deutschland – Zero – Version 2.0",
            "https://www.govdata.de/dl-de/zero-2-0",
            f"{DCAT}dl-zero-de/2.0",
        ),
        Lizenz(
            "cc-by/4.0",
            "Creative Commons Namensnennung 4.0 International",
            "https://creativecommons.org/licenses/by/4.0/",
            f"{DCAT}cc-by/4.0",
        ),
        Lizenz(
            "odbl",
            "Open Data Commons Open Database License",
            "https://opendatacommons.org/licenses/odbl/1-0/",
            f"{DCAT}odbl",
        ),
    )
}
VORLAGE = "Vorlage: Herausgeber noch eintragen"
FELDER = {
    "herausgeber", "kontakt", "lizenz", "bestaetigt", "adresse", "datenbereitsteller", "gebietsschluessel",
    "lizenz_grenzen",
}  # fmt: skip


def publication() -> Herausgabe:
    """What the city that is shown says about its open data; read once per folder."""
    return read_publication(city_folder())


@lru_cache(maxsize=8)
def read_publication(folder: Path) -> Herausgabe:
    """Reads a city's folder; StadtFehlerhaft with a sentence where it says something that cannot be understood."""
    said: dict[str, Any] = load_description(folder).get("herausgabe") or {}
    unknown = sorted(said.keys() - FELDER)
    if unknown:
        refused = f"herausgabe kennt „{unknown[0]}“ nicht. Möglich: {', '.join(sorted(FELDER))}."
        raise StadtFehlerhaft(folder, (refused,))
    borders = said.get("lizenz_grenzen")
    address = str(said.get("adresse") or "")
    return Herausgabe(
        herausgeber=str(said.get("herausgeber") or VORLAGE),
        kontakt=str(said.get("kontakt") or ""),
        lizenz=_licence(folder, said.get("lizenz", "dl-de/by-2-0")),
        bestaetigt=said.get("bestaetigt") is True,
        adresse=f"{address.rstrip('/')}/" if address else "",
        datenbereitsteller=str(said.get("datenbereitsteller") or ""),
        gebietsschluessel=str(said.get("gebietsschluessel") or ""),
        lizenz_grenzen=_licence(folder, borders) if borders else None,
    )


def _licence(folder: Path, said: object) -> Lizenz:
    found = LIZENZEN.get(str(said))
    if not found:
        raise StadtFehlerhaft(folder, (f"Die Lizenz „{said}“ gibt es hier nicht. Möglich: {', '.join(LIZENZEN)}.",))
    return found
