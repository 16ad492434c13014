"""A record as HTML: what it is, how it became so, and what two people made of it. All text is escaped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape
from typing import Any

from sro.akten.bestand import Bestand
from sro.akten.chronik import Feldaenderung, Schritt
from sro.akten.werte import value_text
from sro.akten.zusammenfuehren import Feldvergleich
from sro.model.akte import Akte, Inhalt, Zustand
from sro.model.aktenart import art_of
from sro.model.feld import Feld
from sro.model.gebiet import Stadt
from sro.views.lieferung.protokoll import moment
from sro.views.tafel import html_tafel

LEER = '<i class="sro-leise">leer</i>'
SYNTHETISCH = ' <b class="sro-synthetisch">synthetisch</b>'


def html_head(akte: Akte[Inhalt]) -> str:
    """What is open: its kind and id, and who changed it last."""
    mark = SYNTHETISCH if akte.inhalt.synthetisch else ""
    changed = f"Fassung {akte.fassung} · {moment(akte.zeitpunkt)} · {escape(akte.wer)}"
    name = art_of(type(akte.inhalt)).name
    return f'<h2>{escape(name)} {escape(akte.id)}{mark}</h2><p class="sro-unter">{changed}</p>'


def html_step(schritt: Schritt, bestand: Bestand, stadt: Stadt) -> str:
    """One step of the history: who did what when, and field by field from what to what."""
    last = schritt.letzte
    versions = f"Fassung {schritt.bis}" if schritt.von == schritt.bis else f"Fassungen {schritt.von}–{schritt.bis}"
    done = _done(schritt)
    reason = f"<p>Grund: {_text(last.grund)}</p>" if last.grund else ""
    changes = html_changes(schritt.aenderungen, schritt.erster, bestand, stadt)
    when = f'<p class="sro-leise">{moment(last.zeitpunkt)} · {escape(last.wer)}</p>'
    return f'<div class="sro-schritt"><h4>{versions}: {done}</h4>{when}{reason}{changes}</div>'


def html_changes(aenderungen: Sequence[Feldaenderung], neu: bool, bestand: Bestand, stadt: Stadt) -> str:
    """Field by field from what to what; of a new record only what it is now."""
    rows = "".join(_change(one, neu, bestand, stadt) for one in aenderungen)
    return f'<dl class="sro-aenderungen">{rows}</dl>' if rows else ""


def html_comparison(
    vergleich: Sequence[Feldvergleich], wer: str, bestand: Bestand, stadt: Stadt, titel: str = "Was sich geändert hat"
) -> str:
    """Field by field: before, what the other one wrote, what the person at the screen typed."""
    rows = [
        (
            escape(one.feld.titel),
            _value(one.feld, one.vorher, bestand, stadt),
            _side(one, one.andere, bestand, stadt),
            _side(one, one.eigene, bestand, stadt),
        )
        for one in vergleich
    ]
    return html_tafel(
        titel, ("Feld", "Ausgangsfassung", f"inzwischen von {wer}", "Ihre Eingabe"), rows, "sro-vergleich"
    )


def html_content(inhalt: Inhalt, felder: Sequence[Feld], bestand: Bestand, stadt: Stadt) -> str:
    """What was typed, to be read and copied; fields that are empty are left out."""
    texts = ((feld.titel, value_text(feld, getattr(inhalt, feld.name), bestand, stadt)) for feld in felder)
    rows = "".join(f"<dt>{escape(titel)}</dt><dd>{_text(text)}</dd>" for titel, text in texts if text)
    return f'<dl class="sro-inhalt">{rows}</dl>'


def html_pointing(lines: Sequence[str], heading: str) -> str:
    """Records that name this one."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<div class="sro-verweise"><h4>{escape(heading)}</h4><ul>{items}</ul></div>' if lines else ""


def html_help(satz: str) -> str:
    """What belongs into a field, below it."""
    return f'<p class="sro-hilfe">{escape(satz)}</p>' if satz else ""


def html_mangel(saetze: Sequence[str]) -> str:
    """What keeps a field from being saved, below it."""
    return "".join(f'<p class="sro-mangel">{escape(satz)}</p>' for satz in saetze)


def html_hint(saetze: Sequence[str]) -> str:
    """What a field could give away about a person, below it."""
    return "".join(f'<p class="sro-personenbezug">{escape(satz)}</p>' for satz in saetze)


def changed_at(zeitpunkt: dt.datetime) -> str:
    """The day of a change, for lists: 24.11.2026."""
    return f"{zeitpunkt.astimezone():%d.%m.%Y}"


def _done(schritt: Schritt) -> str:
    match schritt.letzte.zustand:
        case Zustand.ENTFERNT:
            return "entfernt"
        case Zustand.GETILGT:
            return "Inhalt getilgt"
        case _:
            if schritt.erster:
                return "angelegt"
            return "zurückgeholt" if schritt.zurueckgeholt else "geändert"


def _change(one: Feldaenderung, new: bool, bestand: Bestand, stadt: Stadt) -> str:
    after = f"<ins>{_value(one.feld, one.nachher, bestand, stadt)}</ins>"
    before = "" if new else f"<del>{_value(one.feld, one.vorher, bestand, stadt)}</del> "
    return f"<dt>{escape(one.feld.titel)}</dt><dd>{before}{after}</dd>"


def _side(one: Feldvergleich, value: Any, bestand: Bestand, stadt: Stadt) -> str:
    shown = _value(one.feld, value, bestand, stadt)
    return f'<span class="sro-leise">unverändert</span> {shown}' if value == one.vorher else f"<mark>{shown}</mark>"


def _value(feld: Feld, value: Any, bestand: Bestand, stadt: Stadt) -> str:
    text = value_text(feld, value, bestand, stadt)
    return _text(text) if text else LEER


def _text(text: str) -> str:
    return f'<span class="sro-wortlaut">{escape(text)}</span>'
