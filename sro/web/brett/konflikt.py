"""Two people changed one agreement: the second sees what the first did, decides where both mean different things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import streamlit as st

from sro.akten.maengel import maengel
from sro.akten.zusammenfuehren import Feldvergleich, vergleiche, zusammen
from sro.model.akte import Akte, Inhalt, Konflikt
from sro.model.feld import Feld, feld_named, felder
from sro.model.vereinbarung import Vereinbarung
from sro.reference.city import city
from sro.reference.vokabular import known
from sro.store import DATABASE_ERRORS
from sro.views.pflege.akte import html_comparison, html_content
from sro.web import data
from sro.web.akten import bestand
from sro.web.errors import not_saved
from sro.web.klartext import plain
from sro.web.pflege.stand import Pflegestand, Streit
from sro.web.pflege.wahl import choices
from sro.web.rechte import akteur

FELDER = ("umsetzung", "wiedervorlage", "ergebnis")  # what can be changed on the board
MERGED = "Was nur eine Seite geändert hat, ist schon zusammengeführt."


def conflict(stand: Pflegestand, streit: Streit) -> None:
    """The comparison of what can be changed here, a choice where both changed it, and saving on top of the new one."""
    if streit.aktuell is None:
        _gone(stand, streit)
    else:
        _compare(stand, streit, streit.aktuell)


def _compare(stand: Pflegestand, streit: Streit, aktuell: Akte[Inhalt]) -> None:
    now, mine = cast(Vereinbarung, aktuell.inhalt), cast(Vereinbarung, streit.eigene)
    before = cast(Vereinbarung, streit.vorgang.vorher)
    vergleich = vergleiche(same_but(now, before), now, mine)
    st.warning(plain(_what_happened(aktuell, vergleich, _others(before, now))))
    st.html(html_comparison(vergleich, aktuell.wer, bestand(), city()))
    wahl = choices(stand, streit, aktuell, vergleich)
    complete = all(one.feld.name in wahl for one in vergleich if one.strittig)
    row = st.container(horizontal=True)
    if row.button("Zusammengeführt speichern", type="primary", disabled=not complete, key=stand.widget("vereint")):
        _save(stand, streit, aktuell, cast(Vereinbarung, zusammen(vergleich, now, wahl)))
    if row.button("Im Formular weiter bearbeiten", disabled=not complete, key=stand.widget("weiter")):
        stand.proceed(aktuell, zusammen(vergleich, now, wahl))
        st.rerun()
    row.button("Meine Eingabe verwerfen", type="tertiary", on_click=stand.open, args=(aktuell,))


def _gone(stand: Pflegestand, streit: Streit) -> None:
    """The agreement was removed in between: what was typed stays there to be read and copied."""
    st.warning("Diese Vereinbarung ist inzwischen entfernt worden. Ihre Eingabe ist noch da:")
    st.html(html_content(streit.eigene, _fields(), bestand(), city()))
    st.button("Eingabe verwerfen", type="tertiary", on_click=stand.close)


def same_but(base: Vereinbarung, changed: Vereinbarung) -> Vereinbarung:
    """`base` with what `changed` says in the fields that can be changed here."""
    changes: dict[str, Any] = {name: getattr(changed, name) for name in FELDER}
    return replace(base, **changes)


def _what_happened(aktuell: Akte[Inhalt], vergleich: Sequence[Feldvergleich], others: Sequence[str]) -> str:
    both = sum(one.strittig for one in vergleich)
    who = f"{aktuell.wer} hat inzwischen gespeichert (Fassung {aktuell.fassung}). Ihre Eingabe ist noch da."
    also = f" Außerdem geändert: {', '.join(others)}." if others else ""
    if not both:
        return f"{who}{also} {MERGED} Bitte ansehen und speichern."
    fields = "Ein Feld haben" if both == 1 else f"{both} Felder haben"
    return f"{who}{also} {fields} Sie beide geändert: Bitte wählen, was gelten soll."


def _others(before: Vereinbarung, now: Vereinbarung) -> list[str]:
    """Titles of fields that are not changed here and that the other one changed."""
    fields = (one for one in felder(Vereinbarung) if one.name not in FELDER)
    return [one.titel for one in fields if getattr(before, one.name) != getattr(now, one.name)]


def _save(stand: Pflegestand, streit: Streit, aktuell: Akte[Inhalt], vereint: Vereinbarung) -> None:
    """On top of the newest version; what does not fit together goes back to the form, with all that was typed."""
    if any(one.feld in FELDER for one in maengel(vereint, bestand(), known)):  # other fields may name what is hidden
        stand.proceed(aktuell, vereint)
        st.rerun()
    try:
        saved = data.store().akten.aendern(aktuell.id, vereint, basis=aktuell.fassung, wer=akteur())
    except Konflikt as konflikt:
        now = konflikt.aktuell
        mine = same_but(cast(Vereinbarung, now.inhalt), vereint) if now else vereint
        stand.dispute(Streit(replace(streit.vorgang, vorher=aktuell.inhalt), now, mine))
        st.rerun()
    except DATABASE_ERRORS as error:
        st.error(not_saved(error))
        return
    stand.open(saved)
    stand.say("Zusammengeführt und gespeichert.")
    st.rerun()


def _fields() -> tuple[Feld, ...]:
    return tuple(feld_named(Vereinbarung, name) for name in FELDER)
