"""A small plan and a small evidence chain that tests share; all of it synthetic and public unless it says otherwise."""

from __future__ import annotations

import datetime as dt

from sro.akten.bestand import Bestand
from sro.model.akte import Akte, Freigabe, Inhalt
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.dialog import Dialog
from sro.model.gebiet import GebietKey
from sro.model.impuls import Impuls, Umsetzung
from sro.model.transfer import Produkt, Rhythmus, Transfer, Versand, Zielgruppe
from sro.model.vereinbarung import Vereinbarung
from sro.model.werkstatt import Werkstatt

HEUTE = dt.date(2026, 11, 24)
WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
MOISLING = GebietKey("stadtteil", "03")
FREI = {"freigabe": Freigabe.OEFFENTLICH, "synthetisch": True}
FACH = {"freigabe": Freigabe.FACHKREIS, "synthetisch": True}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def kette() -> dict[str, Inhalt]:
    """VB-1 rests on BE-1 and unter_21 and was reported once; VB-2 on AU-2 alone, reported nowhere; BE-2 leads nowhere.

    BN-2 contradicts BE-1 and is no evidence for it.
    """
    return {
        "WS-1": Werkstatt(titel="Moisling", raum=MOISLING, beginn=day("2024-03-12"), **FREI),
        "AU-1": Aussage(werkstatt="WS-1", wortlaut="Kein Raum am Abend.", **FREI),
        "AU-2": Aussage(werkstatt="WS-1", wortlaut="Mehr Licht.", **FREI),
        "BN-1": Beduerfnis(text="Ein Raum am Abend.", aussagen=("AU-1",), **FREI),
        "BN-2": Beduerfnis(text="Abends Ruhe.", **FREI),
        "BE-1": Bedarf(
            titel="Treffpunkt", beduerfnisse=("BN-1",), widersprechende=("BN-2",), indikatoren=("sgb2_unter_18",),
            **FREI,
        ),
        "BE-2": Bedarf(titel="Wege", beduerfnisse=("BN-2",), **FREI),
        "IM-1": Impuls(titel="Offener Abend", bedarfe=("BE-1", "BE-2"), leitlinien=("L2",), **FREI),
        "QD-1": Dialog(titel="Dialog Moisling", raum=MOISLING, datum=day("2026-03-02"), datenstand=1, **FREI),
        "QD-2": Dialog(titel="Dialog Moisling neu", raum=MOISLING, datum=day("2026-12-10"), datenstand=1, **FACH),
        "VB-1": Vereinbarung(
            dialog="QD-1", text="Der Treff öffnet abends.", indikatoren=("unter_21",), bedarfe=("BE-1",),
            umsetzung=Umsetzung.IN_ARBEIT, **FREI,
        ),
        "VB-2": Vereinbarung(dialog="QD-1", text="Zwei Lampen.", aussagen=("AU-2",), **FACH),
    }  # fmt: skip


def zeilen() -> dict[str, Inhalt]:
    """TR-1 overdue by decision, TR-2 soon by its rhythm, TR-3 planned, TR-4 after a dialogue, TR-5 done, TR-6 kept."""
    return {
        "TR-1": row(Produkt.BRETT, Zielgruppe.JHA, Rhythmus.JAEHRLICH, faellig=day("2026-11-05"), **FREI),
        "TR-2": row(Produkt.UEBERGABELISTE, Zielgruppe.AEMTER, Rhythmus.HALBJAEHRLICH, **FACH),
        "TR-3": row(Produkt.PROFIL, Zielgruppe.STADTTEILGREMIEN, faellig=day("2027-01-20"), raum=MOISLING, **FREI),
        "TR-4": row(Produkt.PROTOKOLL, Zielgruppe.AG_78, Rhythmus.NACH_DIALOG, raum=MOISLING, **FREI),
        "TR-5": row(Produkt.FOLIEN, Zielgruppe.JHA, Rhythmus.EINMALIG, dialog="QD-1", **FREI),
        "TR-6": row(Produkt.PROFIL, Zielgruppe.TRAEGER, synthetisch=True, freigabe=Freigabe.INTERN),
        "VS-1": Versand(transfer="TR-2", am=day("2026-06-01"), an="Bereich Verkehr", **FACH),
        "VS-2": Versand(
            transfer="TR-4", am=day("2026-03-02"), an="AG 78", vereinbarungen=("VB-1",), datenstand=1,
            rueckmeldung="Bitte <b>kürzer</b>.", rueckmeldung_am=day("2026-03-20"), **FREI,
        ),
        "VS-3": Versand(transfer="TR-5", am=day("2025-10-01"), an="Ausschuss", **FREI),
        "VS-4": Versand(transfer="TR-2", am=day("2025-12-01"), an="Bereich Sport", rueckmeldung="Danke.", **FACH),
    }  # fmt: skip


def row(produkt: Produkt, zielgruppe: Zielgruppe, rhythmus: Rhythmus = Rhythmus.JAEHRLICH, **more: object) -> Transfer:
    return Transfer(produkt=produkt, zielgruppe=zielgruppe, rhythmus=rhythmus, format="PDF", **more)  # type: ignore[arg-type]


def transferakten() -> Bestand:
    contents = kette() | zeilen()
    return Bestand(len(contents), tuple(Akte(name, 1, one, WHEN, "Probe", "Probe") for name, one in contents.items()))
