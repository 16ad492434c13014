"""Writes data/demo/*.csv: synthetic counts for every indicator, the same bytes on every run.

Usage: python scripts/demo_data.py [--out FOLDER]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.demo.areas import Tafel  # noqa: E402
from scripts.demo.counts import add_people  # noqa: E402
from scripts.demo.moves import balance  # noqa: E402
from scripts.demo.people import Bevoelkerung  # noqa: E402
from scripts.demo.places import add_places, add_schools  # noqa: E402
from scripts.demo.table import write  # noqa: E402
from sro.reference.catalogue import catalogue  # noqa: E402


def figures() -> dict[str, Tafel]:
    """Every Merkmal of the catalogue, in counts."""
    people = Bevoelkerung()
    made = age_groups(people)
    made["wanderungssaldo_0_6"] = balance(made["bevoelkerung_0_6"])
    add_schools(made, people)
    add_places(made)
    add_people(made)
    return made


def age_groups(people: Bevoelkerung) -> dict[str, Tafel]:
    """The age groups that the catalogue knows, all from the same single years of age."""
    ages = ((0, 6), (0, 18), (18, 21), (0, 21), (6, 21), (12, 21), (15, 25))
    return {
        "bevoelkerung": people.everybody(),
        "bevoelkerung_18_65": people.working_age(),
        **{f"bevoelkerung_{start}_{end}": people.group(start, end) for start, end in ages},
        "bevoelkerung_0_3_vorjahr": people.group(0, 3, previous_year=True),
        "bevoelkerung_3_6_vorjahr": people.group(3, 6, previous_year=True),
        "bevoelkerung_3_6_5_vorjahr": people.until_school(),
        "geburten": people.births(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Synthetische Demodaten schreiben.")
    parser.add_argument("--out", type=Path, default=ROOT / "data" / "demo", help="Zielordner (Standard: data/demo)")
    folder: Path = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    for path in write(folder, catalogue(), figures()):
        print(path)


if __name__ == "__main__":
    main()
