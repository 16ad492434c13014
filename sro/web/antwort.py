"""What goes between the routes of the open data and their documents. Nothing heavy: the server starts with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field


class NichtGefunden(Exception):
    """There is nothing at this address now; a German sentence for whoever asked."""


@dataclass(frozen=True, slots=True)
class Frage:
    """The parameters of an address, and what the app is called from outside as the request says it ("http://host/")."""

    angaben: tuple[tuple[str, str], ...]
    adresse: str


@dataclass(frozen=True, slots=True)
class Antwort:
    """A document of media type `typ`, made piece by piece when somebody reads it.

    `etag` changes whenever the content could; empty: none. `gross`: it may have a million rows and is sent as it is
    made, so that nobody knows its length before; all others say it.
    """

    typ: str
    teile: Callable[[], Iterable[bytes]]
    etag: str = ""
    gross: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
