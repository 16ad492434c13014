"""What of the records somebody may read. What they may not read is not there, neither as a number nor as a link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sro.akten.bestand import RECORDS, Bestand, values
from sro.model.akte import Akte, Freigabe, Inhalt
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage
from sro.model.beduerfnis import Beduerfnis
from sro.model.feld import Feld, Form, felder
from sro.model.werkstatt import Werkstatt

KLEINSTE_GRUPPE = 5  # children; fewer than this are neither quoted nor counted in public (domain practice, no statute)
READABLE = {
    Rolle.OEFFENTLICH: (Freigabe.OEFFENTLICH,),
    Rolle.FACHKRAFT: (Freigabe.OEFFENTLICH, Freigabe.FACHKREIS),
    Rolle.PLANUNG: tuple(Freigabe),
}


def for_role(bestand: Bestand, rolle: Rolle) -> Bestand:
    """The records as this role may read them; the planning reads all as they are."""
    if rolle is Rolle.PLANUNG:
        return bestand
    small = _small_groups(bestand)
    kept = [akte for akte in bestand.akten if _readable(akte.inhalt, READABLE[rolle], small)]
    ids = {akte.id for akte in kept}
    return Bestand(bestand.stand, tuple(_shown(akte, ids) for akte in kept))


def quote_allowed(aussage: Aussage, bestand: Bestand) -> bool:
    """Whether five or more children of the same age group took part at the same place with the same method."""
    return _largest(bestand).get(_cell(aussage), 0) >= KLEINSTE_GRUPPE


def _readable(inhalt: Inhalt, freigaben: Collection[Freigabe], small: Collection[Zelle]) -> bool:
    """A statement needs its public words, and a quote a group in which no child stands out."""
    if isinstance(inhalt, Aussage) and (not inhalt.wortlaut.strip() or (inhalt.zitat and _cell(inhalt) in small)):
        return False
    return inhalt.freigabe in freigaben


def _shown(akte: Akte[Inhalt], ids: set[str]) -> Akte[Inhalt]:
    """Without internal fields, without links to what is not shown, without names of those who typed."""
    inhalt = akte.inhalt
    changes = {feld.name: _empty(feld.form) for feld in felder(type(inhalt)) if feld.intern}
    changes |= {feld.name: _narrowed(inhalt, feld, ids) for feld in felder(type(inhalt)) if feld.vokabular in RECORDS}
    if isinstance(inhalt, Werkstatt):
        changes |= _counted(inhalt)
    if isinstance(inhalt, Beduerfnis) and (inhalt.nennungen or KLEINSTE_GRUPPE) < KLEINSTE_GRUPPE:
        changes["nennungen"] = None
    return replace(akte, inhalt=replace(inhalt, **changes), wer="", erfasst_von="")


def _empty(form: Form) -> Any:
    return "" if form in (Form.ZEILE, Form.TEXT) else None


def _narrowed(inhalt: Inhalt, feld: Feld, ids: set[str]) -> Any:
    found = tuple(one for one in values(inhalt, feld) if one in ids)
    if feld.form is Form.MEHRFACH:
        return found
    return found[0] if found else ""


def _counted(werkstatt: Werkstatt) -> dict[str, int | None]:
    """Participants by age group. A small group is not counted, nor is the next one: else a total gives it away."""
    counted = {f"teilnehmende_{name}": n for name, n in _groups(werkstatt).items() if n is not None}
    small = {name for name, n in counted.items() if 0 < n < KLEINSTE_GRUPPE}
    if len(small) == 1 and (rest := {n: name for name, n in counted.items() if n >= KLEINSTE_GRUPPE}):
        small.add(rest[min(rest)])
    return dict.fromkeys(small)


def _groups(werkstatt: Werkstatt) -> dict[str, int | None]:
    return {
        "6_9": werkstatt.teilnehmende_6_9,
        "10_13": werkstatt.teilnehmende_10_13,
        "14_17": werkstatt.teilnehmende_14_17,
        "18_20": werkstatt.teilnehmende_18_20,
    }


Zelle = tuple[str, str, str, str]  # Werkstatt, age group, place, method


def _cell(aussage: Aussage) -> Zelle:
    return (aussage.werkstatt, aussage.altersgruppe, aussage.ort.casefold().strip(), aussage.methode)


def _small_groups(bestand: Bestand) -> set[Zelle]:
    """Age group × place × method with fewer than five children, or with a number nobody noted down."""
    return {cell for cell, n in _largest(bestand).items() if n < KLEINSTE_GRUPPE}


def _largest(bestand: Bestand) -> dict[Zelle, int]:
    """How many children there were of each age group × place × method, as far as anybody noted it down."""
    largest: dict[Zelle, int] = defaultdict(int)
    for akte in bestand.von(Aussage):
        largest[_cell(akte.inhalt)] = max(largest[_cell(akte.inhalt)], akte.inhalt.gruppe_n or 0)
    return largest
