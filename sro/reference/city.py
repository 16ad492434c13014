"""Reads a city from its folder: stadt.yaml (levels, Quartiere) and gebiete.csv (areas)."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sro.model.gebiet import Ebene, Gebiet, GebietKey, Modellprojekt, Quartier, Stadt, Trennlinie
from sro.reference.places import city_folder


def city() -> Stadt:
    """The city that is shown; read once per folder."""
    return read_city(city_folder())


@lru_cache(maxsize=8)
def read_city(folder: Path) -> Stadt:
    """Reads a city's folder; ValueError with a sentence where an area's parent or level does not exist."""
    described = yaml.safe_load((folder / "stadt.yaml").read_text(encoding="utf-8"))
    with (folder / "gebiete.csv").open(encoding="utf-8", newline="") as file:
        gebiete = tuple(_gebiet(row) for row in csv.DictReader(file))
    stadt = Stadt(
        id=described["id"],
        name=described["name"],
        ebenen=tuple(Ebene(rang=rang, **ebene) for rang, ebene in enumerate(described["ebenen"])),
        gebiete=gebiete,
        quartiere=tuple(_quartier(row) for row in described.get("quartiere", ())),
        mittelpunkt=(described["mittelpunkt"][0], described["mittelpunkt"][1]),
        modellprojekt=_modellprojekt(described.get("modellprojekt")),
    )
    _check(stadt, folder)
    return stadt


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
    levels = [ebene.id for ebene in stadt.ebenen]
    for gebiet in stadt.gebiete:
        if gebiet.ebene not in levels:
            raise ValueError(f"{folder}: {gebiet.key} hat die Ebene „{gebiet.ebene}“, die stadt.yaml nicht nennt.")
        expected = levels[levels.index(gebiet.ebene) - 1] if gebiet.ebene != levels[0] else None
        found = gebiet.eltern.ebene if gebiet.eltern in stadt and gebiet.eltern else None
        if found != expected:
            raise ValueError(f"{folder}: {gebiet.key} braucht ein übergeordnetes Gebiet der Ebene „{expected}“.")
    for quartier in stadt.quartiere:
        unknown = [key for key in quartier.gebiete if key not in stadt]
        if unknown:
            raise ValueError(f"{folder}: Quartier {quartier.id} nennt unbekannte Gebiete {unknown}.")
    _check_project(stadt, folder)


def _check_project(stadt: Stadt, folder: Path) -> None:
    projekt = stadt.modellprojekt
    if projekt is None:
        return
    if projekt.gebiet not in stadt:
        raise ValueError(f"{folder}: Das Modellprojekt nennt das unbekannte Gebiet {projekt.gebiet}.")
    line = projekt.trennlinie
    named = {*projekt.quartiere, *((line.links, line.rechts) if line else ())}
    unknown = sorted(named - {quartier.id for quartier in stadt.quartiere})
    if unknown:
        raise ValueError(f"{folder}: Das Modellprojekt nennt unbekannte Quartiere {unknown}.")
