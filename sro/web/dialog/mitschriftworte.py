"""What the minutes of a dialogue offer: columns, fields, words to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from sro.akten.bestand import RECORDS, Bestand
from sro.akten.dialogmitschrift import ARTEN, TYPED, VEREINBARUNG, Eintrag
from sro.akten.maengel import LONGEST
from sro.akten.werte import short, title_text
from sro.model.dialog import Dialog, Dialogstand, Notiz
from sro.model.feld import Feld, Form, Vokabular, feld_named
from sro.model.vereinbarung import Vereinbarung
from sro.reference.stimmenworte import stimmenworte
from sro.reference.vokabular import words

ABGESCHLOSSEN = (
    "Dieser Dialog ist abgeschlossen. Es wird nichts mehr mitgeschrieben; was vereinbart ist, "
    "wird unter „Vereinbarungen“ weitergeführt."
)
FRAGEN = {
    "Beobachtung": "Was sehen und hören wir?",
    "Deutung": "Was könnte dahinterstehen?",
    VEREINBARUNG: "Wer tut was, bis wann?",
}
SPALTEN = [{"art": art, "frage": FRAGEN[art]} for art in ARTEN]
LEER = {
    "text": "Hier schreiben",
    "indikatoren": "ohne Indikator",
    "verantwortlich": "Stelle oder Träger",
    "massstab": "Woran wir es erkennen",
}
AT_HAND = ("text", "verantwortlich", "frist", "massstab")  # of an agreement; the rest opens with „mehr“
STELLEN = ("verantwortlich", "beteiligte")


def is_open(akten: Bestand, dialog: str) -> bool:
    """Whether there is still something to be noted down."""
    return _dialog(akten, dialog).stand is not Dialogstand.ABGESCHLOSSEN


def worte(akten: Bestand, dialog: str) -> dict[str, list[dict[str, str]]]:
    """Field → what is offered: of indicators, statements and Bedarfe those of this dialogue, and what entries have."""
    own = _dialog(akten, dialog)
    used = [*akten.her(dialog, Notiz), *akten.her(dialog, Vereinbarung)]
    offered: dict[str, Iterable[str]] = {
        "indikatoren": own.indikatoren,
        "aussagen": own.aussagen,
        "bedarfe": own.bedarfe,
        "leitlinien": words(Vokabular.LEITLINIE),
        "bausteine": words(Vokabular.BAUSTEIN),
    }
    found = {}
    for name, ids in offered.items():
        feld = feld_named(Vereinbarung, name)
        more = (one for akte in used for one in getattr(akte.inhalt, name, ()))
        found[name] = [{"id": one, "name": _name(feld, one, akten)} for one in dict.fromkeys((*ids, *more))]
    return found


def stellen(akten: Bestand) -> list[str]:
    """Units that are offered as responsible: those that were, and the offices."""
    named = [akte.inhalt.verantwortlich.strip() for akte in akten.von(Vereinbarung)]
    return sorted({one for one in (*named, *(one.name for one in stimmenworte().schnittstellen)) if one})


def _fields(art: str) -> list[dict[str, Any]]:
    klasse: type[Eintrag] = Vereinbarung if art == VEREINBARUNG else Notiz
    return [_field(feld_named(klasse, name), klasse) for name in TYPED[klasse]]


def _field(feld: Feld, klasse: type[Eintrag]) -> dict[str, Any]:
    alone = klasse is Notiz and feld.form is Form.MEHRFACH
    return {
        "name": feld.name,
        "titel": "Indikator" if alone else feld.titel,
        "form": str(feld.form),
        "hilfe": feld.hilfe,
        "laenge": LONGEST.get(feld.form, 0),
        "leer": LEER.get(feld.name, ""),
        "mehr": klasse is Vereinbarung and feld.name not in AT_HAND,
        "eines": alone,
        "stellen": feld.name in STELLEN,
    }


def _dialog(akten: Bestand, dialog: str) -> Dialog:
    return cast(Dialog, akten.akte(dialog).inhalt)


def _name(feld: Feld, wort: str, akten: Bestand) -> str:
    if feld.vokabular not in RECORDS:
        return words(cast(Vokabular, feld.vokabular)).get(wort, wort)
    return short(title_text(akten.akte(wort).inhalt, akten)) if wort in akten else wort


FELDER = {art: _fields(art) for art in ARTEN}
