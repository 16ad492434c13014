"""A delivery before its release, as HTML: findings, what would change, what is hidden. All text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from sro.model.befund import Befund, Schwere
from sro.views.words import number

SHOWN = {Schwere.FEHLER: 200, Schwere.WARNUNG: 100, Schwere.HINWEIS: 10}  # findings; the rest is counted
HEADING = {Schwere.FEHLER: "Fehler", Schwere.WARNUNG: "Warnungen", Schwere.HINWEIS: "Hinweise"}
WARNING = {
    "bevoelkerungsbasis_gewechselt": "andere Bevölkerungsbasis",
    "gebietsstand_gewechselt": "anderer Gebietsstand",
    "ebene_entfaellt": "eine Ebene fehlt",
    "gebiete_unvollstaendig": "Gebiete fehlen",
    "jahre_lueckenhaft": "Jahre mit Lücken",
    "sprung_zum_vorjahr": "Sprung zum Vorjahr",
    "stichtag_abweichend": "anderer Stichtag",
    "zeilen_ausserhalb": "Zeilen außerhalb der Tabelle",
    "zeitraum_entfaellt": "ein Zeitraum fehlt",
}
ONE = {Schwere.FEHLER: "Fehler", Schwere.WARNUNG: "Warnung", Schwere.HINWEIS: "Hinweis"}


def html_counts(befunde: Sequence[Befund]) -> str:
    """How many of each kind: the first thing to know."""
    parts = "".join(_count(befunde, schwere) for schwere in Schwere)
    return f'<div class="sro-zaehlung" role="status">{parts}</div>'


def html_findings(befunde: Sequence[Befund], schwere: Schwere) -> str:
    """The findings of one kind with their place in the file; empty where there are none."""
    found = [befund for befund in befunde if befund.schwere is schwere]
    if not found:
        return ""
    placed = any(befund.zeile or befund.datei for befund in found)
    files = {befund.datei for befund in befunde if befund.datei}
    rows = "".join(_row(befund, placed, several=len(files) > 1) for befund in found[: SHOWN[schwere]])
    more = (
        f'<p class="sro-quelle">und {number(len(found) - SHOWN[schwere])} weitere</p>'
        if len(found) > SHOWN[schwere]
        else ""
    )
    heads = ("Stelle", "Inhalt", "Befund") if placed else ("Befund",)
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return (
        f'<div class="sro-tabelle sro-befunde"><table><caption>{HEADING[schwere]}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}</div>"
    )


def warning_word(code: str) -> str:
    """What a warning is about, for a person who has to answer for it."""
    return WARNING.get(code, code.replace("_", " "))


def html_lines(heading: str, lines: Iterable[str]) -> str:
    """A heading with a list; empty where there is nothing to list."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<h2>{escape(heading)}</h2><ul>{items}</ul>" if items else ""


def _count(befunde: Sequence[Befund], schwere: Schwere) -> str:
    count = sum(befund.schwere is schwere for befund in befunde)
    word = ONE[schwere] if count == 1 else HEADING[schwere]
    return f'<span class="sro-{schwere}"><b>{number(count)}</b> {word}</span>'


def _row(befund: Befund, placed: bool, several: bool) -> str:
    text = f"<td>{escape(befund.text)}</td>"
    if not placed:
        return f"<tr>{text}</tr>"
    row = f"Zeile {befund.zeile}" if befund.zeile else "Datei" if befund.datei else "Lieferung"
    place = f"{row}<br><span>{escape(befund.spalte)}</span>" if befund.spalte else row
    file = f"<br><span>{escape(befund.datei)}</span>" if several and befund.datei else ""
    value = f"<code>{escape(befund.wert)}</code>" if befund.wert else ""
    return f'<tr><th scope="row">{place}{file}</th><td class="inhalt">{value}</td>{text}</tr>'


def html_expected(columns: Sequence[tuple[str, str]]) -> str:
    """What a table has to look like to be understood: names of columns, each with an example."""
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name, _ in columns)
    cells = "".join(f"<td>{escape(example)}</td>" for _, example in columns)
    return (
        '<div class="sro-tabelle sro-muster" role="region" tabindex="0" aria-label="So sieht eine Tabelle aus"><table>'
        "<caption>So sieht eine Tabelle aus (synthetisch)</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table></div>"
    )
