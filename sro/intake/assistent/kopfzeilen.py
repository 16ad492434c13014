"""The names of columns from one or more rows of headers."""

from __future__ import annotations

from collections.abc import Sequence

from sro.intake.assistent.gitter import Gitter

TRENNER = " / "


def column_names(gitter: Gitter, rows: Sequence[int]) -> tuple[str, ...]:
    """One name per column: what stands above it, from top to bottom, each text once."""
    levels = [filled(gitter, rows, place) for place in range(len(rows))]
    return tuple(_joined([level[column] for level in levels]) for column in range(gitter.breite))


def filled(gitter: Gitter, rows: Sequence[int], place: int) -> list[str]:
    """One row of the header, with texts that stand for several columns in each of them.

    Merged cells say so themselves. Without them a text is carried to the right only in a row above others, and only
    where every text of the row has the same names below it; anything else could be meant in more than one way.
    """
    level = [gitter.seen(rows[place], column) for column in range(gitter.breite)]
    if place == len(rows) - 1:
        return level
    below = [gitter.seen(rows[-1], column) for column in range(gitter.breite)]
    groups = _groups(level, below)
    if len(groups) < 2 or len({tuple(below[column] for column in group) for group in groups}) != 1:
        return level
    for group in groups:
        for column in group:
            level[column] = level[group[0]]
    return level


def is_ambiguous(gitter: Gitter, rows: Sequence[int]) -> bool:
    """Whether a row above others has a gap to the right of a text that nothing tells how to fill."""
    for place in range(len(rows) - 1):
        level = filled(gitter, rows, place)
        start = next((n for n, text in enumerate(level) if text), len(level))
        if any(not text and gitter.seen(rows[-1], n) for n, text in enumerate(level) if n > start):
            return True
    return False


def _groups(level: list[str], below: list[str]) -> list[list[int]]:
    """Each text with the empty columns that follow it; a text with nothing below is the name of its own column."""
    groups: list[list[int]] = []
    for column, text in enumerate(level):
        if not below[column]:
            continue
        if text:
            groups.append([column])
        elif groups:
            groups[-1].append(column)
    return groups


def _joined(parts: list[str]) -> str:
    return TRENNER.join(dict.fromkeys(" ".join(part.split()) for part in parts if part))
