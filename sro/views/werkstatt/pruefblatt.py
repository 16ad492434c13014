"""One statement for the review: what was noted, with what the guard found in it, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from sro.akten.personenbezug import Hinweis, hinweise
from sro.model.akte import Akte
from sro.model.aussage import Aussage
from sro.views import words
from sro.views.werkstatt.worte import age, html_marks, html_sign

NOT_COUNTED = "nicht gezählt"


@dataclass(frozen=True)
class Herkunft:
    """Words for what a statement points to, and who noted it down when; both as they are shown."""

    werkstatt: str
    raum: str
    themen: tuple[str, ...]
    wer: str
    wann: str


def html_statement(akte: Akte[Aussage], herkunft: Herkunft) -> str:
    aussage = akte.inhalt
    noted = aussage.wortlaut_intern or aussage.wortlaut
    rows = "".join(f"<dt>{name}</dt><dd>{escape(word)}</dd>" for name, word in _facts(aussage, herkunft))
    return (
        f'<article class="sro-pruefblatt" aria-label="Aussage {escape(akte.id, quote=True)}">'
        f"<h2>{html_sign(aussage.valenz)} {aussage.valenz.value} <small>{escape(akte.id)}</small>"
        f"{html_marks(aussage)}</h2>"
        f"<blockquote>{_marked(noted) or '<i>ohne Notiz</i>'}</blockquote>"
        f"<dl>{rows}</dl></article>"
    )


def html_hints(found: Sequence[Hinweis]) -> str:
    """The guard's sentences; empty where it found nothing."""
    if not found:
        return ""
    items = "".join(f"<li>{escape(satz)}</li>" for satz in dict.fromkeys(hint.satz for hint in found))
    return f'<div class="sro-hinweise" role="status"><p><b>Bitte prüfen</b></p><ul>{items}</ul></div>'


def html_sentences(saetze: Sequence[str]) -> str:
    """What keeps a statement from being released."""
    items = "".join(f"<li>{escape(satz)}</li>" for satz in saetze)
    return f'<div class="sro-hinweise" role="alert"><p><b>Noch nicht freigegeben</b></p><ul>{items}</ul></div>'


def html_left(n: int) -> str:
    """How many still wait."""
    if not n:
        return (
            '<p class="sro-leer">Alle Aussagen sind geprüft. Neue kommen aus „Erfassen“ oder aus einer XLSX-Datei.</p>'
        )
    noun = "Aussage wartet" if n == 1 else "Aussagen warten"
    return f'<p class="sro-unter"><b>{words.number(n)}</b> {noun} auf Prüfung</p>'


def _facts(aussage: Aussage, herkunft: Herkunft) -> Iterator[tuple[str, str]]:
    group = NOT_COUNTED if aussage.gruppe_n is None else words.number(aussage.gruppe_n)
    points = NOT_COUNTED if aussage.punkte is None else words.number(aussage.punkte)
    yield "Werkstatt", herkunft.werkstatt
    yield "Ort", " · ".join(part for part in (aussage.ort or "ohne Ort", herkunft.raum) if part)
    yield "Wer", f"{age(aussage.altersgruppe)}; Kinder in der Gruppe: {group}"
    yield "Methode", " · ".join(str(part) for part in (aussage.methode, aussage.phase) if part)
    yield "Punkte", points
    if herkunft.themen:
        yield "Themen", ", ".join(herkunft.themen)
    yield "Stand", aussage.bearbeitung.value
    yield "Erfasst", f"{herkunft.wer or 'unbekannt'}, {herkunft.wann}"


def _marked(text: str) -> str:
    """The text with what the guard found in it marked."""
    parts, place = [], 0
    for hint in hinweise(text):
        parts += [escape(text[place : hint.von]), f"<mark>{escape(hint.wort)}</mark>"]
        place = hint.bis
    return "".join([*parts, escape(text[place:])]).replace("\n", "<br>")
