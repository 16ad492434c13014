"""Beside the form: how the record became so, an older version once more, what points here, removing and erasing."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from sro.akten.bestand import Bestand
from sro.akten.chronik import Schritt, schritte
from sro.akten.personenbezug import hinweise
from sro.akten.werte import short, title_text
from sro.model.akte import Akte, Inhalt, Konflikt
from sro.model.aktenart import AKTENARTEN
from sro.model.akteur import Akteur
from sro.reference.city import city
from sro.store import DATABASE_ERRORS
from sro.views.pflege.akte import html_hint, html_pointing, html_step
from sro.web import data
from sro.web.akten import bestand
from sro.web.errors import not_saved
from sro.web.pflege.formular import CHECKED
from sro.web.pflege.stand import Pflegestand

SHOWN = 4  # steps of the history before somebody asks for more
REMOVE = (
    '<p class="sro-folge">Der Eintrag wird nicht mehr gezeigt. Sein Verlauf bleibt, und er kann jederzeit zurückgeholt '
    "werden (Liste, „Entfernte zeigen“).</p>"
)
ERASE = (
    '<p class="sro-folge">Tilgen löscht den Inhalt <b>aller Fassungen für immer</b>, etwa weil ein Name hineingeraten '
    "ist. Es bleibt nur, dass es den Eintrag gab, wann und durch wen er geändert wurde, und Ihr Grund. Niemand kann "
    "das rückgängig machen. Sicherungskopien der Datenbank enthalten den Inhalt weiter, bis sie überschrieben sind.</p>"
)
UNDERSTOOD = "Ich möchte den Inhalt für immer löschen."


def history(stand: Pflegestand, akte: Akte[Inhalt], basis: int, akteur: Akteur) -> None:
    """Newest first; each step that has content and is not the newest can come back.

    `basis` is the version that the person sees in the form; where it is not the newest any more, nothing is done.
    """
    verlauf = data.store().akten.verlauf(akte.id)
    st.html("<h3>Verlauf</h3>")
    single = len(verlauf) > 1 and st.toggle("Jede Fassung einzeln", key=stand.widget("einzeln"))
    found = schritte(verlauf, gefaltet=not single)
    every = len(found) > SHOWN and st.session_state.get(stand.widget("alle_schritte"), False)
    for schritt in found if every else found[:SHOWN]:
        st.html(html_step(schritt, bestand(), city()))
        if schritt.letzte.inhalt is not None and schritt.bis < akte.fassung:
            _restore_button(stand, akte, basis, schritt, akteur)
    if len(found) > SHOWN:
        st.toggle(f"Alle {len(found)} Schritte zeigen", key=stand.widget("alle_schritte"))


def pointing(akte: Akte[Inhalt], alle: Bestand) -> tuple[str, ...]:
    """The records that name this one: "BE-2 Treffpunkt für Familien"."""
    found = (other for art in AKTENARTEN for other in alle.her(akte.id, art.klasse))
    return tuple(f"{other.id} {short(title_text(other.inhalt, alle))}" for other in found)


def taking_away(stand: Pflegestand, akte: Akte[Inhalt], basis: int, akteur: Akteur) -> None:
    """What else names this record, and the two ways to take it away; `basis` as in `history`."""
    lines = pointing(akte, bestand())
    if lines:
        st.html(html_pointing(lines, "Darauf verweisen"))
    akten = data.store().akten

    def remove(grund: str) -> None:
        akten.entfernen(akte.id, basis=basis, grund=grund, wer=akteur)

    def erase(grund: str) -> None:
        akten.tilgen(akte.id, grund=grund, wer=akteur)

    with st.expander("Entfernen", key=stand.widget("entfernen", akte.id)):
        st.html(REMOVE)
        _with_reason(stand, akte, remove, "Entfernen", "")
    with st.expander("Tilgen", key=stand.widget("tilgen", akte.id)):
        st.html(ERASE)
        _with_reason(stand, akte, erase, "Für immer tilgen", UNDERSTOOD)


def _with_reason(
    stand: Pflegestand, akte: Akte[Inhalt], do: Callable[[str], None], word: str, confirmation: str
) -> None:
    """A reason, for erasing a tick as well, then the button. The reason stays when all else is gone."""
    name = stand.widget("weg", akte.id, word)
    with st.form(name, border=False, enter_to_submit=False):
        grund = st.text_input("Grund (ohne Namen)", key=f"{name}_grund").strip()
        if hints := hinweise(grund):
            st.html(html_hint([hint.satz for hint in hints]))
        checked = not hints or st.checkbox(CHECKED, key=f"{name}_{grund}")
        sure = not confirmation or st.checkbox(confirmation, key=f"{name}_sicher")
        told = st.empty()
        pressed = st.form_submit_button(word, key=f"{name}_knopf")
    if pressed and not (grund and sure and checked):
        told.error("Bitte einen Grund angeben." if not grund else "Bitte den Haken setzen, wenn es so sein soll.")
    elif pressed:
        _take_away(stand, akte, grund, do)


def _take_away(stand: Pflegestand, akte: Akte[Inhalt], grund: str, do: Callable[[str], None]) -> None:
    try:
        do(grund)
    except Konflikt as konflikt:
        _reload(stand, konflikt)
    except DATABASE_ERRORS as error:
        st.error(not_saved(error))
        return
    else:
        stand.close()
        stand.say(f"{akte.id} ist weg. Grund: {grund}")
    st.rerun()


def _restore_button(stand: Pflegestand, akte: Akte[Inhalt], basis: int, schritt: Schritt, akteur: Akteur) -> None:
    pressed = st.button(
        f"Fassung {schritt.bis} wiederherstellen",
        type="tertiary",
        key=stand.widget("zurueck", akte.id, str(schritt.bis)),
    )
    if not pressed:
        return
    try:
        back = data.store().akten.zurueckholen(akte.id, schritt.bis, basis=basis, wer=akteur)
        stand.open(back)
        stand.say(f"{akte.id} ist wieder wie in Fassung {schritt.bis} (jetzt Fassung {back.fassung}).")
    except Konflikt as konflikt:
        _reload(stand, konflikt)
    except DATABASE_ERRORS as error:
        st.error(not_saved(error))
        return
    st.rerun()


def _reload(stand: Pflegestand, konflikt: Konflikt) -> None:
    """Nothing was done: the person sees the newest version first."""
    if konflikt.aktuell is None:
        stand.close()
        stand.say("Der Eintrag war schon entfernt.", gelungen=False)
    else:
        stand.open(konflikt.aktuell)
        now = konflikt.aktuell
        changed = f"{now.wer} hat den Eintrag inzwischen geändert (Fassung {now.fassung})."
        stand.say(f"{changed} Bitte noch einmal entscheiden.", gelungen=False)
