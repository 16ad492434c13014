"""Reads a city from its folder: stadt.yaml (levels, Quartiere) and gebiete.csv (areas)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from sro.model.gebiet import Ebene, Gebiet, GebietKey, Modellprojekt, Stadt, Trennlinie
from sro.model.quartier import Quartier
from sro.reference.city_gaps import Row
from sro.reference.places import city_folder
from sro.reference.raumsummen import raumsumme, space_gaps
from sro.reference.stadtfehler import StadtFehlerhaft
from sro.reference.stadtordner import read_areas, read_description


def city() -> Stadt:
    """The city that is shown; read once per folder."""
    return read_city(city_folder())


@lru_cache(maxsize=8)
def read_city(folder: Path) -> Stadt:
    """Reads a city's folder; StadtFehlerhaft with a sentence for each fault."""
    described, gebiete = read_description(folder), read_areas(folder)
    try:
        stadt = _stadt(described, gebiete)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        said = (
            f"stadt.yaml: In quartiere, raumsummen oder modellprojekt fehlt etwas oder ist falsch geschrieben: {error}"
        )
        raise StadtFehlerhaft(folder, (said,)) from None
    _check(stadt, folder)
    return stadt


def _stadt(described: dict[str, Any], gebiete: tuple[Row, ...]) -> Stadt:
    return Stadt(
        id=described["id"],
        name=described["name"],
        ebenen=tuple(Ebene(rang=rang, **ebene) for rang, ebene in enumerate(described["ebenen"])),
        gebiete=tuple(map(_gebiet, gebiete)),
        quartiere=tuple(_quartier(row) for row in described.get("quartiere", ())),
        mittelpunkt=(described["mittelpunkt"][0], described["mittelpunkt"][1]),
        modellprojekt=_modellprojekt(described.get("modellprojekt")),
        raumsummen=tuple(raumsumme(row) for row in described.get("raumsummen", ())),
        schulnamen=tuple(described.get("schulnamen") or ()),
        ohne_seiten=tuple(described.get("ohne_seiten") or ()),
        amtlich=described.get("amtlich") or f"Stadt {described['name']}",
    )


def _gebiet(row: dict[str, str]) -> Gebiet:
    eltern = GebietKey(row["eltern_ebene"], row["eltern_id"]) if row["eltern_id"] else None
    aliase = tuple(alias for alias in row["aliase"].split("|") if alias)
    return Gebiet(row["ebene"], row["id"], row["name"], aliase, eltern)


def _quartier(row: dict[str, Any]) -> Quartier:
    return Quartier(
        id=row["id"],
        name=row["name"],
        gebiete=tuple(GebietKey(*key) for key in row["gebiete"]),
        gueltig_von=row["gueltig_von"],
        gueltig_bis=row.get("gueltig_bis"),
        aliase=tuple(row.get("aliase", ())),
        hinweis=row.get("hinweis", ""),
    )


def _modellprojekt(row: dict[str, Any] | None) -> Modellprojekt | None:
    if row is None:
        return None
    line = row.get("trennlinie")
    return Modellprojekt(
        name=row["name"],
        gebiet=GebietKey(*row["gebiet"]),
        quartiere=tuple(row.get("quartiere", ())),
        hinweis=row.get("hinweis", ""),
        trennlinie=Trennlinie(**line | {"von": tuple(line["von"]), "bis": tuple(line["bis"])}) if line else None,
    )


def _check(stadt: Stadt, folder: Path) -> None:
    gaps = tuple(space_gaps(stadt))
    if gaps:
        raise StadtFehlerhaft(folder, gaps)
    _check_project(stadt, folder)


def _check_project(stadt: Stadt, folder: Path) -> None:
    projekt = stadt.modellprojekt
    if projekt is None:
        return
    if projekt.gebiet not in stadt:
        raise StadtFehlerhaft(folder, (f"Das Modellprojekt nennt das unbekannte Gebiet {projekt.gebiet}.",))
    line = projekt.trennlinie
    named = {*projekt.quartiere, *((line.links, line.rechts) if line else ())}
    unknown = sorted(named - {quartier.id for quartier in stadt.quartiere})
    if unknown:
        raise StadtFehlerhaft(folder, (f"Das Modellprojekt nennt unbekannte Quartiere {unknown}.",))
