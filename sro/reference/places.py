"""Where files lie. Every place can be changed by an environment variable, none by code elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUNDLED_TEXTS = ROOT / "data" / "texte"
RULES = "geheimhaltung.yaml"


def city_folder() -> Path:
    """The folder of the city that is shown (SRO_STADT, default geodata/luebeck)."""
    return Path(os.environ.get("SRO_STADT", ROOT / "geodata" / "luebeck"))


def catalogue_file() -> Path:
    """The catalogue of indicators (SRO_KATALOG, default data/indikatoren.yaml)."""
    return Path(os.environ.get("SRO_KATALOG", ROOT / "data" / "indikatoren.yaml"))


def text_folder() -> Path:
    """A city's own statements, as Markdown (SRO_TEXTE, default data/texte)."""
    return Path(os.environ.get("SRO_TEXTE", BUNDLED_TEXTS))


def rules_file() -> Path:
    """The rules of disclosure control (SRO_GEHEIMHALTUNG, default geheimhaltung.yaml beside the catalogue)."""
    return Path(os.environ.get("SRO_GEHEIMHALTUNG", catalogue_file().with_name(RULES)))


def voices_file() -> Path:
    """The words for voices (SRO_STIMMEN, default data/stimmen.yaml)."""
    return Path(os.environ.get("SRO_STIMMEN", ROOT / "data" / "stimmen.yaml"))


def var_folder() -> Path:
    """What the running app writes: database, imported boundaries (SRO_VAR, default var/)."""
    return Path(os.environ.get("SRO_VAR", ROOT / "var"))


def database_url() -> str:
    """The database (SRO_DATABASE_URL, default a SQLite file in the var folder)."""
    return os.environ.get("SRO_DATABASE_URL", f"sqlite:///{var_folder() / 'sro.sqlite'}")
