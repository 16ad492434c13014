"""The bundled catalogue as it holds for a city: its levels and its name. A city's own catalogue is taken as written."""

from __future__ import annotations

from typing import Any

from sro.reference.catalogue_gaps import is_texts

NAME = "{stadt}"


def named(content: Any, amtlich: str) -> Any:
    """The content with the city's official name wherever a text leaves room for it."""
    if isinstance(content, str):
        return content.replace(NAME, amtlich)
    if isinstance(content, list):
        return [named(one, amtlich) for one in content]
    if isinstance(content, dict):
        return {key: named(one, amtlich) for key, one in content.items()}
    return content


def cut(content: Any, levels: tuple[str, ...]) -> Any:
    """The content without levels that the city does not have; an indicator left without any keeps what it names."""
    if not isinstance(content, dict) or not isinstance(content.get("indikatoren"), list):
        return content
    return {**content, "indikatoren": [_cut(one, levels) for one in content["indikatoren"]]}


def _cut(entry: Any, levels: tuple[str, ...]) -> Any:
    if not isinstance(entry, dict):
        return entry
    pooled = entry.get("stadtweit_gebuendelt")
    if isinstance(pooled, dict):
        kept = _kept(pooled.get("ebenen"), levels)
        entry = {**entry, "stadtweit_gebuendelt": {**pooled, "ebenen": kept} if kept else None}
    return {**entry, "ebenen": _kept(entry.get("ebenen"), levels) or entry.get("ebenen")}


def _kept(named_levels: Any, levels: tuple[str, ...]) -> list[str]:
    return [one for one in named_levels if one in levels] if is_texts(named_levels) else []
