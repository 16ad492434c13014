"""The handout of a dialogue: two to four pages with the same figures as on the screens, and room to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any, TypeVar

from sro.akten.werte import short
from sro.auswertung.dialog.ausgabe import Dialogausgabe
from sro.auswertung.kennwert import Kennwert
from sro.export import kennzahl
from sro.export.dialog import text as dialogtext
from sro.export.dialog.protokoll import Bild, foot, picture
from sro.export.pdf import typeset
from sro.model.herausgabe import Herausgabe
from sro.views.dialog.worte import ABSCHNITT, about, day, span, stamp, whole_span
from sro.views.quelle import licence, sources_only
from sro.views.theme import LIGHT
from sro.views.zahlen.streifen import NARROW, describe_strip, svg_strip

KIND = "Handreichung"
READING = (
    "Streifen: jeder Strich ein Gebiet, gestrichelt die Stadt, der Punkt mit Balken dieses Gebiet mit seinem "
    "95-%-Bereich. Verlauf: kräftig dieses Gebiet, dünn die Stadt; Lücken und Reihenbrüche werden nicht überbrückt."
)
FIGURES_WITH_ROOM = 7  # more of them get no lines of their own
REVIEWED, VOICES, NEEDS, QUESTIONS = 6, 7, 5, 4  # of each so many that all fits on four pages, whatever is in them
TITLE, LINE, VOICE = 110, 130, 200  # letters
T = TypeVar("T")


def pdf(ausgabe: Dialogausgabe, herausgabe: Herausgabe) -> bytes:
    """The handout as PDF/UA-1."""
    found = content(ausgabe, herausgabe)
    return typeset("dialoghandreichung", found, f"{KIND}: {found['titel']}")


def content(ausgabe: Dialogausgabe, herausgabe: Herausgabe) -> dict[str, Any]:
    """Everything that the template prints. What does not fit is in the minutes, and the handout says so."""
    blatt = ausgabe.blatt
    dialog = blatt.dialog
    when = (about(dialog, blatt.werk.stadt), day(dialog.datum), whole_span(blatt.programm), dialog.ort.strip())
    rueckblick, weitere = _first(dialogtext.review(ausgabe), REVIEWED)
    stimmen, mehr_stimmen = _first(dialogtext.voices(blatt), VOICES)
    bedarfe, mehr_bedarfe = _first(dialogtext.needs(blatt), NEEDS)
    fragen, mehr_fragen = _first(dialogtext.questions(blatt), QUESTIONS)
    return {
        "titel": short(dialog.titel, TITLE) or blatt.akte.id,
        "zeile": " · ".join(short(part, TITLE) for part in when if part),
        "stempel": stamp(blatt.datenstand),
        "hinweise": dialogtext.marks(blatt),
        "ablauf": [[span(punkt), ABSCHNITT[punkt.abschnitt]] for punkt in blatt.programm],
        "rueckblick": [[short(r.text, LINE), short(r.neben, LINE), r.stand] for r in rueckblick],
        "zahlen": [_figure(one, blatt.gebiet.name) for one in blatt.kennwerte],
        "mit_platz": len(blatt.kennwerte) <= FIGURES_WITH_ROOM,
        "ohne_zahl": [one.kurzname for one in blatt.ohne_zahl],
        "lesehilfe": READING,
        "stimmen": [[short(one.text, VOICE), short(one.neben, LINE)] for one in (*stimmen, *bedarfe)],
        "fragen": [
            [f.frage, short(f.stimmen, VOICE), [short(z, VOICE) for z in f.zahlen[:2]]] for f in fragen
        ],
        "weitere": _more(weitere),
        "mehr": _more(mehr_stimmen + mehr_bedarfe + mehr_fragen),
        "fuss": foot(blatt),
        "quellen": sources_only(blatt.indikatoren),
        "lizenz": f"Lizenz der Zahlen: {licence(herausgabe.lizenz)}",
        "herausgeber": herausgabe.herausgeber,
        "farben": {field.name: getattr(LIGHT, field.name) for field in fields(LIGHT)},
    }  # fmt: skip


def _figure(kennwert: Kennwert, gebiet: str) -> dict[str, Any]:
    row = kennzahl.row(kennwert, gebiet)
    strip, course = svg_strip(kennwert, LIGHT, NARROW), picture(kennwert)
    beside = [
        f"95 %: {row.bereich}" if row.bereich else "",
        f"Stadt: {row.stadt}" if row.stadt else "",
        f"Trend: {row.trend}",
        row.faelle,
        row.stand,
    ]
    return {
        "name": row.name,
        "wert": row.wert,
        "neben": [line for line in beside if line],
        "streifen": asdict(Bild(strip, describe_strip(kennwert))) if strip else None,
        "verlauf": asdict(course) if course else None,
    }


def _more(count: int) -> str:
    if count == 1:
        return "Ein weiterer Eintrag steht nur im Protokoll."
    return f"{count} weitere Einträge stehen nur im Protokoll." if count else ""


def _first(found: Sequence[T], most: int) -> tuple[Sequence[T], int]:
    """As many as there is room for, and how many more there are."""
    return found[:most], max(len(found) - most, 0)
