"""The widgets above every part of the Werkstätten: which part, which statements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from sro.akten.bestand import Bestand
from sro.auswertung.werkstatt.filter import districts_of, raum_of
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage, Valenz
from sro.model.gebiet import GebietKey, normalised
from sro.model.stimme import Altersgruppe
from sro.model.werkstatt import Werkstatt
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from sro.web.rechte import darf
from sro.web.teile import parts
from sro.web.werkstatt.auswahl import Teil, Werkstattauswahl
from sro.web.werkstatt.stand import change, controlled

TEIL = {
    Teil.KARTE: "Karte",
    Teil.THEMEN: "Themen",
    Teil.SCHNITTSTELLEN: "Schnittstellen",
    Teil.RUECKMELDUNGEN: "Rückmeldungen",
    Teil.FUER_KINDER: "Für Kinder",
    Teil.ERFASSEN: "Erfassen",
    Teil.PRUEFEN: "Prüfen",
    Teil.BEARBEITEN: "Bearbeiten",
}
ROLLE = {Teil.ERFASSEN: Rolle.FACHKRAFT, Teil.PRUEFEN: Rolle.PLANUNG, Teil.BEARBEITEN: Rolle.PLANUNG}
FILTERED = ("werkstatt", "thema", "alter", "schnittstelle", "valenz", "raum")
Words = Mapping[Any, str]


def part(wahl: Werkstattauswahl) -> None:
    """The parts that this role has; one that it lacks but the address names is not offered either."""
    offered = [teil for teil in Teil if darf(ROLLE.get(teil, Rolle.OEFFENTLICH))]
    parts(
        TEIL,
        offered,
        wahl.teil,
        lambda shown: controlled("teil", shown, lambda chosen: {"teil": Teil(chosen)} if chosen else {}),
    )


def filters(wahl: Werkstattauswahl, bestand: Bestand) -> None:
    """One row of lists; what nobody has said anything about is not offered."""
    names, worte = _werkstaetten(bestand), stimmenworte()
    used = [akte.inhalt for akte in bestand.von(Aussage)]
    _list("Werkstatt", "werkstatt", wahl.werkstatt, {None: "Alle Werkstätten"} | names, 285)
    _list("Thema", "thema", wahl.thema, {None: "Alle Themen"} | _heard(worte.themen, "themen", used, wahl.thema), 205)
    _list("Alter", "alter", wahl.alter, {None: "Jedes Alter"} | {one: _age(one) for one in Altersgruppe}, 130)
    heard = _heard(worte.schnittstellen, "schnittstellen", used, wahl.schnittstelle)
    _list("Schnittstelle", "schnittstelle", wahl.schnittstelle, {None: "Alle Schnittstellen"} | heard, 230)
    _list("Gebiet", "raum", wahl.raum, {None: "Ganze Stadt"} | _raeume(wahl, bestand), 172)
    _list("Art", "valenz", wahl.valenz, {None: "Alle"} | {one: one.value for one in Valenz}, 112)
    if any(getattr(wahl, name) is not None for name in FILTERED):
        st.button("Filter leeren", key="werkstatt_leeren", type="tertiary", on_click=clear)


def clear() -> None:
    """All statements again."""
    change(**dict.fromkeys(FILTERED), aussage=None)


def _list(label: str, name: str, shown: Any, names: Words, width: int) -> None:
    """A list of options with "all" first; a choice here gives up the one statement that the address asked for."""
    st.selectbox(
        label,
        list(names),
        format_func=names.__getitem__,
        width=width,
        **controlled(name, shown, lambda chosen: {name: chosen, "aussage": None}),
    )


def _werkstaetten(bestand: Bestand) -> dict[str, str]:
    """In the order of their dates, the newest first; those of one title are told apart by their dates."""
    found = sorted(bestand.von(Werkstatt), key=lambda akte: (str(akte.inhalt.beginn or ""), akte.id), reverse=True)
    return {akte.id: _called(akte.inhalt) for akte in found}


def _called(werkstatt: Werkstatt) -> str:
    year = f" ({werkstatt.beginn:%m/%Y})" if werkstatt.beginn else ""
    return f"{werkstatt.titel or 'Ohne Titel'}{year}"


def _heard(words: Any, name: str, used: list[Aussage], chosen: str | None) -> dict[str, str]:
    heard = {one for aussage in used for one in getattr(aussage, name)}
    return {one.id: one.name for one in words if one.id in heard or one.id == chosen}


def _age(alter: Altersgruppe) -> str:
    return "gemischt" if alter is Altersgruppe.GEMISCHT else f"{alter.value} Jahre"


def _raeume(wahl: Werkstattauswahl, bestand: Bestand) -> dict[GebietKey, str]:
    """Areas and Quartiere that statements name, and the districts around them, in the order of the alphabet."""
    found = {wahl.raum} if wahl.raum else set()
    for akte in bestand.von(Aussage):
        raum = raum_of(akte.inhalt, bestand)
        found |= {gebiet.key for gebiet in districts_of(akte.inhalt, bestand, city())} | ({raum} if raum else set())
    names = {raum: _room(raum) for raum in found if raum}
    return dict(sorted(names.items(), key=lambda item: normalised(item[1])))


def _room(raum: GebietKey) -> str:
    """ "St. Lorenz Nord"; of a level below the districts the name with its level."""
    stadt = city()
    ranks = {ebene.id: ebene for ebene in stadt.ebenen}
    level = ranks[raum.ebene].name if raum.ebene in ranks and ranks[raum.ebene].rang > 1 else ""
    return f"{stadt.raum_name(raum)} ({level})" if level else stadt.raum_name(raum)
