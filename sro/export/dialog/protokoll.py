"""The minutes of a dialogue: what was looked at, what was seen in it, what was made of it, and what was agreed."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from sro.akten.werte import short
from sro.auswertung.dialog.ausgabe import Dialogausgabe
from sro.auswertung.dialog.blatt import Dialogblatt
from sro.auswertung.kennwert import Kennwert
from sro.export import kennzahl
from sro.export.dialog import text as dialogtext
from sro.export.dialog.text import Abrede, Eintrag, Fragesatz, Rueckschau
from sro.export.kennzahl import Kennzahl
from sro.export.pdf import typeset
from sro.model.dialog import Notizart
from sro.model.herausgabe import Herausgabe
from sro.views.dialog.worte import stamp
from sro.views.quelle import sources_only
from sro.views.theme import LIGHT
from sro.views.zahlen.beschreibung import describe_series
from sro.views.zahlen.damals_heute import NO_CAUSE, ONE_IN_TWENTY
from sro.views.zahlen.trend import FLAT, NARROW, svg_trend

KIND = "Protokoll"
FOOT = 60  # letters of the title in the foot, so that there is room for the rest
READING = (
    "Der 95-%-Bereich sagt, wie genau eine Zahl ist: So weit kann sie auch durch Zufall schwanken. „Stadt“ ist die "
    "ganze Stadt im selben Zeitraum. Was nicht gezeigt wird, hat ein Wort statt einer Zahl: geheim gehalten, nicht "
    "geliefert oder nicht sinnvoll; eine Null ist eine echte Null."
)
SEEN = "Was gesehen wurde, ohne Erklärung."
MADE_OF_IT = "Wie die Runde es erklärt. Deutungen sind keine Befunde."
AGREED = "Wer was bis wann tut und woran zu erkennen ist, dass es gelungen ist."


@dataclass(frozen=True, slots=True)
class Bild:
    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class Protokoll:
    """The minutes as texts; a section without anything in it is left out of the file."""

    titel: str
    dokumenttitel: str
    zeile: str
    angaben: tuple[tuple[str, str], ...]
    hinweise: tuple[str, ...]
    rueckblick: tuple[Rueckschau, ...]
    zahlen: tuple[tuple[Kennzahl, Bild | None], ...]
    stimmen: tuple[Eintrag, ...]
    beobachtungen: tuple[Eintrag, ...]
    deutungen: tuple[Eintrag, ...]
    vereinbarungen: tuple[Abrede, ...]
    fragen: tuple[Fragesatz, ...]
    termine: tuple[str, ...]
    fuss: str
    quellen: tuple[str, ...]
    herausgeber: str


def minutes(ausgabe: Dialogausgabe, herausgabe: Herausgabe) -> Protokoll:
    blatt = ausgabe.blatt
    titel = blatt.dialog.titel.strip() or blatt.akte.id
    compared = any(one.zahlen for one in dialogtext.review(ausgabe))
    return Protokoll(
        titel=titel,
        dokumenttitel=f"{KIND}: {titel}",
        zeile=f"{KIND} · {dialogtext.state(ausgabe)}",
        angaben=tuple(dialogtext.facts(ausgabe)),
        hinweise=tuple(dialogtext.marks(blatt)),
        rueckblick=tuple(dialogtext.review(ausgabe)),
        zahlen=tuple((kennzahl.row(one, blatt.gebiet.name), picture(one)) for one in blatt.kennwerte),
        stimmen=(*dialogtext.voices(blatt), *dialogtext.needs(blatt)),
        beobachtungen=tuple(dialogtext.notes(blatt, Notizart.BEOBACHTUNG)),
        deutungen=tuple(dialogtext.notes(blatt, Notizart.DEUTUNG)),
        vereinbarungen=tuple(dialogtext.agreements(blatt)),
        fragen=tuple(dialogtext.questions(blatt)),
        termine=tuple(dialogtext.next_dates(ausgabe)),
        fuss=foot(blatt),
        quellen=(sources_only(blatt.indikatoren), *([f"{NO_CAUSE} {ONE_IN_TWENTY}"] if compared else [])),
        herausgeber=herausgabe.herausgeber,
    )


def pdf(protokoll: Protokoll) -> bytes:
    """The minutes as PDF/UA-1."""
    return typeset("dialogprotokoll", content(protokoll), protokoll.dokumenttitel)


def content(protokoll: Protokoll) -> dict[str, Any]:
    """Everything that the template prints."""
    return {
        **asdict(protokoll),
        "kopf": kennzahl.KOPF,
        "lesehilfe": READING,
        "gesehen": SEEN,
        "gedeutet": MADE_OF_IT,
        "vereinbart": AGREED,
        "farben": {field.name: getattr(LIGHT, field.name) for field in fields(LIGHT)},
    }


def foot(blatt: Dialogblatt) -> str:
    """What stands on every page: the dialogue, its Datenstand, "synthetisch"."""
    titel = short(blatt.dialog.titel, FOOT) or blatt.akte.id
    return " · ".join((titel, stamp(blatt.datenstand), *dialogtext.marks(blatt)))


def picture(kennwert: Kennwert, breite: int = NARROW, hoehe: int = FLAT) -> Bild | None:
    """The figure's course; None where under two years show a value."""
    drawn = svg_trend(kennwert.reihe, kennwert.indikator, LIGHT, kennwert.stadtreihe, kennwert.jahr, breite, hoehe)
    return Bild(drawn, f"Verlauf. {describe_series(kennwert.reihe, kennwert.indikator)}") if drawn else None
