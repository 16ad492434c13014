"""The Protokoll: who decided what is shown, when, and on which grounds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

SCHWELLE_ERHOEHT = "schwelle_erhoeht"  # the code under which somebody answers for cells that a lower threshold showed


class Vorgang(StrEnum):
    """What somebody did."""

    FREIGABE = "freigabe"
    AKTIVIERUNG = "aktivierung"
    EINRICHTUNGEN = "einrichtungen"


@dataclass(frozen=True, slots=True)
class Datei:
    """A file of a delivery; enough to recognise it, nothing of what is in it."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Bestaetigung:
    """A warning that somebody answers for: its code, and why. Its sentence is not kept, because it may name figures."""

    code: str
    grund: str


@dataclass(frozen=True, slots=True)
class Angaben:
    """What a release or a list of facilities was made of; empty for an activation."""

    dateien: tuple[Datei, ...] = ()
    bestaetigt: tuple[Bestaetigung, ...] = ()


@dataclass(frozen=True, slots=True)
class Eintrag:
    """One row, never changed; `zeitpunkt` is in UTC and `wer` is the name of an Akteur, the only personal detail.

    `datenstand_id` is None where no Datenstand was touched.
    """

    id: int
    zeitpunkt: dt.datetime
    wer: str
    was: Vorgang
    datenstand_id: int | None
    angaben: Angaben = Angaben()
