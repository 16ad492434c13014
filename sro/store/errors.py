"""What can go wrong with a store, as sentences for a person."""

from __future__ import annotations


class StoreError(Exception):
    """The database cannot be reached or used."""


class UnknownDatenstandError(LookupError):
    """There is no Datenstand with this number."""

    def __init__(self, datenstand_id: int) -> None:
        super().__init__(f"Einen Datenstand {datenstand_id} gibt es nicht. Alle zeigt „python -m sro datenstand list“.")
