"""Reading records from a workbook on the page: all findings at once, what would change, then all or nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from sro.akten.chronik import Feldaenderung
from sro.akten.werte import title_text
from sro.model.akte import Inhalt, Konflikt
from sro.model.aktenart import art_of
from sro.model.akteur import Akteur, Rolle
from sro.model.befund import Schwere
from sro.model.feld import felder
from sro.reference.city import city
from sro.store import DATABASE_ERRORS
from sro.views.lieferung.blatt import html_counts, html_findings
from sro.views.pflege.vorschau import Zeilenblatt, html_preview
from sro.web import data
from sro.web.akten import bestand
from sro.web.errors import not_saved
from sro.web.klartext import plain
from sro.web.lieferung.annahme import safe_name
from sro.web.pflege.formular import CHECKED
from sro.web.pflege.stand import Pflegestand

if TYPE_CHECKING:
    from sro.intake.akten import Vorhaben, Vorschau


def read_in(stand: Pflegestand, klassen: tuple[type[Inhalt], ...], akteur: Akteur) -> None:
    """Chooses a file, shows what it would do, and does it when somebody says so."""
    again = stand.widget("einlesen_runde")
    file = st.file_uploader(
        "Tabelle einlesen", type=["xlsx"], key=stand.widget("datei", str(st.session_state.get(again, 0)))
    )
    if file is None:
        return
    vorschau = _prepared(file.name, file.getvalue(), klassen, akteur)
    st.html(html_counts(vorschau.befunde))
    for schwere in Schwere:
        if table := html_findings(vorschau.befunde, schwere):
            st.html(table)
    if vorschau.has_errors:
        _said("Es wurde nichts gespeichert. Bitte die Tabelle berichtigen und noch einmal wählen.")
        return
    st.html(html_preview([_sheet(one) for one in (*vorschau.neu, *vorschau.geaendert)], bestand(), city()))
    if vorschau.unveraendert:
        _said(f"{_count(vorschau.unveraendert)} unverändert.")
    _decide(stand, vorschau, akteur, again)


def _prepared(name: str, content: bytes, klassen: tuple[type[Inhalt], ...], akteur: Akteur) -> Vorschau:
    """Checked anew at every run, so that it is told what others changed meanwhile."""
    from sro.intake.akten import prepare

    akteur.require(Rolle.PLANUNG)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / safe_name(name)
        path.write_bytes(content)
        return prepare(path, klassen, store=data.store(), stadt=city())


def _decide(stand: Pflegestand, vorschau: Vorschau, akteur: Akteur, again: str) -> None:
    from sro.intake.akten import store_all

    many = len(vorschau.neu) + len(vorschau.geaendert)
    if not many:
        _said("Nichts zu tun: In der Tabelle steht, was schon gespeichert ist.")
        return
    checked = not vorschau.zu_pruefen or st.checkbox(plain(CHECKED), key=stand.widget("einlesen_geprueft"))
    label = f"{_count(many)} übernehmen"
    if not st.button(label, type="primary", disabled=not checked, key=stand.widget("uebernehmen")):
        return
    try:
        written = store_all(vorschau, store=data.store(), akteur=akteur, geprueft=checked)
    except Konflikt:
        st.error(
            "Eben hat jemand einen dieser Einträge geändert. Es wurde nichts gespeichert; bitte noch einmal prüfen."
        )
        return
    except DATABASE_ERRORS as error:
        st.error(not_saved(error))
        return
    st.session_state[again] = st.session_state.get(again, 0) + 1
    stand.say(f"{_count(len(written))} aus der Tabelle übernommen.")
    st.rerun()


def _sheet(one: Vorhaben) -> Zeilenblatt:
    """A row for the preview: which record, and field by field what it would change."""
    name = title_text(one.inhalt, bestand())
    where = f"{art_of(type(one.inhalt)).plural}, Zeile {one.zeile}"
    changes = _changes(one.vorher or type(one.inhalt)(), one.inhalt)
    return Zeilenblatt(where, one.akte, name, changes, one.inhalt.synthetisch)


def _changes(before: Inhalt, after: Inhalt) -> tuple[Feldaenderung, ...]:
    pairs = ((feld, getattr(before, feld.name), getattr(after, feld.name)) for feld in felder(type(after)))
    return tuple(Feldaenderung(feld, old, new) for feld, old, new in pairs if old != new)


def _said(satz: str) -> None:
    """A sentence of ours."""
    st.html(f'<p class="sro-folge">{satz}</p>')


def _count(n: int) -> str:
    return "1 Eintrag" if n == 1 else f"{n} Einträge"
