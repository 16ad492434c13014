"""A delivery as it would be released: everything is known, nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sro.intake.vergleich import Vergleich
from sro.model.ausschnitt import Ausschnitt
from sro.model.befund import Befund, Schwere
from sro.model.datenstand import Herkunft
from sro.model.protokoll import Datei
from sro.protect import Schutzbericht, Schutzergebnis


@dataclass(frozen=True, slots=True)
class Vorschau:
    """What `prepare` found out; with errors it ends where they were found, and the rest is empty.

    `titel` is a proposal. `grundlage` is the number of the active Datenstand that the delivery was compared with, and
    `stand` that of the whole store before anything was read. Only for whoever delivered: the findings name figures
    before they are protected, so none of it is shown in `repr`.
    """

    befunde: tuple[Befund, ...] = field(repr=False)
    titel: str
    grundlage: int | None
    stand: int
    dateien: tuple[Datei, ...]
    bericht: Schutzbericht | None = None
    ergebnis: Schutzergebnis | None = field(default=None, repr=False)
    herkunft: tuple[Herkunft, ...] = ()
    vergleich: Vergleich | None = None
    ausschnitte: tuple[Ausschnitt, ...] = field(default=(), repr=False)  # for the page alone

    @property
    def has_errors(self) -> bool:
        return has_errors(self.befunde)

    @property
    def warnungen(self) -> tuple[str, ...]:
        """The codes that somebody has to confirm, each once, in the order in which they were found."""
        return tuple(dict.fromkeys(befund.code for befund in self.befunde if befund.schwere is Schwere.WARNUNG))


def has_errors(befunde: Sequence[Befund]) -> bool:
    return any(befund.schwere is Schwere.FEHLER for befund in befunde)
