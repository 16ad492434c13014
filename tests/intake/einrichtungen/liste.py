"""A list of facilities to try mistakes on."""

from __future__ import annotations

from pathlib import Path

from sro.intake.einrichtungen.pruefung import check_all
from sro.intake.einrichtungen.spalten import SPALTEN
from sro.intake.einrichtungen.tabelle import read_table
from sro.intake.einrichtungen.zeile import Liste, understand
from sro.model.befund import Befund
from tests.intake.kleine_stadt import STADT

GUT = {
    "id": "k-1",
    "name": "Kita Sonnenuhr",
    "art": "Kita",
    "traeger": "Verein Anker e. V.",
    "traegerart": "frei",
    "gebiet": "03",
}


def write(folder: Path, *rows: dict[str, str], columns: tuple[str, ...] = SPALTEN, name: str = "liste.csv") -> Path:
    """A CSV file with these rows, each a good one but for what is given; the first row has the number 2."""
    path = folder / name
    lines = [
        ";".join({**GUT, "id": f"k-{n}", **row}.get(column, "") for column in columns) for n, row in enumerate(rows)
    ]
    path.write_text("\n".join((";".join(columns), *lines)), encoding="utf-8")
    return path


def deliver(folder: Path, *rows: dict[str, str]) -> Liste:
    return understand(read_table(write(folder, *rows)), STADT)


def complaints(folder: Path, *rows: dict[str, str]) -> tuple[Befund, ...]:
    return check_all(deliver(folder, *rows))
