"""Why something cannot be said: an answer of its own, never a missing number."""

from __future__ import annotations

from enum import StrEnum

from sro.model.wert import Beobachtung, Status


class Grund(StrEnum):
    """Why there is no result."""

    GEHEIM = "geheim"
    FEHLT = "fehlt"
    NICHT_SINNVOLL = "nicht_sinnvoll"  # denominator too small
    KEIN_VERGLEICH = "kein_vergleich"  # the city or its rest shows no value
    ART = "art"  # a ratio or a balance: no distribution of chance
    REIHENBRUCH = "reihenbruch"
    ZU_WENIG_FAELLE = "zu_wenig_faelle"
    ZU_WENIG_PUNKTE = "zu_wenig_punkte"
    ZU_WENIG_GEBIETE = "zu_wenig_gebiete"
    ZU_WENIG_INDIKATOREN = "zu_wenig_indikatoren"
    OHNE_STREUUNG = "ohne_streuung"
    HILFE_ZUR_ERZIEHUNG = "hilfe_zur_erziehung"
    OHNE_RICHTUNG = "ohne_richtung"
    GENUG_FAELLE = "genug_faelle"
    UEBERSCHNEIDUNG = "ueberschneidung"  # two periods count the same years
    UNGLEICHE_ZEITRAEUME = "ungleiche_zeitraeume"  # one year against several together
    GERUNDET = "gerundet"
    AELTERER_STAND = "aelterer_stand"

    @property
    def satz(self) -> str:
        """The reason as a sentence for planners."""
        return _SATZ[self]


_SATZ = {
    Grund.GEHEIM: "Ein Wert, der dafür gebraucht wird, ist geheim gehalten.",
    Grund.FEHLT: "Ein Wert, der dafür gebraucht wird, ist nicht geliefert.",
    Grund.NICHT_SINNVOLL: "Der Nenner ist zu klein für einen Wert.",
    Grund.KEIN_VERGLEICH: "Für die Stadt oder die übrige Stadt wird kein Wert gezeigt, der sich vergleichen ließe.",
    Grund.ART: "Für Verhältnisse und Salden gibt es kein Maß der Zufallsschwankung, weil keine Fälle gezählt werden.",
    Grund.REIHENBRUCH: "Ein Reihenbruch trennt die Jahre; davor und danach wird nicht dasselbe gezählt.",
    Grund.ZU_WENIG_FAELLE: "Zu erwarten ist weniger als ein Fall; dazu lässt sich keine Grenze angeben.",
    Grund.ZU_WENIG_PUNKTE: "Für einen Trend braucht es mindestens fünf Werte in Folge ohne Lücke und ohne Reihenbruch.",
    Grund.ZU_WENIG_GEBIETE: "Zu wenige Gebiete zeigen alle Werte, die dafür gebraucht werden.",
    Grund.ZU_WENIG_INDIKATOREN: "Dafür braucht es mindestens zwei Indikatoren.",
    Grund.OHNE_STREUUNG: "Ein Indikator hat in allen Gebieten denselben Wert und unterscheidet sie nicht.",
    Grund.HILFE_ZUR_ERZIEHUNG: (
        "Hilfen zur Erziehung gehören nicht in einen Sozialindex: Er soll den Bedarf an Hilfen beschreiben, "
        "nicht die Hilfen sich selbst erklären lassen."
    ),
    Grund.OHNE_RICHTUNG: (
        "Ein hoher Wert ist mehrdeutig. Bitte festlegen und begründen, ob er im Index für mehr oder für weniger "
        "Unterstützungsbedarf steht."
    ),
    Grund.GENUG_FAELLE: "Der neueste Wert beruht auf genügend Fällen; zusammengefasst wird nicht.",
    Grund.UEBERSCHNEIDUNG: "Die beiden Zeiträume überschneiden sich und zählen zum Teil dasselbe.",
    Grund.UNGLEICHE_ZEITRAEUME: "Ein Wert gilt für ein Jahr, der andere für mehrere Jahre zusammen.",
    Grund.GERUNDET: "Die Zahlen sind gerundet; der Unterschied kann allein daher kommen.",
    Grund.AELTERER_STAND: "Der aktive Datenstand reicht weniger weit als der damalige.",
}


def why_no_value(beobachtung: Beobachtung | None) -> Grund:
    """The reason of an observation that shows no value; None stands for "not delivered"."""
    return _OF_STATUS[beobachtung.status] if beobachtung else Grund.FEHLT


_OF_STATUS = {
    Status.GEHEIM: Grund.GEHEIM,
    Status.FEHLT: Grund.FEHLT,
    Status.NICHT_SINNVOLL: Grund.NICHT_SINNVOLL,
}
