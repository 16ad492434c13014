"""The parts of the page Holstentor-Nord, and the controls that they share."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from sro.auswertung.holstentor.kette import connected
from sro.model.akteur import Rolle
from sro.model.gebiet import Modellprojekt
from sro.model.indikator import Indikator
from sro.model.stimme import Gruppe
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from sro.views.holstentor.bedarfe import html_sheets
from sro.views.holstentor.beduerfnis import html_voices, needs, quartier_name
from sro.views.holstentor.kettenblatt import html_element
from sro.views.holstentor.kettentafel import html_chain, summary
from sro.views.holstentor.perspektiven import html_perspectives, silent_themes
from sro.views.quelle import sources_line
from sro.web import data, teile
from sro.web.appearance import theme
from sro.web.holstentor import raum as holstentorraum
from sro.web.holstentor import seite as holstentor
from sro.web.holstentor.auswahl import Holstentorwahl, Teil, quartiere
from sro.web.holstentor.seite import Holstentorseite
from sro.web.holstentor.stand import change, controlled, way
from sro.web.rechte import darf
from sro.web.teile import parts

TEIL_WORD = {
    Teil.PERSPEKTIVEN: "Perspektiven",
    Teil.BEDARFE: "Bedarfe",
    Teil.KETTE: "Kette",
    Teil.RAUM: "Raum und Zahlen",
    Teil.BEARBEITEN: "Bearbeiten",
}
NOTHING_RELEASED = "Noch nichts freigegeben. Hier steht, was die Planung für alle oder für Fachkräfte freigibt."
NOTHING_PASSES = "Zu diesem Filter gibt es nichts. Bitte eine andere Gruppe, ein anderes Quartier oder Thema wählen."
NO_PROJECT = "Für diese Stadt ist kein Modellprojekt beschrieben (stadt.yaml, Schlüssel „modellprojekt“)."
FIRST = 12  # voices that are laid out before anything is chosen
TWO_READINGS = "Ein Bedürfnis mit mehreren Themen steht in jeder seiner Zeilen."
UNCOUNTED = "Ohne Zahl: nicht gezählt"
UNCOUNTED_PUBLIC = f"{UNCOUNTED} oder von weniger als fünf Personen genannt"


def heading(projekt: Modellprojekt, seite: Holstentorseite) -> None:
    """The project's name, what the page is about, and "synthetisch" where any record is."""
    mark = ' <b class="sro-synthetisch">synthetisch</b>' if seite.synthetisch else ""
    st.html(
        f'<h1>{escape(projekt.name)}</h1><p class="sro-unter">Modellprojekt: was Kinder, Jugendliche, Eltern und '
        f"Fachkräfte sagen, und was daraus folgt{mark}</p>"
    )


def part(wahl: Holstentorwahl) -> None:
    """The parts; editing is offered to those who may."""
    offered = [teil for teil in Teil if teil is not Teil.BEARBEITEN or darf(Rolle.PLANUNG)]
    parts(
        TEIL_WORD,
        offered,
        wahl.teil,
        lambda shown: controlled("teil", shown, lambda chosen: {"teil": chosen, "element": None}),
    )


def filters(seite: Holstentorseite) -> None:
    """Group, Quartier and theme; they hold for every part."""
    wahl, themen = seite.wahl, {thema.id: thema.name for thema in stimmenworte().themen}
    with st.container(key="stimmenfilter", horizontal=True):
        st.segmented_control(
            "Gruppe", list(Gruppe), **controlled("gruppe", wahl.gruppe, lambda chosen: {"gruppe": chosen})
        )
        st.selectbox(
            "Quartier",
            quartiere(seite.projekt),
            index=None,
            format_func=lambda one: quartier_name(one, city()),
            placeholder="alle",
            width=240,
            **controlled("quartier", wahl.quartier, lambda chosen: {"quartier": chosen}),
        )
        st.selectbox(
            "Thema",
            list(themen),
            index=None,
            format_func=themen.__getitem__,
            placeholder="alle",
            width=260,
            **controlled("thema", wahl.thema, lambda chosen: {"thema": chosen}),
        )
        if wahl.filtert:
            st.button("Filter aufheben", type="tertiary", on_click=_everything)


