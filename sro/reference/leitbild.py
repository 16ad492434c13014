"""Reads the guiding question, Leitlinien, Bausteine and projects from leitbild.yaml in the city's folder."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from sro.model.leitbild import Baustein, Leitbild, Leitlinie, Projekt, Teilvorhaben, Weg
from sro.reference.places import leitbild_file
from sro.reference.stadtfehler import StadtFehlerhaft
from sro.reference.yaml_file import Unlesbar, load

NONE = Leitbild("", "", "", (), (), ())


def leitbild() -> Leitbild:
    """The Leitbild of the city that is shown, read once; an empty one where its folder has none."""
    file = leitbild_file()
    return read_leitbild(file) if file.is_file() else NONE


@lru_cache(maxsize=2)
def read_leitbild(path: Path) -> Leitbild:
    """Reads one file; StadtFehlerhaft with a sentence where a field is missing, unknown or empty."""
    try:
        content = load(path, "SRO_STADT")
        found = _leitbild(content)
    except Unlesbar as error:
        raise StadtFehlerhaft(path.parent, (f"{path.name}: {error}",)) from None
    except (AttributeError, KeyError, TypeError) as error:
        said = f"{path.name}: Ein Feld fehlt oder ist unbekannt ({error}); bitte ergänzen."
        raise StadtFehlerhaft(path.parent, (said,)) from None
    if _empty(content):
        raise StadtFehlerhaft(path.parent, (f"{path.name}: Ein Text ist leer; bitte ergänzen.",))
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
