"""The Protokoll and the audit as HTML. All text is escaped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape

from sro.model.protokoll import Eintrag, Vorgang

WORD = {
    Vorgang.FREIGABE: "Freigabe",
    Vorgang.AKTIVIERUNG: "Aktivierung",
    Vorgang.EINRICHTUNGEN: "Liste der Einrichtungen",
}


def html_protocol(eintraege: Sequence[Eintrag]) -> str:
    """Who released and activated what, newest first."""
    heads = ("Zeitpunkt", "Wer", "Vorgang", "Datenstand", "Dateien und Bestätigungen")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    rows = "".join(_row(eintrag) for eintrag in eintraege)
    return (
        '<div class="sro-tabelle sro-protokoll" role="region" tabindex="0" aria-label="Protokoll">'
        "<table><caption>Protokoll</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def moment(zeitpunkt: dt.datetime) -> str:
    """In the server's time zone: 24.11.2026, 17:45 Uhr."""
    return f"{zeitpunkt.astimezone():%d.%m.%Y, %H:%M} Uhr"


def _row(eintrag: Eintrag) -> str:
    cells = (escape(eintrag.wer), WORD[eintrag.was], _datenstand(eintrag), _details(eintrag))
    rest = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row">{moment(eintrag.zeitpunkt)}</th>{rest}</tr>'


def _datenstand(eintrag: Eintrag) -> str:
    return "" if eintrag.datenstand_id is None else str(eintrag.datenstand_id)


def _details(eintrag: Eintrag) -> str:
    files = [f"{escape(d.name)} <code>{escape(d.sha256[:12])}</code>" for d in eintrag.angaben.dateien]
    reasons = [f"{escape(b.code)}: {escape(b.grund)}" for b in eintrag.angaben.bestaetigt]
    return "<br>".join([*files, *reasons])
