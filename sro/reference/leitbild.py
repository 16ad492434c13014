"""Reads the guiding question, Leitlinien, Bausteine and projects from data/leitbild.yaml."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sro.model.leitbild import Baustein, Leitbild, Leitlinie, Projekt, Teilvorhaben, Weg
from sro.reference.places import ROOT

FILE = ROOT / "data" / "leitbild.yaml"


def leitbild() -> Leitbild:
    """The Leitbild of the app; read once."""
    return read_leitbild(FILE)


@lru_cache(maxsize=2)
def read_leitbild(path: Path) -> Leitbild:
    """Reads one file; ValueError with a sentence where a field is missing, unknown or empty."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        found = _leitbild(content)
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path.name}: Ein Feld fehlt oder ist unbekannt ({error}); bitte ergänzen.") from None
    if _empty(content):
        raise ValueError(f"{path.name}: Ein Text ist leer; bitte ergänzen.")
    return found


def _leitbild(content: dict[str, Any]) -> Leitbild:
    lists = {
        "leitlinien": tuple(Leitlinie(**entry) for entry in content["leitlinien"]),
        "bausteine": tuple(Baustein(**entry) for entry in content["bausteine"]),
        "projekte": tuple(_projekt(entry) for entry in content["projekte"]),
    }
    return Leitbild(**{**content, **lists})


def _projekt(entry: dict[str, Any]) -> Projekt:
    weg = Weg(**entry["weg"]) if "weg" in entry else None
    parts = tuple(Teilvorhaben(**teil) for teil in entry["teile"])
    return Projekt(**{**entry, "teile": parts, "weg": weg, "belege": tuple(entry.get("belege", ()))})


def _empty(content: Any) -> bool:
    if isinstance(content, dict):
        return any(_empty(value) for value in content.values())
    if isinstance(content, list):
        return not content or any(_empty(value) for value in content)
    return not str(content or "").strip()
