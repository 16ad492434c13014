from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from sro.model.wert import Beobachtung, Status
from sro.stats.geglaettet import Geglaettet
from sro.stats.reihe import Rolle, series
from sro.views.zahlen.tabelle import Zeile, html_table, html_year_table
from tests.beispiele import ANTEIL, DICHTE, JAHRE, STADT, area, seen, years


class Grid(HTMLParser):
    """The table as rows of cells: (tag, scope, text)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, str | None, str]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append((tag, dict(attrs).get("scope"), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, text: str) -> None:
        if {"td", "th"} & set(self.open):
            tag, scope, before = self.rows[-1][-1]
            self.rows[-1][-1] = (tag, scope, before + text)


A = area("01")
ROWS = [
    Zeile("Innenstadt", seen(ANTEIL, A, 2024, 123, 1234)),
    Zeile("<b>St. Jürgen</b>", seen(ANTEIL, A, 2024, None, 1234)),
    Zeile("Moisling", seen(ANTEIL, A, 2024, 0)),
    Zeile("Buntekuh", None),
    Zeile("Reecke", Beobachtung(ANTEIL.id, A, 2024, Status.NICHT_SINNVOLL, 9, 30)),
    Zeile("Stadt", Beobachtung(ANTEIL.id, STADT, 2024, Status.OK, 300, 1500, 20.0, vorlaeufig=True), gesamt=True),
]


def test_one_year() -> None:
    grid = Grid(html_table("Kinder im SGB II, 31.12.2024", ROWS, ANTEIL))
    assert grid.open == []
    texts = [[text for *_, text in row] for row in grid.rows]
    assert texts == [
        ["Gebiet", "Wert (%)", "95-%-Intervall", "Zähler", "Nenner", "Status"],
        ["Innenstadt", "10,0", "8,4 bis 11,8", "123", "1.234", "Wert"],
        ["<b>St. Jürgen</b>", ".geheim gehalten", "kein Intervall", "nicht gezeigt", "1.234", "geheim gehalten"],
        ["Moisling", "0,0", "0,0 bis 0,4", "0", "1.000", "genau null"],
        ["Buntekuh", "…nicht geliefert", "kein Intervall", "nicht gezeigt", "nicht gezeigt", "nicht geliefert"],
        [
            "Reecke",
            "xnicht sinnvoll (Nenner zu klein)",
            "kein Intervall",
            "9",
            "30",
            "nicht sinnvoll (Nenner zu klein)",
        ],
        ["Stadt", "20,0", "18,1 bis 22,1", "300", "1.500", "Wert, vorläufig"],
    ]
    assert {scope for tag, scope, _ in grid.rows[0]} == {"col"}
    assert {row[0][:2] for row in grid.rows[1:]} == {("th", "row")}


def test_smoothed_values_stand_beside_the_measured_ones() -> None:
    smooth = Geglaettet(A, 10.0, 11.27, 0.931)
    rows = [replace(ROWS[0], geglaettet=smooth), *ROWS[1:]]
    head, first, hidden, *_, city = [[text for *_, text in row] for row in Grid(html_table("", rows, ANTEIL)).rows]
    assert head[1:4] == ["Wert (%)", "geglättet (%)", "Gewicht des Werts"]
    assert first[1:5] == ["10,0", "11,3", "93\u00a0%", "8,4 bis 11,8"]
    assert hidden[1:4] == [".geheim gehalten", "nicht geglättet", "kein Gewicht"]
    assert city[1:3] == ["20,0", "nicht geglättet"]
    assert {len(row) for row in Grid(html_table("", rows, ANTEIL)).rows} == {8}


def test_text_is_escaped_and_marks_are_explained() -> None:
    html = html_table('Anteil <script> "alle"', ROWS, ANTEIL)
    assert "<script>" not in html
    assert 'aria-label="Anteil &lt;script&gt; &quot;alle&quot;"' in html
    assert "Zeichen: . geheim gehalten · … nicht geliefert · x nicht sinnvoll" in html
    assert "Zeichen" not in html_table("Alle Werte", ROWS[:1], ANTEIL)


def test_areas_by_years() -> None:
    reihen = [
        series(DICHTE, years(DICHTE, A, [40, None]), JAHRE[:3], "Innenstadt", A),
        series(DICHTE, years(DICHTE, STADT, [900, 910, 915], 30_000), JAHRE[:3], "Stadt", STADT, Rolle.STADT),
    ]
    html = html_year_table("HzE", reihen, DICHTE)
    assert [[text for *_, text in row] for row in Grid(html).rows] == [
        ["Gebiet", "2015", "2016", "2017"],
        ["Innenstadt", "40,0", ".geheim gehalten", "…nicht geliefert"],
        ["Stadt", "30,0", "30,3", "30,5"],
    ]
    assert html.count("gesamt") == 1


def test_the_year_of_a_break_says_so() -> None:
    reihe = series(DICHTE, years(DICHTE, A, [40] * 10), JAHRE, "Innenstadt", A)
    assert "2024 (Reihenbruch)" in html_year_table("HzE", [reihe], DICHTE)
