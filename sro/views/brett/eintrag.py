"""One agreement as HTML: what was agreed, what it rests on, what came of it, then and now. All text is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from sro.akten.bestand import Bestand
from sro.akten.chronik import Schritt
from sro.akten.werte import short, title_text
from sro.auswertung.brett.brett import Karte
from sro.auswertung.brett.damals_heute import DamalsHeute
from sro.model.akte import Akte, Inhalt
from sro.model.aktenart import art_of
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.gebiet import Stadt
from sro.model.impuls import Umsetzung
from sro.model.leitbild import Leitbild
from sro.views.brett.karten import EINTRAG, SYNTHETISCH, Weg, html_dates, text_of, unit_of
from sro.views.pflege.akte import html_step
from sro.views.theme import Theme
from sro.views.zahlen.damals_heute import NO_CAUSE, ONE_IN_TWENTY, html_pair, sources

LINE = 110  # characters of what a link names
NOT_YET = "Noch nichts festgehalten."
RESTS = "Die Frist ruht, solange die Vereinbarung zurückgestellt ist."


@dataclass(frozen=True)
class Wege:
    """Where links lead: back to the board, to a record (None: no page shows it), to a Leitlinie or a Baustein, to a
    dialogue, to an indicator's course in the area that was compared.
    """

    brett: Weg
    akte: Callable[[Akte[Inhalt]], str | None]
    bezug: Callable[[str], str]
    dialog: Callable[[str], str]
    indikator: Callable[[DamalsHeute], str]


def html_entry(karte: Karte, wege: Wege) -> str:
    """The heading, the way back, what was agreed and what came of it."""
    back = f'<a class="sro-hier" href="{escape(wege.brett(None), quote=True)}" target="_self">Alle Vereinbarungen</a>'
    mark = f" {SYNTHETISCH}" if karte.vereinbarung.synthetisch else ""
    head = (
        f'<p class="sro-unter">{back} · {escape(karte.akte.id)}{mark}</p>'
        f'<h2 id="{EINTRAG}" tabindex="-1">{_text(text_of(karte))}</h2>'
    )
    return f'<article class="sro-bretteintrag"><header>{head}</header>{_list(_agreed(karte))}</article>'


def html_grounds(karte: Karte, bestand: Bestand, ideal: Leitbild, wege: Wege) -> str:
    """Where it was agreed, and what it rests on; nothing where none of it is known."""
    grounds = _list(_grounds(karte, bestand, ideal, wege))
    return f'<section class="sro-bretteintrag"><h3>Worauf sie beruht</h3>{grounds}</section>' if grounds else ""


def html_figures(karte: Karte, theme: Theme) -> str:
    """Then and now of every linked indicator; nothing where there are none."""
    if not karte.vergleiche:
        return ""
    pairs = "".join(html_pair(one, theme, ausfuehrlich=True) for one in karte.vergleiche)
    many = f" {ONE_IN_TWENTY}" if len(karte.vergleiche) > 1 else ""
    return (
        f'<section class="sro-bretteintrag"><h3>Damals und jetzt</h3><p class="sro-unter">{NO_CAUSE}{many}</p>{pairs}'
        f'<p class="sro-quelle">{escape(sources(karte.vergleiche))}</p></section>'
    )


def html_history(schritte: Sequence[Schritt], bestand: Bestand, stadt: Stadt) -> str:
    """Who changed what when, in a drawer; the newest first."""
    steps = "".join(html_step(one, bestand, stadt) for one in schritte)
    many = "1 Schritt" if len(schritte) == 1 else f"{len(schritte)} Schritte"
    return f'<details class="sro-fach sro-brettverlauf"><summary>Verlauf ({many})</summary>{steps}</details>'


def _list(rows: Iterable[tuple[str, str]]) -> str:
    items = "".join(f"<dt>{escape(name)}</dt><dd>{value}</dd>" for name, value in rows)
    return f"<dl>{items}</dl>" if items else ""


def _agreed(karte: Karte) -> Iterator[tuple[str, str]]:
    """Name and HTML of each line; what is empty is left out, apart from what came of it."""
    agreed = karte.vereinbarung
    yield "Stand", f"<b>{escape(agreed.umsetzung)}</b>"
    rests = agreed.umsetzung is Umsetzung.ZURUECKGESTELLT and agreed.frist and not karte.termin.frist
    yield "Termine", f'<span class="termin">{html_dates(karte.termin)}</span>' + (f" {RESTS}" if rests else "")
    yield "Was daraus wurde", _text(agreed.ergebnis.strip() or NOT_YET)
    yield "Verantwortlich", escape(unit_of(karte))
    if agreed.beteiligte.strip():
        yield "Beteiligte", escape(agreed.beteiligte)
    if agreed.massstab.strip():
        yield "Maßstab", _text(agreed.massstab)


def _grounds(karte: Karte, bestand: Bestand, ideal: Leitbild, wege: Wege) -> Iterator[tuple[str, str]]:
    agreed = karte.vereinbarung
    if karte.dialog:
        yield "Vereinbart in", _link(wege.dialog(karte.dialog.id), title_text(karte.dialog.inhalt, bestand))
    names = {one.id: one.titel for one in ideal.bezuege}
    for name, ids in (("Leitlinien", agreed.leitlinien), ("Bausteine", agreed.bausteine)):
        if known := [one for one in ids if one in names]:
            yield name, _listed(_link(wege.bezug(one), names[one]) for one in known)
    if karte.vergleiche:
        yield "Indikatoren", _listed(_link(wege.indikator(one), one.indikator.name) for one in karte.vergleiche)
    for klasse in (Bedarf, Aussage):
        if found := bestand.hin(karte.akte.id, klasse):
            yield art_of(klasse).plural, _listed(_record(akte, bestand, wege) for akte in found)


def _record(akte: Akte[Inhalt], bestand: Bestand, wege: Wege) -> str:
    name = short(title_text(akte.inhalt, bestand), LINE)
    address = wege.akte(akte)
    return _link(address, name) if address else escape(name)


def _listed(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{one}</li>' for one in items)}</ul>"


def _link(address: str, text: str) -> str:
    return f'<a href="{escape(address, quote=True)}" target="_self">{escape(text)}</a>'


def _text(text: str) -> str:
    return f'<span class="sro-wortlaut">{escape(text)}</span>'
