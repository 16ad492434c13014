"""What is wrong with the files of a city, in German sentences with the remedy."""

from __future__ import annotations

from pathlib import Path


class Einrichtungsfehler(ValueError):
    """Files that people write by hand cannot be used; `saetze` holds one German sentence per fault."""

    def __init__(self, was: str, saetze: tuple[str, ...]) -> None:
        super().__init__("\n".join((f"{was} ({len(saetze)}):", *saetze)))
        self.saetze = saetze


class StadtFehlerhaft(Einrichtungsfehler):
    """The same, about a city's folder."""

    def __init__(self, ordner: Path, saetze: tuple[str, ...]) -> None:
        super().__init__(f"Die Stadt in {ordner} ist so nicht zu benutzen", saetze)
