"""All series breaks in one table, newest first. All text is escaped."""

from __future__ import annotations

from html import escape

from sro.model.indikator import Indikator, Katalog, Reihenbruch
from sro.views.tafel import html_tafel


def all_breaks(katalog: Katalog) -> tuple[tuple[Reihenbruch, Indikator], ...]:
    """Newest first, within a year in the order of the catalogue."""
    found = [(bruch, indikator) for indikator in katalog.indikatoren for bruch in indikator.reihenbrueche]
    return tuple(sorted(found, key=lambda pair: -pair[0].jahr))


def html_breaks(katalog: Katalog) -> str:
    """From which year on which indicator is counted differently, and why."""
    rows = [(str(bruch.jahr), _link(indikator), escape(bruch.grund)) for bruch, indikator in all_breaks(katalog)]
    if not rows:
        return '<p class="sro-leer">Der Katalog nennt keinen Reihenbruch: Alle Jahre sind vergleichbar.</p>'
    return html_tafel("Reihenbrüche", ("Ab Jahr", "Indikator", "Grund"), rows)


def _link(indikator: Indikator) -> str:
    link = f'<a href="methodik?indikator={indikator.id}" target="_self">{escape(indikator.name)}</a>'
    return f"{link} ({escape(indikator.code)})"
