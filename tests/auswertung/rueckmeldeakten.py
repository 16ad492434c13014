"""A Werkstatt with a statement in every state, and handovers that are overdue, open and answered."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

from sro.akten.bestand import Bestand
from sro.model.akte import Akte, Freigabe, Inhalt
from sro.model.aktenart import art_of
from sro.model.aussage import Aussage, Bearbeitung, Rueckmeldeform, Valenz
from sro.model.gebiet import GebietKey
from sro.model.stimme import Altersgruppe, Methode
from sro.model.uebergabe import Uebergabe
from sro.model.werkstatt import Werkstatt

HEUTE = dt.date(2026, 3, 2)
WHEN = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
# What somebody may type who means harm, or does not know what the text will go through.
FEINDLICH = (
    '=HYPERLINK("https://example.org","hier")',
    "<img src=x onerror=alert(1)>",
    "[hier](javascript:alert(1))",
    "#set page(fill: red)\n#let x = 1",
    "$x$ :red[rot] **fett** :material/home:",
)
WERKSTATT = Werkstatt(
    titel="Stadtteilwerkstatt Beispielhausen",
    raum=GebietKey("stadtteil", "09"),
    beginn=dt.date(2025, 5, 9),
    ende=dt.date(2025, 5, 10),
    methoden=(Methode.ZUKUNFTSWERKSTATT,),
    punkte_gesamt=120,
    freigabe=Freigabe.OEFFENTLICH,
    synthetisch=True,
)
WUNSCH = Aussage(
    werkstatt="WS-1",
    valenz=Valenz.WUNSCH,
    wortlaut_intern="Nur für uns: Ein Kind wünscht sich Tore.",
    wortlaut="Wir wünschen uns Tore auf dem Bolzplatz. Die alten sind kaputt.",
    altersgruppe=Altersgruppe.VON_10_BIS_13,
    gruppe_n=12,
    ort="Bolzplatz",
    themen=("sport",),
    schnittstellen=("sport",),
    punkte=12,
    freigabe=Freigabe.OEFFENTLICH,
    synthetisch=True,
)
FERTIG = replace(
    WUNSCH,
    bearbeitung=Bearbeitung.UMGESETZT,
    antwort="Die Tore sind da. Ihr könnt sie z. B. am Nachmittag benutzen.",
    rueckmeldung_am=dt.date(2025, 11, 3),
    rueckmeldung_form=Rueckmeldeform.BESUCH,
)
GEHT_NICHT = replace(
    WUNSCH,
    valenz=Valenz.PROBLEM,
    wortlaut="Die Straße ist zu laut.",
    bearbeitung=Bearbeitung.NICHT_UMSETZBAR,
    grund="Die Straße gehört dem Land. Wir dürfen dort nichts ändern.",
    themen=("wege",),
    schnittstellen=("verkehr",),
    punkte=None,
)
WEITER = replace(
    WUNSCH,
    wortlaut="Mehr Bänke im Park.",
    bearbeitung=Bearbeitung.WEITERGELEITET,
    themen=("gruen",),
    schnittstellen=("stadtgruen", "sport"),
    punkte=0,
)
INTERN = replace(WUNSCH, wortlaut="Noch nicht geprüfter Satz.", freigabe=Freigabe.INTERN)
UEBERFAELLIG = Uebergabe(
    schnittstelle="sport",
    aussagen=("AU-1", "AU-5"),
    uebergeben_am=dt.date(2025, 7, 1),
    frist=dt.date(2025, 10, 1),
    freigabe=Freigabe.OEFFENTLICH,
    synthetisch=True,
)
BEANTWORTET = replace(
    UEBERFAELLIG,
    schnittstelle="verkehr",
    aussagen=("AU-3",),
    antwort_am=dt.date(2025, 9, 20),
    antwort="Das Land ist zuständig.",
)
OFFEN = replace(UEBERFAELLIG, aussagen=("AU-2",), frist=dt.date(2026, 4, 1))
INHALTE: tuple[Inhalt, ...] = (
    WERKSTATT, WUNSCH, FERTIG, GEHT_NICHT, WEITER, INTERN, UEBERFAELLIG, BEANTWORTET, OFFEN,
)  # fmt: skip


def bestand(*inhalte: Inhalt, stand: int = 1) -> Bestand:
    """Each content as a record with the id that the store would give it: "WS-1", "AU-1", "AU-2", "UE-1" …"""
    counted: Counter[str] = Counter()
    akten: list[Akte[Inhalt]] = []
    for inhalt in inhalte:
        kind = art_of(type(inhalt)).kuerzel
        counted[kind] += 1
        akten.append(Akte(f"{kind}-{counted[kind]}", 1, inhalt, WHEN, "Planung", "Planung"))
    return Bestand(stand, tuple(akten))
