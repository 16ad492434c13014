"""Where the elements of a chain stand beside one another, and the lines between them. Lengths in pixels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sro.auswertung.holstentor.kette import Glied, Kette, Verbindung
from sro.views.bild import html_picture
from sro.views.theme import Theme

GAP = 8
SWEEPS = 4  # forth and back through the columns, until lines cross seldom
HEIGHT_ALL = (46, 84, 84, 84)  # of an element, by column: voices are many, so each is short
HEIGHT_CHOSEN = (104, 104, 104, 104)


@dataclass(frozen=True)
class Anordnung:
    """Each column's ids from top to bottom, the top of each element, the heights by column, and of the whole."""

    spalten: tuple[tuple[str, ...], ...]
    oben: Mapping[str, float]
    hoehen: tuple[int, ...]
    gesamt: float

    def mitte(self, spalte: int, akte: str) -> float:
        return self.oben[akte] + self.hoehen[spalte] / 2


def arranged(kette: Kette, *, gross: bool) -> Anordnung:
    """Elements near those that they are linked to; `gross`: few of them, with room for more of their words."""
    heights = HEIGHT_CHOSEN if gross else HEIGHT_ALL
    columns = _ordered(kette)
    tops: dict[str, float] = {}
    for place, column in enumerate(columns):
        wanted = _wanted(column, kette, tops, heights[place - 1] if place else 0, heights[place])
        tops |= dict(zip(column, _apart(wanted, heights[place] + GAP), strict=True))
    ends = [tops[one] + heights[place] for place, column in enumerate(columns) for one in column]
    return Anordnung(columns, tops, heights, max(ends, default=0.0))


def html_lines(kette: Kette, anordnung: Anordnung, spalte: int, theme: Theme) -> str:
    """The lines from one column to the next as a picture that stretches in width alone.

    It says nothing to those who listen: each element says itself where it leads.
    """
    here, there = set(anordnung.spalten[spalte]), set(anordnung.spalten[spalte + 1])
    drawn = [_line(one, anordnung, spalte, theme) for one in kette.glieder if one.von in here and one.zu in there]
    height = f"{anordnung.gesamt:.0f}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="{height}" viewBox="0 0 100 {height}" '
        f'preserveAspectRatio="none" fill="none">{"".join(drawn)}</svg>'
    )
    return html_picture(svg, "", "sro-faeden")


def _line(glied: Glied, anordnung: Anordnung, spalte: int, theme: Theme) -> str:
    start, end = anordnung.mitte(spalte, glied.von), anordnung.mitte(spalte + 1, glied.zu)
    against = glied.art is not Verbindung.BELEGT
    colour, dash = (theme.selected, ' stroke-dasharray="5 4"') if against else (theme.accent, "")
    return (
        f'<path d="M0 {start:.1f}C50 {start:.1f} 50 {end:.1f} 100 {end:.1f}" stroke="{colour}" stroke-width="1.5" '
        f'stroke-opacity="0.75" vector-effect="non-scaling-stroke"{dash}/>'
    )


def _ordered(kette: Kette) -> tuple[tuple[str, ...], ...]:
    """Each column by the mean place of its neighbours; the Bedürfnisse last, because they have one side alone."""
    columns = [[akte.id for akte in spalte] for spalte in kette.spalten]
    to = {one: [glied.von for glied in kette.her(one)] for one in kette.by_id}
    on = {one: [glied.zu for glied in kette.hin(one)] for one in kette.by_id}
    for _ in range(SWEEPS):
        columns[2] = _by_neighbours(columns[2], columns[1], to)
        columns[3] = _by_neighbours(columns[3], columns[2], to)
        columns[2] = _by_neighbours(columns[2], columns[3], on)
        columns[1] = _by_neighbours(columns[1], columns[2], on)
    columns[0] = _by_neighbours(columns[0], columns[1], on)
    return tuple(tuple(column) for column in columns)


def _by_neighbours(column: Iterable[str], beside: Sequence[str], linked: Mapping[str, Sequence[str]]) -> list[str]:
    """Sorted by the mean place of what each is linked to; what is linked to nothing comes last."""
    places = {name: place for place, name in enumerate(beside)}

    def mean(one: str) -> float:
        found = [places[name] for name in linked[one] if name in places]
        return sum(found) / len(found) if found else len(beside)

    return sorted(column, key=mean)


def _wanted(
    column: Sequence[str], kette: Kette, tops: Mapping[str, float], height_before: int, height: int
) -> list[float]:
    """The tops at which each element would stand in the middle of what it rests on."""
    wanted: list[float] = []
    for one in column:
        middles = [tops[glied.von] + height_before / 2 for glied in kette.her(one) if glied.von in tops]
        last = wanted[-1] if wanted else 0.0
        wanted.append(max(0.0, sum(middles) / len(middles) - height / 2) if middles else last)
    return wanted


def _apart(wanted: Sequence[float], pitch: float) -> list[float]:
    """Near what is wanted, in the same order, no two closer than `pitch`: neighbours that collide share their shift."""
    blocks: list[list[float]] = []  # sum of (wanted - offset), number of elements
    for one in wanted:
        blocks.append([one, 1.0])
        while len(blocks) > 1 and _top(blocks[-2]) + blocks[-2][1] * pitch > _top(blocks[-1]):
            total, count = blocks.pop()
            blocks[-1][0] += total - count * blocks[-1][1] * pitch
            blocks[-1][1] += count
    return [_top(block) + place * pitch for block in blocks for place in range(int(block[1]))]


def _top(block: Sequence[float]) -> float:
    return max(0.0, block[0] / block[1])
