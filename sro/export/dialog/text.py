"""A dialogue in words, section by section: minutes, slides and handout say the same because they take it from here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sro.akten.bestand import title
from sro.auswertung.brett.brett import Karte
from sro.auswertung.brett.damals_heute import DamalsHeute
from sro.auswertung.dialog.ausgabe import Dialogausgabe
from sro.auswertung.dialog.blatt import Dialogblatt
from sro.auswertung.dialog.fragen import Frage
from sro.auswertung.werkstatt.filter import raum_of
from sro.model.akte import Akte, Inhalt
from sro.model.aussage import Aussage
from sro.model.dialog import Notizart
from sro.model.feld import Vokabular
from sro.model.vereinbarung import Vereinbarung
from sro.reference.vokabular import words as vokabular
from sro.views import words
from sro.views.dialog.fragen import named_by, question
from sro.views.dialog.worte import about, day, stamp, whole_span
from sro.views.holstentor.bedarfe import figure_words
from sro.views.quelle import SYNTHETISCH, rounded_to
from sro.views.zahlen.damals_heute import sentence

SYNTHETIC = "synthetisch"
SYNTHETISCHE_EINTRAEGE = "Synthetische Einträge – niemand hat das gesagt oder vereinbart"


@dataclass(frozen=True, slots=True)
class Eintrag:
    """One text with what stands below it: where it comes from, its id, "synthetisch"."""

    text: str
    neben: str


@dataclass(frozen=True, slots=True)
class Rueckschau:
    """An earlier agreement and how far it is; `zahlen` are guarded sentences about its indicators then and now."""

    text: str
    neben: str
    stand: str
    ergebnis: str
    zahlen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Abrede:
    """One agreement of the dialogue; what nobody filled in is empty."""

    id: str
    text: str
    massstab: str
    verantwortlich: str
    beteiligte: str
    frist: str
    wiedervorlage: str
    leitlinien: str
    bausteine: str
    bezug: str  # indicators, statements and Bedarfe that it rests on
    stand: str


@dataclass(frozen=True, slots=True)
class Fragesatz:
    """A question with its two sides."""

    frage: str
    stimmen: str
    zahlen: tuple[str, ...]


def facts(ausgabe: Dialogausgabe) -> list[tuple[str, str]]:
    """The head of the minutes: what it was about, when, where, who took part, which figures."""
    blatt, dialog = ausgabe.blatt, ausgabe.blatt.dialog
    when = ", ".join(part for part in (day(dialog.datum), whole_span(blatt.programm)) if part)
    rounded = rounded_to(blatt.datenstand)
    found = [
        ("Thema und Raum", about(dialog, blatt.werk.stadt)),
        ("Wann", when),
        ("Wo", dialog.ort),
        ("Beteiligt", ", ".join(dialog.rollen)),
        ("Zahlen", f"{stamp(blatt.datenstand)}, für diesen Dialog festgehalten{f'; {rounded}' if rounded else ''}"),
    ]
    return [(name, value) for name, value in found if value.strip()]


def state(ausgabe: Dialogausgabe) -> str:
    """Whether this is final."""
    if ausgabe.abgeschlossen:
        return f"abgeschlossen am {words.date(ausgabe.stichtag)}"
    return f"Entwurf vom {words.date(ausgabe.stichtag)}; der Dialog ist noch nicht abgeschlossen"


def marks(blatt: Dialogblatt) -> list[str]:
    """What must be known wherever it goes: that figures or entries are made up."""
    shown = (blatt.akte, *blatt.aussagen, *blatt.bedarfe, *blatt.rueckblick, *blatt.notizen, *blatt.vereinbarungen)
    found = [SYNTHETISCH] if any(one.synthetisch for one in blatt.kennwerte) else []
    return [*found, *([SYNTHETISCHE_EINTRAEGE] if any(one.inhalt.synthetisch for one in shown) else [])]


def review(ausgabe: Dialogausgabe) -> list[Rueckschau]:
    return [_looked_back(karte) for karte in ausgabe.rueckblick if karte.vereinbarung.text.strip()]


def voices(blatt: Dialogblatt) -> list[Eintrag]:
    """What children and young people said; a quote has quotation marks."""
    return [Eintrag(quoted(akte.inhalt), _origin(akte, blatt)) for akte in blatt.aussagen]


def needs(blatt: Dialogblatt) -> list[Eintrag]:
    stadt = blatt.werk.stadt
    return [
        Eintrag(title(akte), _line("Bedarf", stadt.raum_name(akte.inhalt.raum) if akte.inhalt.raum else "", _id(akte)))
        for akte in blatt.bedarfe
    ]


def notes(blatt: Dialogblatt, art: Notizart) -> list[Eintrag]:
    """What was noted down, Beobachtungen and Deutungen apart."""
    found = [akte for akte in blatt.notizen if akte.inhalt.art is art and akte.inhalt.text.strip()]
    return [
        Eintrag(akte.inhalt.text.strip(), _line(*indicators(akte.inhalt.indikatoren, blatt), _id(akte)))
        for akte in found
    ]


def agreements(blatt: Dialogblatt) -> list[Abrede]:
    return [_agreed(akte, blatt) for akte in blatt.vereinbarungen if akte.inhalt.text.strip()]


def questions(blatt: Dialogblatt) -> list[Fragesatz]:
    """Questions of one kind about the same need or theme together, as on the page."""

    def together(frage: Frage) -> tuple[str, str]:
        return frage.art, frage.bedarf.akte.id if frage.bedarf else frage.kennwert.indikator.thema

    return [_asked(list(group)) for _, group in groupby(blatt.fragen, together)]


def next_dates(ausgabe: Dialogausgabe) -> list[str]:
    """The next dialogue about the same, and when somebody looks again at what was agreed."""
    following = ausgabe.naechster
    found = [f"{following.inhalt.titel}: {day(following.inhalt.datum)}"] if following else []
    again = [(a.inhalt.wiedervorlage, a.id) for a in ausgabe.blatt.vereinbarungen if a.inhalt.wiedervorlage]
    for when, group in groupby(sorted(again), key=lambda one: one[0]):
        found.append(f"Wiedervorlage {', '.join(name for _, name in group)}: {day(when)}")
    return found


def quoted(aussage: Aussage) -> str:
    return f"„{aussage.wortlaut.strip()}“" if aussage.zitat else aussage.wortlaut.strip()


def indicators(ids: Sequence[str], blatt: Dialogblatt) -> list[str]:
    """The short names of those that the catalogue has."""
    katalog = blatt.werk.katalog
    return [katalog[one].kurzname for one in dict.fromkeys(ids) if one in katalog]


def _looked_back(karte: Karte) -> Rueckschau:
    agreed, late = karte.vereinbarung, karte.termin.frist_vorbei
    term = f"{'überfällig seit' if late else 'Frist'} {words.date(agreed.frist)}" if agreed.frist else ""
    return Rueckschau(
        text=agreed.text.strip(),
        neben=_line(agreed.verantwortlich.strip(), term, _id(karte.akte)),
        stand=str(agreed.umsetzung),
        ergebnis=agreed.ergebnis.strip(),
        zahlen=tuple(_then_and_now(one) for one in karte.vergleiche),
    )


def _then_and_now(vergleich: DamalsHeute) -> str:
    return f"{vergleich.indikator.kurzname}: {sentence(vergleich)}"


def _agreed(akte: Akte[Vereinbarung], blatt: Dialogblatt) -> Abrede:
    one = akte.inhalt
    return Abrede(
        id=_id(akte),
        text=one.text.strip(),
        massstab=one.massstab.strip(),
        verantwortlich=one.verantwortlich.strip(),
        beteiligte=one.beteiligte.strip(),
        frist=words.date(one.frist) if one.frist else "",
        wiedervorlage=words.date(one.wiedervorlage) if one.wiedervorlage else "",
        leitlinien=", ".join(_known(Vokabular.LEITLINIE, one.leitlinien)),
        bausteine=", ".join(_known(Vokabular.BAUSTEIN, one.bausteine)),
        bezug=", ".join([*indicators(one.indikatoren, blatt), *_there((*one.aussagen, *one.bedarfe), blatt)]),
        stand=str(one.umsetzung),
    )  # fmt: skip


def _asked(fragen: Sequence[Frage]) -> Fragesatz:
    first = fragen[0]
    if first.bedarf is None:
        voices = f"Kein Bedarf handelt von „{first.kennwert.indikator.thema}“."
    else:
        akte = first.bedarf.akte
        voices = f"{named_by(first.gruppen)} nennen: {title(akte)} ({_id(akte)})"
    figures = (f"{one.kennwert.indikator.kurzname}: {figure_words(one.kennwert)}" for one in fragen)
    return Fragesatz(question(first), voices, tuple(figures))


def _origin(akte: Akte[Aussage], blatt: Dialogblatt) -> str:
    one, raum = akte.inhalt, raum_of(akte.inhalt, blatt.bestand)
    place = blatt.werk.stadt.raum_name(raum) if raum else ""
    age = str(one.altersgruppe) if not str(one.altersgruppe)[0].isdigit() else f"{one.altersgruppe} Jahre"
    return _line(str(one.valenz), place, age, _id(akte))


def _id(akte: Akte[Inhalt]) -> str:
    return f"{akte.id}, {SYNTHETIC}" if akte.inhalt.synthetisch else akte.id


def _there(ids: Sequence[str], blatt: Dialogblatt) -> list[str]:
    return [one for one in dict.fromkeys(ids) if one in blatt.bestand]


def _known(vokabel: Vokabular, ids: Sequence[str]) -> Iterator[str]:
    named = vokabular(vokabel)
    return (named[one] for one in dict.fromkeys(ids) if one in named)


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
