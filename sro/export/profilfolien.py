"""A district's profile as slides: one message per slide, charts that can be edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sro.auswertung.alter import Altersaufbau
from sro.auswertung.kennwert import Kennwert
from sro.auswertung.profil import Profil
from sro.export.folien import EDGE, FIGURE, HEIGHT, SMALL, TEXT, WIDTH, Foliensatz, bar_chart, line_chart, table, text
from sro.model.gebiet import Stadt
from sro.stats.reihe import Punkt, Reihe
from sro.views import words
from sro.views.beschreibung import describe_series
from sro.views.kopfzahl import cases, course, period
from sro.views.portraet import age_name, portrait
from sro.views.quelle import SYNTHETISCH, datenstand_label
from sro.views.saetze import sentences
from sro.views.theme import LIGHT

HEAD = ("Indikator", "Wert", "95-%-Bereich", "Stadt", "Fälle", "Stand")
WIDTHS = (3.2, 3.6, 2.0, 1.0, 2.2, 2.0)
ROWS = 9  # of a table that can be read from the last row of chairs


def pptx(profil: Profil, stadt: Stadt) -> bytes:
    """The deck as PPTX."""
    synthetic = [SYNTHETISCH] if any(k.synthetisch for k in profil.kennwerte) else []
    fuss = " · ".join([profil.gebiet.name, datenstand_label(profil.datenstand), *synthetic])
    deck = Foliensatz(f"{profil.gebiet.name} – Profil, {stadt.name}", fuss)
    _opening(deck, profil, stadt)
    _tables(deck, "Auf einen Blick", profil.kopfzahlen)
    _ages(deck, profil.alter)
    for kennwert in profil.kopfzahlen:
        _figure(deck, kennwert)
    _tables(deck, "Alle Indikatoren", profil.kennwerte)
    return deck.bytes()


def _opening(deck: Foliensatz, profil: Profil, stadt: Stadt) -> None:
    slide = deck.slide(profil.gebiet.name)
    text(slide, f"{profil.ebene.name} · {stadt.name}", EDGE, 2.9, WIDTH - 2 * EDGE, 1.2, TEXT, LIGHT.quiet)
    text(slide, "\n".join(portrait(profil)), EDGE, 5.2, WIDTH - 2 * EDGE, 8)


def _tables(deck: Foliensatz, titel: str, kennwerte: Sequence[Kennwert]) -> None:
    for start in range(0, len(kennwerte), ROWS):
        part = kennwerte[start : start + ROWS]
        slide = deck.slide(
            _counted(titel, start, len(kennwerte)), [sentence for kennwert in part for sentence in sentences(kennwert)]
        )
        table(slide, HEAD, [_row(kennwert) for kennwert in part], 3.2, WIDTHS)


def _counted(titel: str, start: int, count: int) -> str:
    """The title, numbered where the table goes on: "Alle Indikatoren (2 von 3)"."""
    return titel if count <= ROWS else f"{titel} ({start // ROWS + 1} von {-(-count // ROWS)})"


def _row(kennwert: Kennwert) -> tuple[str, ...]:
    indikator, digits = kennwert.indikator, kennwert.indikator.nachkommastellen
    limits, stadt = kennwert.intervall, kennwert.stadt
    return (
        indikator.kurzname,
        words.shown(kennwert.beobachtung, indikator),
        f"{words.number(limits.unten, digits)} bis {words.number(limits.oben, digits)}" if limits else "",
        ""
        if stadt is None
        else words.number(stadt.wert, digits)
        if stadt.wert is not None
        else words.shown(stadt, indikator),
        " ".join(cases(kennwert)),
        period(kennwert),
    )


def _ages(deck: Foliensatz, alter: Altersaufbau | None) -> None:
    if alter is None:
        return
    slide = deck.slide(f"Wer hier lebt, {alter.zeitpunkt}")
    shares = [round(100 * gruppe.anteil, 1) for gruppe in alter.gruppen]
    city = [None if g.stadtanteil is None else round(100 * g.stadtanteil, 1) for g in alter.gruppen]
    names = [age_name(gruppe) for gruppe in alter.gruppen]
    alt = "; ".join(f"{name}: {words.number(share, 1)} %" for name, share in zip(names, shares, strict=True))
    box = (EDGE, 3.2, WIDTH - 2 * EDGE, HEIGHT - 5)
    bar_chart(slide, names, [("Gebiet, in %", shares), ("Ganze Stadt, in %", city)], f"Altersaufbau: {alt}.", box)


def _figure(deck: Foliensatz, kennwert: Kennwert) -> None:
    """Left the figure, right its course; what can be said stands in the notes."""
    indikator, digits = kennwert.indikator, kennwert.indikator.nachkommastellen
    slide = deck.slide(indikator.name, sentences(kennwert))
    value = (
        words.shown(kennwert.beobachtung, indikator) if kennwert.wert is None else words.number(kennwert.wert, digits)
    )
    text(slide, value, EDGE, 3.6, 10, 3, FIGURE if kennwert.wert is not None else TEXT, LIGHT.accent)
    text(slide, "\n".join(_beside(kennwert)), EDGE, 7.0, 9.5, 7)
    if len(kennwert.reihe.shown) > 1:
        jahre = [str(punkt.jahr) for punkt in kennwert.reihe.punkte]
        lines = [*_sections(kennwert.reihe), (kennwert.stadtreihe.name, _values(kennwert.stadtreihe, kennwert.reihe))]
        alt = describe_series(kennwert.reihe, indikator)
        line_chart(slide, jahre, lines, alt, (12, 3.2, WIDTH - 12 - EDGE, HEIGHT - 5.4))
    text(slide, f"Quelle: {indikator.quelle}", EDGE, HEIGHT - 2.1, WIDTH - 2 * EDGE, 0.8, SMALL, LIGHT.quiet)


def _beside(kennwert: Kennwert) -> Iterator[str]:
    indikator, digits = kennwert.indikator, kennwert.indikator.nachkommastellen
    if kennwert.wert is not None:
        yield indikator.einheit
    if kennwert.intervall:
        yield words.interval(kennwert.intervall, digits)
    if kennwert.stadt is not None:
        yield f"Stadt: {words.shown(kennwert.stadt, indikator)}"
    yield course(kennwert)
    yield from cases(kennwert)
    yield period(kennwert)


def _sections(reihe: Reihe) -> list[tuple[str, list[float | None]]]:
    """A line for each section that shows a value: a series break is a gap that no line crosses."""
    sections = sorted({punkt.abschnitt for punkt in reihe.shown})
    return [
        (
            reihe.name if number == 0 else f"{reihe.name} (nach Lücke oder Bruch)",
            [_in(p, section) for p in reihe.punkte],
        )
        for number, section in enumerate(sections)
    ]


def _in(punkt: Punkt, abschnitt: int) -> float | None:
    return punkt.wert if punkt.abschnitt == abschnitt else None


def _values(reihe: Reihe, wie: Reihe) -> list[float | None]:
    """The values of a series at the years of another."""
    by_year = {punkt.jahr: punkt.wert for punkt in reihe.punkte}
    return [by_year.get(punkt.jahr) for punkt in wie.punkte]
