"""A new dialogue: what it is about and when; everything else is proposed and can be changed afterwards."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from uuid import uuid4

import streamlit as st

from sro.akten.bestand import Bestand
from sro.auswertung.dialog.blatt import area_of
from sro.auswertung.dialog.entwurf import UEBLICH, draft
from sro.auswertung.dialog.vorschlag import Vorschlag, candidates
from sro.auswertung.werkstatt.filter import districts
from sro.model.akteur import NichtErlaubt
from sro.model.dialog import Dialog, Dialogrolle
from sro.model.gebiet import GebietKey
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.store import DATABASE_ERRORS
from sro.views.dialog.entwurf import html_before, html_draft
from sro.web import data, tag
from sro.web.dialog.auswahl import Teil
from sro.web.dialog.speichern import say
from sro.web.dialog.stand import change, current
from sro.web.errors import not_saved
from sro.web.rechte import akteur
from sro.web.teile import silence

THEMA, KEY, WIDGET = "_dialog_neu_thema", "_dialog_neu_schluessel", "w_dialog_neu_worum"
WEEKS = 4  # from now until a dialogue can be held
CHOOSE = "Gebiet oder Arbeitsfeld wählen"
Worum = GebietKey | str  # an area, or a theme of the catalogue


def show(akten: Bestand) -> None:
    active = data.datenstand()
    if active is None:
        silence("Ein Dialog braucht Zahlen. Bitte zuerst unter „Daten“ eine Lieferung freigeben.")
        return
    links, rechts = st.columns([1, 1.5], gap="large")
    with links:
        about, datum, rollen = _about(), _day(), _roles()
        if about is None:
            st.button("Dialog anlegen", type="primary", disabled=True)
            rechts.html(html_before(active))
            return
        raum, thema = _parts(about)
        found, werk = proposals(active.id, raum, thema), data.figures(active.id)
        dialog = draft(akten, werk, found, raum=raum, thema=thema, datum=datum, rollen=rollen)
        st.button("Dialog anlegen", type="primary", on_click=_make, args=(dialog,))
    rechts.html(html_draft(dialog, found, active, akten, city()))


def proposals(datenstand: int, raum: GebietKey | None, thema: str) -> tuple[Vorschlag, ...]:
    """The candidates of an area or a theme; a Datenstand never changes, so they are found once."""
    return _candidates(datenstand, area_of(raum, city()).key, thema)


@lru_cache(maxsize=64)
def _candidates(datenstand: int, gebiet: GebietKey, thema: str) -> tuple[Vorschlag, ...]:
    return candidates(data.figures(datenstand), gebiet, thema)


def _about() -> Worum | None:
    """The area stands in the address, the theme in the session: both outlast a look at another page."""
    names = _offered()
    chosen: Worum | None = current().raum or st.session_state.get(THEMA)
    shown = chosen if chosen in names else None
    if st.session_state.get(WIDGET) != shown:
        st.session_state[WIDGET] = shown
    return st.selectbox(
        "Worum geht es?",
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=CHOOSE,
        key=WIDGET,
        on_change=_chosen,
    )


def _day() -> dt.date:
    return st.date_input(
        "Datum",
        tag.heute() + dt.timedelta(weeks=WEEKS),
        format="DD.MM.YYYY",
        key="dialog_neu_datum",
        persist_state="session",
    )


def _roles() -> tuple[Dialogrolle, ...]:
    chosen = st.multiselect(
        "Teilnehmende Rollen",
        list(Dialogrolle),
        list(UEBLICH),
        format_func=str,
        placeholder="Rollen wählen",
        key="dialog_neu_rollen",
        persist_state="session",
    )
    return tuple(chosen)


def _chosen() -> None:
    raum, st.session_state[THEMA] = _parts(st.session_state[WIDGET])
    change(raum=raum)


def _parts(about: Worum | None) -> tuple[GebietKey | None, str]:
    return (None, about) if isinstance(about, str) else (about, "")


def _offered() -> dict[Worum, str]:
    """Districts first, then themes of the catalogue in the whole city, then the areas below the districts."""
    stadt = city()
    coarse = districts(stadt)
    below = [one for ebene in stadt.ebenen[2:] for one in stadt.of_level(ebene.id)]
    return {
        **{one.key: one.name for one in coarse},
        **{thema: f"Arbeitsfeld {thema}, ganze Stadt" for thema in catalogue().themen},
        **{one.key: f"{one.name} ({stadt.ebene(one.ebene).name})" for one in below},
    }


def _make(dialog: Dialog) -> None:
    """Pressed twice, or sent twice, it is one dialogue."""
    key = st.session_state.setdefault(KEY, uuid4().hex)
    try:
        made = data.store().akten.anlegen(dialog, wer=akteur(), schluessel=key)
    except NichtErlaubt as refused:
        say(str(refused))
        return
    except DATABASE_ERRORS as error:
        say(not_saved(error))
        return
    for name in (KEY, THEMA):
        st.session_state.pop(name, None)
    change(dialog=made.id, teil=Teil.VORBEREITEN, raum=None)
