"""The review gate: what still waits to be read by a person, and what keeps a statement from being released."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from sro.akten.bestand import Bestand
from sro.akten.einsicht import KLEINSTE_GRUPPE, quote_allowed
from sro.akten.maengel import Kennt, maengel
from sro.akten.mitschrift import hints
from sro.model.akte import Akte, Freigabe
from sro.model.aussage import Aussage, Bearbeitung


@dataclass(frozen=True, slots=True)
class Fassungsvorschlag:
    """What a reviewer made of a statement; `geprueft` says that they looked at every hint of the guard."""

    wortlaut: str
    zitat: bool
    themen: tuple[str, ...]
    schnittstellen: tuple[str, ...]
    geprueft: bool = False


def pile(bestand: Bestand, zuletzt: Collection[str] = ()) -> tuple[Akte[Aussage], ...]:
    """Statements that nobody released yet: the new ones as they came, then what was put back, longest ago first.

    `zuletzt` are ids that come last of all, because somebody has just put them back.
    """
    waiting = [akte for akte in bestand.von(Aussage) if akte.inhalt.freigabe is Freigabe.INTERN]
    new = [akte for akte in waiting if akte.inhalt.bearbeitung is Bearbeitung.NEU]
    old = sorted((akte for akte in waiting if akte not in new), key=lambda akte: akte.lfd)
    return tuple(sorted((*new, *old), key=lambda akte: akte.id in zuletzt))


def released(aussage: Aussage, vorschlag: Fassungsvorschlag, freigabe: Freigabe) -> Aussage:
    """The statement as it would be read by others. What was noted stays beside it, internal."""
    return replace(
        aussage,
        wortlaut=vorschlag.wortlaut.strip(),
        zitat=vorschlag.zitat,
        themen=vorschlag.themen,
        schnittstellen=vorschlag.schnittstellen,
        freigabe=freigabe,
    )


def put_back(aussage: Aussage, vorschlag: Fassungsvorschlag) -> Aussage:
    """What was written so far is kept; a new statement is "in Prüfung" from now on."""
    begun = Bearbeitung.IN_PRUEFUNG if aussage.bearbeitung is Bearbeitung.NEU else aussage.bearbeitung
    return replace(released(aussage, vorschlag, Freigabe.INTERN), bearbeitung=begun)


def obstacles(aussage: Aussage, geprueft: bool, bestand: Bestand, kennt: Kennt) -> tuple[str, ...]:
    """Sentences that keep a statement from being released; empty where nothing does."""
    wrong = tuple(mangel.satz for mangel in maengel(aussage, bestand, kennt))
    if hints(aussage) and not geprueft:
        return (*wrong, "Es gibt offene Hinweise auf Personen; bitte umschreiben oder „geprüft“ ankreuzen.")
    return wrong


def quotable(aussage: Aussage, bestand: Bestand) -> bool:
    """Whether no child stands out where a statement is shown word for word."""
    return (aussage.gruppe_n or 0) >= KLEINSTE_GRUPPE or quote_allowed(aussage, bestand)
