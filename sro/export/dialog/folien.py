"""The deck of a dialogue: one message a slide, large enough for the last row, charts that can be edited."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.slide import Slide

from sro.akten.werte import short
from sro.auswertung.dialog.ausgabe import Dialogausgabe
from sro.auswertung.kennwert import Kennwert
from sro.export import kennzahl
from sro.export.dialog import text as dialogtext
from sro.export.dialog.protokoll import foot
from sro.export.dialog.text import Eintrag, Fragesatz
from sro.export.folien import (
    CELL,
    EDGE,
    HEIGHT,
    TABLE_TOP,
    WIDTH,
    Foliensatz,
    line_chart,
    slides_of_rows,
    table,
    text,
)
from sro.export.verlauf import course_rows
from sro.model.dialog import Notizart
from sro.model.herausgabe import Herausgabe
from sro.views.dialog.worte import ABSCHNITT, span
from sro.views.quelle import licence, sources_only
from sro.views.theme import LIGHT
from sro.views.zahlen.beschreibung import describe_series
from sro.views.zahlen.damals_heute import NO_CAUSE, ONE_IN_TWENTY
from sro.views.zahlen.kopfzahl import cases, period, unit
from sro.views.zahlen.saetze import sentences

READ, LABEL, LARGE = 24, 20, 40  # points: running text, words above a figure, the figure itself
FULL = WIDTH - 2 * EDGE
ROOM = HEIGHT - TABLE_TOP - 1.8  # centimetres for a table above the foot
LONGEST, HEADING = 190, 62  # letters of a text on a slide and of its heading; all of it is in the notes
BAND = (6.6, 5.8, 5.2, 7.0, 6.2)  # centimetres: value, interval, city, trend, cases
CHART_TOP = 7.9
NO_COURSE = "Für einen Verlauf liegen zu wenige Jahre mit Wert vor."
QUESTION = "Was überrascht Sie?"
PROMPTS = ("Wie erklären wir uns das?", "Was spricht dagegen?", "Wen müssten wir noch fragen?")
AGREED_HEAD, AGREED = ("Vereinbarung", "Verantwortlich", "Frist"), (4.4, 2.3, 1.8)
SIDE_BY_SIDE, SLIDE_OF_DATES = 3, 7  # figures in a row, dates on a slide; all are in the notes
FREE_ROWS = 4  # for those who write into the deck


def pptx(ausgabe: Dialogausgabe, herausgabe: Herausgabe) -> bytes:
    """The deck as PPTX."""
    blatt = ausgabe.blatt
    titel = blatt.dialog.titel.strip() or blatt.akte.id
    deck = Foliensatz(titel, foot(blatt))
    _opening(deck, ausgabe, titel)
    _agenda(deck, ausgabe)
    _review(deck, ausgabe)
    for kennwert in blatt.kennwerte:
        _figure(deck, kennwert, blatt.gebiet.name)
    _entries(deck, "Stimmen", dialogtext.voices(blatt))
    _entries(deck, "Bedarfe", dialogtext.needs(blatt))
    _questions(deck, ausgabe)
    _entries(deck, "Beobachtungen", dialogtext.notes(blatt, Notizart.BEOBACHTUNG))
    _meaning(deck, ausgabe)
    _agreements(deck, ausgabe)
    if dates := dialogtext.next_dates(ausgabe):
        text(
            deck.slide("Nächste Termine", dates),
            "\n".join(short(one, LONGEST) for one in dates[:SLIDE_OF_DATES]),
            EDGE,
            TABLE_TOP,
            FULL,
            ROOM,
            READ,
            gap=10,
        )
    _sources(deck, ausgabe, herausgabe)
    return deck.bytes()


def _opening(deck: Foliensatz, ausgabe: Dialogausgabe, titel: str) -> None:
    slide = deck.slide(short(titel, HEADING), [titel])
    facts = [*dialogtext.marks(ausgabe.blatt)]
    facts += [f"{name}: {short(value, LONGEST)}" for name, value in dialogtext.facts(ausgabe)]
    text(slide, "\n".join(facts), EDGE, TABLE_TOP + 0.6, FULL, ROOM, READ, gap=10)


def _agenda(deck: Foliensatz, ausgabe: Dialogausgabe) -> None:
    if programm := ausgabe.blatt.programm:
        rows = [(span(punkt), ABSCHNITT[punkt.abschnitt]) for punkt in programm]
        table(deck.slide("Ablauf"), ("Zeit", "Abschnitt"), rows, (1, 3), READ)


def _review(deck: Foliensatz, ausgabe: Dialogausgabe) -> None:
    """Earlier agreements with their state; what became of them and of their figures is in the notes."""
    found = dialogtext.review(ausgabe)
    rows = [(f"{short(one.text, LONGEST)}\n{short(one.neben, LONGEST)}", one.stand) for one in found]
    notes = [
        "\n".join((one.text, one.neben, one.ergebnis, *one.zahlen, *((NO_CAUSE, ONE_IN_TWENTY) if one.zahlen else ())))
        for one in found
    ]
    _rows(deck, "Was aus den Vereinbarungen wurde", ("Vereinbarung", "Stand"), rows, (4, 1.2), notes)


def _figure(deck: Foliensatz, kennwert: Kennwert, gebiet: str) -> None:
    """A band with value, interval, city, trend and cases, below it the course and an open question."""
    indikator = kennwert.indikator
    slide = deck.slide(indikator.kurzname, _speaker(kennwert))
    text(slide, kennzahl.row(kennwert, gebiet).stand, EDGE, 2.4, FULL, 1, LABEL, LIGHT.quiet)
    _band(slide, kennwert)
    verlauf = course_rows(kennwert)
    if verlauf.shown > 1:
        alt = f"Liniendiagramm: {describe_series(kennwert.reihe, indikator)}"
        box = (EDGE, CHART_TOP, 21.5, HEIGHT - CHART_TOP - 1.6)
        line_chart(slide, verlauf.zeiten, verlauf.reihen, alt, box, indikator.nachkommastellen)
    else:
        text(slide, NO_COURSE, EDGE, CHART_TOP, 21, 2, READ, LIGHT.quiet)
    text(slide, QUESTION, 23.8, CHART_TOP + 1.5, WIDTH - 23.8 - EDGE, 4, 32, LIGHT.accent, bold=True)


def _band(slide: Slide, kennwert: Kennwert) -> None:
    """What is not shown has no place in it; a state stands where the value would."""
    shown = kennwert.wert is not None
    parts = [
        ("Wert", kennzahl.value(kennwert), LARGE if shown else READ, unit(kennwert)),
        ("95-%-Bereich", kennzahl.limits(kennwert), READ, ""),
        ("Stadt", kennzahl.city(kennwert) if kennwert.gebiet.eltern else "", READ, ""),
        ("Trend", kennzahl.trend(kennwert), READ, ""),
        ("Fälle", " ".join(cases(kennwert)), READ, ""),
    ]
    x = EDGE
    for (label, words, size, below), width in zip(parts, BAND, strict=True):
        if words:
            colour = LIGHT.accent if size == LARGE else LIGHT.ink
            text(slide, label, x, 3.5, width, 1, LABEL, LIGHT.quiet)
            text(slide, words, x, 4.4, width, 1.8, size, colour, bold=shown and size == LARGE)
            text(slide, below, x, 6.1, width + 1, 1, LABEL, LIGHT.quiet)
        x += width


def _speaker(kennwert: Kennwert) -> list[str]:
    """For whoever presents: what can be said, what is counted, and where it comes from."""
    one = kennwert.indikator
    return [
        *sentences(kennwert),
        f"Definition: {one.definition}",
        *([f"Lesehinweis: {one.lesehinweis}"] if one.lesehinweis else []),
        *one.einschraenkungen,
        f"Quelle: {one.quelle}; Stand: {period(kennwert)}",
    ]


def _entries(deck: Foliensatz, titel: str, eintraege: Sequence[Eintrag]) -> None:
    rows = [(f"{short(one.text, LONGEST)}\n{short(one.neben, LONGEST)}",) for one in eintraege]
    _rows(deck, titel, ("Wortlaut und Herkunft",), rows, (1,), [f"{one.text} ({one.neben})" for one in eintraege])


def _questions(deck: Foliensatz, ausgabe: Dialogausgabe) -> None:
    """What is asked as the heading, below it the sides of every case."""
    by: dict[str, list[Fragesatz]] = {}
    for one in dialogtext.questions(ausgabe.blatt):
        by.setdefault(one.frage, []).append(one)
    for frage, found in by.items():
        rows = [
            (short(one.stimmen, LONGEST), "\n".join(short(line, LONGEST) for line in one.zahlen[:SIDE_BY_SIDE]))
            for one in found
        ]
        notes = [" · ".join((one.stimmen, *one.zahlen)) for one in found]
        _rows(deck, frage, ("Stimmen", "Zahlen"), rows, (1, 1.4), notes)


def _meaning(deck: Foliensatz, ausgabe: Dialogausgabe) -> None:
    """What was noted as an interpretation, or questions and room for it."""
    found = dialogtext.notes(ausgabe.blatt, Notizart.DEUTUNG)
    if found:
        _entries(deck, "Gemeinsame Deutung", found)
    else:
        slide = deck.slide("Gemeinsame Deutung", ["Deutungen sind keine Befunde; hier ist Platz für beides getrennt."])
        text(slide, "\n".join(PROMPTS), EDGE, TABLE_TOP + 0.6, FULL, 5, 28, LIGHT.accent, gap=12)
        text(slide, "…", EDGE, 10, FULL, 6, READ)


def _agreements(deck: Foliensatz, ausgabe: Dialogausgabe) -> None:
    found = dialogtext.agreements(ausgabe.blatt)
    rows = [(f"{short(one.text, LONGEST)}\n{one.id}", short(one.verantwortlich, 60), one.frist) for one in found]
    notes = [
        "\n".join(part for part in (one.text, one.massstab and f"Maßstab: {one.massstab}", one.beteiligte) if part)
        for one in found
    ]
    free = [("\n", "", "")] * FREE_ROWS
    _rows(deck, "Vereinbarungen", AGREED_HEAD, rows or free, AGREED, notes or [""] * FREE_ROWS)


def _rows(
    deck: Foliensatz,
    titel: str,
    kopf: Sequence[str],
    zeilen: Sequence[Sequence[str]],
    widths: Sequence[float],
    notizen: Sequence[str],
) -> None:
    """A table over as many slides as it needs; `notizen` belong to the rows."""
    parts = list(slides_of_rows(zeilen, widths, READ, ROOM))
    for number, part in enumerate(parts, start=1):
        heading = titel if len(parts) == 1 else f"{titel} ({number} von {len(parts)})"
        table(deck.slide(heading, [one for one in notizen[part] if one]), kopf, zeilen[part], widths, READ, LABEL)


def _sources(deck: Foliensatz, ausgabe: Dialogausgabe, herausgabe: Herausgabe) -> None:
    said = [
        f"Herausgeber: {herausgabe.herausgeber}",
        f"Lizenz der Zahlen: {licence(herausgabe.lizenz)}",
        sources_only(ausgabe.blatt.indikatoren),
    ]
    text(deck.slide("Quellen"), "\n".join(said), EDGE, TABLE_TOP, FULL, ROOM, CELL, gap=8)
