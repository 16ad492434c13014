"""A delivery's findings as HTML: places, counts, and nothing that a file brings along becomes markup."""

from __future__ import annotations

import datetime as dt

from sro.model.befund import Befund, Schwere
from sro.model.protokoll import Angaben, Bestaetigung, Datei, Eintrag, Vorgang
from sro.views.lieferung.blatt import SHOWN, html_counts, html_findings, html_lines, warning_word
from sro.views.lieferung.nachpruefung import audit_lines
from sro.views.lieferung.protokoll import html_protocol

BOESE = "<script>alert(1)</script>"
FEHLER = Befund("negativ", f"{BOESE} geht nicht.", Schwere.FEHLER, f"{BOESE}.csv", 7, "zaehler", BOESE)


def test_a_finding_says_row_column_and_value() -> None:
    html = html_findings([FEHLER], Schwere.FEHLER)
    assert "Zeile 7" in html
    assert "zaehler" in html
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 2, "value and sentence"
    assert html_findings([FEHLER], Schwere.WARNUNG) == ""


def test_the_file_is_named_where_there_are_several() -> None:
    other = Befund("negativ", "Satz.", datei="zweite.csv", zeile=2)
    assert "zweite.csv" in html_findings([FEHLER, other], Schwere.FEHLER)
    assert ".csv" not in html_findings([FEHLER], Schwere.FEHLER)


def test_findings_about_the_whole_delivery_need_no_place() -> None:
    html = html_findings([Befund("x", "Ein Satz.", Schwere.HINWEIS)], Schwere.HINWEIS)
    assert "Stelle" not in html
    assert "Ein Satz." in html


def test_very_many_findings_are_counted() -> None:
    html = html_findings([FEHLER] * (SHOWN[Schwere.FEHLER] + 1234), Schwere.FEHLER)
    assert html.count("<tr>") == SHOWN[Schwere.FEHLER] + 1
    assert "und 1.234 weitere" in html


def test_counts_in_words() -> None:
    html = html_counts([FEHLER, Befund("a", "b", Schwere.WARNUNG), Befund("a", "b", Schwere.WARNUNG)])
    assert "<b>1</b> Fehler" in html
    assert "<b>2</b> Warnungen" in html
    assert "<b>0</b> Hinweise" in html


def test_lists_and_words() -> None:
    assert html_lines("Was", []) == ""
    assert html_lines("Was", [BOESE]).count("&lt;") == 2
    assert warning_word("jahre_lueckenhaft") == "Jahre mit Lücken"
    assert warning_word("ganz_neu") == "ganz neu"


def test_the_protocol_names_who_what_and_why() -> None:
    angaben = Angaben((Datei(f"{BOESE}.csv", "ab" * 32),), (Bestaetigung("jahre_lueckenhaft", "so gewollt"),))
    when = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
    html = html_protocol([Eintrag(1, when, "A. Planerin", Vorgang.FREIGABE, 3, angaben)])
    for part in ("A. Planerin", "Freigabe", ">3<", "abababababab", "jahre_lueckenhaft: so gewollt", "24.11.2026"):
        assert part in html
    assert "<script" not in html


def test_an_entry_without_a_datenstand_names_none() -> None:
    when = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
    html = html_protocol([Eintrag(1, when, "A. Planerin", Vorgang.EINRICHTUNGEN, None)])
    assert "<td>Liste der Einrichtungen</td><td></td>" in html
    assert "None" not in html


class _Bericht:
    zellen, geheim, geheim_regel, geheim_ergaenzend, aufgedeckt, gerundet = 8000, 400, 250, 150, 0, 0

    def __init__(self, kleinste_breite: float | None) -> None:
        self.kleinste_breite = kleinste_breite


def test_the_audit_in_lines() -> None:
    lines = dict(audit_lines(_Bericht(3.0), _Bericht(None), 5.0, 2))
    assert lines["Zellen angegriffen"] == "8.000"
    assert lines["davon geheim"] == "400 (5,0 %)"
    assert lines["Errechnet zusammen mit anderen Datenständen"] == "2"
    assert lines["Kleinste Spanne einer geheimen Zelle"] == "3"
    assert dict(audit_lines(_Bericht(None), _Bericht(None), 0, 0))["Kleinste Spanne einer geheimen Zelle"].startswith(
        "kein"
    )
