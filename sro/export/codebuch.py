"""What a table of figures means, as rows of words: for the sheet of a workbook and a layer of a GeoPackage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sro.export.spalten import SPALTEN, Beigabe, Spalte
from sro.model.indikator import Indikator, Katalog
from sro.model.wert import Status
from sro.views import words
from sro.views.quelle import datenstand_label, licence


@dataclass(frozen=True, slots=True)
class Eintrag:
    """One row of the codebook, under the heading `teil`."""

    teil: str
    name: str
    bedeutung: str


def codebook(
    indikatoren: Sequence[Indikator], katalog: Katalog, beigabe: Beigabe, weitere: Sequence[Spalte] = ()
) -> list[Eintrag]:
    """Where the figures come from, what must be said of them, columns, states, and each indicator's sheet.

    `weitere` are columns that a table has beside those of all tables.
    """
    return [
        *_origin(indikatoren, beigabe),
        *(Eintrag("Spalten", s.titel, f"{s.beschreibung} ({s.name})") for s in (*SPALTEN, *weitere)),
        *(Eintrag("Status", status.value, _status(status)) for status in Status),
        *(entry for i in indikatoren for entry in _sheet(i, katalog)),
    ]


def _origin(indikatoren: Sequence[Indikator], beigabe: Beigabe) -> Iterator[Eintrag]:
    teil, herausgabe, lizenz = "Herkunft", beigabe.herausgabe, beigabe.herausgabe.lizenz
    for note in beigabe.notes(indikatoren):
        yield Eintrag(teil, "Hinweis", note)
    yield Eintrag(teil, "Datenstand", f"{datenstand_label(beigabe.datenstand)}, „{beigabe.datenstand.titel}“")
    for quelle in dict.fromkeys(i.quelle for i in indikatoren):
        yield Eintrag(teil, "Quelle", quelle)
    yield Eintrag(teil, "Herausgeber", herausgabe.herausgeber)
    yield Eintrag(teil, "Lizenz", licence(lizenz))


def _status(status: Status) -> str:
    mark = words.STATUS_MARK[status]
    return f"{words.STATUS_WORD[status]}; Zeichen „{mark}“" if mark else words.STATUS_WORD[status]


def _sheet(i: Indikator, katalog: Katalog) -> Iterator[Eintrag]:
    """As on the page: definition, how to read it, its limits."""
    teil = f"{i.kurzname} ({i.code})"
    threshold = "betrifft keine Personen" if i.schwelle is None else f"Zahlen unter {i.schwelle} werden nicht gezeigt"
    for name, text in (
        ("Name", i.name),
        ("Definition", i.definition),
        ("So lesen", i.lesehinweis),
        ("Zähler", katalog.merkmal(i.zaehler).name),
        ("Nenner", katalog.merkmal(i.nenner).name),
        ("Einheit", i.einheit),
        ("Lesart", words.POLARITY_WORD[i.polaritaet]),
        ("Stichtag oder Zeitraum", i.stichtag),
        ("Geheimhaltung", f"{threshold}; kein Wert unter {i.mindestnenner} im Nenner"),
        ("Rechtsgrundlage", i.paragraf),
        *((f"Reihenbruch {bruch.jahr}", bruch.grund) for bruch in i.reihenbrueche),
        *(("Einschränkung", text) for text in i.einschraenkungen),
    ):
        if text:
            yield Eintrag(teil, name, text)