def show(seite: Holstentorseite) -> None:
    """One part of the page; words where there is nothing to see."""
    if seite.wahl.teil is Teil.RAUM:
        holstentorraum.area(seite)
    elif seite.leer:
        teile.silence(NOTHING_RELEASED)
    elif seite.wahl.teil is Teil.PERSPEKTIVEN:
        perspectives(seite)
    elif not any(seite.kette.spalten):
        teile.silence(NOTHING_PASSES)
    elif seite.wahl.teil is Teil.BEDARFE:
        needs_cards(seite)
    else:
        chain(seite)


def perspectives(seite: Holstentorseite) -> None:
    """The matrix, and beside it the voices that the filter leaves."""
    matrix, themen = holstentor.matrix(seite), {thema.id: thema.name for thema in stimmenworte().themen}
    links, rechts = st.columns([3, 2], gap="large")
    with links:
        st.html(html_perspectives(matrix, themen, seite.wahl, way))
        uncounted = UNCOUNTED if darf(Rolle.PLANUNG) else UNCOUNTED_PUBLIC
        notes = (silent_themes(matrix, themen), TWO_READINGS, f"{uncounted}. Nicht gehört ist nicht null.")
        teile.source(" ".join(filter(None, notes)))
    with rechts:
        found = seite.kette.beduerfnisse
        shown = found if seite.wahl.filtert else found[-FIRST:]
        st.html(
            f'<div class="sro-stimmen" role="region" tabindex="0" aria-label="Stimmen"><h2>{needs(len(found))}</h2>'
            f"{html_voices(shown[::-1], seite.ganz.widersprechende, city(), way)}{_more(len(found) - len(shown))}</div>"
        )


def needs_cards(seite: Holstentorseite) -> None:
    """The Bedarfe that rest on a voice that passes, with all their voices: a card is not filtered inside."""
    shown = {akte.id for akte in seite.kette.bedarfe}
    sheets = [blatt for blatt in holstentor.need_sheets(seite, seite.ganz) if blatt.akte.id in shown]
    several = sum(len(blatt.nennende) > 1 for blatt in sheets)
    said = f"{len(sheets)} Bedarfe" if len(sheets) != 1 else "1 Bedarf"
    st.html(
        f"<h2>{said}, {several} von mehreren Gruppen genannt</h2><p class='sro-unter'>Ein Bedürfnis wird nie von "
        "selbst zum Bedarf: Eine Person entscheidet, mit Begründung. Die Reihenfolge ist keine Wertung.</p>"
        if sheets
        else f'<p class="sro-leer">{NOTHING_PASSES}</p>'
    )
    st.html(html_sheets(sheets, city(), way))
    _sources([zahl.indikator for blatt in sheets for zahl in blatt.zahlen])


def chain(seite: Holstentorseite) -> None:
    """From voice to lever; with a chosen element all that it rests on and all that follows from it."""
    element = seite.wahl.element
    if element is None:
        st.html(f'<p class="sro-satz">{escape(summary(seite.kette))}</p>')
        st.html(html_chain(seite.kette, None, city(), way, theme()))
        return
    whole = seite.kette if element in seite.kette.by_id else seite.ganz
    st.html(html_element(whole.by_id[element], whole, city(), way))
    st.html(html_chain(connected(whole, element), element, city(), way, theme()))


def _sources(indikatoren: Sequence[Indikator]) -> None:
    """Where these figures come from, each source once."""
    active = data.datenstand()
    if active and indikatoren:
        teile.source(sources_line(list(dict.fromkeys(indikatoren)), active))


def _more(count: int) -> str:
    if count <= 0:
        return ""
    return f'<p class="sro-quelle">Gezeigt sind die neuesten; {needs(count)} mehr mit einem Klick in die Tabelle.</p>'


def _everything() -> None:
    change(gruppe=None, quartier=None, thema=None)
