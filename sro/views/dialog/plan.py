"""What a dialogue is made of, for those who prepare it: agenda, figures, voices, what is looked back on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from html import escape

from sro.auswertung.brett.termin import deadline
from sro.auswertung.dialog.ablauf import Programmpunkt
from sro.auswertung.dialog.blatt import Dialogblatt
from sro.auswertung.kennwert import Kennwert
from sro.auswertung.werkstatt.filter import raum_of
from sro.model.akte import Akte
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.dialog import Dialog
from sro.model.gebiet import Stadt
from sro.model.vereinbarung import Vereinbarung
from sro.views import words
from sro.views.dialog.worte import ABSCHNITT, span, whole_span
from sro.views.holstentor.beduerfnis import synthetic
from sro.views.zahlen import saetze


def html_summary(blatt: Dialogblatt) -> str:
    """How much is prepared, in numbers."""
    voices = len(blatt.aussagen) + len(blatt.bedarfe)
    facts = [
        (str(len(blatt.indikatoren)), "Indikator" if len(blatt.indikatoren) == 1 else "Indikatoren"),
        (str(voices), "Stimme" if voices == 1 else "Stimmen"),
        (str(len(blatt.rueckblick)), "im Rückblick"),
        (str(len(blatt.dialog.rollen)), "Rolle" if len(blatt.dialog.rollen) == 1 else "Rollen"),
    ]
    return f'<p class="sro-zaehlung">{"".join(f"<span><b>{n}</b>{escape(word)}</span>" for n, word in facts)}</p>'


def html_agenda(programm: tuple[Programmpunkt, ...]) -> str:
    """The sections with their times."""
    rows = "".join(
        f"<li><b>{escape(span(punkt))}</b><span>{escape(ABSCHNITT[punkt.abschnitt])}</span></li>" for punkt in programm
    )
    whole = f'<p class="sro-neben">{escape(whole_span(programm))}</p>' if programm else ""
    return f'<ol class="sro-ablauf">{rows}</ol>{whole}'


def html_roles(dialog: Dialog) -> str:
    """Who takes part."""
    roles = ", ".join(escape(rolle) for rolle in dialog.rollen)
    return f'<h2>Teilnehmende Rollen</h2><p class="sro-neben">{roles}</p>' if roles else ""


def html_figures(kennwerte: Sequence[Kennwert]) -> str:
    """The chosen indicators with what their figures say."""
    rows = "".join(
        f"<li><b>{escape(one.indikator.kurzname)}</b><p>{escape(_figure(one))}</p></li>" for one in kennwerte
    )
    return f'<ul class="sro-gewaehlte">{rows}</ul>'


def html_statements(akten: Sequence[Akte[Aussage]], blatt: Dialogblatt) -> str:
    """What children and young people said, each with where it comes from; a quote has quotation marks."""
    return _list(
        (
            f"{quoted(akte.inhalt)}{synthetic(akte)}",
            f"{akte.inhalt.valenz} · {_place(akte.inhalt, blatt)} · {akte.inhalt.altersgruppe}",
        )
        for akte in akten
    )


def html_needs(akten: Sequence[Akte[Bedarf]], stadt: Stadt) -> str:
    return _list(
        (
            f"{escape(akte.inhalt.titel or akte.id)}{synthetic(akte)}",
            f"Bedarf {akte.id} · {stadt.raum_name(akte.inhalt.raum) if akte.inhalt.raum else 'ohne Ort'}",
        )
        for akte in akten
    )


def html_review(akten: Sequence[Akte[Vereinbarung]], heute: dt.date) -> str:
    """Agreements of earlier dialogues with how far they are."""
    return _list(
        (f"{escape(akte.inhalt.text or akte.id)}{synthetic(akte)}", _state(akte.inhalt, heute)) for akte in akten
    )


def quoted(aussage: Aussage) -> str:
    """The public words as HTML, in quotation marks where they are somebody's own."""
    return f"„{escape(aussage.wortlaut)}“" if aussage.zitat else escape(aussage.wortlaut)


def _state(vereinbarung: Vereinbarung, heute: dt.date) -> str:
    parts = [str(vereinbarung.umsetzung), vereinbarung.verantwortlich.strip()]
    termin = deadline(vereinbarung, heute)
    if termin.seit:
        parts.append(f"überfällig seit {words.date(termin.seit)}")
    elif vereinbarung.frist:
        parts.append(f"Frist {words.date(vereinbarung.frist)}")
    return " · ".join(part for part in parts if part)


def _figure(kennwert: Kennwert) -> str:
    said = saetze.sentences(kennwert)
    return " ".join(said) if said else f"{words.shown(kennwert.beobachtung, kennwert.indikator)}."


def _place(aussage: Aussage, blatt: Dialogblatt) -> str:
    raum = raum_of(aussage, blatt.bestand)
    return blatt.werk.stadt.raum_name(raum) if raum else "ohne Ort"


def _list(rows: Iterable[tuple[str, str]]) -> str:
    """Lines of HTML, each with a plain note below it."""
    items = "".join(f"<li>{line}<small>{escape(note)}</small></li>" for line, note in rows)
    return f'<ul class="sro-gewaehlte">{items}</ul>'
