"""A district's profile as slides: one message per slide, charts that can be edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sro.auswertung.kennwert import Kennwert
from sro.auswertung.profil.alter import Altersaufbau
from sro.auswertung.profil.profil import Profil
from sro.export.folien import (
    CELL,
    EDGE,
    FIGURE,
    HEIGHT,
    SMALL,
    TEXT,
    WIDTH,
    Foliensatz,
    Werte,
    bar_chart,
    line_chart,
    slides_of_rows,
    table,
    text,
)
from sro.export.kennzahl import city, limits, value
from sro.export.spalten import Beigabe
from sro.export.verlauf import course_rows
from sro.model.einrichtung import by_kind
from sro.model.gebiet import Stadt
from sro.views import words
from sro.views.profil.blatt import READING, SIGNS
from sro.views.profil.einrichtungen import facilities_source
from sro.views.profil.portraet import NO_AGES, age_name, portrait
from sro.views.profil.vergleichbar import comparable_sentence
from sro.views.quelle import SYNTHETISCH, datenstand_label, licence, sources_only
from sro.views.theme import LIGHT
from sro.views.zahlen.beschreibung import describe_series
from sro.views.zahlen.kopfzahl import cases, course, period, unit
from sro.views.zahlen.saetze import sentences

HEAD = ("Indikator", "Wert", "95-%-Bereich", "Stadt", "Fälle", "Stand")
WIDTHS = (4.6, 4.7, 3.0, 1.8, 3.1, 3.2)
FACILITIES = ("Art", "Name", "Träger", "Plätze")
FACILITY_WIDTHS = (3.4, 5, 4.6, 1.2)
FEW = 9  # facilities that fit on one slide; more of them are in the leaflet and the workbook
FULL = WIDTH - 2 * EDGE


def pptx(profil: Profil, stadt: Stadt, beigabe: Beigabe) -> bytes:
    """The deck as PPTX."""
    synthetic = [SYNTHETISCH] if any(k.synthetisch for k in profil.kennwerte) else []
    fuss = " · ".join([profil.gebiet.name, datenstand_label(profil.datenstand), *synthetic])
    deck = Foliensatz(f"{profil.gebiet.name} – Profil, {stadt.name}", fuss)
    _opening(deck, profil, stadt)
    _tables(deck, "Auf einen Blick", profil.kopfzahlen)
    _ages(deck, profil.alter, (profil.gebiet.name, stadt.oberste.name))
    for kennwert in profil.kopfzahlen:
        _figure(deck, kennwert)
    _tables(deck, "Alle Indikatoren", profil.kennwerte)
    _facilities(deck, profil)
    _reading(deck)
    _sources(deck, profil, beigabe)
    return deck.bytes()


def _opening(deck: Foliensatz, profil: Profil, stadt: Stadt) -> None:
    slide = deck.slide(profil.gebiet.name)
    text(slide, f"{profil.ebene.name} · {stadt.name}", EDGE, 2.9, FULL, 1.2, TEXT, LIGHT.quiet)
    said = [*portrait(profil), comparable_sentence(profil)]
    text(slide, "\n".join(said), EDGE, 5.2, FULL, 8, gap=10)


def _tables(deck: Foliensatz, titel: str, kennwerte: Sequence[Kennwert]) -> None:
    rows = [_row(kennwert) for kennwert in kennwerte]
    parts = list(slides_of_rows(rows, WIDTHS))
    for number, part in enumerate(parts, start=1):
        heading = titel if len(parts) == 1 else f"{titel} ({number} von {len(parts)})"
        notes = [sentence for kennwert in kennwerte[part] for sentence in sentences(kennwert)]
        table(deck.slide(heading, notes), HEAD, rows[part], WIDTHS)


def _row(kennwert: Kennwert) -> tuple[str, ...]:
    return (
        kennwert.indikator.kurzname,
        f"{value(kennwert)} {unit(kennwert)}".rstrip(),
        limits(kennwert),
        city(kennwert),
        " ".join(cases(kennwert)),
        period(kennwert),
    )


def _ages(deck: Foliensatz, alter: Altersaufbau | None, namen: tuple[str, str]) -> None:
    if alter is None:
        text(deck.slide("Wer hier lebt"), NO_AGES, EDGE, 3.6, FULL, 2)
        return
    slide = deck.slide(f"Wer hier lebt, {alter.zeitpunkt}")
    shares = [100 * gruppe.anteil for gruppe in alter.gruppen]
    whole = [None if g.stadtanteil is None else 100 * g.stadtanteil for g in alter.gruppen]
    names = [age_name(gruppe) for gruppe in alter.gruppen]
    alt = "; ".join(f"{name}: {words.number(share, 1)} %" for name, share in zip(names, shares, strict=True))
    series: list[tuple[str, Werte]] = [(f"{namen[0]}, in %", shares), (f"{namen[1]}, in %", whole)]
    bar_chart(slide, names, series, f"Altersaufbau: {alt}.", (EDGE, 3.2, FULL, HEIGHT - 5))


def _figure(deck: Foliensatz, kennwert: Kennwert) -> None:
    """Left the figure, right its course; what can be said stands in the notes. No slide where neither is shown."""
    indikator, verlauf = kennwert.indikator, course_rows(kennwert)
    if kennwert.wert is None and verlauf.shown < 2:
        return
    slide = deck.slide(indikator.name, sentences(kennwert))
    size = FIGURE if kennwert.wert is not None else TEXT
    text(slide, value(kennwert), EDGE, 3.6, 10, 3, size, LIGHT.accent)
    text(slide, "\n".join(_beside(kennwert)), EDGE, 7.0, 9.8, 8)
    if verlauf.shown > 1:
        alt = f"Liniendiagramm: {describe_series(kennwert.reihe, indikator)}"
        box = (12.0, 3.2, WIDTH - 12 - EDGE, HEIGHT - 5.6)
        line_chart(slide, verlauf.zeiten, verlauf.reihen, alt, box, indikator.nachkommastellen)
    text(slide, f"Quelle: {indikator.quelle}", EDGE, HEIGHT - 2.1, FULL, 0.8, SMALL, LIGHT.quiet)


def _beside(kennwert: Kennwert) -> Iterator[str]:
    if kennwert.wert is not None:
        yield unit(kennwert)
    if kennwert.intervall:
        yield words.interval(kennwert.intervall, kennwert.indikator.nachkommastellen)
    yield f"Stadt: {city(kennwert)}"
    yield course(kennwert)
    yield from cases(kennwert)
    yield period(kennwert)


def _facilities(deck: Foliensatz, profil: Profil) -> None:
    """Only where they are few: a long list is nothing for a slide."""
    if profil.liste is None or not 0 < len(profil.einrichtungen) <= FEW:
        return
    rows = [
        (str(one.art), one.name, one.traeger, "" if one.plaetze is None else words.count(one.plaetze))
        for found in by_kind(profil.einrichtungen).values()
        for one in found
    ]
    for part in slides_of_rows(rows, FACILITY_WIDTHS):
        slide = deck.slide("Einrichtungen und Träger")
        table(slide, FACILITIES, rows[part], FACILITY_WIDTHS)
        source = facilities_source(profil.liste)
        text(slide, source, EDGE, HEIGHT - 2.1, FULL, 0.8, SMALL, LIGHT.quiet)


def _reading(deck: Foliensatz) -> None:
    """How the figures are to be read; the notes about the leaflet's strips say nothing here."""
    notes = [note for note in READING if not note.startswith(("Streifen", "Verlauf"))]
    signs = ", ".join(words.STATUS_WORD[status] for status in SIGNS)
    said = [
        *notes,
        "Verläufe: Lücken und Reihenbrüche werden nicht überbrückt.",
        f"Ohne Zahl steht der Grund: {signs}.",
    ]
    text(deck.slide("Zum Lesen"), "\n".join(said), EDGE, 3.4, FULL, 11, gap=10)


def _sources(deck: Foliensatz, profil: Profil, beigabe: Beigabe) -> None:
    indikatoren, herausgabe = [kennwert.indikator for kennwert in profil.kennwerte], beigabe.herausgabe
    said = [
        " · ".join((datenstand_label(profil.datenstand), *beigabe.notes(indikatoren))),
        f"Herausgeber: {herausgabe.herausgeber}",
        f"Lizenz: {licence(herausgabe.lizenz)}",
        sources_only(indikatoren),
    ]
    text(deck.slide("Quellen"), "\n".join(said), EDGE, 3.2, FULL, 13, CELL, gap=8)
