"""What an indicator means, as HTML: definition, how to read it, its limits, its source."""

from __future__ import annotations

from html import escape

from sro.model.indikator import Indikator, Katalog


def html_definition(indikator: Indikator, katalog: Katalog) -> str:
    """The indicator's sheet; every text from the catalogue, escaped."""
    rows = [
        ("Zähler", katalog.merkmal(indikator.zaehler).name),
        ("Nenner", katalog.merkmal(indikator.nenner).name),
        ("Einheit", indikator.einheit),
        ("Quelle", indikator.quelle),
        ("Stichtag oder Zeitraum", indikator.stichtag),
        ("Geheimhaltung", _threshold(indikator)),
        ("Rechtsgrundlage", indikator.paragraf),
    ]
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in rows)
    caveats = "".join(f"<li>{escape(text)}</li>" for text in (*_breaks(indikator), *indikator.einschraenkungen))
    limits = f"<h3>Grenzen der Aussage</h3><ul>{caveats}</ul>" if caveats else ""
    return (
        f'<div class="sro-blatt"><h3>{escape(indikator.name)} ({escape(indikator.code)})</h3>'
        f"<p>{escape(indikator.definition)}</p><h3>So lesen</h3><p>{escape(indikator.lesehinweis)}</p>"
        f"{limits}<dl>{facts}</dl></div>"
    )


def _threshold(indikator: Indikator) -> str:
    small = f"kein Wert unter {indikator.mindestnenner} im Nenner"
    if indikator.schwelle is None:
        return f"betrifft keine Personen; {small}"
    return f"Zahlen unter {indikator.schwelle} werden nicht gezeigt; {small}"


def _breaks(indikator: Indikator) -> list[str]:
    return [f"Reihenbruch {bruch.jahr}: {bruch.grund}" for bruch in indikator.reihenbrueche]
