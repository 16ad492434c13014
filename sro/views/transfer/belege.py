"""The evidence chain as HTML: columns from figure and voice to what was agreed and reported. Text of people is escaped.

At every element stands in words what it rests on, so that nothing depends on lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from sro.akten.bestand import Bestand
from sro.auswertung.transfer.belegkette import Belegkette
from sro.model.akte import Inhalt
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.gebiet import Stadt
from sro.model.impuls import Impuls
from sro.model.indikator import Katalog
from sro.model.transfer import Versand
from sro.model.vereinbarung import Vereinbarung
from sro.views import words
from sro.views.holstentor.beduerfnis import html_link, synthetic
from sro.views.transfer.belegworte import INDIKATOR, kind, meta, name, states, text, text_of_indicator
from sro.views.transfer.worte import Weg, html_answer
from sro.views.werkstatt.register import plural

START = "sro-belegstart"  # heading of the element at which the chain starts
NO_AGREEMENT, NOT_REPORTED = "noch keine Vereinbarung", "noch nicht berichtet"
FIRST = 6  # elements of a column that are laid out; the rest is in a drawer
SPALTEN: tuple[tuple[str, tuple[type[Inhalt] | None, ...]], ...] = (  # None: Indikatoren
    ("Zahlen und Aussagen", (None, Aussage)),
    ("Bedürfnisse", (Beduerfnis,)),
    ("Bedarfe und Impulse", (Bedarf, Impuls)),
    ("Vereinbarungen", (Vereinbarung,)),
    ("Berichtet", (Versand,)),
)
ALWAYS = {"Vereinbarungen": NO_AGREEMENT, "Berichtet": NOT_REPORTED}


@dataclass(frozen=True)
class Belegbild:
    """What the columns are drawn from: the chain, the records behind it, and where links lead."""

    kette: Belegkette
    bestand: Bestand
    katalog: Katalog
    stadt: Stadt
    weg: Weg
    seite: Callable[[str], str | None]  # element → the page that shows it

    def vereinbarungen(self) -> list[tuple[str, Vereinbarung]]:
        found = ((one, self.bestand.akte(one).inhalt) for one in self.kette.alle if one in self.bestand)
        return [(one, inhalt) for one, inhalt in found if isinstance(inhalt, Vereinbarung)]

    def reported(self, vereinbarung: str) -> bool:
        return bool(self.bestand.her(vereinbarung, Versand))


def html_evidence(bild: Belegbild) -> str:
    """Heading with what it comes to, then the columns."""
    columns = [(head, _of(kinds, bild)) for head, kinds in SPALTEN]
    shown = [(head, found) for head, found in columns if found or head in ALWAYS]
    drawn = "".join(_column(head, found, bild) for head, found in shown)
    return f'{_head(bild)}<div class="sro-belegkette von-{len(shown)}">{drawn}</div>'


def summary(bild: Belegbild) -> str:
    """What a chain comes to, in one or two sentences."""
    start, agreed = bild.kette.start, bild.vereinbarungen()
    sent = [
        one for one in bild.kette.alle if one in bild.bestand and isinstance(bild.bestand.akte(one).inhalt, Versand)
    ]
    if kind(start, bild.bestand) == "Versand":
        verb = "Berichtet wurde" if len(agreed) == 1 else "Berichtet wurden"
        return f"{verb} {plural(len(agreed), 'Vereinbarung', 'Vereinbarungen')}{_in_states(agreed)}."
    if kind(start, bild.bestand) == "Vereinbarung":
        where = f"Berichtet in {plural(len(sent), 'Sendung', 'Sendungen')}." if sent else f"{_upper(NOT_REPORTED)}."
        return f"{where} {_rests_on(bild)}"
    if not agreed:
        return f"Darauf beruht {NO_AGREEMENT}."
    told = sum(bild.reported(one) for one, _ in agreed)
    many = plural(len(agreed), "Vereinbarung beruht", "Vereinbarungen beruhen")
    share = "alle" if told == len(agreed) else f"{words.count(told)} davon"
    reported = (share if len(agreed) > 1 else "sie ist") + " schon berichtet" if told else NOT_REPORTED
    return f"{many} darauf{_in_states(agreed)}; {reported}."


def _head(bild: Belegbild) -> str:
    start, known = bild.kette.start, bild.kette.start in bild.bestand
    said = text(bild.bestand.akte(start)) if known else text_of_indicator(start, bild.katalog)
    mark = synthetic(bild.bestand.akte(start)) if known else ""
    number = f" {escape(start)}" if known else ""
    page, close = bild.seite(start), html_link(bild.weg(von=None), "Alle Vereinbarungen")
    own = f' · <a target="_self" href="{escape(page, quote=True)}">Eintrag öffnen</a>' if page else ""
    return (
        f'<section class="sro-element sro-belegkopf" aria-labelledby="{START}"><div><p class="sro-neben">'
        f"{kind(start, bild.bestand)}{number}{mark}{own} · {close}</p>"
        f'<h2 id="{START}" tabindex="-1">{escape(said)}</h2><p>{escape(summary(bild))}</p></div></section>'
    )


def _of(kinds: Sequence[type[Inhalt] | None], bild: Belegbild) -> list[str]:
    """The start first, then what is nearest to it."""
    bestand = bild.bestand
    return [
        one
        for wanted in kinds
        for one in bild.kette.alle
        if (one not in bestand if wanted is None else one in bestand and type(bestand.akte(one).inhalt) is wanted)
    ]


def _column(head: str, found: Sequence[str], bild: Belegbild) -> str:
    items = [_element(one, bild) for one in found]
    empty = f'<p class="sro-neben">{ALWAYS[head]}</p>' if not found else ""
    rest = items[FIRST:]
    drawer = f'<details class="sro-fach"><summary>{len(rest)} weitere</summary><ol>{"".join(rest)}</ol></details>'
    return (
        f"<section><h3>{head} <span>{words.number(len(found))}</span></h3>{empty}<ol>{''.join(items[:FIRST])}</ol>"
        f"{drawer if rest else ''}</section>"
    )


def _element(one: str, bild: Belegbild) -> str:
    chosen = one == bild.kette.start
    if one in bild.bestand:
        akte = bild.bestand.akte(one)
        told = f"<small>{escape(meta(akte, bild.bestand, bild.stadt))}{synthetic(akte)}</small>{escape(text(akte))}"
    else:
        told = f"<small>{INDIKATOR}</small>{escape(text_of_indicator(one, bild.katalog))}"
    inner = f"<b>{told}</b>" if chosen else html_link(bild.weg(von=one), told, START)
    css = "gewaehlt" if chosen else ""
    return f'<li class="{css}">{inner}{_links(one, bild)}{_outcome(one, bild)}</li>'


def _links(one: str, bild: Belegbild) -> str:
    """What it rests on, of what is shown; an Impuls says which Bedarf it answers."""
    if one in bild.bestand and isinstance(bild.bestand.akte(one).inhalt, Impuls):
        answered = [zu for von, zu in bild.kette.schritte if von == one]
        return f"<p>antwortet auf {_mentioned(answered, bild)}</p>" if answered else ""
    sources = [von for von in bild.kette.rests_on(one) if kind(von, bild.bestand) != "Impuls"]
    verb = "berichtet" if _is(one, Versand, bild) else "beruht auf"
    return f"<p>{verb} {_mentioned(sources, bild)}</p>" if sources else ""


def _mentioned(elements: Sequence[str], bild: Belegbild) -> str:
    """Records by their ids, which do not break, Indikatoren by their short names."""
    return ", ".join(
        f"<span>{escape(one)}</span>" if one in bild.bestand else f"„{escape(text_of_indicator(one, bild.katalog))}“"
        for one in elements
    )


def _outcome(one: str, bild: Belegbild) -> str:
    """Whether a Vereinbarung was reported, and what came back of a Versand."""
    if _is(one, Vereinbarung, bild) and not bild.reported(one):
        return f'<p class="sro-offen">{NOT_REPORTED}</p>'
    inhalt = bild.bestand.akte(one).inhalt if one in bild.bestand else None
    return f"<p>Was zurückkam: {html_answer(inhalt)}</p>" if isinstance(inhalt, Versand) else ""


def _is(one: str, klasse: type[Inhalt], bild: Belegbild) -> bool:
    return one in bild.bestand and isinstance(bild.bestand.akte(one).inhalt, klasse)


def _in_states(agreed: Sequence[tuple[str, Vereinbarung]]) -> str:
    found = states([inhalt for _, inhalt in agreed])
    return f" ({found})" if found else ""


def _rests_on(bild: Belegbild) -> str:
    direct = [name(one, bild.bestand, bild.katalog) for one in bild.kette.rests_on(bild.kette.start)]
    return (
        f"Beruht unmittelbar auf {plural(len(direct), 'Beleg', 'Belegen')}." if direct else "Beruht auf keinem Beleg."
    )


def _upper(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
