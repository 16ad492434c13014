"""A table in a form of its own, before anybody said how to read it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sro.intake.assistent.vorschlag import Vorschlag
from sro.intake.raster import Blatt


@dataclass(frozen=True, slots=True)
class Entwurf:
    """A table that is not tidy, as its file shows it, with the proposal how to read it. For whoever delivered alone."""

    datei: str
    blatt: Blatt = field(repr=False)
    vorschlag: Vorschlag = field(repr=False)
