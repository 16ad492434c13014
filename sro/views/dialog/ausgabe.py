"""What can be taken along of a dialogue: how much is in it, whether it is final, and what each file is for."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sro.auswertung.dialog.ausgabe import Dialogausgabe, Luecke
from sro.model.dialog import Notizart
from sro.views import words
from sro.views.dialog.worte import stamp

DRAFT = "Das Protokoll ist ein Entwurf, bis der Dialog abgeschlossen ist. Danach bleibt es, wie es ist."
FINAL = "Das Protokoll zeigt den Dialog, wie er an diesem Tag war, auch wenn Vereinbarungen inzwischen weiter sind."
INTERNAL = (
    "Dieser Dialog ist intern. Zum Mitnehmen gibt es ihn, sobald er für den Fachkreis freigegeben ist "
    "(Bearbeiten, Feld „Freigabe“)."
)


def html_counts(ausgabe: Dialogausgabe) -> str:
    """How much there is to take along; what there is none of is not named."""
    blatt = ausgabe.blatt
    notes = {art: sum(one.inhalt.art is art for one in blatt.notizen) for art in Notizart}
    facts = [
        (len(blatt.kennwerte), "Zahl", "Zahlen"),
        (len(blatt.aussagen) + len(blatt.bedarfe), "Stimme oder Bedarf", "Stimmen und Bedarfe"),
        (notes[Notizart.BEOBACHTUNG], "Beobachtung", "Beobachtungen"),
        (notes[Notizart.DEUTUNG], "Deutung", "Deutungen"),
        (len(blatt.vereinbarungen), "Vereinbarung", "Vereinbarungen"),
    ]
    spans = "".join(f"<span><b>{words.number(n)}</b>{one if n == 1 else many}</span>" for n, one, many in facts if n)
    return f'<p class="sro-zaehlung">{spans}</p>'


def html_state(ausgabe: Dialogausgabe, ausgelassen: int, luecken: Sequence[Luecke]) -> str:
    """Whether the minutes are final; `ausgelassen` counts chosen records that only the planning may read."""
    closed = ausgabe.abgeschlossen is not None
    head = f"Abgeschlossen am {words.date(ausgabe.stichtag)}" if closed else "Noch nicht abgeschlossen"
    said = [FINAL if closed else DRAFT, *_since(ausgabe), *_left_out(ausgelassen)]
    missing = "".join(f"<li>{escape(_gap(one))}</li>" for one in luecken) if not closed else ""
    below = f"<p>Vor dem Abschluss vielleicht noch ergänzen:</p><ul>{missing}</ul>" if missing else ""
    return (
        f'<section class="sro-abschluss{" fertig" if closed else ""}"><h2>{escape(head)}</h2>'
        f"{''.join(f'<p>{escape(one)}</p>' for one in said)}{below}</section>"
    )


def html_file(titel: str, wofuer: str) -> str:
    """The card above a download button."""
    return f'<article class="sro-karte sro-mitnehmen"><h3>{escape(titel)}</h3><p>{escape(wofuer)}</p></article>'


def source(ausgabe: Dialogausgabe) -> str:
    """What stands in each of the files."""
    return f"Alle Dateien: dieselben Zahlen, {stamp(ausgabe.blatt.datenstand)}."


def _since(ausgabe: Dialogausgabe) -> list[str]:
    if not ausgabe.neu and not ausgabe.geaendert:
        return []
    new = ["ein Eintrag hinzugekommen" if ausgabe.neu == 1 else f"{ausgabe.neu} Einträge hinzugekommen"]
    changed = ["einer geändert" if ausgabe.geaendert == 1 else f"{ausgabe.geaendert} geändert"]
    parts = [*(new if ausgabe.neu else []), *(changed if ausgabe.geaendert else [])]
    return [f"Seitdem: {' und '.join(parts)}; das steht nicht im Protokoll."]


def _left_out(count: int) -> list[str]:
    if not count:
        return []
    which = "Ein gewählter Eintrag ist" if count == 1 else f"{count} gewählte Einträge sind"
    return [f"{which} intern und fehlt in den Dateien." if count == 1 else f"{which} intern und fehlen in den Dateien."]


def _gap(luecke: Luecke) -> str:
    """ "VB-3: ohne Frist und ohne Maßstab" """
    return f"{luecke.akte.id}: {' und '.join(f'ohne {wort}' for wort in luecke.fehlt)}"
