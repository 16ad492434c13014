"""Texts that an office is answerable for: a city's own where it has one, else the bundled template."""

from __future__ import annotations

from pathlib import Path

from sro.reference.places import BUNDLED_TEXTS, ROOT, text_folder

STATISTIK = ROOT / "docs" / "statistik.md"
# What an office must publish, and what it is called.
ERKLAERUNGEN = {"impressum": "Impressum", "datenschutz": "Datenschutz", "barrierefreiheit": "Barrierefreiheit"}
HANDBUCH = ROOT / "docs" / "handbuch.md"


def statement(name: str) -> str:
    """The Markdown of one of the ERKLAERUNGEN; errors as `statement_file`, ValueError where it is not UTF-8."""
    return _read(statement_file(name))


def statement_file(name: str) -> Path:
    """Where it lies: in the city's folder, else among the bundled ones.

    FileNotFoundError with a German sentence where neither has it.
    """
    for folder in (text_folder(), BUNDLED_TEXTS):
        path = folder / f"{name}.md"
        if path.is_file():
            return path
    raise FileNotFoundError(f"Den Text „{name}.md“ gibt es weder in {text_folder()} noch unter den mitgelieferten.")


def statistics_text() -> str | None:
    """How figures are computed, from the handbook; None where the handbook was not installed along."""
    return _read(STATISTIK) if STATISTIK.is_file() else None


def handbook_text() -> str | None:
    """The handbook for planners; None where it was not installed along."""
    return _read(HANDBUCH) if HANDBUCH.is_file() else None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{path} ist nicht in UTF-8 gespeichert; bitte so speichern.") from None
