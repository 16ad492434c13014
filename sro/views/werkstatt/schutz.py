"""Whom to call when a child tells of harm, shown wherever somebody may type in what a child said."""

from __future__ import annotations

from html import escape

from sro.model.stimmenworte import Schutzkontakt


def contact_line(kontakt: Schutzkontakt) -> str:
    """The office and its number on one line; without a number it says where to look for it."""
    return f"{kontakt.stelle}, Telefon {kontakt.telefon}" if kontakt.telefon else kontakt.stelle


def html_contact(kontakt: Schutzkontakt) -> str:
    return (
        '<aside class="sro-schutzkontakt" aria-label="Kontakt nach § 8a SGB VIII">'
        f"<p><b>{escape(contact_line(kontakt))}</b></p><p>{escape(kontakt.hinweis)}</p></aside>"
    )
