"""A small Bestand that tests share: two Werkstätten, a third without statements, six statements, all synthetic."""

from __future__ import annotations

import datetime as dt

from sro.akten.bestand import Bestand
from sro.akten.vergroebern import coarse
from sro.model.akte import Akte, Freigabe, Inhalt
from sro.model.aussage import Aussage, Bearbeitung, Valenz
from sro.model.gebiet import GebietKey
from sro.model.stimme import Altersgruppe, Methode
from sro.model.werkstatt import Phase, Werkstatt

HOSTILE = '<img src=x onerror="window.getroffen=1">--></style> [x](javascript:1)'
WHEN = dt.datetime(2026, 1, 5, 9, 0)
MARLI, SCHLUTUP, KUECKNITZ = "WS-1", "WS-2", "WS-3"


def akte(akte_id: str, inhalt: Inhalt) -> Akte[Inhalt]:
    return Akte(akte_id, 1, inhalt, WHEN, "Probe")


def werkstaetten() -> dict[str, Werkstatt]:
    """Marli with points, Schlutup where nobody noted them, Kücknitz where none were given and nobody said a thing."""
    oeffentlich = {"freigabe": Freigabe.OEFFENTLICH, "synthetisch": True}
    return {
        MARLI: Werkstatt(
            titel="Werkstatt Marli",
            raum=GebietKey("stadtbezirk", "07"),
            ort="Haus der Jugend",
            beginn=dt.date(2024, 3, 12),
            ende=dt.date(2024, 3, 13),
            methoden=(Methode.ZUKUNFTSWERKSTATT, Methode.NADELMETHODE),
            phasen=(Phase.KRITIK, Phase.PHANTASIE),
            teilnehmende_6_9=12,
            teilnehmende_10_13=20,
            teilnehmende_14_17=3,
            punkte_gesamt=40,
            **oeffentlich,
        ),
        SCHLUTUP: Werkstatt(
            titel="Werkstatt Schlutup",
            raum=GebietKey("stadtteil", "08"),
            beginn=dt.date(2024, 10, 5),
            methoden=(Methode.BEGEHUNG,),
            **oeffentlich,
        ),
        KUECKNITZ: Werkstatt(
            titel="Werkstatt Kücknitz",
            raum=GebietKey("stadtteil", "09"),
            beginn=dt.date(2022, 5, 1),
            methoden=(Methode.BEGEHUNG,),
            punkte_gesamt=0,
            **oeffentlich,
        ),
    }


def aussagen() -> dict[str, Aussage]:
    """Two at one place in Marli, one beside it, one without a place, one far off in Schlutup, one kept internal."""
    spielplatz, daneben, ufer = coarse(10.7150, 53.8750), coarse(10.7240, 53.8750), coarse(10.8000, 53.8910)
    return {
        "AU-1": _said(MARLI, Valenz.WUNSCH, "Wir wollen eine Kletterwand.", spielplatz, ("spielen", "sport"), 12),
        "AU-2": _said(MARLI, Valenz.PROBLEM, HOSTILE, spielplatz, ("sauberkeit",), 8, alter=Altersgruppe.VON_6_BIS_9),
        "AU-3": _said(MARLI, Valenz.STAERKE, "Der Jugendtreff ist gut.", daneben, ("treffpunkte",), 5),
        "AU-4": _said(MARLI, Valenz.WUNSCH, "Mehr Feste im Stadtteil.", None, ("kultur",), None),
        "AU-5": _said(SCHLUTUP, Valenz.PROBLEM, "Am Ufer liegt Müll.", ufer, ("sauberkeit", "gruen"), None),
        "AU-6": _said(SCHLUTUP, Valenz.PROBLEM, "Noch nicht geprüft.", ufer, ("wege",), None, frei=Freigabe.INTERN),
    }


def beispielakten() -> Bestand:
    """All of it as the planning reads it."""
    contents: dict[str, Inhalt] = {**werkstaetten(), **aussagen()}
    return Bestand(len(contents), tuple(akte(akte_id, inhalt) for akte_id, inhalt in contents.items()))


def _said(
    werkstatt: str,
    valenz: Valenz,
    wortlaut: str,
    punkt: tuple[float, float] | None,
    themen: tuple[str, ...],
    punkte: int | None,
    alter: Altersgruppe = Altersgruppe.VON_10_BIS_13,
    frei: Freigabe = Freigabe.OEFFENTLICH,
) -> Aussage:
    offices = {"sport": "sport", "sauberkeit": "entsorgung", "gruen": "stadtgruen", "wege": "verkehr"}
    return Aussage(
        werkstatt=werkstatt,
        valenz=valenz,
        wortlaut=wortlaut,
        altersgruppe=alter,
        gruppe_n=9,
        methode=Methode.NADELMETHODE,
        ort="Spielplatz" if valenz is not Valenz.STAERKE else "Jugendtreff",
        lon=punkt[0] if punkt else None,
        lat=punkt[1] if punkt else None,
        themen=themen,
        schnittstellen=tuple(offices[one] for one in themen if one in offices),
        punkte=punkte,
        bearbeitung=Bearbeitung.IN_PRUEFUNG if punkte else Bearbeitung.NEU,
        freigabe=frei,
        synthetisch=True,
    )
