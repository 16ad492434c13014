"""Reads the catalogue of indicators. What is incomplete or contradictory is refused, with all gaps at once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from sro.model.buendelung import Buendelung
from sro.model.indikator import Anteilsart, Indikator, Katalog, Merkmal, Polaritaet, Reihenbruch
from sro.reference.catalogue_city import cut, named
from sro.reference.catalogue_gaps import find_gaps
from sro.reference.city import city
from sro.reference.places import BUNDLED_CATALOGUE, RULES, catalogue_file, rules_file
from sro.reference.rules import Schutzregeln
from sro.reference.rules_gaps import Names, find_rule_gaps
from sro.reference.stadtfehler import Einrichtungsfehler
from sro.reference.yaml_file import Unlesbar, load


class KatalogUnvollstaendig(Einrichtungsfehler):
    """The catalogue or its rules cannot be used; `saetze` holds one German sentence per gap."""


def catalogue() -> Katalog:
    """The catalogue in use, checked against the levels of the city that is shown; read once per file."""
    stadt = city()
    return read_catalogue(catalogue_file(), tuple(one.id for one in stadt.alle_ebenen), rules_file(), stadt.amtlich)


@lru_cache(maxsize=8)
def read_catalogue(
    path: Path, ebenen: tuple[str, ...] | None = None, rules: Path | None = None, amtlich: str = "Stadt"
) -> Katalog:
    """Reads a catalogue and the rules of disclosure control for it (None: the file beside it).

    `ebenen` are the known ids of levels, None: any; `amtlich` is what texts call the city. Of the bundled catalogue
    other levels are left out. KatalogUnvollstaendig names every gap.
    """
    content = named(_load(path, "SRO_KATALOG", f"Der Katalog {path.name} ist unvollständig"), amtlich)
    if path == BUNDLED_CATALOGUE and ebenen is not None:
        content = cut(content, ebenen)
    gaps = find_gaps(content, ebenen)
    if gaps:
        raise KatalogUnvollstaendig(f"Der Katalog {path.name} ist unvollständig", gaps)
    regeln = _rules(rules or path.with_name(RULES), content)
    return Katalog(
        indikatoren=tuple(_indikator(entry, regeln) for entry in content["indikatoren"]),
        merkmale=tuple(_merkmal(entry, regeln) for entry in content["merkmale"]),
        geheimhaltung=regeln.geheimhaltung,
    )


def _rules(path: Path, katalog: dict[str, Any]) -> Schutzregeln:
    names = Names(
        frozenset(entry["id"] for entry in katalog["merkmale"]),
        {entry["id"]: entry["zaehler"] for entry in katalog["indikatoren"]},
        {entry["id"]: Anteilsart(entry["art"]) for entry in katalog["indikatoren"]},
    )
    refusal = f"Die Regeln der Geheimhaltung in {path.name} gelten so nicht"
    content = _load(path, "SRO_GEHEIMHALTUNG", refusal)
    gaps = find_rule_gaps(content, names)
    if gaps:
        raise KatalogUnvollstaendig(refusal, gaps)
    return Schutzregeln(content, names)


def _load(path: Path, variable: str, refusal: str) -> Any:
    try:
        return load(path, variable)
    except Unlesbar as error:
        raise KatalogUnvollstaendig(refusal, (str(error),)) from None


def _merkmal(entry: dict[str, Any], regeln: Schutzregeln) -> Merkmal:
    sums = {name: tuple(entry.get(name, ())) for name in ("summe_aus", "folgejahr_summe")}
    sums["auch_summe_aus"] = tuple(tuple(parts) for parts in entry.get("auch_summe_aus", ()))
    return Merkmal(**{**entry, **sums, "schwelle": regeln.schwelle(entry["id"])})


def _indikator(entry: dict[str, Any], regeln: Schutzregeln) -> Indikator:
    made = {
        "schwelle": regeln.schwelle(entry["zaehler"]),
        "mindestnenner": regeln.mindestnenner(entry["id"]),
        "gruppenschutz": regeln.gruppenschutz(entry["id"]),
        "faktor": float(entry["faktor"]),
        "art": Anteilsart(entry["art"]),
        "polaritaet": Polaritaet(entry["polaritaet"]),
        "ebenen": tuple(entry["ebenen"]),
        "einschraenkungen": tuple(entry["einschraenkungen"]),
        "reihenbrueche": tuple(Reihenbruch(**bruch) for bruch in entry["reihenbrueche"]),
    }
    return Indikator(**{**entry, **made, "stadtweit_gebuendelt": _pooling(entry["stadtweit_gebuendelt"])})


def _pooling(entry: dict[str, Any] | None) -> Buendelung | None:
    return Buendelung(**{**entry, "ebenen": tuple(entry["ebenen"])}) if entry else None
