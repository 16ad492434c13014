"""The analyst's table as HTML: a mark with its words for every state, text that is escaped, chosen areas named."""

from __future__ import annotations

import re
from dataclasses import replace

from sro.auswertung.analyse.kreuztabelle import Quer, Zellwert, crossed
from sro.auswertung.analyse.tabelle import (
    Abfrage,
    Datenzeile,
    Gruppierung,
    Sortierung,
    Spalte,
    grouped,
    rows,
    with_findings,
)
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status
from sro.views.analyse.kreuztafel import html_crossed
from sro.views.analyse.tabelle import Tabellenwunsch, html_rows
from sro.views.analyse.worte import finding, group_heading
from tests.auswertung.werke import GANZ, KLEINSTADT, A, B, C, werk
from tests.beispiele import ANTEIL, DICHTE, seen, years

TOO_SMALL = Beobachtung(ANTEIL.id, C, 2015, Status.NICHT_SINNVOLL, zaehler=1, nenner=9)
WERK = werk(years(ANTEIL, GANZ, [300, 310], 3000), [seen(ANTEIL, A, 2015, 0), seen(ANTEIL, B, 2015, None), TOO_SMALL])
ALLE = (Spalte.WERT, Spalte.EINHEIT, Spalte.ZAEHLER, Spalte.NENNER, Spalte.STADT, Spalte.ABSTAND, Spalte.STATUS)


def rang(indikator: Indikator) -> int:
    return (ANTEIL.id, DICHTE.id).index(indikator.id)


def table(zeilen: tuple[Datenzeile, ...], gruppierung: Gruppierung = Gruppierung.KEINE, **wish: object) -> str:
    groups = [(gruppe, gruppe.zeilen) for gruppe in grouped(zeilen, gruppierung, rang)]
    return html_rows(groups, Tabellenwunsch("Ein Titel", ALLE, gruppierung=gruppierung, **wish))  # type: ignore[arg-type]


