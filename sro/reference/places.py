"""Where files lie: what an environment variable names, else what the city's folder has, else what is bundled."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUNDLED_TEXTS = ROOT / "data" / "texte"
BUNDLED_CATALOGUE = ROOT / "data" / "indikatoren.yaml"
CATALOGUE, RULES = BUNDLED_CATALOGUE.name, "geheimhaltung.yaml"


def city_folder() -> Path:
    """The folder of the city that is shown (SRO_STADT, default geodata/luebeck)."""
    return Path(os.environ.get("SRO_STADT", ROOT / "geodata" / "luebeck"))


def catalogue_file() -> Path:
    """The catalogue of indicators (SRO_KATALOG, else the city's indikatoren.yaml, else that in data/)."""
    return _place(os.environ.get("SRO_KATALOG"), CATALOGUE, BUNDLED_CATALOGUE)


def text_folder() -> Path:
    """A city's own statements, as Markdown (SRO_TEXTE, else the city's folder texte, else data/texte)."""
    return _place(os.environ.get("SRO_TEXTE"), "texte", BUNDLED_TEXTS)


def rules_file() -> Path:
    """The rules of disclosure control (SRO_GEHEIMHALTUNG, else the city's own, else those beside the catalogue).

    SRO_KATALOG brings its own rules along: those of a city's folder are for the city's catalogue or the bundled one.
    """
    beside = catalogue_file().with_name(RULES)
    if "SRO_KATALOG" in os.environ:
        return Path(os.environ.get("SRO_GEHEIMHALTUNG", beside))
    return _place(os.environ.get("SRO_GEHEIMHALTUNG"), RULES, beside)


def voices_file() -> Path:
    """The words for voices (SRO_STIMMEN, else the city's stimmen.yaml, else that in data/)."""
    return _place(os.environ.get("SRO_STIMMEN"), "stimmen.yaml", ROOT / "data" / "stimmen.yaml")


def leitbild_file() -> Path:
    """What the work is for in this city; a city without the file has no such page."""
    return city_folder() / "leitbild.yaml"


def var_folder() -> Path:
    """What the running app writes: database, imported boundaries (SRO_VAR, default var/)."""
    return Path(os.environ.get("SRO_VAR", ROOT / "var"))


def database_url() -> str:
    """The database (SRO_DATABASE_URL, default a SQLite file in the var folder)."""
    return os.environ.get("SRO_DATABASE_URL", f"sqlite:///{var_folder() / 'sro.sqlite'}")


def _place(named: str | None, own: str, bundled: Path) -> Path:
    """What a variable names, else what the city's folder has, else what is bundled."""
    if named is not None:
        return Path(named)
    found = city_folder() / own
    return found if found.exists() else bundled
