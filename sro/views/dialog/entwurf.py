"""What a new dialogue would begin with, before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sro.akten.bestand import Bestand, title
from sro.auswertung.dialog.vorschlag import Vorschlag
from sro.model.datenstand import Datenstand
from sro.model.dialog import Dialog
from sro.model.gebiet import Stadt
from sro.views.dialog.kopf import html_stamp
from sro.views.dialog.vorschlag import SEITE, how_many, reason

PROMISE = (
    "Vorgeschlagen werden fünf bis sieben Indikatoren mit ihrem Grund, Aussagen und Bedarfe aus dem Gebiet und die "
    "Vereinbarungen des letzten Dialogs. Alles lässt sich danach ändern."
)
NO_REASONS = "Hier fällt nichts auf und nichts verändert sich belegbar; bitte nach dem Anlegen selbst wählen."


def html_before(aktiv: Datenstand) -> str:
    """What will be proposed, as long as nothing is chosen."""
    return f'<section class="sro-entwurf">{html_stamp(aktiv, "Wird festgehalten")}<p>{escape(PROMISE)}</p></section>'


def html_draft(
    dialog: Dialog, vorschlaege: Sequence[Vorschlag], aktiv: Datenstand, akten: Bestand, stadt: Stadt
) -> str:
    """Proposed indicators with their reasons, and how many voices and agreements come along."""
    by_id = {one.indikator.id: one for one in vorschlaege}
    rows = "".join(_row(by_id[one]) for one in dialog.indikatoren)
    few = escape(how_many(len(dialog.indikatoren)) if dialog.indikatoren else NO_REASONS)
    note = f'<p class="sro-neben">{few}</p>' if few else ""
    return (
        f'<section class="sro-entwurf"><h2>{escape(dialog.titel)}</h2>{html_stamp(aktiv, "Wird festgehalten")}'
        f"<h3>Vorgeschlagene Indikatoren</h3><ol>{rows}</ol>{note}"
        f"<h3>Stimmen</h3><p>{escape(_voices(dialog, stadt))}</p>"
        f"<h3>Rückblick</h3>{_review(dialog, akten)}</section>"
    )


def _row(vorschlag: Vorschlag) -> str:
    side = f'<span class="sro-seite {vorschlag.seite}">{escape(SEITE[vorschlag.seite])}</span>'
    return f"<li><b>{escape(vorschlag.indikator.kurzname)}</b> {side}<p>{escape(reason(vorschlag))}</p></li>"


def _voices(dialog: Dialog, stadt: Stadt) -> str:
    """ "5 Aussagen aus Werkstätten und 3 Bedarfe aus Marli."; what is missing is said."""
    where = stadt.raum_name(dialog.raum) if dialog.raum else stadt.name
    said = [_count(len(dialog.aussagen), "Aussage", "Aussagen"), _count(len(dialog.bedarfe), "Bedarf", "Bedarfe")]
    if not (dialog.aussagen or dialog.bedarfe):
        return f"Zu {where} ist noch nichts erfasst; wählbar sind Aussagen und Bedarfe aus anderen Gebieten."
    line = " und ".join(said)
    return f"{line[0].upper()}{line[1:]} zu {where}."


def _review(dialog: Dialog, akten: Bestand) -> str:
    if not dialog.rueckblick:
        return "<p>Es gibt noch keine Vereinbarung aus einem früheren Dialog; der Rückblick entfällt.</p>"
    items = "".join(f"<li>{escape(title(akten.akte(one)))}</li>" for one in dialog.rueckblick)
    return f"<ul>{items}</ul>"


def _count(count: int, one: str, many: str) -> str:
    return f"{count or 'keine'} {one if count == 1 else many}"
