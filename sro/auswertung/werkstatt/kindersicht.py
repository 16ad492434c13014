"""What the children of a Werkstatt are told: each public statement, its theme, what became of it, who has it now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sro.akten.bestand import Bestand
from sro.model.akte import Akte, Freigabe
from sro.model.aussage import Aussage, Bearbeitung
from sro.model.stimmenworte import Stimmenworte, Thema
from sro.model.uebergabe import Uebergabe

FIRST = (
    Bearbeitung.UMGESETZT, Bearbeitung.TEILWEISE, Bearbeitung.AUFGENOMMEN, Bearbeitung.WEITERGELEITET,
    Bearbeitung.NICHT_UMSETZBAR, Bearbeitung.IN_PRUEFUNG, Bearbeitung.NEU,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kinderkarte:
    """One statement as the children are told about it; `stellen` are the names of those who have it now."""

    aussage: Akte[Aussage]
    thema: Thema | None
    stellen: tuple[str, ...]


def children_cards(bestand: Bestand, aussagen: Iterable[Akte[Aussage]], worte: Stimmenworte) -> tuple[Kinderkarte, ...]:
    """Of the statements that are public and have public words: what is done first, what is unanswered last."""
    public = (
        akte for akte in aussagen if akte.inhalt.freigabe is Freigabe.OEFFENTLICH and akte.inhalt.wortlaut.strip()
    )
    return tuple(sorted((_card(bestand, akte, worte) for akte in public), key=_order))


def _card(bestand: Bestand, akte: Akte[Aussage], worte: Stimmenworte) -> Kinderkarte:
    themes = (worte.thema(one) for one in akte.inhalt.themen)
    handed = [one.inhalt.schnittstelle for one in bestand.her(akte.id, Uebergabe)]
    offices = (worte.schnittstelle(one) for one in dict.fromkeys(handed or akte.inhalt.schnittstellen))
    return Kinderkarte(akte, next((one for one in themes if one), None), tuple(one.name for one in offices if one))


def _order(card: Kinderkarte) -> tuple[int, int]:
    """By what became of it; within that what got more points first, as the children gave them."""
    return FIRST.index(card.aussage.inhalt.bearbeitung), -(card.aussage.inhalt.punkte or 0)
