"""The list of records of one kind: searched, opened, made anew, brought back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from sro.akten.bestand import Bestand
from sro.akten.werte import short, title_text, value_text
from sro.model.akte import Akte, Fassung, Inhalt, Konflikt
from sro.model.aktenart import art_called, art_of
from sro.model.akteur import Akteur
from sro.model.feld import Feld, Form, felder
from sro.model.gebiet import normalised
from sro.reference.city import city
from sro.store import DATABASE_ERRORS
from sro.views.pflege.akte import changed_at
from sro.web import data
from sro.web.akten import bestand
from sro.web.errors import not_saved
from sro.web.klartext import plain
from sro.web.pflege.stand import Pflegestand

AT_ONCE = 20
TITLE = 110
BESIDE = (Form.AUSWAHL, Form.RAUM)  # what is told of a record beside its title
MOST_BESIDE = 3


def listed(stand: Pflegestand, klasse: type[Inhalt], akteur: Akteur) -> None:
    """Search, "Neu", and a way in to each record."""
    art = art_of(klasse)
    with st.container(horizontal=True, vertical_alignment="bottom", key=stand.widget("leiste")):
        text = st.text_input(
            "Suchen",
            type="search",
            placeholder=f"Wort aus allen Feldern oder Nummer, wie {art.kuerzel}-12",
            live=True,
            width=420,
            key=stand.widget("suche", stand.bereich),
            persist_state="session",
        )
        st.button(
            "Neu", icon=":material/add:", type="primary", on_click=stand.new, args=(klasse,), key=stand.widget("neu")
        )
        removed = st.toggle("Entfernte zeigen", key=stand.widget("entfernte"))
    if removed:
        _removed(stand, klasse, akteur)
    else:
        _records(stand, klasse, text or "")


def found(klasse: type[Inhalt], text: str) -> list[Akte[Inhalt]]:
    """Records with every word in any of their fields, the last changed first."""
    alle = bestand()
    words = [normalised(word) for word in text.split()]
    texts = _searchable(alle.stand, art_of(klasse).kuerzel)
    records = [akte for akte in alle.von(klasse) if all(word in texts[akte.id] for word in words)]
    return sorted(records, key=lambda akte: akte.lfd, reverse=True)


def _records(stand: Pflegestand, klasse: type[Inhalt], text: str) -> None:
    records = found(klasse, text)
    more = stand.widget("mehr", art_of(klasse).kuerzel)
    shown = records[: AT_ONCE * (1 + int(st.session_state.get(more, 0)))]
    total = len(bestand().von(klasse))
    st.html(f'<p class="sro-unter" role="status">{_counted(len(records), total, klasse)}</p>')
    with st.container(key=stand.widget("liste"), gap=None):
        for akte in shown:
            st.button(
                way_in(akte), type="tertiary", on_click=stand.open, args=(akte,), key=stand.widget("oeffnen", akte.id)
            )
    if len(shown) < len(records):
        st.button(
            f"{min(AT_ONCE, len(records) - len(shown))} weitere zeigen", on_click=_more, args=(more,), key=f"{more}_k"
        )


def way_in(akte: Akte[Inhalt]) -> str:
    """A record as a label: its id, its title, and what else tells it from others."""
    return (
        f"**{akte.id}** {plain(short(title_text(akte.inhalt, bestand()), TITLE))} *{plain(_beside(akte, bestand()))}*"
    )


def _more(key: str) -> None:
    st.session_state[key] = int(st.session_state.get(key, 0)) + 1


def _counted(shown: int, total: int, klasse: type[Inhalt]) -> str:
    name = art_of(klasse).plural
    if not total:
        return f"Noch nichts unter „{name}“. Mit „Neu“ den ersten Eintrag anlegen oder eine Tabelle einlesen."
    if not shown:
        return f"Von {total} passt kein Eintrag zu dieser Suche. Oft hilft ein kürzeres Wort."
    return f"{total} Einträge" if shown == total else f"{shown} von {total} Einträgen"


def _beside(akte: Akte[Inhalt], alle: Bestand) -> str:
    inhalt = akte.inhalt
    texts = [short(_text(akte, feld, alle), 40) for feld in _telling(type(inhalt))]
    marks = ["synthetisch"] if inhalt.synthetisch else []
    return " · ".join([*filter(None, texts), str(inhalt.freigabe), *marks, changed_at(akte.zeitpunkt)])


def _telling(klasse: type[Inhalt]) -> Sequence[Feld]:
    telling = [
        feld for feld in felder(klasse) if feld.form in BESIDE and feld.name not in (_title_of(klasse), "freigabe")
    ]
    return telling[:MOST_BESIDE]


def _title_of(klasse: type[Inhalt]) -> str:
    return art_of(klasse).titelfeld


@lru_cache(maxsize=16)
def _searchable(_stand: int, kuerzel: str) -> dict[str, str]:
    """Id → all that a record says, as words are compared. Only the planning comes by here, which reads everything."""
    alle = bestand()
    return {akte.id: normalised(_everything(akte, alle)) for akte in alle.von(art_called(kuerzel).klasse)}


def _everything(akte: Akte[Inhalt], alle: Bestand) -> str:
    mark = "synthetisch" if akte.inhalt.synthetisch else ""
    return " ".join([akte.id, mark, akte.wer, *(_text(akte, feld, alle) for feld in felder(type(akte.inhalt)))])


def _text(akte: Akte[Inhalt], feld: Feld, alle: Bestand) -> str:
    return value_text(feld, getattr(akte.inhalt, feld.name), alle, city())


def _removed(stand: Pflegestand, klasse: type[Inhalt], akteur: Akteur) -> None:
    """What was removed, each with the way back."""
    gone = [fassung for fassung in data.store().akten.entfernt() if isinstance(fassung.inhalt, klasse)]
    if not gone:
        st.html('<p class="sro-unter" role="status">Es ist nichts entfernt.</p>')
    for fassung in gone:
        _bring_back(stand, fassung, akteur)


def _bring_back(stand: Pflegestand, fassung: Fassung, akteur: Akteur) -> None:
    if fassung.inhalt is None:
        return
    akte = Akte(fassung.akte, fassung.nummer, fassung.inhalt, fassung.zeitpunkt, fassung.wer)
    row = st.container(horizontal=True, vertical_alignment="center")
    row.markdown(way_in(akte))
    if row.button("Zurückholen", key=stand.widget("zurueckholen", fassung.akte)):
        newest = data.store().akten.verlauf(fassung.akte)[0].nummer
        try:
            back = data.store().akten.zurueckholen(fassung.akte, fassung.nummer, basis=newest, wer=akteur)
        except Konflikt:
            stand.say("Der Eintrag ist schon wieder da.", gelungen=False)
        except DATABASE_ERRORS as error:
            st.error(not_saved(error))
            return
        else:
            stand.open(back)
            stand.say(f"{fassung.akte} ist wieder da (Fassung {back.fassung}).")
        st.rerun()
