"""Which fault is behind an error, whatever driver reports it."""

from __future__ import annotations

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from sro.store.errors import Ausfall, StoreError
from sro.store.stoerung import Stoerung

SQLITE = {  # https://www.sqlite.org/rescode.html
    sqlite3.SQLITE_BUSY: Stoerung.BELEGT,
    sqlite3.SQLITE_LOCKED: Stoerung.BELEGT,
    sqlite3.SQLITE_FULL: Stoerung.VOLL,
    sqlite3.SQLITE_CORRUPT: Stoerung.BESCHAEDIGT,
    sqlite3.SQLITE_NOTADB: Stoerung.BESCHAEDIGT,
    sqlite3.SQLITE_IOERR: Stoerung.DATENTRAEGER,
    sqlite3.SQLITE_CANTOPEN: Stoerung.NICHT_ERREICHBAR,
    sqlite3.SQLITE_PERM: Stoerung.NICHT_ERREICHBAR,
    sqlite3.SQLITE_READONLY: Stoerung.NUR_LESEN,
    sqlite3.SQLITE_ERROR: Stoerung.FREMD,  # a table or a column that is not there; all our statements are sound
}
POSTGRESQL = {  # https://www.postgresql.org/docs/current/errcodes-appendix.html; the longest that fits
    "08": Stoerung.NICHT_ERREICHBAR,
    "25006": Stoerung.NUR_LESEN,
    "28": Stoerung.NICHT_ERREICHBAR,
    "3D": Stoerung.NICHT_ERREICHBAR,
    "40": Stoerung.BELEGT,
    "42501": Stoerung.NUR_LESEN,
    "42P01": Stoerung.FREMD,
    "42703": Stoerung.FREMD,
    "53": Stoerung.NICHT_ERREICHBAR,
    "53100": Stoerung.VOLL,
    "55P03": Stoerung.BELEGT,
    "57P": Stoerung.NICHT_ERREICHBAR,
    "58": Stoerung.DATENTRAEGER,
    "XX001": Stoerung.BESCHAEDIGT,
    "XX002": Stoerung.BESCHAEDIGT,
}
PLACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def stoerung_of(error: BaseException) -> Stoerung | None:
    """The fault behind an error; None where it is none of the database, such as a refused value."""
    if isinstance(error, Ausfall):
        return error.stoerung
    if isinstance(error, StoreError):
        return Stoerung.NICHT_ERREICHBAR
    if isinstance(error, NoConnectionFree):
        return Stoerung.BELEGT
    if isinstance(error, DBAPIError):
        return _of_driver(error)
    return Stoerung.VOLL if isinstance(error, OSError) and error.errno in PLACE else None


def _of_driver(error: DBAPIError) -> Stoerung | None:
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        return SQLITE.get(getattr(cause, "sqlite_errorcode", -1) & 0xFF)
    code = getattr(cause, "sqlstate", None) or ""
    for length in (5, 3, 2):
        if code[:length] in POSTGRESQL:
            return POSTGRESQL[code[:length]]
    lost = not code and type(error).__name__ == "OperationalError"  # no server that could have given a code
    return Stoerung.NICHT_ERREICHBAR if lost or error.connection_invalidated else None
