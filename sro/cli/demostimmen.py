"""The bundled made-up voices: reads them and plays them into a store that has no records yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import yaml

from sro.model.akte import Inhalt, Konflikt
from sro.model.aktenart import art_of_id
from sro.model.akteur import Akteur
from sro.store import Store
from sro.store.akten import Aenderung
from sro.store.aktenform import from_json

FILES = {  # in this order; dialogues come after what was noted in them, because some of them are closed
    "WS": "werkstaetten",
    "AU": "aussagen",
    "UE": "uebergaben",
    "BN": "beduerfnisse",
    "BE": "bedarfe",
    "IM": "impulse",
    "SP": "steuerungspotentiale",
    "FO": "fortschritte",
    "MS": "meilensteine",
    "NO": "notizen",
    "VB": "vereinbarungen",
    "QD": "dialoge",
    "TR": "transferplan",
    "VS": "versand",
}
EARLIER = "vorher"  # earlier versions of a record, oldest first, each with the fields in which it differs


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """In C where it can be had: ten times as fast. Dates stay text, as in the store."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for first, found in _Loader.yaml_implicit_resolvers.items()
}


def fill_voices(store: Store, folder: Path, *, wer: Akteur) -> int:
    """How many records were made: none where the store ever had one, or where somebody else is filling it right now."""
    if store.akten.stand() or not folder.is_dir():
        return 0
    changes = tuple(read_voices(folder))
    try:
        made = store.akten.einspielen(changes, wer=wer)
    except Konflikt:  # another process was quicker, so its records already have the versions that were to come here
        return 0
    return len({akte.id for akte in made})


def read_voices(folder: Path) -> Iterator[Aenderung]:
    """All files of the folder as changes of an empty store, what was made before what was changed later.

    ValueError where an entry would not come out as written.
    """
    yield from sorted(_changes(folder), key=lambda one: one.basis > 0)


def _changes(folder: Path) -> Iterator[Aenderung]:
    """Entry by entry with all its versions."""
    for letters, name in FILES.items():
        file = folder / f"{name}.yaml"
        for number, entry in enumerate(_entries(file), 1):
            if entry.pop("id", None) != f"{letters}-{number}":
                raise ValueError(f"{file.name}: Eintrag {number} muss die Kennung {letters}-{number} haben.")
            yield from _versions(f"{letters}-{number}", entry)


def _entries(file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506
    return found


def _versions(akte: str, entry: dict[str, Any]) -> Iterator[Aenderung]:
    """A new record, then every later version on top of the one before."""
    contents = [entry | earlier for earlier in entry.pop(EARLIER, [])] + [entry]
    yield Aenderung(_content(akte, contents[0]))
    for basis, content in enumerate(contents[1:], 1):
        yield Aenderung(_content(akte, content), akte, basis)


def _content(akte: str, entry: dict[str, Any]) -> Inhalt:
    kind = art_of_id(akte)
    unknown = entry.keys() - {one.name for one in fields(kind.klasse)}
    if unknown:
        raise ValueError(f"{akte}: {kind.name} hat kein Feld {', '.join(sorted(unknown))}.")
    return from_json(kind.kuerzel, entry)
