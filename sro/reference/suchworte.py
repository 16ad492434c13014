"""Words by which people look for an indicator, though the catalogue does not use them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml

from sro.reference.places import catalogue_file

Gruppe = tuple[str, ...]  # words that stand for each other


def synonyms() -> tuple[Gruppe, ...]:
    """The groups beside the catalogue in use (suchworte.yaml); none where a catalogue brings none along."""
    return read_synonyms(catalogue_file().parent / "suchworte.yaml")


@lru_cache(maxsize=8)
def read_synonyms(path: Path) -> tuple[Gruppe, ...]:
    """Reads one file; ValueError with a German sentence where it is no list of lists of words."""
    if not path.is_file():
        return ()
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name} lässt sich nicht lesen: {error}. Bitte als YAML in UTF-8 speichern.") from None
    if not isinstance(content, list) or not all(_is_group(group) for group in content):
        raise ValueError(f"{path.name}: Jede Zeile muss eine Liste von mindestens zwei Wörtern sein, wie [HzE, Hilfe].")
    return tuple(tuple(group) for group in content)


def _is_group(group: object) -> bool:
    return isinstance(group, list) and len(group) > 1 and all(isinstance(word, str) and word for word in group)
