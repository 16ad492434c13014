"""Dialogues and agreements that tests of the board share, all of them made up (synthetisch)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sro.akten.bestand import Bestand
from sro.model.akte import Akte, Inhalt
from sro.model.dialog import Dialog
from sro.model.gebiet import GebietKey
from sro.model.impuls import Umsetzung
from sro.model.vereinbarung import Vereinbarung

WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
HEUTE = dt.date(2026, 11, 24)
A, A1, B = GebietKey("stadtteil", "01"), GebietKey("stadtbezirk", "11"), GebietKey("stadtteil", "02")

EINES = Vereinbarung(
    dialog="QD-1", text="Ein Treffen im Quartal.", verantwortlich="Jugendarbeit Süd", leitlinien=("L2",),
    indikatoren=("hze_ohne_28",), frist=dt.date(2026, 9, 30), synthetisch=True,
)  # fmt: skip
DIALOGE: dict[str, Dialog] = {
    "QD-1": Dialog(titel="Altdorf 2025", raum=A1, datum=dt.date(2025, 11, 1), datenstand=1, synthetisch=True),
    "QD-2": Dialog(titel="Neudorf 2025", raum=B, datum=dt.date(2025, 11, 2), datenstand=1, synthetisch=True),
    "QD-3": Dialog(
        titel="Altdorf 2026", raum=A1, datum=dt.date(2026, 12, 1), datenstand=2, rueckblick=("VB-3", "VB-1", "VB-99")
    ),
    "QD-4": Dialog(titel="Ganze Stadt", datum=dt.date(2026, 12, 1), datenstand=2),
}
VEREINBARUNGEN: dict[str, Vereinbarung] = {
    "VB-1": EINES,
    "VB-2": replace(EINES, umsetzung=Umsetzung.UMGESETZT, verantwortlich="ASD"),
    "VB-3": replace(EINES, frist=None, wiedervorlage=dt.date(2026, 6, 30), verantwortlich=" jugendarbeit sued "),
    "VB-4": replace(EINES, dialog="QD-2", frist=dt.date(2026, 11, 24), leitlinien=("L3", "L4"), indikatoren=()),
    "VB-5": replace(EINES, dialog="QD-4", frist=None, umsetzung=Umsetzung.IN_ARBEIT),
    "VB-6": replace(EINES, dialog="QD-2", umsetzung=Umsetzung.ZURUECKGESTELLT, wiedervorlage=dt.date(2026, 12, 10)),
}


def records(vereinbarungen: dict[str, Vereinbarung] | None = None) -> Bestand:
    contents: dict[str, Inhalt] = {**DIALOGE, **(vereinbarungen if vereinbarungen is not None else VEREINBARUNGEN)}
    akten = tuple(Akte(name, 1, inhalt, WHEN, "Probe", "Probe") for name, inhalt in contents.items())
    return Bestand(len(akten), akten)