def cells(html: str, name: str) -> list[str]:
    """What is read aloud in an area's first row."""
    row = re.search(rf'<th scope="row">{name}.*?</tr>', html)
    assert row
    seen_only = re.sub(r'<span aria-hidden="true">[^<]*</span>', "", row[0])
    return [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td.*?</td>", seen_only)]


def test_the_four_states_are_four_things() -> None:
    html = table(rows(WERK, Abfrage("stadtteil", (ANTEIL,), (2015,))))
    assert cells(html, "Altdorf") == ["0,0", "0", "1.000", "10,0", "−10,0", "genau null"]
    hidden = "geheim gehalten"
    assert cells(html, "Neudorf") == [hidden, hidden, "1.000", "10,0", hidden, hidden]
    small = "nicht sinnvoll (Nenner zu klein)"
    assert cells(html, "Feldmark") == [small, "1", "9", "10,0", small, small]
    missing = cells(table(rows(WERK, Abfrage("stadtteil", (ANTEIL,), (2016,)))), "Altdorf")
    assert missing == ["nicht geliefert"] * 3 + ["10,3"] + ["nicht geliefert"] * 2


def test_marks_are_explained_where_they_stand() -> None:
    html = table(rows(WERK, Abfrage("stadtteil", (ANTEIL,), (2015,))))
    (legend,) = re.findall(r'<p class="zeichen">(.*?)</p>', html)
    assert legend == "Zeichen: . geheim gehalten · x nicht sinnvoll (Nenner zu klein)"
    assert "…" not in legend  # nothing is missing in 2015


def test_heads_name_what_differs_and_the_unit_of_a_single_indicator() -> None:
    one = table(rows(WERK, Abfrage("stadtteil", (ANTEIL,), (2015,))))
    assert re.findall(r'<th scope="col"[^>]*>(.*?)</th>', one)[:2] == ["Gebiet", "Wert (%)"]
    both = werk(years(ANTEIL, A, [10, 20]), years(DICHTE, A, [10, 20]))
    several = rows(both, Abfrage("stadtteil", (ANTEIL, DICHTE), (2015, 2016)))
    assert re.findall(r'<th scope="col"[^>]*>(.*?)</th>', table(several))[:5] == [
        "Gebiet", "Indikator", "Jahr", "Wert", "Einheit",
    ]  # fmt: skip
    by = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', table(several, Gruppierung.INDIKATOR))
    assert by[:3] == ["Gebiet", "Jahr", "Wert"]


def test_the_sorted_column_says_so() -> None:
    zeilen = rows(WERK, Abfrage("stadtteil", (ANTEIL,), (2015,)))
    html = table(zeilen, sortierung=Sortierung.WERT, absteigend=True)
    assert re.findall(r'aria-sort="(\w+)">([^<]*)<', html) == [("descending", "Wert (%)")]


def test_a_chosen_area_is_told_in_words() -> None:
    html = table(rows(WERK, Abfrage("stadtteil", (ANTEIL,), (2015,))), gewaehlt=frozenset({"02"}))
    assert re.findall(r"<tr class=gewaehlt><th[^>]*>(\w+)<", html) == ["Neudorf"]
    assert html.count("(ausgewählt)") == 1


def test_a_group_says_how_many_rows_and_values_it_has() -> None:
    zahlen = werk([seen(ANTEIL, A, 2015, 100), seen(ANTEIL, B, 2015, None), seen(ANTEIL, C, 2015, 250)])
    (gruppe,) = grouped(rows(zahlen, Abfrage("stadtteil", (ANTEIL,), (2015,))), Gruppierung.JAHR, rang)
    assert group_heading(gruppe) == "2015: 3 Zeilen, 1 ohne Wert; Werte von 10,0 bis 25,0\u00a0%"


def test_findings_are_words_and_say_why_they_cannot_be_had() -> None:
    zeilen = rows(WERK, Abfrage("stadtteil", (ANTEIL,), (2015,)))
    asked = (Spalte.UNTERSCHIED, Spalte.TREND)
    zero, _, hidden = (with_findings(WERK, zeile, asked) for zeile in zeilen)
    assert finding(zero, Spalte.UNTERSCHIED) == "unter der übrigen Stadt"
    assert finding(hidden, Spalte.UNTERSCHIED) == "nicht berechenbar"
    assert finding(hidden, Spalte.AUFFAELLIG) == ""
    (gruppe,) = grouped([hidden], Gruppierung.KEINE, rang)
    html = html_rows([(gruppe, [hidden])], Tabellenwunsch("Titel", asked))
    assert "nicht berechenbar<" in html
    assert "Ein Wert, der dafür gebraucht wird, ist geheim gehalten." in html


def test_text_is_escaped() -> None:
    odd = replace(ANTEIL, id=DICHTE.id, kurzname="<b>a</b>", einheit='"&')
    zahlen = werk(years(odd, A, [10]), years(ANTEIL, A, [10]))
    html = table(rows(zahlen, Abfrage("stadtteil", (odd, ANTEIL), (2015,))))
    assert "<b>a</b>" not in html
    assert "&lt;b&gt;a&lt;/b&gt;" in html


def test_a_cross_table_keeps_marks_and_shows_the_citys_own_figure() -> None:
    zeilen = rows(WERK, Abfrage("stadtteil", (ANTEIL,), (2015, 2016)))
    (table_of_years,) = crossed(zeilen, Quer.JAHRE, rang)
    html = html_crossed(table_of_years, Zellwert.WERT, "Titel", KLEINSTADT.oberste)
    assert re.findall(r'<th scope="col"[^>]*>(.*?)</th>', html) == ["Gebiet", "2015", "2016"]
    assert cells(html, "Altdorf") == ["0,0", "nicht geliefert"]
    assert cells(html, "Neudorf") == ["geheim gehalten", "nicht geliefert"]
    assert cells(html, "Kleinstadt") == ["10,0", "10,3"]
    counts = html_crossed(table_of_years, Zellwert.ZAEHLER, "Titel", KLEINSTADT.oberste)
    assert cells(counts, "Neudorf")[0] == "geheim gehalten"
    assert cells(counts, "Kleinstadt") == ["300", "310"]
    assert "Kleinstadt" not in html_crossed(table_of_years, Zellwert.ABSTAND, "Titel", KLEINSTADT.oberste)


def test_a_cell_that_the_filter_left_out_says_so() -> None:
    zahlen = werk([seen(ANTEIL, A, 2015, 100), seen(ANTEIL, A, 2016, None)])
    shown = rows(zahlen, Abfrage("stadtteil", (ANTEIL,), (2015, 2016), status=frozenset({Status.OK})))
    twice = rows(zahlen, Abfrage("stadtteil", (ANTEIL,), (2016,), gebiete=("02",)))
    (both,) = crossed([*shown, *twice], Quer.JAHRE, rang)
    assert cells(html_crossed(both, Zellwert.WERT, "Titel", KLEINSTADT.oberste), "Altdorf")[1] == "nicht ausgewählt"
