"""docs/performance.md: every command that measures writes its own sections and leaves those of the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HEAD = """\
# Messungen

Geschrieben von `make bench` und `make load`; nicht von Hand ändern. Jeder Befehl ersetzt seine Abschnitte.
"""
TITLE = re.compile(r"^## (.+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """What stands before a bracket in the title is its name: "Wechsel des Indikators (32 Wechsel je Zeile)"."""

    title: str
    body: str

    @property
    def name(self) -> str:
        return self.title.partition(" (")[0]


def put(path: Path, sections: Sequence[Section]) -> None:
    """Writes these sections into the document, each in the place of the one with its name or at the end."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(document(merged(parsed(before), sections)), encoding="utf-8")


def parsed(text: str) -> list[Section]:
    """The sections of a document."""
    _, *parts = TITLE.split(text)
    return [Section(title, body.strip()) for title, body in zip(parts[::2], parts[1::2], strict=True)]


def merged(old: Sequence[Section], new: Sequence[Section]) -> list[Section]:
    renewed = {section.name: section for section in new}
    kept = [renewed.pop(section.name, section) for section in old]
    return [*kept, *renewed.values()]


def document(sections: Sequence[Section]) -> str:
    return "\n".join([HEAD, *(f"## {section.title}\n\n{section.body}\n" for section in sections)])


def table(head: Sequence[str], rows: Sequence[Sequence[str]], numbers_from: int = 1) -> list[str]:
    """A Markdown table; columns from `numbers_from` on are aligned to the right."""
    cells = [tuple(head), *map(tuple, rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(head))]
    rule = "|".join(
        f" {'-' * (width - (place >= numbers_from))}{':' * (place >= numbers_from)} "
        for place, width in enumerate(widths)
    )
    drawn = [_line(line, widths, numbers_from) for line in cells]
    return [drawn[0], f"|{rule}|", *drawn[1:]]


def _line(cells: Sequence[str], widths: Sequence[int], numbers_from: int) -> str:
    padded = (
        cell.rjust(width) if place >= numbers_from else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join(padded)} |"
