"""Dialogues that tests share (synthetisch): two about Altdorf, one about Neudorf, with what was said and agreed."""

from __future__ import annotations

import datetime as dt

from sro.akten.bestand import Bestand
from sro.model.akte import Akte, Freigabe, Inhalt
from sro.model.aussage import Aussage, Valenz
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.dialog import Dialog, Dialogstand, Notiz, Notizart
from sro.model.gebiet import GebietKey
from sro.model.impuls import Umsetzung
from sro.model.stimme import Gruppe
from sro.model.vereinbarung import Vereinbarung
from tests.auswertung.werke import A1, A, B
from tests.beispiele import ANTEIL

WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
HEUTE = dt.date(2026, 11, 24)
FERTIG = Dialogstand.ABGESCHLOSSEN
FERN = GebietKey("stadtteil", "99")


def bestand(**more: Inhalt) -> Bestand:
    """`more`: further records or other contents, "QD_3" for "QD-3"."""
    contents = {
        "AU-1": _said(Valenz.WUNSCH, "Eine Kletterwand.", A1, 4),
        "AU-2": _said(Valenz.WUNSCH, "Ein Trampolin.", A, 9),
        "AU-3": _said(Valenz.WUNSCH, "Nicht gezählt.", A, None),
        "AU-4": _said(Valenz.PROBLEM, "Es ist dunkel.", A, 2),
        "AU-5": _said(Valenz.STAERKE, "Der Treff ist gut.", B, 8),
        "AU-6": _said(Valenz.PROBLEM, "Noch nicht geprüft.", A, 99, Freigabe.INTERN),
        "BN-1": Beduerfnis(gruppe=Gruppe.KINDER, text="Raum", raum=A1, freigabe=Freigabe.OEFFENTLICH),
        "BN-2": Beduerfnis(gruppe=Gruppe.ELTERN, text="Raum", raum=A1, freigabe=Freigabe.OEFFENTLICH),
        "BE-1": Bedarf(titel="Treffpunkt", beduerfnisse=("BN-1", "BN-2"), indikatoren=(ANTEIL.id,), raum=A1),
        "BE-2": Bedarf(titel="Anderswo", beduerfnisse=("BN-1",), raum=B),
        "QD-1": Dialog(titel="Altdorf 2024", raum=A, datum=dt.date(2024, 11, 1), datenstand=7, stand=FERTIG),
        "QD-2": Dialog(titel="Altdorf 2025", raum=A, datum=dt.date(2025, 11, 1), datenstand=7, stand=FERTIG),
        "QD-3": Dialog(titel="Neudorf 2025", raum=B, datum=dt.date(2025, 5, 1), datenstand=7, stand=FERTIG),
        "QD-4": Dialog(
            titel="Altdorf 2026",
            raum=A,
            datum=dt.date(2026, 12, 1),
            datenstand=7,
            indikatoren=(ANTEIL.id, "gibt_es_nicht"),
            aussagen=("AU-4", "AU-77", "AU-1"),
            bedarfe=("BE-1", "BE-2"),
            rueckblick=("VB-3", "VB-1"),
        ),
        "VB-1": Vereinbarung(dialog="QD-1", text="Alt und offen.", frist=dt.date(2026, 11, 23)),
        "VB-2": Vereinbarung(dialog="QD-1", text="Alt und fertig.", umsetzung=Umsetzung.UMGESETZT),
        "VB-3": Vereinbarung(dialog="QD-2", text="Neu und fertig.", umsetzung=Umsetzung.UMGESETZT),
        "VB-4": Vereinbarung(dialog="QD-2", text="Neu und offen.", frist=dt.date(2026, 11, 24)),
        "VB-5": Vereinbarung(dialog="QD-3", text="Von nebenan."),
        "NO-1": Notiz(dialog="QD-4", art=Notizart.DEUTUNG, text="Weil es so ist."),
    }
    contents |= {name.replace("_", "-"): inhalt for name, inhalt in more.items()}
    return Bestand(1, tuple(Akte(name, 1, inhalt, WHEN, "Probe") for name, inhalt in contents.items()))


def _said(
    valenz: Valenz, text: str, raum: GebietKey, punkte: int | None, frei: Freigabe = Freigabe.OEFFENTLICH
) -> Aussage:
    return Aussage(valenz=valenz, wortlaut=text, raum=raum, punkte=punkte, freigabe=frei)
