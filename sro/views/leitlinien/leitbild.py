"""The guiding question and the three projects as HTML."""

from __future__ import annotations

from html import escape

from sro.model.leitbild import Leitbild, Projekt


def html_question(leitbild: Leitbild, weg: str = "") -> str:
    """The guiding question; `weg` is the address of the page that says how far the Leitlinien are."""
    link = f' · <a href="{escape(weg, quote=True)}" target="_self">Leitlinien und Bausteine</a>' if weg else ""
    return (
        f'<p class="sro-leitfrage">{escape(leitbild.leitfrage)}</p>'
        f'<p class="sro-unter">Leitfrage der Sozialraumorientierung ({escape(leitbild.leitfrage_nach)}){link}</p>'
    )


def html_projects(leitbild: Leitbild) -> str:
    """The projects as cards, each with its way on where there is one."""
    cards = "".join(_project(projekt) for projekt in leitbild.projekte)
    source = f'<p class="sro-quelle">{escape(leitbild.quelle)}</p>'
    return f'<h2>{_heading(len(leitbild.projekte))}</h2><div class="sro-karten sro-drei">{cards}</div>{source}'


def _heading(count: int) -> str:
    return {1: "Ein Projekt", 2: "Zwei Projekte", 3: "Drei Projekte"}.get(count, f"{count} Projekte")


def _project(projekt: Projekt) -> str:
    parts = "".join(f"<li>{escape(teil.titel)}</li>" for teil in projekt.teile)
    link = ""
    if projekt.weg:
        address = escape(projekt.weg.adresse, quote=True)
        link = f'<p class="sro-neben"><a href="{address}" target="_self">{escape(projekt.weg.text)}</a></p>'
    head = f"<h3>{escape(projekt.titel)}</h3><p>{escape(projekt.text)}</p>"
    return f'<section class="sro-karte">{head}<ul>{parts}</ul>{link}</section>'
