"""Reads the words for voices: themes, interfaces to other offices, the contact for § 8a SGB VIII."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from sro.model.stimmenworte import Schnittstelle, Schutzkontakt, Stimmenworte, Thema
from sro.reference.places import voices_file
from sro.reference.yaml_file import load


def stimmenworte() -> Stimmenworte:
    """Those of the app; read once per file."""
    return read_stimmenworte(voices_file())


@lru_cache(maxsize=4)
def read_stimmenworte(path: Path) -> Stimmenworte:
    """Reads one file; ValueError with a sentence where a field is missing, unknown, or an id is there twice."""
    content = load(path, "SRO_STIMMEN")
    try:
        found = _words(content)
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path.name}: Ein Feld fehlt oder ist unbekannt ({error}); bitte ergänzen.") from None
    for ids in ([one.id for one in found.themen], [one.id for one in found.schnittstellen]):
        twice = next((one for one in ids if ids.count(one) > 1), None)
        if twice:
            raise ValueError(f"{path.name}: Das Kürzel „{twice}“ steht doppelt; bitte eines ändern.")
    return found


def _words(content: dict[str, Any]) -> Stimmenworte:
    return Stimmenworte(
        tuple(Thema(**entry) for entry in content["themen"]),
        tuple(Schnittstelle(**entry) for entry in content["schnittstellen"]),
        Schutzkontakt(**content["schutzkontakt"]),
    )
