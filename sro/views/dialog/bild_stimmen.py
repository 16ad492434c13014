"""Voices on screens: what was said in public words, what several groups need, and where numbers and voices disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TypeVar

from sro.akten.bestand import title
from sro.auswertung.dialog.ablauf import Abschnitt
from sro.auswertung.dialog.blatt import Dialogblatt
from sro.auswertung.dialog.fragen import Frage
from sro.model.akte import Akte, Freigabe
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.views import words
from sro.views.dialog.bild import Bild, brief, foot, subject
from sro.views.dialog.bild_zahl import city_words
from sro.views.dialog.fragen import NOTHING, named_by, question
from sro.views.quelle import sources_only
from sro.views.werkstatt.worte import SIGN, age, spoken
from sro.views.zahlen.kopfzahl import period

QUOTES, NEEDS, FIGURES = 2, 3, 3  # on one screen
QUOTE, NEED, REASON, PLACE = 150, 70, 130, 40  # letters
SOURCES = "Quellen: siehe Datenblick"
T = TypeVar("T")


def screens(blatt: Dialogblatt) -> Iterator[Bild]:
    """Quotes, Bedarfe, then a screen for each question."""
    quotes = [akte for akte in blatt.aussagen if _public(akte)]
    for number, akten in enumerate(_bundles(quotes, QUOTES), 1):
        yield _screen(blatt, f"stimmen-{number}", "Was uns gesagt wurde", _quotes(akten), "zitate", akten)
    for number, needs in enumerate(_bundles(blatt.bedarfe, NEEDS), 1):
        yield _screen(blatt, f"bedarfe-{number}", "Worauf mehrere Stimmen zeigen", _needs(needs), "bedarfe", needs)
    if not quotes and not blatt.bedarfe:
        content = '<p class="satz">Für diesen Dialog ist keine Aussage und kein Bedarf ausgewählt.</p>'
        yield _screen(blatt, "stimmen", "Was haben wir gehört?", content, "satzbild", ())
    yield from _questions(blatt)


def _screen(blatt: Dialogblatt, name: str, titel: str, content: str, art: str, akten: Sequence[Akte]) -> Bild:
    return Bild(
        kennung=name,
        abschnitt=Abschnitt.STIMMEN,
        oben=subject(blatt),
        titel=titel,
        inhalt=content,
        art=art,
        frage="Was kennen Sie davon aus der Praxis?",
        fuss=foot(blatt, any(akte.inhalt.synthetisch for akte in akten)),
    )


def _public(akte: Akte[Aussage]) -> bool:
    """Whether there are words of it that may be read aloud."""
    return akte.inhalt.freigabe is not Freigabe.INTERN and bool(akte.inhalt.wortlaut.strip())


def _quotes(akten: Iterable[Akte[Aussage]]) -> str:
    return "".join(_quote(akte.inhalt) for akte in akten)


def _quote(aussage: Aussage) -> str:
    said = brief(spoken(aussage), QUOTE)
    where = ", ".join(part for part in (age(aussage.altersgruppe), brief(aussage.ort, PLACE)) if part)
    return (
        f'<figure class="zitat {SIGN[aussage.valenz]}"><blockquote>{escape(said)}</blockquote>'
        f"<figcaption><b>{escape(aussage.valenz)}</b> {escape(where)}</figcaption></figure>"
    )


def _needs(akten: Iterable[Akte[Bedarf]]) -> str:
    items = "".join(
        f"<li><h3>{escape(brief(title(akte), NEED))}</h3><p>{escape(brief(akte.inhalt.begruendung, REASON))}</p></li>"
        for akte in akten
    )
    return f'<ul class="karten">{items}</ul>'


def _questions(blatt: Dialogblatt) -> Iterator[Bild]:
    """Figures of the same Bedarf and kind share a screen."""
    together = (list(group) for _, group in groupby(blatt.fragen, _together))
    groups = [part for group in together for part in _bundles(group, FIGURES)]
    for number, fragen in enumerate(groups, 1):
        yield _question(blatt, number, fragen)
    if not groups:
        content = f'<p class="satz">{NOTHING}</p>'
        yield _screen(blatt, "frage", "Zahlen und Stimmen", content, "satzbild", ())


def _question(blatt: Dialogblatt, number: int, fragen: Sequence[Frage]) -> Bild:
    kennwerte = [one.kennwert for one in fragen]
    indikatoren = list(dict.fromkeys(one.indikator for one in kennwerte))
    bedarf = fragen[0].bedarf
    made_up = any(one.synthetisch for one in kennwerte) or bool(bedarf and bedarf.akte.inhalt.synthetisch)
    figures = "".join(f"<li>{_figure(one)}</li>" for one in fragen)
    return Bild(
        kennung=f"frage-{number}",
        abschnitt=Abschnitt.STIMMEN,
        oben="Wo Zahlen und Stimmen nicht zusammenpassen",
        titel=question(fragen[0]),
        inhalt=(
            f'<div class="gegenueber"><div><h3>Stimmen</h3>{_voices(fragen)}</div>'
            f"<div><h3>Zahlen</h3><ul>{figures}</ul></div></div>"
        ),
        art="fragebild",
        fuss=foot(blatt, made_up, sources_only(indikatoren) if len(indikatoren) == 1 else SOURCES),
    )


def _together(frage: Frage) -> tuple[str, str]:
    """Of the same Bedarf, or without any: these are asked about at once."""
    return frage.art, frage.bedarf.akte.id if frage.bedarf else ""


def _voices(fragen: Sequence[Frage]) -> str:
    bedarf = fragen[0].bedarf
    if bedarf is None:
        themes = dict.fromkeys(f"„{one.kennwert.indikator.thema}“" for one in fragen)
        return f'<p class="satz">Kein ausgewählter Bedarf handelt von {escape(" oder ".join(themes))}.</p>'
    named = brief(title(bedarf.akte), NEED)
    return f'<p class="laut">{escape(named)}</p><p>{escape(named_by(fragen[0].gruppen))} nennen das.</p>'


def _figure(frage: Frage) -> str:
    kennwert = frage.kennwert
    city = f"Stadt {city_words(kennwert)}, " if kennwert.gebiet.eltern else ""
    value = words.shown(kennwert.beobachtung, kennwert.indikator)
    return (
        f'<b class="laut">{escape(value)}</b><span>{escape(kennwert.indikator.kurzname)}</span>'
        f"<small>{escape(f'{kennwert.gebiet.name}, {city}{period(kennwert)}')}</small>"
    )


def _bundles(found: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (found[start : start + size] for start in range(0, len(found), size))
