"""The result as one table, in the terminal and in docs/performance.md."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bench.document import Section, table
from bench.measure import Summary
from sro.views.words import date, number

LARGE_LIMIT = 5.0  # seconds
HEAD = ("", "Mittel", "Median", "90 %", "zu Streamlit allein", "empfangen", "Ziel", "erreicht")


METHOD = """\
Die Uhr läuft in der Seite: vom Loslassen der Maustaste auf dem Eintrag des Auswahlfelds bis zum Einzelbild, in dem die
Flächen neu gezeichnet sind. Verglichen werden Mittelwerte: Der Bildschirm zeigt nur alle 16,7 ms etwas Neues, und ein
Median springt um ein ganzes Einzelbild, wo die Zeiten zu beiden Seiten davon liegen. Jeder Eintrag ist vorher einmal
gewählt worden. „Empfangen“ sind die Nutzdaten der WebSocket-Verbindung vor jeder Kompression, Median je Wechsel. Alle
Zahlen sind synthetisch; die 540 und die 10.997 Gebiete sind erfunden. Zugunsten von `folium.Choropleth`: Leaflet liegt
auf demselben Rechner statt auf fremden Servern, und die Legende fehlt, weil sie eine Bibliothek von dort lädt."""


@dataclass(frozen=True, slots=True)
class Target:
    """`kilobytes` per change (1 kB = 1,000 bytes) and times the bare app."""

    kilobytes: float
    ratio: float


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    summary: Summary
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class FirstPaint:
    """Seconds from the start of the server process to the first paint, medians of `n` starts."""

    n: int
    bare: float
    ours: float | None
    large: float | None = None  # with 10,997 areas

    @property
    def limit(self) -> float:
        return 2 * self.bare + 1


def lines(rows: Sequence[Row], bare: Summary) -> list[str]:
    """A Markdown table of the changes."""
    return table(HEAD, [_cells(row, bare) for row in rows])


def _cells(row: Row, bare: Summary) -> tuple[str, ...]:
    s, target = row.summary, row.target
    ratio, kilobytes = s.mean_ms / bare.mean_ms, s.received / 1000
    goal = f"≤ {number(target.kilobytes)} kB, ≤ {number(target.ratio, 1)} ×" if target else ""
    reached = ("ja" if kilobytes <= target.kilobytes and ratio <= target.ratio else "nein") if target else ""
    return (
        row.name,
        f"{number(s.mean_ms)} ms",
        f"{number(s.median_ms)} ms",
        f"{number(s.p90_ms)} ms",
        f"{number(ratio, 2)} ×",
        f"{number(kilobytes, 1)} kB",
        goal,
        reached,
    )


def first_paint_lines(first: FirstPaint) -> list[str]:
    bare = f"Streamlit allein: {number(first.bare, 2)} s."
    if first.ours is None:
        return [bare]
    word = "eingehalten" if first.ours <= first.limit else "überschritten"
    goal = f"Ziel: höchstens 2 × + 1 s = {number(first.limit, 2)} s, {word}."
    return [f"Vom Start des Servers (wie `make run` auf eingerichteter Maschine) bis zur ersten gezeichneten Karte: "
            f"{number(first.ours, 2)} s. {bare} {goal} (Median aus {first.n} Starts)",
            *_large_lines(first)]  # fmt: skip


def _large_lines(first: FirstPaint) -> list[str]:
    if first.large is None:
        return []
    word = "eingehalten" if first.large <= LARGE_LIMIT else "überschritten"
    goal = f"Ziel: höchstens {number(LARGE_LIMIT)} s, {word}."
    return ["", f"Dasselbe mit 10.997 Gebieten: {number(first.large, 2)} s. {goal}"]


def sections(rows: Sequence[str], first: FirstPaint, machine: str, changes: int) -> list[Section]:
    """Both sections of docs/performance.md that `make bench` writes."""
    measured = f"Gemessen am {date(dt.datetime.now(dt.UTC).date())} auf: {machine}."
    return [
        Section(
            f"Wechsel des Indikators ({changes} Wechsel je Zeile, reihum gemessen)",
            "\n".join([measured, "", *rows, "", METHOD]),
        ),
        Section("Erste Karte", "\n".join(first_paint_lines(first))),
    ]
