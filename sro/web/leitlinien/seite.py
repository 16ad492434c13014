"""The page Leitlinien: the overview, or one Leitlinie, Baustein or project beside the list."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from html import escape

import streamlit as st

from sro.akten.bestand import Bestand
from sro.akten.einsicht import for_role
from sro.auswertung.leitlinien.belege import Bezugsblatt, assessments, sheet
from sro.model.akte import Akte, Inhalt
from sro.model.aktenart import Aktenart, art_called
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.fortschritt import Fortschritt, Meilenstein
from sro.model.impuls import Impuls
from sro.model.leitbild import Bezug, Projekt
from sro.model.steuerung import Steuerungspotential
from sro.model.uebergabe import Uebergabe
from sro.model.werkstatt import Werkstatt
from sro.reference.catalogue import catalogue
from sro.reference.leitbild import leitbild
from sro.views.leitlinien.blatt import SYNTHETISCH, html_evidence, html_history, html_milestones, html_sheet, html_state
from sro.views.leitlinien.leitbild import html_question
from sro.views.leitlinien.liste import html_inside, html_list, html_summary
from sro.web import data, tag
from sro.web.akten import bestand
from sro.web.holstentor import auswahl as holstentorauswahl
from sro.web.leitlinien.auswahl import Leitlinienwahl, Teil, address
from sro.web.leitlinien.stand import choose_part
from sro.web.rechte import akteur, darf
from sro.web.werkstatt import auswahl as werkstattauswahl

TEIL_WORD = {Teil.STAND: "Stand", Teil.BEARBEITEN: "Bearbeiten"}
INDICATORS = "indikatoren"  # in a project's `belege`: all indicators of the active Datenstand
NO_LEITBILD = "Für diese Stadt ist kein Leitbild hinterlegt (leitbild.yaml im Ordner der Stadt)."
ABOUT = "Leitlinien, Bausteine und Projekte: wie weit sie sind und was es belegt"
CHAIN_PART = {
    Beduerfnis: holstentorauswahl.Teil.PERSPEKTIVEN,
    Bedarf: holstentorauswahl.Teil.BEDARFE,
    Impuls: holstentorauswahl.Teil.KETTE,
    Steuerungspotential: holstentorauswahl.Teil.KETTE,
}
WORKSHOP_PART = {
    Werkstatt: werkstattauswahl.Teil.KARTE,
    Aussage: werkstattauswahl.Teil.KARTE,
    Uebergabe: werkstattauswahl.Teil.RUECKMELDUNGEN,
}


def heading() -> None:
    """What the page is about, and "synthetisch" where any record is that it tells of."""
    told = (*bestand().von(Fortschritt), *bestand().von(Meilenstein))
    mark = f" {SYNTHETISCH}" if any(akte.inhalt.synthetisch for akte in told) else ""
    st.html(f'<h1>Leitlinien</h1><p class="sro-unter">{ABOUT}{mark}</p>')


def part() -> None:
    """Offered to those who may edit; for all others there is one part alone."""
    if darf(Rolle.PLANUNG):
        choose_part(TEIL_WORD)


def show(wahl: Leitlinienwahl) -> None:
    found, today = _sheets(bestand(), _delivered()), tag.heute()
    listed = html_list(leitbild(), found, wahl.bezug, way, today)
    if wahl.bezug is None:
        st.html(html_question(leitbild()) + html_summary(found, today) + f'<div class="sro-leitbild">{listed}</div>')
        return
    chosen = _article(_bezug(wahl.bezug), found[wahl.bezug], today)
    st.html(f'<div class="sro-leitbild offen">{listed}{chosen}</div>')


def source() -> None:
    st.html(f'<p class="sro-quelle">{escape(leitbild().quelle)}</p>')


def way(bezug: str | None) -> str:
    """The address of the page with this one open, or with none."""
    return address(Leitlinienwahl(bezug=bezug))


def record_address(akte: Akte[Inhalt]) -> str | None:
    """Where a record is shown; None where no page shows a single one of its kind."""
    if type(akte.inhalt) in CHAIN_PART:
        chosen = holstentorauswahl.Holstentorwahl(teil=holstentorauswahl.Teil.KETTE, element=akte.id)
        return holstentorauswahl.address(chosen)
    if isinstance(akte.inhalt, Aussage):
        return werkstattauswahl.link(werkstattauswahl.Werkstattauswahl(aussage=akte.id))
    return kind_address_of(type(akte.inhalt))


def kind_address(art: Aktenart) -> str | None:
    """Where the records of a kind are shown together; None where no page does."""
    return kind_address_of(art.klasse)


def kind_address_of(klasse: type[Inhalt]) -> str | None:
    if klasse in CHAIN_PART:
        return holstentorauswahl.address(holstentorauswahl.Holstentorwahl(teil=CHAIN_PART[klasse]))
    if klasse in WORKSHOP_PART:
        return werkstattauswahl.link(werkstattauswahl.Werkstattauswahl(teil=WORKSHOP_PART[klasse]))
    return None


def _article(bezug: Bezug, blatt: Bezugsblatt, today: dt.date) -> str:
    back = html_inside(way(None), "Alle Leitlinien, Bausteine und Projekte", fokus="")
    history = _history(blatt.stand) if blatt.stand else ()
    beside = html_milestones(blatt.meilensteine, today) + html_history(history, namen=darf(Rolle.FACHKRAFT))
    evidence = html_evidence(blatt, catalogue(), record_address, kind_address)
    parts = (f"<div>{html_state(blatt)}{evidence}</div>", f"<div>{beside}</div>")
    return html_sheet(bezug, back, parts)


def _history(stand: Akte[Fortschritt]) -> tuple[Akte[Fortschritt], ...]:
    """The versions that this role may read, each by its own Freigabe."""
    versions = [
        replace(stand, fassung=one.nummer, inhalt=one.inhalt, zeitpunkt=one.zeitpunkt, wer=one.wer)
        for one in data.store().akten.verlauf(stand.id)
        if isinstance(one.inhalt, Fortschritt)
    ]
    return assessments(one for one in versions if for_role(Bestand(0, (one,)), akteur().rolle).akten)


def _delivered() -> tuple[str, ...]:
    active = data.datenstand()
    there = {one.indikator for one in active.herkunft} if active else set()
    return tuple(one.id for one in catalogue().indikatoren if one.id in there)


@lru_cache(maxsize=6)
def _sheets(akten: Bestand, delivered: tuple[str, ...]) -> dict[str, Bezugsblatt]:
    return {one.id: _sheet(akten, one, delivered) for one in leitbild().bezuege}


def _sheet(akten: Bestand, bezug: Bezug, delivered: tuple[str, ...]) -> Bezugsblatt:
    brought = bezug.belege if isinstance(bezug, Projekt) else ()
    kinds = tuple(art_called(letters) for letters in brought if letters != INDICATORS)
    return sheet(akten, bezug.id, kinds, delivered if INDICATORS in brought else ())


def _bezug(bezug_id: str) -> Bezug:
    return next(one for one in leitbild().bezuege if one.id == bezug_id)
