"""What is wrong with a record as somebody wants to save it. All of it at once, each as a sentence with the remedy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sro.akten.bestand import RECORDS, Bestand, values
from sro.akten.einsicht import KLEINSTE_GRUPPE, quote_allowed
from sro.akten.empfang import NEEDED, may_receive, stricter
from sro.model.akte import Freigabe, Inhalt
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.feld import Feld, Form, Vokabular, feld_named, felder
from sro.model.transfer import Transfer, Versand
from sro.model.werkstatt import Werkstatt

LONGEST = {Form.ZEILE: 200, Form.TEXT: 4000}
MOST = 1_000_000
EARLIEST, LATEST = dt.date(1990, 1, 1), dt.date(2100, 1, 1)
Kennt = Callable[[Vokabular, str], bool]  # whether a word that is no record exists


@dataclass(frozen=True, slots=True)
class Mangel:
    """Something that keeps a record from being saved: the field's name and a German sentence."""

    feld: str
    satz: str


def maengel(inhalt: Inhalt, bestand: Bestand, kennt: Kennt) -> tuple[Mangel, ...]:
    """Everything that is wrong; empty where it may be saved."""
    alone = (mangel for feld in felder(type(inhalt)) for mangel in _field(inhalt, feld, bestand, kennt))
    return (*alone, *_together(inhalt, bestand))


def _field(inhalt: Inhalt, feld: Feld, bestand: Bestand, kennt: Kennt) -> Iterator[Mangel]:
    value = getattr(inhalt, feld.name)
    if feld.pflicht and (value in (None, "", ()) or (isinstance(value, str) and not value.strip())):
        yield Mangel(feld.name, f"„{feld.titel}“ fehlt; bitte ausfüllen.")
    if feld.form in LONGEST and len(value) > LONGEST[feld.form]:
        yield Mangel(feld.name, f"„{feld.titel}“ hat {len(value)} Zeichen; bitte auf {LONGEST[feld.form]} kürzen.")
    if feld.form is Form.ZAHL and value is not None and not 0 <= value <= MOST:
        yield Mangel(feld.name, f"„{feld.titel}“ ist {value}; bitte eine Zahl von 0 bis 1.000.000 angeben.")
    if feld.form is Form.DATUM and value is not None and not EARLIEST <= value <= LATEST:
        yield Mangel(feld.name, f"„{feld.titel}“ ist {value:%d.%m.%Y}; bitte ein Datum ab 1990 angeben.")
    if feld.vokabular:
        for word in values(inhalt, feld):
            if not (word in bestand if feld.vokabular in RECORDS else kennt(feld.vokabular, word)):
                yield Mangel(feld.name, f"„{feld.titel}“: „{word}“ gibt es nicht; bitte entfernen oder anlegen.")


def _together(inhalt: Inhalt, bestand: Bestand) -> Iterator[Mangel]:
    if isinstance(inhalt, Bedarf):
        yield from _priority(inhalt)
    if isinstance(inhalt, Werkstatt) and inhalt.beginn and inhalt.ende and inhalt.ende < inhalt.beginn:
        yield Mangel("ende", "Das Ende liegt vor dem Beginn; bitte eines der beiden Daten ändern.")
    if isinstance(inhalt, Aussage):
        yield from _statement(inhalt, bestand)
    if isinstance(inhalt, Transfer):
        yield from _handing_on(inhalt, bestand)
    if isinstance(inhalt, Versand) and inhalt.am and inhalt.rueckmeldung_am and inhalt.rueckmeldung_am < inhalt.am:
        yield Mangel("rueckmeldung_am", "Die Rückmeldung liegt vor dem Versand; bitte eines der beiden Daten ändern.")


def _priority(bedarf: Bedarf) -> Iterator[Mangel]:
    if bedarf.prioritaet.strip() and not bedarf.prioritaet_durch.strip():
        yield Mangel(
            "prioritaet_durch", "Eine Priorität braucht das Gremium, das sie beschlossen hat; bitte beides oder nichts."
        )


def _statement(aussage: Aussage, bestand: Bestand) -> Iterator[Mangel]:
    if not aussage.wortlaut_intern.strip() and not aussage.wortlaut.strip():
        yield Mangel("wortlaut_intern", "Die Aussage hat keinen Text; bitte aufschreiben, was gesagt wurde.")
    if aussage.freigabe is not Freigabe.INTERN and not aussage.wortlaut.strip():
        yield Mangel("wortlaut", "Ohne öffentliche Fassung wird nichts freigegeben; bitte eine schreiben.")
    if aussage.zitat and aussage.freigabe is not Freigabe.INTERN and not _quotable(aussage, bestand):
        title = feld_named(Aussage, "zitat").titel
        yield Mangel(
            "zitat",
            f"„{title}“ geht hier nicht: In dieser Altersgruppe waren an diesem Ort weniger als {KLEINSTE_GRUPPE} "
            "Kinder (oder die Zahl fehlt). Bitte umschreiben und den Haken entfernen.",
        )
    if (aussage.lon is None) != (aussage.lat is None):
        yield Mangel("lon", "Länge und Breite gehören zusammen; bitte beide angeben oder beide leer lassen.")


def _quotable(aussage: Aussage, bestand: Bestand) -> bool:
    """The statement's own number counts as well, because it may be the first of its group."""
    return (aussage.gruppe_n or 0) >= KLEINSTE_GRUPPE or quote_allowed(aussage, bestand)


def _handing_on(transfer: Transfer, bestand: Bestand) -> Iterator[Mangel]:
    """A product goes to nobody whom its protection keeps out, and is no more open than the dialogue that it shows."""
    if not may_receive(transfer.zielgruppe, transfer.schutz):
        yield Mangel(
            "schutz",
            f"„{transfer.produkt}“ mit der Schutzstufe „{transfer.schutz}“ darf nicht an diese Zielgruppe gehen: "
            f"{transfer.zielgruppe} braucht mindestens „{NEEDED[transfer.zielgruppe]}“. Bitte eine andere Zielgruppe "
            "oder, wenn der Inhalt dafür freigegeben ist, eine andere Schutzstufe wählen.",
        )
    if transfer.dialog in bestand and stricter(frei := bestand.akte(transfer.dialog).inhalt.freigabe, transfer.schutz):
        yield Mangel(
            "schutz",
            f"Der Dialog {transfer.dialog} ist mit „{frei}“ enger freigegeben als die Schutzstufe „{transfer.schutz}“; "
            "bitte die Schutzstufe ändern oder zuerst den Dialog freigeben.",
        )
