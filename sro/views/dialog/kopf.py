"""The head of an open dialogue: its name, its day, and the Datenstand that everything of it shows."""

from __future__ import annotations

from html import escape

from sro.auswertung.dialog.blatt import Dialogblatt
from sro.model.akte import Akte
from sro.model.datenstand import Datenstand
from sro.model.dialog import Dialog, Dialogstand
from sro.views.dialog.worte import day, stamp, whole_span
from sro.views.holstentor.beduerfnis import html_link, synthetic

PURPOSE = (
    "Fachkräfte, Träger und Verwaltung deuten Zahlen und Stimmen gemeinsam und vereinbaren, was als Nächstes geschieht."
)


def html_start() -> str:
    """The head of the page without an open dialogue."""
    return f'<h1>Qualitätsentwicklungsdialoge</h1><p class="sro-unter">{PURPOSE}</p>'


def html_head(blatt: Dialogblatt, alle: str, praesentation: str) -> str:
    """`alle` is the way back to the list, `praesentation` to the full screen."""
    dialog = blatt.dialog
    facts = [day(dialog.datum), whole_span(blatt.programm), dialog.ort.strip(), str(dialog.stand)]
    line = " · ".join(fact for fact in facts if fact)
    present = f'<p class="sro-vorfuehren">{html_link(praesentation, "Präsentieren")}</p>'
    return (
        f'<div class="sro-dialogkopf"><div><p class="sro-zurueck">{html_link(alle, "Alle Dialoge")}</p>'
        f"<h1>{escape(dialog.titel or blatt.akte.id)}{synthetic(blatt.akte)}</h1>"
        f'<p class="sro-unter">{escape(line)}</p>{html_stamp(blatt.datenstand)}</div>{present}</div>'
    )


def html_stamp(datenstand: Datenstand, wort: str = "Festgehalten") -> str:
    return f'<p class="sro-stempel"><b>{escape(wort)}</b> {escape(stamp(datenstand))}</p>'


def newer(blatt: Dialogblatt, aktiv: Datenstand | None) -> str:
    """What is said where another Datenstand is shown everywhere else; empty where it is the same."""
    if aktiv is None or aktiv.id == blatt.datenstand.id:
        return ""
    head = f"Aktiv ist inzwischen {stamp(aktiv)}. Dieser Dialog bleibt bei Datenstand {blatt.datenstand.id}"
    if blatt.dialog.stand is Dialogstand.VORBEREITET:
        return f"{head}, solange Sie nicht wechseln."
    return f"{head}, weil er schon begonnen hat."


def without_figures(akte: Akte[Dialog]) -> str:
    """Why a dialogue shows nothing."""
    if akte.inhalt.datenstand is None:
        return "Für diesen Dialog ist kein Datenstand festgehalten; bitte einen festhalten."
    return (
        f"Datenstand {akte.inhalt.datenstand} ist für diesen Dialog festgehalten, fehlt aber in dieser Datenbank. "
        "Bitte die Sicherung einspielen oder einen anderen Datenstand festhalten."
    )
