"""What of a dialogue is handed out: while it is open as everything stands now, afterwards as it was when it was closed.

Voices and Bedarfe are always those that may be read today: what was withdrawn or put more carefully stays that way.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import cast

from sro.akten.bestand import Bestand
from sro.akten.festgehalten import Verlauf, as_of, closing
from sro.auswertung.brett.brett import Karte, Werke, rueckblick
from sro.auswertung.dialog.blatt import Dialogblatt, dialogblatt
from sro.model.akte import Akte, Fassung, Inhalt
from sro.model.dialog import Dialog, Notiz
from sro.model.feld import felder
from sro.model.vereinbarung import Vereinbarung


@dataclass(frozen=True)
class Dialogausgabe:
    """`stichtag` is the day by which terms are judged: today, or that of the closing.

    `neu` counts notes and agreements of the dialogue that came after the closing and are therefore not in it,
    `geaendert` those that were changed since; both 0 while it is open.
    """

    blatt: Dialogblatt
    rueckblick: tuple[Karte, ...]
    stichtag: dt.date
    abgeschlossen: dt.datetime | None = None
    neu: int = 0
    geaendert: int = 0

    @property
    def naechster(self) -> Akte[Dialog] | None:
        """The next dialogue about the same, where one has its day already."""
        own = self.blatt.dialog
        later = [
            akte
            for akte in self.blatt.bestand.von(Dialog)
            if (akte.inhalt.raum, akte.inhalt.thema) == (own.raum, own.thema)
            and akte.inhalt.datum and own.datum and akte.inhalt.datum > own.datum
        ]  # fmt: skip
        return min(later, key=lambda akte: akte.inhalt.datum or dt.date.max, default=None)


@dataclass(frozen=True)
class Luecke:
    """An agreement in which something is missing that makes it one; `fehlt` are titles of its fields."""

    akte: Akte[Vereinbarung]
    fehlt: tuple[str, ...]


NEEDED = ("verantwortlich", "frist", "massstab")


def gaps(blatt: Dialogblatt) -> tuple[Luecke, ...]:
    """Agreements that nobody answers for, that have no term or no yardstick. Nothing has to be filled in."""
    titles = {one.name: one.titel for one in felder(Vereinbarung)}
    found = (
        Luecke(akte, tuple(titles[name] for name in NEEDED if not getattr(akte.inhalt, name)))
        for akte in blatt.vereinbarungen
    )
    return tuple(one for one in found if one.fehlt)


def handed_out(dialog: str, bestand: Bestand, werke: Werke, verlauf: Verlauf, heute: dt.date) -> Dialogausgabe | None:
    """`bestand` holds what those may read who get it; None without such a dialogue or without its figures."""
    if dialog not in {akte.id for akte in bestand.von(Dialog)}:
        return None
    closed = closing(verlauf(dialog))
    then = as_of(bestand, _standing_still(dialog, bestand, closed), closed.lfd, verlauf) if closed else bestand
    akte = cast("Akte[Dialog]", then.akte(dialog))
    werk = werke(akte.inhalt.datenstand) if akte.inhalt.datenstand is not None else None
    if werk is None:
        return None
    day = closed.zeitpunkt.astimezone().date() if closed else heute
    blatt = dialogblatt(akte, then, werk)
    return Dialogausgabe(
        blatt=blatt,
        rueckblick=rueckblick(akte, then, werke, day),
        stichtag=day,
        abgeschlossen=closed.zeitpunkt if closed else None,
        neu=sum(one.id not in then for one in _of(dialog, bestand)),
        geaendert=sum(one.id in then and then.akte(one.id).fassung != one.fassung for one in _of(dialog, bestand)),
    )


def _of(dialog: str, bestand: Bestand) -> tuple[Akte[Inhalt], ...]:
    return (*bestand.her(dialog, Notiz), *bestand.her(dialog, Vereinbarung))


def _standing_still(dialog: str, bestand: Bestand, closed: Fassung) -> set[str]:
    """The dialogue, what was noted and agreed in it, what it looked back on, and the dialogues about the same."""
    content = cast(Dialog, closed.inhalt)
    same = (akte.id for akte in bestand.von(Dialog) if akte.inhalt.raum == content.raum)
    return {dialog, *(akte.id for akte in _of(dialog, bestand)), *content.rueckblick, *same}
