"""One Leitlinie, Baustein or project: its state, its milestones, what shows it, how the assessment changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from html import escape

from sro.akten.bestand import title
from sro.auswertung.leitlinien.belege import Beleg, Bezugsblatt, Lage, lage
from sro.model.akte import Akte, Inhalt
from sro.model.aktenart import Aktenart, art_of
from sro.model.fortschritt import Fortschritt, Meilenstein
from sro.model.impuls import Impuls
from sro.model.indikator import Katalog
from sro.model.leitbild import Baustein, Bezug, Leitlinie, Projekt
from sro.views import words
from sro.views.leitlinien.liste import HEADING, NO_EVIDENCE, NOT_ASSESSED, html_level

AktenWeg = Callable[[Akte[Inhalt]], str | None]  # the address at which a record is shown
ArtWeg = Callable[[Aktenart], str | None]  # the address at which all records of a kind are shown
SYNTHETISCH = '<b class="sro-synthetisch">synthetisch</b>'
EMPTY = {
    "belege": f"{NO_EVIDENCE}: Kein Eintrag in dieser Anwendung bezieht sich bisher darauf.",
    "meilensteine": "Noch kein Meilenstein.",
}


def html_sheet(bezug: Bezug, zurueck: str, teile: Iterable[str]) -> str:
    """The article; `zurueck` and `teile` are HTML that the functions below and the list make."""
    head = (
        f'<p class="sro-unter">{zurueck} · {escape(_kind(bezug))}</p>'
        f'<h2 id="{HEADING}" tabindex="-1">{escape(bezug.titel)}</h2><p>{escape(bezug.text)}</p>'
    )
    return f'<article class="sro-leitblatt"><header>{head}{_parts(bezug)}</header>{"".join(teile)}</article>'


def html_state(blatt: Bezugsblatt) -> str:
    """How far it is, who says so and since when; words where nobody has said it yet."""
    if blatt.stand is None:
        return f'<section class="sro-leitstand"><h3>{NOT_ASSESSED.capitalize()}</h3></section>'
    stand = blatt.stand.inhalt
    heading = f"<h3>{html_level(stand.reife)}{escape(stand.reife)}{_mark([blatt.stand])}</h3>"
    return f'<section class="sro-leitstand">{heading}{_assessment(stand)}</section>'


def html_milestones(meilensteine: Sequence[Akte[Meilenstein]], heute: dt.date) -> str:
    """From the first to the last; "today" stands between what is reached or overdue and what is to come."""
    items = "".join(_stone(akte, heute, meilensteine) for akte in meilensteine)
    body = f'<ol class="sro-zeitstrahl">{items}</ol>' if items else f"<p>{EMPTY['meilensteine']}</p>"
    return f"<section><h3>Meilensteine{_mark(meilensteine)}</h3>{body}</section>"


def html_evidence(blatt: Bezugsblatt, katalog: Katalog, weg: AktenWeg, artweg: ArtWeg) -> str:
    """Counts of all that shows it, then the records that name it, each with what it rests on."""
    if not blatt.belegt:
        return f'<section><h3>Was es belegt</h3><p class="sro-leer">{EMPTY["belege"]}</p></section>'
    counts = "".join(_count(n, art, artweg(art)) for art, n in blatt.by_kind())
    if blatt.indikatoren:
        word = "Indikator" if len(blatt.indikatoren) == 1 else "Indikatoren"
        counts += f"<li><b>{words.number(len(blatt.indikatoren))}</b> {word}</li>"
    items = "".join(_beleg(beleg, blatt.belege, weg) for beleg in blatt.belege)
    named = f'<ul class="sro-belegliste">{items}</ul>' if items else ""
    return (
        f'<section><h3>Was es belegt{_mark(blatt.akten)}</h3><ul class="sro-belegzahl">{counts}</ul>{named}'
        f"{_indicators(blatt.indikatoren, katalog)}</section>"
    )


def html_history(fassungen: Sequence[Akte[Fortschritt]], namen: bool) -> str:
    """The assessments before the present one, newest first; nothing where there are none. `namen`: who typed them."""
    earlier = fassungen[1:]
    if not earlier:
        return ""
    items = "".join(_version(akte, namen) for akte in earlier)
    return f'<section><h3>Frühere Einschätzungen{_mark(earlier)}</h3><ol class="sro-leitverlauf">{items}</ol></section>'


def _kind(bezug: Bezug) -> str:
    match bezug:
        case Leitlinie():
            return f"Leitlinie {bezug.id.removeprefix('L')}"
        case Baustein():
            return f"Baustein {bezug.id.removeprefix('BS')}"
    return "Projekt"


def _parts(bezug: Bezug) -> str:
    """What a project consists of, and the page where it goes on."""
    if not isinstance(bezug, Projekt):
        return ""
    parts = "".join(f"<li>{escape(teil.titel)}</li>" for teil in bezug.teile)
    link = f"<p>{_link(bezug.weg.adresse, escape(bezug.weg.text))}</p>" if bezug.weg else ""
    return f"<ul>{parts}</ul>{link}"


def _assessment(stand: Fortschritt) -> str:
    text = f"<p>{escape(stand.text)}</p>" if stand.text else ""
    signed = ", ".join(filter(None, (stand.durch, words.date(stand.am) if stand.am else "")))
    return text + (f"<p><small>Eingeschätzt: {escape(signed)}</small></p>" if signed else "")


def _stone(akte: Akte[Meilenstein], heute: dt.date, alle: Collection[Akte[Inhalt]]) -> str:
    stone = akte.inhalt
    state = lage(stone, heute)
    notes = [stone.text, f"Beleg: {stone.beleg}" if stone.beleg else ""]
    note = escape(" · ".join(filter(None, notes)))
    return (
        f'<li class="{state.name.lower().replace("_", "-")}"><small>{escape(_when(stone, state))}</small>'
        f"<b>{escape(stone.titel)}</b>{_own_mark(akte, alle)}{f'<small>{note}</small>' if note else ''}</li>"
    )


def _when(stone: Meilenstein, state: Lage) -> str:
    """ "erreicht am 09.07.2026, geplant bis 30.06.2026"; the plan is named where it was missed."""
    planned = f"geplant bis {words.date(stone.geplant)}" if stone.geplant else ""
    match state:
        case Lage.ERREICHT:
            late = stone.geplant and stone.erreicht and stone.erreicht > stone.geplant
            reached = f"erreicht am {words.date(stone.erreicht)}" if stone.erreicht else ""
            return f"{reached}, {planned}" if late else reached
        case Lage.UEBERFAELLIG:
            return f"überfällig, {planned}"
        case Lage.GEPLANT:
            return planned
    return "ohne Termin"


def _beleg(beleg: Beleg, alle: Sequence[Beleg], weg: AktenWeg) -> str:
    akte = beleg.akte
    name = _named(akte, weg)
    kind = art_of(type(akte.inhalt)).name
    state = [kind, *_progress(akte.inhalt)]
    rest = "".join(f"<li>{_named(one, weg)}</li>" for one in beleg.dahinter)
    behind = f"<ul>{rest}</ul>" if rest else ""
    mark = _own_mark(akte, [one.akte for one in alle])
    return f"<li>{name}{mark}<small>{escape(' · '.join(state))}</small>{behind}</li>"


def _progress(inhalt: Inhalt) -> list[str]:
    if not isinstance(inhalt, Impuls):
        return []
    return [inhalt.umsetzung, *([f"Frist {words.date(inhalt.frist)}"] if inhalt.frist else [])]


def _named(akte: Akte[Inhalt], weg: AktenWeg) -> str:
    return _link(weg(akte), escape(title(akte)))


def _count(count: int, art: Aktenart, address: str | None) -> str:
    word = art.name if count == 1 else art.plural
    return f"<li>{_link(address, f'<b>{words.number(count)}</b> {escape(word)}')}</li>"


def _indicators(ids: Sequence[str], katalog: Katalog) -> str:
    links = (_link(f"karte?indikator={one}", escape(katalog[one].kurzname)) for one in ids if one in katalog)
    items = "".join(f"<li>{link}</li>" for link in links)
    return f'<h4>Indikatoren dahinter</h4><ul class="sro-indikatorliste">{items}</ul>' if items else ""


def _version(akte: Akte[Fortschritt], namen: bool) -> str:
    who = f"<small>Eingetragen von {escape(akte.wer)}</small>" if namen and akte.wer else ""
    return f"<li><b>{escape(akte.inhalt.reife)}</b>{_assessment(akte.inhalt)}{who}</li>"


def _link(address: str | None, inner: str) -> str:
    return f'<a target="_self" href="{escape(address, quote=True)}">{inner}</a>' if address else inner


def _mark(akten: Iterable[Akte[Inhalt]]) -> str:
    """Behind a heading, where all that stands below it is made up."""
    return f" {SYNTHETISCH}" if _all_made_up(akten) else ""


def _own_mark(akte: Akte[Inhalt], alle: Iterable[Akte[Inhalt]]) -> str:
    """Behind a single record, where others beside it are real."""
    return f" {SYNTHETISCH}" if akte.inhalt.synthetisch and not _all_made_up(alle) else ""


def _all_made_up(akten: Iterable[Akte[Inhalt]]) -> bool:
    found = [akte.inhalt.synthetisch for akte in akten]
    return bool(found) and all(found)
