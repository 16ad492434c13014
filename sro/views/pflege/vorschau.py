"""What reading a workbook of records would do, as HTML. All text is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from sro.akten.bestand import Bestand
from sro.akten.chronik import Feldaenderung
from sro.akten.werte import short
from sro.model.gebiet import Stadt
from sro.views.pflege.akte import SYNTHETISCH, html_changes
from sro.views.tafel import html_tafel

SHOWN = 100  # rows; the rest is counted


@dataclass(frozen=True, slots=True)
class Zeilenblatt:
    """One row: where it stands, which record it is ("" for a new one), what it changes field by field."""

    wo: str
    akte: str
    titel: str
    aenderungen: tuple[Feldaenderung, ...]
    synthetisch: bool

    @property
    def neu(self) -> bool:
        return not self.akte


def html_preview(zeilen: Sequence[Zeilenblatt], bestand: Bestand, stadt: Stadt) -> str:
    """New records first, then changed ones; empty where there is none."""
    if not zeilen:
        return ""
    ordered = sorted(zeilen, key=lambda one: not one.neu)
    rows = [_row(one, bestand, stadt) for one in ordered[:SHOWN]]
    more = f'<p class="sro-quelle">und {len(ordered) - SHOWN} weitere</p>' if len(ordered) > SHOWN else ""
    new = sum(one.neu for one in ordered)
    heading = f"{new} neu, {len(ordered) - new} geändert"
    return html_tafel(heading, ("Eintrag", "Stelle", "Was geschrieben wird"), rows, "sro-vorschau") + more


def _row(one: Zeilenblatt, bestand: Bestand, stadt: Stadt) -> tuple[str, str, str]:
    mark = SYNTHETISCH if one.synthetisch else ""
    name = f"<b>{escape(one.akte or 'neu')}</b> {escape(short(one.titel))}{mark}"
    return name, escape(one.wo), html_changes(one.aenderungen, one.neu, bestand, stadt)
