"""The areas that figures are about: levels, boundaries, names. All text is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from sro.model.gebiet import Ebene, Gebiet, Stadt
from sro.model.quartier import Quartier
from sro.views import words
from sro.views.tafel import MOST_ROWS, html_more, html_tafel


@dataclass(frozen=True, slots=True)
class Grenzstand:
    """Where the boundaries of a level come from, in words; `gezeichnet` areas have one."""

    ebene: Ebene
    gezeichnet: int
    quelle: str


def html_levels(stadt: Stadt, grenzen: Sequence[Grenzstand]) -> str:
    """How many areas each level has and whose boundaries the map draws; then which areas are the same."""
    rows = (
        (
            escape(g.ebene.name),
            words.number(len(stadt.of_level(g.ebene.id))),
            words.number(g.gezeichnet),
            escape(g.quelle),
        )
        for g in grenzen
    )
    return html_tafel("Ebenen", ("Ebene", "Gebiete", "gezeichnet", "Grenzen"), rows) + _same(stadt)


def only_children(stadt: Stadt) -> tuple[tuple[Gebiet, Gebiet], ...]:
    """Areas that have a single part, with it: two names for the same place and the same figures."""
    parts = ((gebiet, stadt.children(gebiet.key)) for gebiet in stadt.gebiete)
    return tuple((gebiet, children[0]) for gebiet, children in parts if len(children) == 1)


def html_areas(stadt: Stadt, ebene: Ebene) -> str:
    """Every area of a level with its id, other spellings, and the area it belongs to."""
    areas = stadt.of_level(ebene.id)
    rows = (_area(gebiet, stadt) for gebiet in areas[:MOST_ROWS])
    titel = ebene.plural if ebene.rang else ebene.name
    table = html_tafel(titel, ("Name", "Nummer", "Gehört zu", "Auch geschrieben"), rows)
    return table + html_more(MOST_ROWS, len(areas), ebene.plural, "Alle stehen in der Schnittstelle für Programme.")


def html_quartiere(stadt: Stadt) -> str:
    """Free areas; empty where the city has none."""
    rows = [
        (escape(q.name), escape(", ".join(stadt.gebiet(key).name for key in q.gebiete)), _valid(q), escape(q.hinweis))
        for q in stadt.quartiere
    ]
    return html_tafel("Quartiere", ("Name", "Berührt", "Gilt", "Hinweis"), rows) if rows else ""


def _area(gebiet: Gebiet, stadt: Stadt) -> tuple[str, str, str, str]:
    parent = stadt.parent(gebiet.key)
    return (
        escape(gebiet.name),
        escape(gebiet.id),
        escape(parent.name) if parent else "–",
        escape(" · ".join(gebiet.aliase)) or "–",
    )


def _same(stadt: Stadt) -> str:
    """Says which areas of two levels are one place."""
    pairs = [
        f"{stadt.ebene(whole.ebene).name} {whole.name} und {stadt.ebene(part.ebene).name} {part.name}"
        for whole, part in only_children(stadt)
    ]
    if not pairs:
        return ""
    items = "".join(f"<li>{escape(pair)}</li>" for pair in pairs)
    return (
        '<div class="sro-blatt"><h3>Ein Ort, zwei Ebenen</h3><p>Diese Gebiete haben dieselben Grenzen und deshalb '
        "dieselben Zahlen. Eine Nummer kann auf zwei Ebenen vorkommen und meint dann Verschiedenes.</p>"
        f"<ul>{items}</ul></div>"
    )


def _valid(quartier: Quartier) -> str:
    """ "seit 01.01.2024" or "01.01.2020 bis 31.12.2023"."""
    since = words.date(quartier.gueltig_von)
    return f"{since} bis {words.date(quartier.gueltig_bis)}" if quartier.gueltig_bis else f"seit {since}"
