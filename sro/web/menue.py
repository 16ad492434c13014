"""Which pages the menu offers: those of which this city has something, and those on which this person may begin.

A page that is not offered still has its address: a bookmark leads to a sentence, not to an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sro.akten.bestand import Bestand
from sro.model.akte import Inhalt
from sro.model.akteur import Rolle
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.dialog import Dialog
from sro.model.gebiet import Stadt
from sro.model.leitbild import Leitbild
from sro.model.transfer import Transfer
from sro.model.werkstatt import Werkstatt
from sro.reference.city import city
from sro.reference.leitbild import leitbild
from sro.store import DATABASE_ERRORS
from sro.web.akten import bestand
from sro.web.rechte import akteur

# Page → the records of which it needs one, for a person who may not begin there.
RECORDS: Mapping[str, tuple[type[Inhalt], ...]] = {
    "modellprojekt": (Beduerfnis, Bedarf),
    "werkstaetten": (Werkstatt,),
    "dialog": (Dialog,),
    "transfer": (Transfer,),
}
BEGINS = Rolle.FACHKRAFT
FOR_PLANNING = "daten"
EMPTY = Bestand(0, ())


def offered() -> Callable[[str], bool]:
    """Whether the menu offers a page to the person of this session. The database is asked once, and not missed."""
    rolle = akteur().rolle
    try:
        gone = hidden(city(), leitbild(), bestand() if rolle.rang < BEGINS.rang else EMPTY, rolle)
    except DATABASE_ERRORS:  # the page itself tells it to the person
        gone = frozenset()
    return lambda name: name not in gone


def project_title() -> str:
    projekt = city().modellprojekt
    return projekt.name if projekt else "Modellprojekt"


def hidden(stadt: Stadt, ideal: Leitbild, akten: Bestand, rolle: Rolle) -> frozenset[str]:
    """The pages that have nothing for somebody of this role, by the names of their files in pages/."""
    found = set(stadt.ohne_seiten)
    if rolle.rang < Rolle.PLANUNG.rang:
        found.add(FOR_PLANNING)
    if rolle.rang < BEGINS.rang:
        found |= {page for page, kinds in RECORDS.items() if not any(akten.von(kind) for kind in kinds)}
    if stadt.modellprojekt is None:
        found.add("modellprojekt")
    if not ideal.bezuege:
        found.add("leitlinien")
    return frozenset(found)
