"""The board of Vereinbarungen: by how far they are, overdue ones first, with then-and-now of their figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sro.akten.bestand import Bestand
from sro.auswertung.brett.damals_heute import DamalsHeute, then_and_now
from sro.auswertung.brett.termin import Termin, deadline
from sro.auswertung.dialog.blatt import area_of
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.akte import Akte
from sro.model.dialog import Dialog
from sro.model.gebiet import GebietKey, Stadt, normalised
from sro.model.impuls import Umsetzung
from sro.model.vereinbarung import Vereinbarung

Werke = Callable[[int], Zahlenwerk | None]  # a Datenstand by its number; None where there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Brettfilter:
    """None is "all of them". `raum` is an area or Quartier, `stelle` a responsible unit as anybody writes it."""

    dialog: str | None = None
    raum: GebietKey | None = None
    stelle: str = ""
    leitlinie: str | None = None


@dataclass(frozen=True)
class Karte:
    """One agreement. `dialog` is None where it may not be read; `vergleiche` follow the order of its indicators."""

    akte: Akte[Vereinbarung]
    dialog: Akte[Dialog] | None
    termin: Termin
    vergleiche: tuple[DamalsHeute, ...] = ()

    @property
    def vereinbarung(self) -> Vereinbarung:
        return self.akte.inhalt

    @property
    def raum(self) -> GebietKey | None:
        """The district of its dialogue; None for the whole city, and where the dialogue may not be read."""
        return self.dialog.inhalt.raum if self.dialog else None


@dataclass(frozen=True)
class Spalte:
    umsetzung: Umsetzung
    karten: tuple[Karte, ...]


@dataclass(frozen=True)
class Brett:
    """A column for each state, in the order of the states, also where it is empty. `alle` counts without the filter."""

    spalten: tuple[Spalte, ...]
    alle: int

    @property
    def karten(self) -> tuple[Karte, ...]:
        """All of them in the order of the board: overdue first, whatever their state."""
        return tuple(sorted((one for spalte in self.spalten for one in spalte.karten), key=order))

    @property
    def ueberfaellig(self) -> int:
        return sum(one.termin.ueberfaellig for one in self.karten)

    @property
    def offen(self) -> int:
        """Those that are neither done nor dropped."""
        return sum(not one.termin.erledigt for one in self.karten)

    def anzahl(self, umsetzung: Umsetzung) -> int:
        return next(len(one.karten) for one in self.spalten if one.umsetzung is umsetzung)


def board(
    bestand: Bestand,
    stadt: Stadt,
    wahl: Brettfilter,
    heute: dt.date,
    werke: Werke | None = None,
    aktiv: Zahlenwerk | None = None,
) -> Brett:
    """The agreements that pass the filter; without `werke` and `aktiv` no figures are compared."""
    every = tuple(one for one in bestand.von(Vereinbarung) if not one.inhalt.leer)
    found = [one for one in every if passes(one, bestand, stadt, wahl)]
    cards = sorted((card(one, bestand, heute, werke, aktiv) for one in found), key=order)
    columns = (Spalte(state, tuple(c for c in cards if c.vereinbarung.umsetzung is state)) for state in Umsetzung)
    return Brett(tuple(columns), len(every))


def rueckblick(dialog: Akte[Dialog], bestand: Bestand, werke: Werke, heute: dt.date) -> tuple[Karte, ...]:
    """What a dialogue looks back on, in its order: then is the Datenstand of each agreement's own dialogue, now the
    one that is frozen for this dialogue, so that its opening stays what it was when a newer one is released.
    """
    by_id = {one.id: one for one in bestand.von(Vereinbarung) if not one.inhalt.leer}
    chosen = (by_id[one] for one in dict.fromkeys(dialog.inhalt.rueckblick) if one in by_id)
    frozen = werke(dialog.inhalt.datenstand) if dialog.inhalt.datenstand is not None else None
    return tuple(card(one, bestand, heute, werke, frozen) for one in chosen)


def card(
    akte: Akte[Vereinbarung], bestand: Bestand, heute: dt.date, werke: Werke | None, spaeter: Zahlenwerk | None
) -> Karte:
    """One agreement with its deadline and its figures in its dialogue's Datenstand and in a later one."""
    dialog = dialog_of(akte, bestand)
    compared = _compared(akte.inhalt, dialog.inhalt, werke, spaeter) if dialog and werke and spaeter else ()
    return Karte(akte, dialog, deadline(akte.inhalt, heute), compared)


def passes(akte: Akte[Vereinbarung], bestand: Bestand, stadt: Stadt, wahl: Brettfilter) -> bool:
    """Whether one agreement passes. A dialogue has those that it made, and those that it looks back on."""
    agreed, dialog = akte.inhalt, dialog_of(akte, bestand)
    raum = dialog.inhalt.raum if dialog else None
    return (
        (wahl.dialog is None or wahl.dialog == agreed.dialog or akte.id in _looks_back(wahl.dialog, bestand))
        and (not wahl.stelle or normalised(wahl.stelle) == normalised(agreed.verantwortlich))
        and (wahl.leitlinie is None or wahl.leitlinie in agreed.leitlinien)
        and (wahl.raum is None or (raum is not None and stadt.touches(raum, wahl.raum)))
    )


def dialog_of(akte: Akte[Vereinbarung], bestand: Bestand) -> Akte[Dialog] | None:
    """The dialogue in which it was agreed, where it may be read."""
    return next((one for one in bestand.hin(akte.id, Dialog)), None)


def units(karten: Sequence[Akte[Vereinbarung]]) -> dict[str, str]:
    """The responsible units in the order of the alphabet: as they are compared → as somebody wrote them first."""
    found: dict[str, str] = {}
    for akte in karten:
        if name := " ".join(akte.inhalt.verantwortlich.split()):
            found.setdefault(normalised(name), name)
    return dict(sorted(found.items()))


def order(karte: Karte) -> tuple[int, dt.date, int]:
    """Overdue first, the longest first; then what is due next; what has no date; what is finished, by its date."""
    termin = karte.termin
    rank = 0 if termin.ueberfaellig else 3 if termin.erledigt else 2 if termin.tag is None else 1
    number = karte.akte.id.partition("-")[2]
    return rank, termin.tag or dt.date.max, int(number) if number.isdigit() else 0


def _looks_back(dialog: str, bestand: Bestand) -> tuple[str, ...]:
    found = bestand.akte(dialog).inhalt if dialog in bestand else None
    return found.rueckblick if isinstance(found, Dialog) else ()


def _compared(agreed: Vereinbarung, dialog: Dialog, werke: Werke, spaeter: Zahlenwerk) -> tuple[DamalsHeute, ...]:
    frozen = werke(dialog.datenstand) if dialog.datenstand is not None else None
    if frozen is None:
        return ()
    area, katalog = area_of(dialog.raum, frozen.stadt).key, frozen.katalog
    named = (katalog[one] for one in dict.fromkeys(agreed.indikatoren) if one in katalog)
    return tuple(then_and_now(one, area, frozen, spaeter) for one in named)
