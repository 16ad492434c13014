"""Why a database does not do what it is asked: one word for every fault, with what to read and what to do."""

from __future__ import annotations

from enum import Enum


class Stoerung(Enum):
    """A fault: `satz` is what everybody may read, `abhilfe` what whoever runs the app can do about it."""

    NICHT_ERREICHBAR = (
        "Die Datenbank ist nicht erreichbar.",
        "Bitte prüfen, ob sie läuft, dazu SRO_DATABASE_URL, Netz und Rechte. Die Anwendung verbindet sich selbst neu.",
    )
    VERSCHWUNDEN = (
        "Die Datei der Datenbank liegt nicht mehr an ihrem Ort.",
        "Bitte die Datei zurücklegen; die Anwendung arbeitet dann weiter. Eine neue legt sie im Betrieb nicht an.",
    )
    AUSGETAUSCHT = (
        "Die Datei der Datenbank ist im laufenden Betrieb ausgetauscht worden.",
        "Bitte die Anwendung beenden und wie in docs/betrieb.md, „Sichern und wiederherstellen“, vorgehen.",
    )
    BELEGT = (
        "Die Datenbank ist gerade belegt.",
        "Jemand schreibt länger als 10 Sekunden, etwa eine große Lieferung. Bitte noch einmal versuchen.",
    )
    VOLL = (
        "Auf dem Datenträger der Datenbank ist kein Platz mehr.",
        "Bitte Platz schaffen. Was schon gespeichert war, ist unverändert; ein Neustart ist nicht nötig.",
    )
    BESCHAEDIGT = (
        "Die Datenbank ist beschädigt.",
        "Bitte die Anwendung beenden, die Datei aufheben und die letzte Sicherung einspielen (docs/betrieb.md).",
    )
    DATENTRAEGER = (
        "Der Datenträger der Datenbank lässt sich nicht lesen oder nicht schreiben.",
        "Bitte prüfen, ob er voll, schreibgeschützt oder defekt ist (Log des Betriebssystems).",
    )
    NUR_LESEN = (
        "In die Datenbank kann gerade nicht geschrieben werden.",
        "Bitte die Rechte an Datei und Ordner prüfen, bei PostgreSQL, ob der Server nur lesen lässt.",
    )
    FREMD = (
        "Die Datenbank passt nicht zu dieser Fassung der Anwendung.",
        "Bitte die Anwendung neu starten; bleibt es dabei, SRO_DATABASE_URL prüfen oder die Sicherung einspielen.",
    )
    NEUER = (
        "Die Datenbank stammt aus einer neueren Fassung dieser Anwendung.",
        "Bitte die Anwendung aktualisieren oder die Sicherung von vor der Aktualisierung einspielen.",
    )

    @property
    def satz(self) -> str:
        return self.value[0]

    @property
    def abhilfe(self) -> str:
        return self.value[1]
