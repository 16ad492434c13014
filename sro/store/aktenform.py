"""Between the content of a record and JSON.

What a stored content lacks gets its default and what it has too much is left out, so that old versions stay readable
when a record gets a new field.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from cattrs import Converter

from sro.model.akte import Inhalt
from sro.model.aktenart import Aktenart, art_called
from sro.model.gebiet import GebietKey
from sro.store.rows import storable

_converter = Converter()
_converter.register_unstructure_hook(str, storable)
_converter.register_unstructure_hook(dt.date, dt.date.isoformat)
_converter.register_structure_hook(dt.date, lambda text, _: dt.date.fromisoformat(text))
_converter.register_unstructure_hook(GebietKey, list)
_converter.register_structure_hook(GebietKey, lambda pair, _: GebietKey(*pair))


def to_json(inhalt: Inhalt) -> dict[str, Any]:
    found: dict[str, Any] = _converter.unstructure(inhalt)
    return found


def from_json(art: str, stored: dict[str, Any]) -> Inhalt:
    """`art` are the letters of the kind."""
    kind: Aktenart = art_called(art)
    return _converter.structure(stored, kind.klasse)
