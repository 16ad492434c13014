"""Words that voices share, wherever they were heard."""

from __future__ import annotations

from enum import StrEnum


class Gruppe(StrEnum):
    """Whose voice it is."""

    KINDER = "Kinder"
    JUGENDLICHE = "Jugendliche"
    ELTERN = "Eltern"
    FACHKRAEFTE = "Fachkräfte"


class Altersgruppe(StrEnum):
    """Age groups of young people in a workshop; ages in years, both ends included."""

    VON_6_BIS_9 = "6–9"
    VON_10_BIS_13 = "10–13"
    VON_14_BIS_17 = "14–17"
    VON_18_BIS_20 = "18–20"
    GEMISCHT = "gemischt"


class Methode(StrEnum):
    """How a voice was heard."""

    ZUKUNFTSWERKSTATT = "Zukunftswerkstatt"
    BEGEHUNG = "Begehung"
    NADELMETHODE = "Nadelmethode"
    SUBJEKTIVE_LANDKARTE = "Subjektive Landkarte"
    AUTOFOTOGRAFIE = "Autofotografie"
    GRUPPENGESPRAECH = "Gruppengespräch"
    INTERVIEW = "Interview"
    BEFRAGUNG = "Befragung"
    FACHGESPRAECH = "Fachgespräch"
