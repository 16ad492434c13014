"""The screens on which people talk rather than look: title, what it means, what is agreed, how it goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from sro.auswertung.dialog.ablauf import Abschnitt, Programmpunkt
from sro.auswertung.dialog.blatt import Dialogblatt
from sro.model.akte import Akte
from sro.model.dialog import Dialog
from sro.model.transfer import Transfer
from sro.model.vereinbarung import Vereinbarung
from sro.views import words
from sro.views.dialog.bild import CAPTURE, Bild, brief, foot, html_rows, subject
from sro.views.dialog.worte import ABSCHNITT, day, span, whole_span

AGREED, PLANNED = 3, 2
TITLE, PLACE, ROLES, LINE, WHO = 80, 60, 180, 64, 24  # letters
MEANING = (
    ("Beobachtung", "Was sehen wir, ohne es schon zu erklären?"),
    ("Deutung", "Welche Erklärungen halten wir für möglich?"),
    ("Offen", "Was wissen wir nicht, und wer könnte es wissen?"),
)
AGREEMENT = (
    ("Vorhaben", "Was tun wir bis zum nächsten Dialog?"),
    ("Zuständig", "Welche Stelle sorgt dafür, wer wirkt mit?"),
    ("Frist", "Bis wann? Wann schauen wir wieder hin?"),
    ("Maßstab", "Woran erkennen wir, dass es gelungen ist?"),
)


def opening(blatt: Dialogblatt) -> Bild:
    """What, when, where, who, and the agenda; each item is a way to its first screen."""
    dialog = blatt.dialog
    roles = brief(", ".join(str(rolle) for rolle in dialog.rollen), ROLES)
    facts = html_rows(
        [
            ("Worum", subject(blatt)),
            ("Wann", " · ".join(part for part in (day(dialog.datum), whole_span(blatt.programm)) if part)),
            ("Wo", brief(dialog.ort, PLACE)),
            ("Wer", roles),
        ]
    )
    items = "".join(map(_item, blatt.programm))
    agenda = f'<ol class="ablauf" aria-label="Ablauf">{items}</ol>' if items else ""
    return Bild(
        kennung="titel",
        titel=brief(dialog.titel or blatt.akte.id, TITLE),
        inhalt=f'<div class="auftakt">{facts}{agenda}</div>',
        art="titel",
        oben="Qualitätsentwicklungsdialog" if not dialog.titel.startswith("Qualitätsentwicklungsdialog") else "",
        fuss=foot(blatt, blatt.synthetisch, f"„{blatt.datenstand.titel}“"),
    )


def _item(punkt: Programmpunkt) -> str:
    return (
        f'<li><button type="button" data-zu="{punkt.abschnitt}"><span>{escape(span(punkt))}</span>'
        f"{escape(ABSCHNITT[punkt.abschnitt])}</button></li>"
    )


def meaning(blatt: Dialogblatt) -> Bild:
    """The guiding question; the answers are the room's."""
    where = blatt.gebiet.name if blatt.dialog.raum else blatt.werk.stadt.name
    return Bild(
        kennung="deutung",
        abschnitt=Abschnitt.DEUTUNG,
        oben=subject(blatt),
        titel=f"Was bedeutet das für {where}?",
        inhalt=_prompts(MEANING),
        art="leitfragen",
        fuss=foot(blatt, False),
    )


def agreeing(blatt: Dialogblatt, mitschrift: bool) -> Bild:
    """The live notes lie over this screen; for whoever takes none there are questions."""
    return Bild(
        kennung=CAPTURE,
        abschnitt=Abschnitt.VEREINBARUNGEN,
        oben=subject(blatt),
        titel="Was vereinbaren wir?",
        inhalt="" if mitschrift else _prompts(AGREEMENT),
        art="platz" if mitschrift else "leitfragen",
        fuss=foot(blatt, False),
    )


def onward(blatt: Dialogblatt) -> Bild:
    """What was agreed so far, who hears of it, and when people meet again."""
    agreed, planned = blatt.vereinbarungen, blatt.bestand.her(blatt.akte.id, Transfer)
    shown: list[Akte] = [*agreed[:AGREED], *planned[:PLANNED]]
    return Bild(
        kennung="transfer",
        abschnitt=Abschnitt.TRANSFER,
        oben=subject(blatt),
        titel="Wie geht es weiter?",
        inhalt=(
            f'<div class="gegenueber"><div><h3>Vereinbart</h3>{_agreed(agreed)}</div>'
            f"<div><h3>Danach</h3>{html_rows(list(_afterwards(blatt)))}{_planned(planned)}</div></div>"
        ),
        art="weiter",
        fuss=foot(blatt, any(one.inhalt.synthetisch for one in shown)),
    )


def _prompts(prompts: Sequence[tuple[str, str]]) -> str:
    return f'<ul class="karten">{"".join(f"<li><h3>{word}</h3><p>{said}</p></li>" for word, said in prompts)}</ul>'


def _agreed(akten: Sequence[Akte[Vereinbarung]]) -> str:
    if not akten:
        return "<p>Noch nichts festgehalten.</p>"
    items = "".join(
        f"<li>{escape(brief(one.inhalt.text, LINE) or 'ohne Text')}<small>{escape(_who_until(one.inhalt))}</small></li>"
        for one in akten[:AGREED]
    )
    more = len(akten) - AGREED
    rest = f'<p class="rest">und {words.number(more)} weitere</p>' if more > 0 else ""
    return f"<ol>{items}</ol>{rest}"


def _who_until(agreed: Vereinbarung) -> str:
    who = brief(agreed.verantwortlich, WHO) or "noch niemand verantwortlich"
    return f"{who}, bis {words.date(agreed.frist)}" if agreed.frist else who


def _afterwards(blatt: Dialogblatt) -> Iterator[tuple[str, str]]:
    looked = sorted(one.inhalt.wiedervorlage for one in blatt.vereinbarungen if one.inhalt.wiedervorlage)
    yield "Nächste Wiedervorlage", words.date(looked[0]) if looked else "noch keine"
    following = next_dialog(blatt)
    yield "Nächster Dialog", day(following.datum) if following else "noch kein Termin"


def next_dialog(blatt: Dialogblatt) -> Dialog | None:
    """The first dialogue about the same after this one."""
    own = blatt.dialog
    same = (one.inhalt for one in blatt.bestand.von(Dialog) if one.id != blatt.akte.id)
    later = [
        (one.datum, one)
        for one in same
        if (one.raum, one.thema) == (own.raum, own.thema) and one.datum and own.datum and one.datum > own.datum
    ]
    return min(later, key=lambda pair: pair[0])[1] if later else None


def _planned(akten: Sequence[Akte[Transfer]]) -> str:
    if not akten:
        return '<p class="laut">Wer soll bis wann wovon erfahren?</p>'
    items = "".join(
        f"<li>{escape(one.inhalt.produkt)}<small>an {escape(one.inhalt.zielgruppe)}{_due(one.inhalt)}</small></li>"
        for one in akten[:PLANNED]
    )
    return f"<ul>{items}</ul>"


def _due(transfer: Transfer) -> str:
    return f", bis {words.date(transfer.faellig)}" if transfer.faellig else ""
