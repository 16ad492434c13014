"""What can go wrong with a store, as sentences for a person."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from sro.store.stoerung import Stoerung


class StoreError(Exception):
    """The database cannot be reached or used."""


class Ausfall(StoreError):
    """A fault of the database that was recognised; the message names it, its cause and its remedy, for a log."""

    def __init__(self, stoerung: Stoerung, wo: str = "", ursache: object = "") -> None:
        self.stoerung = stoerung
        cause = f"{wo}: {ursache}".strip(": ").replace("\n", " ")
        super().__init__(f"{stoerung.satz} {stoerung.abhilfe}" + (f" ({cause})" if cause else ""))


# What reading raises while the database is away, also one that answered before.
DATABASE_ERRORS = (StoreError, DBAPIError, NoConnectionFree)


class FreigabeAbgelehnt(ValueError):
    """Something may not be released as it is; the message is a German sentence with the remedy. Nothing was written."""


class UnknownDatenstandError(LookupError):
    """There is no Datenstand with this number."""

    def __init__(self, datenstand_id: int) -> None:
        super().__init__(f"Einen Datenstand {datenstand_id} gibt es nicht. Alle zeigt „python -m sro datenstand list“.")
