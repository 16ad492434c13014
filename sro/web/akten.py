"""The pages' way to records: everybody gets what their role may read, and nothing else ever reaches a page."""

from __future__ import annotations

from functools import lru_cache

from sro.akten.bestand import Bestand
from sro.akten.einsicht import for_role
from sro.model.akteur import Rolle
from sro.web import data
from sro.web.rechte import akteur


def bestand() -> Bestand:
    """The records that the person of this session may read; asked anew at every rerun."""
    return _for_role(data.store().akten.stand(), akteur().rolle)


def readable_for(rolle: Rolle) -> Bestand:
    """The records as somebody of this role reads them, for what leaves the house; never more than this person may."""
    return _for_role(data.store().akten.stand(), min(rolle, akteur().rolle, key=lambda one: one.rang))


@lru_cache(maxsize=1)
def _all(_stand: int) -> Bestand:
    return data.store().akten.bestand()


@lru_cache(maxsize=6)
def _for_role(stand: int, rolle: Rolle) -> Bestand:
    return for_role(_all(stand), rolle)
