"""Reads a city's own colours, logo and favicon, from `aussehen` in its stadt.yaml; all of it is optional."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sro.reference.places import city_folder
from sro.reference.stadtfehler import StadtFehlerhaft
from sro.reference.stadtordner import load_description

COLOURS, PICTURES = ("akzent", "akzent_dunkel"), ("logo", "favicon")
KINDS = (".png", ".svg")
MOST_BYTES = 200_000  # every page loads them
log = logging.getLogger("sro")


@dataclass(frozen=True, slots=True)
class Aussehen:
    """Accents as #rrggbb for the light and the dark appearance; None: the app's own."""

    akzent: str | None = None
    akzent_dunkel: str | None = None
    logo: Path | None = None
    favicon: Path | None = None


def appearance() -> Aussehen:
    """That of the city that is shown; the app's own where something is wrong with it, and the log says what."""
    return _appearance(city_folder())


@lru_cache(maxsize=8)
def _appearance(folder: Path) -> Aussehen:
    try:
        return read_appearance(folder)
    except StadtFehlerhaft as error:
        log.warning("%s", error)
        return Aussehen()


def read_appearance(folder: Path) -> Aussehen:
    """Reads a city's folder; StadtFehlerhaft with a sentence for each fault."""
    said = load_description(folder).get("aussehen") or {}
    gaps = tuple(f"stadt.yaml: {gap}" for gap in appearance_gaps(said, folder))
    if gaps:
        raise StadtFehlerhaft(folder, gaps)
    light, dark = (str(said[name]).lower() if said.get(name) else None for name in COLOURS)
    logo, favicon = (folder / str(said[name]) if said.get(name) else None for name in PICTURES)
    return Aussehen(light, dark, logo, favicon)


def appearance_gaps(said: Any, folder: Path) -> Iterator[str]:
    """What cannot be understood or found. Whether a colour can be read on the page is asked in sro/views."""
    if not isinstance(said, dict) or said.keys() - {*COLOURS, *PICTURES}:
        yield f"„aussehen“ hat die Angaben {', '.join((*COLOURS, *PICTURES))}, jede freiwillig."
        return
    for name in COLOURS:
        if said.get(name) and not re.fullmatch(r"#[0-9a-fA-F]{6}", str(said[name])):
            yield f"„{name}“ verlangt # und sechs Ziffern von 0 bis f in Anführungszeichen, nicht „{said[name]}“."
    for name in PICTURES:
        if said.get(name):
            yield from _picture_gaps(name, folder / str(said[name]))


def _picture_gaps(name: str, file: Path) -> Iterator[str]:
    if file.suffix.lower() not in KINDS:
        yield f"„{name}“ verlangt eine Datei .png oder .svg, nicht „{file.name}“."
    elif not file.is_file():
        yield f"„{name}“ nennt {file.name}; die Datei liegt nicht im Ordner der Stadt."
    elif file.stat().st_size > MOST_BYTES:
        size = f"{file.stat().st_size // 1000} kB"
        yield f"„{name}“: {file.name} hat {size}, höchstens {MOST_BYTES // 1000} kB; bitte verkleinern."
