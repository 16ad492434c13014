"""A small chain from voice to lever in Holstentor-Nord, and a voice from elsewhere; all of it synthetic."""

from __future__ import annotations

import datetime as dt

from sro.akten.bestand import Bestand
from sro.model.akte import Akte, Freigabe, Inhalt
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.gebiet import GebietKey
from sro.model.impuls import Impuls
from sro.model.steuerung import Hebel, Steuerungspotential
from sro.model.stimme import Gruppe

WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
BROLING = GebietKey("quartier", "broling-quartier")
HOLSTENTOR = GebietKey("quartier", "holstentor-quartier")
BEZIRK, MOISLING = GebietKey("stadtbezirk", "04"), GebietKey("stadtteil", "03")
OFFEN = {"freigabe": Freigabe.OEFFENTLICH, "synthetisch": True}


def inhalte() -> dict[str, Inhalt]:
    """BN-3 belongs to BE-1 and contradicts others there, BN-4 contradicts it from outside; BN-5 is from elsewhere."""
    return {
        "BN-1": voice(Gruppe.KINDER, "Eine Schaukel.", ("spielen",), BROLING, 12),
        "BN-2": voice(Gruppe.ELTERN, "Ein sicherer Weg zum Spielplatz.", ("spielen", "wege"), HOLSTENTOR, None),
        "BN-3": voice(Gruppe.JUGENDLICHE, "Abends draußen sitzen.", ("treffpunkte",), BROLING, 7),
        "BN-4": voice(Gruppe.KINDER, "Abends Ruhe.", ("treffpunkte",), BEZIRK, 5),
        "BN-5": voice(Gruppe.ELTERN, "Ein Café.", ("treffpunkte",), MOISLING, 9),
        "BE-1": Bedarf(
            titel="Plätze für alle",
            begruendung="Drei Gruppen nennen dieselben Plätze.",
            beduerfnisse=("BN-1", "BN-2", "BN-3"),
            widersprechende=("BN-3", "BN-4"),
            widerspruch="Ruhe gegen Aufenthalt.",
            indikatoren=("sgb2_unter_18", "hze_ohne_28"),
            prioritaet="hoch",
            prioritaet_durch="JHA, 06.03.2025",
            **OFFEN,
        ),
        "BE-2": Bedarf(titel="Wege", begruendung="Eltern begleiten.", beduerfnisse=("BN-2",), raum=BEZIRK, **OFFEN),
        "BE-3": Bedarf(titel="Café", begruendung="Anderswo.", beduerfnisse=("BN-5",), **OFFEN),
        "IM-1": Impuls(titel="Begehung mit Kindern", bedarfe=("BE-1", "BE-2"), leitlinien=("L2",), **OFFEN),
        "IM-2": Impuls(titel="Café-Runde", bedarfe=("BE-3",), leitlinien=("L4",), **OFFEN),
        "SP-1": Steuerungspotential(titel="Konzept ändern", impulse=("IM-1",), hebel=(Hebel.KONZEPT,), **OFFEN),
        "SP-2": Steuerungspotential(titel="Stelle", impulse=("IM-1", "IM-2"), hebel=(Hebel.PERSONAL,), **OFFEN),
        "SP-3": Steuerungspotential(titel="Nur Café", impulse=("IM-2",), hebel=(Hebel.RAUM,), **OFFEN),
    }


def kettenakten() -> Bestand:
    contents = inhalte()
    return Bestand(len(contents), tuple(Akte(name, 1, one, WHEN, "Probe", "Probe") for name, one in contents.items()))


def voice(gruppe: Gruppe, text: str, themen: tuple[str, ...], raum: GebietKey, nennungen: int | None) -> Beduerfnis:
    day = dt.date(2024, 3, 12)
    return Beduerfnis(
        gruppe=gruppe, text=text, themen=themen, raum=raum, nennungen=nennungen, quelle="Probe", datum=day, **OFFEN
    )
