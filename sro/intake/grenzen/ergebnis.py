"""What an import of boundaries found and wrote."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sro.model.befund import Befund, Schwere


@dataclass(frozen=True, slots=True)
class Ergebnis:
    """All findings, in the order in which they were made, and the files that were written (none if any blocks)."""

    befunde: tuple[Befund, ...]
    geschrieben: tuple[Path, ...] = ()

    @property
    def fehler(self) -> tuple[Befund, ...]:
        return tuple(b for b in self.befunde if b.schwere is Schwere.FEHLER)
