"""The guiding question and the three projects as HTML."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from sro.model.leitbild import Leitbild, Projekt


def html_question(leitbild: Leitbild) -> str:
    return (
        f'<p class="sro-leitfrage">{escape(leitbild.leitfrage)}</p>'
        f'<p class="sro-unter">Leitfrage der Sozialraumorientierung ({escape(leitbild.leitfrage_nach)})</p>'
    )


def html_projects(leitbild: Leitbild, wege: Mapping[str, tuple[str, str]]) -> str:
    """The projects as cards; `wege`: project id → (label, address) of the page that serves it, where there is one."""
    cards = "".join(_project(projekt, wege.get(projekt.id)) for projekt in leitbild.projekte)
    source = f'<p class="sro-quelle">{escape(leitbild.quelle)}</p>'
    return f'<h2>Drei Projekte</h2><div class="sro-karten sro-drei">{cards}</div>{source}'


def _project(projekt: Projekt, weg: tuple[str, str] | None) -> str:
    parts = "".join(f"<li>{escape(teil.titel)}</li>" for teil in projekt.teile)
    link = ""
    if weg:
        label, address = weg
        link = f'<p class="sro-neben"><a href="{escape(address, quote=True)}" target="_self">{escape(label)}</a></p>'
    head = f"<h3>{escape(projekt.titel)}</h3><p>{escape(projekt.text)}</p>"
    return f'<section class="sro-karte">{head}<ul>{parts}</ul>{link}</section>'
