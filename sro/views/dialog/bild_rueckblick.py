"""What became of earlier agreements, on screens: all of them at a glance, then each with its figures then and now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from sro.auswertung.brett.brett import Karte
from sro.auswertung.brett.damals_heute import DamalsHeute
from sro.auswertung.brett.termin import Termin
from sro.auswertung.dialog.ablauf import Abschnitt
from sro.auswertung.dialog.blatt import Dialogblatt
from sro.views import words
from sro.views.brett.karten import text_of, unit_of
from sro.views.dialog.bild import Bild, brief, foot, html_rows, subject
from sro.views.quelle import datenstand_label
from sro.views.theme import LIGHT
from sro.views.zahlen.damals_heute import NO_CAUSE, html_pair, verdict

FEW, LONG = 4, 108  # of so many there is room for two lines each
ROWS, LINE = 5, 60
TEXT, RESULT, UNIT, NAME = 120, 140, 48, 30
NOTHING = "Aus früheren Dialogen liegt nichts vor, auf das heute zurückzublicken wäre."
OPEN = "Noch nichts festgehalten."
GLANCE = "Was wurde aus den Vereinbarungen?"


def screens(blatt: Dialogblatt, karten: Sequence[Karte]) -> Iterator[Bild]:
    """A glance where there are several; one sentence where there are none."""
    if not karten:
        yield _screen(blatt, "rueckblick", GLANCE, f'<p class="satz">{NOTHING}</p>', "satzbild", ())
    if len(karten) > 1:
        yield _screen(blatt, "rueckblick", GLANCE, _glance(karten), "liste", karten)
    for karte in karten:
        name = f"rueckblick-{karte.akte.id.lower()}"
        yield _screen(blatt, name, brief(text_of(karte), TEXT), _one(karte), "vereinbarung", (karte,))


def _screen(blatt: Dialogblatt, name: str, title: str, content: str, art: str, karten: Sequence[Karte]) -> Bild:
    made_up = any(karte.vereinbarung.synthetisch for karte in karten)
    return Bild(
        kennung=name,
        abschnitt=Abschnitt.RUECKBLICK,
        oben=karten[0].akte.id if len(karten) == 1 else subject(blatt),
        titel=title,
        inhalt=content,
        art=art,
        frage="Was hat geholfen, was hat gefehlt?" if len(karten) == 1 else "",
        fuss=foot(blatt, made_up, _then(karten)),
    )


def _then(karten: Sequence[Karte]) -> str:
    """The Datenstand of the figures then, where it is another one."""
    found = [one for karte in karten[:1] for one in karte.vergleiche if len(karten) == 1]
    other = next((one.damals.datenstand for one in found if one.damals.datenstand != one.heute.datenstand), None)
    return f"damals: {datenstand_label(other)}" if other else ""


def _glance(karten: Sequence[Karte]) -> str:
    longest = LONG if len(karten) <= FEW else LINE
    items = "".join(
        f'<li><b class="stand">{escape(one.vereinbarung.umsetzung)}</b><span>{escape(brief(text_of(one), longest))}'
        f"<small>{escape(brief(unit_of(one), LINE))}</small></span></li>"
        for one in karten[:ROWS]
    )
    more = len(karten) - ROWS
    rest = f'<p class="rest">und {words.number(more)} weitere</p>' if more > 0 else ""
    return f'<ul class="staende">{items}</ul>{rest}'


def _one(karte: Karte) -> str:
    agreed = karte.vereinbarung
    rows = html_rows([("Verantwortlich", brief(unit_of(karte), UNIT)), ("Termin", _day(karte.termin))])
    figures = _figures(karte.vergleiche) if karte.vergleiche else ""
    return (
        f'<div class="stand-und-zahl"><div><p class="stand gross">{escape(agreed.umsetzung)}</p>'
        f'<p class="satz">{escape(brief(agreed.ergebnis, RESULT) or OPEN)}</p>{rows}</div>{figures}</div>'
    )


def _figures(vergleiche: Sequence[DamalsHeute]) -> str:
    """The first one drawn, the second in words, how many more there are."""
    first, *others = vergleiche
    named = "".join(
        f"<p><b>{escape(brief(one.indikator.kurzname, NAME))}:</b> {escape(verdict(one))}</p>" for one in others[:1]
    )
    more = f'<p class="leise">und {words.number(len(others) - 1)} weitere</p>' if len(others) > 1 else ""
    return f'<div class="paare">{html_pair(first, LIGHT)}{named}{more}<p class="leise">{NO_CAUSE}</p></div>'


def _day(termin: Termin) -> str:
    """The one date that counts, and whether it is past."""
    if termin.erledigt or termin.tag is None:
        return "erledigt" if termin.erledigt else "keiner genannt"
    name = "Frist" if termin.tag == termin.frist else "Wiedervorlage"
    return f"{name} {words.date(termin.tag)}{', überfällig' if termin.ueberfaellig else ''}"
