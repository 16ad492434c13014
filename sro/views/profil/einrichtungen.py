"""The facilities of an area as an HTML table, grouped by kind. All text is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sro.model.einrichtung import Einrichtung, Einrichtungsart, Einrichtungsliste, by_kind
from sro.views.words import date, number

LABEL = "synthetisch"
SYNTHETISCH = "Erfundene Einrichtungen – keine echten Namen, Träger oder Plätze"
NICHTS = "In der Liste steht für dieses Gebiet keine Einrichtung."
COLUMNS = ("Name", "Träger", "Plätze")


def html_facilities(titel: str, einrichtungen: Sequence[Einrichtung]) -> str:
    """One table with a group of rows per kind; made-up facilities are marked at the table and at every group."""
    if not einrichtungen:
        return f'<p class="sro-leer">{NICHTS}</p>'
    name = escape(titel, quote=True)
    first, second, last = COLUMNS
    head = f'<th scope="col">{first}</th><th scope="col">{second}</th><th scope="col" class="zahl">{last}</th>'
    groups = "".join(_group(art, found) for art, found in by_kind(einrichtungen).items())
    return (
        f'<div class="sro-tabelle sro-einrichtungen" role="region" tabindex="0" aria-label="{name}">'
        f"<table><caption>{name}{_mark(einrichtungen)}</caption><thead><tr>{head}</tr></thead>{groups}</table></div>"
    )


def facilities_source(liste: Einrichtungsliste) -> str:
    """One line of plain text: where the list comes from, from when, whether it is made up."""
    parts = [f"Quelle: {liste.quelle}", f"eingelesen am {date(liste.zeitpunkt.astimezone().date())}"]
    return " · ".join([*parts, SYNTHETISCH] if liste.synthetisch else parts)


def _group(art: Einrichtungsart, found: Sequence[Einrichtung]) -> str:
    heading = f"{escape(art)} <span>({number(len(found))})</span>{_mark(found)}"
    rows = "".join(_row(one) for one in found)
    return f'<tbody><tr class="gesamt"><th scope="rowgroup" colspan="{len(COLUMNS)}">{heading}</th></tr>{rows}</tbody>'


def _mark(found: Sequence[Einrichtung]) -> str:
    return f' <b class="sro-synthetisch">{LABEL}</b>' if any(one.synthetisch for one in found) else ""


def _row(one: Einrichtung) -> str:
    note = f"<small>{escape(one.hinweis)}</small>" if one.hinweis else ""
    provider = f"{escape(one.traeger)} <small>{escape(one.traegerart)}</small>"
    return f'<tr><th scope="row">{escape(one.name)}{note}</th><td>{provider}</td>{_places(one.plaetze)}</tr>'


def _places(plaetze: int | None) -> str:
    """Places that are not known are not zero; the dash is for the eye, the words are for the ear."""
    if plaetze is None:
        return (
            '<td class="zahl"><span aria-hidden="true">–</span><span class="sro-nur-hoerbar">keine Angabe</span></td>'
        )
    return f'<td class="zahl">{number(plaetze)}</td>'
