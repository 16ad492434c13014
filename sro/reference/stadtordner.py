"""Reads the two files of a city's folder, as people write them by hand or with Excel."""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from pathlib import Path
from typing import Any

from sro.reference.city_gaps import Row, area_gaps, column_gaps, description_gaps
from sro.reference.places import city_folder
from sro.reference.stadtfehler import StadtFehlerhaft
from sro.reference.yaml_file import Unlesbar, load

DESCRIPTION, AREAS = "stadt.yaml", "gebiete.csv"


def read_description(folder: Path) -> dict[str, Any]:
    """What stadt.yaml says; StadtFehlerhaft names every fault."""
    found = load_description(folder)
    gaps = description_gaps(found)
    if gaps:
        raise StadtFehlerhaft(folder, tuple(f"{DESCRIPTION}: {gap}" for gap in gaps))
    return found


@lru_cache(maxsize=8)
def load_description(folder: Path) -> dict[str, Any]:
    """What stadt.yaml says, unchecked; StadtFehlerhaft where there is no such file or it is no YAML."""
    if not folder.is_dir():
        said = "Den Ordner gibt es nicht. SRO_STADT prüfen oder ihn anlegen: python -m sro stadt neu ORDNER"
        raise StadtFehlerhaft(folder, (said,))
    try:
        return load(folder / DESCRIPTION, "SRO_STADT") or {}
    except Unlesbar as error:
        raise StadtFehlerhaft(folder, (f"{DESCRIPTION}: {error}",)) from None


def demo_folder() -> Path | None:
    """Where the synthetic tables for the city that is shown lie (`demodaten`, relative to its folder); None: none."""
    folder = city_folder()
    said = load_description(folder).get("demodaten")
    return folder / str(said) if said else None


@lru_cache(maxsize=8)
def read_areas(folder: Path) -> tuple[Row, ...]:
    """The rows of gebiete.csv, separated by commas or semicolons; StadtFehlerhaft names every fault."""
    levels = tuple(ebene["id"] for ebene in read_description(folder)["ebenen"])
    reader = csv.DictReader(io.StringIO(text := _text(folder)), delimiter=_delimiter(text))
    rows = [{key: (value or "").strip() for key, value in row.items() if key} for row in reader]
    rows = [row for row in rows if any(row.values())]
    gaps = column_gaps(list(reader.fieldnames or ())) or area_gaps(rows, levels)
    if gaps:
        raise StadtFehlerhaft(folder, tuple(f"{AREAS}: {gap}" for gap in gaps))
    return tuple(rows)


def _text(folder: Path) -> str:
    try:
        return (folder / AREAS).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        said = f"{AREAS} fehlt; sie hat eine Zeile je Gebiet."
    except UnicodeDecodeError:
        said = f"{AREAS} ist nicht in UTF-8 gespeichert; in Excel „CSV UTF-8 (durch Trennzeichen getrennt)“ wählen."
    raise StadtFehlerhaft(folder, (said,)) from None


def _delimiter(text: str) -> str:
    """German Excel separates by semicolons."""
    head = text.partition("\n")[0]
    return ";" if head.count(";") > head.count(",") else ","
