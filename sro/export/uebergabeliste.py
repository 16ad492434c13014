"""What another office gets: the statements handed over to it, in public words alone, with room for its answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sro.akten.bestand import Bestand
from sro.auswertung.werkstatt.register import Amtsregister, Vorgang
from sro.export.pdf import typeset
from sro.model.akte import Akte
from sro.model.aussage import Aussage, Valenz
from sro.model.gebiet import Stadt, normalised
from sro.model.herausgabe import Herausgabe
from sro.model.stimme import Altersgruppe
from sro.model.stimmenworte import Schnittstelle, Stimmenworte
from sro.model.werkstatt import Werkstatt
from sro.views import words
from sro.views.theme import LIGHT

SYNTHETIC = "Synthetische Einträge – keine echten Aussagen"
ASKED = {
    Valenz.WUNSCH: "Ist das möglich? Wenn ja: bis wann? Wenn nein: warum nicht?",
    Valenz.PROBLEM: "Was kann dagegen getan werden, und bis wann?",
    Valenz.STAERKE: "Bitte bei Planungen beachten: Das soll so bleiben.",
}
ANSWERS = ("Stand", "Begründung", "Bis wann", "Zuständig")
NOT_COUNTED = "nicht gezählt"


@dataclass(frozen=True, slots=True)
class Posten:
    """One statement on a list. `punkte` and `punkte_gesamt` as counted in its Werkstatt, None: not counted."""

    id: str
    ort: str
    alter: str
    wortlaut: str
    themen: str
    punkte: int | None
    punkte_gesamt: int | None
    erbeten: str

    @property
    def punkte_text(self) -> str:
        """ "12 von 118 (10 %)": only ever within the one Werkstatt."""
        if self.punkte is None:
            return NOT_COUNTED
        if not self.punkte_gesamt:
            return words.count(self.punkte)
        share = words.number(100 * self.punkte / self.punkte_gesamt)
        return f"{words.count(self.punkte)} von {words.count(self.punkte_gesamt)} ({share}{words.NBSP}%)"


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """What one handover brings from one Werkstatt."""

    uebergabe: str
    werkstatt: str
    uebergeben: dt.date | None
    frist: dt.date | None
    antwort: str  # "03.04.2025: …" where the office has answered already
    posten: tuple[Posten, ...]


@dataclass(frozen=True, slots=True)
class Uebergabeliste:
    """The list of one office; `ausgelassen` counts statements that are handed over but not released for others."""

    schnittstelle: Schnittstelle
    stadt: str
    kontakt: str
    stand: dt.date
    fassung: int  # the records' own counter, so that two lists can be told apart
    synthetisch: bool
    ausgelassen: int
    abschnitte: tuple[Abschnitt, ...]

    @property
    def titel(self) -> str:
        return f"Übergabeliste {self.schnittstelle.name} – Stadtteilwerkstätten, {self.stadt}"

    @property
    def datenstand(self) -> str:
        return f"Stand der Einträge: {words.date(self.stand)}, Nr. {self.fassung}"

    @property
    def hinweise(self) -> tuple[str, ...]:
        """What must be known wherever the list goes."""
        left_out = f"{words.count(self.ausgelassen)} Aussagen sind noch nicht freigegeben und fehlen hier."
        one_left_out = "Eine Aussage ist noch nicht freigegeben und fehlt hier."
        missing = {0: (), 1: (one_left_out,)}.get(self.ausgelassen, (left_out,))
        return (*((SYNTHETIC,) if self.synthetisch else ()), *missing)

    def name(self, endung: str) -> str:
        """ "Uebergabeliste_sport_2026-11-24.pdf" """
        return f"Uebergabeliste_{normalised(self.schnittstelle.id).replace(' ', '-')}_{self.stand.isoformat()}.{endung}"


def handover_list(
    amt: Amtsregister, lesbar: Bestand, stadt: Stadt, worte: Stimmenworte, herausgabe: Herausgabe, heute: dt.date
) -> Uebergabeliste:
    """Of the statements handed over to one office those that `lesbar` has: what others than the planning may read."""
    schnittstelle = worte.schnittstelle(amt.schnittstelle)
    if schnittstelle is None:
        raise KeyError(amt.schnittstelle)
    handed = [akte for vorgang in amt.vorgaenge for akte in vorgang.aussagen]
    shown = [akte for akte in handed if _readable(akte, lesbar)]
    return Uebergabeliste(
        schnittstelle=schnittstelle,
        stadt=stadt.name,
        kontakt=f"Jugendhilfeplanung, {herausgabe.herausgeber}: {herausgabe.kontakt or 'Kontakt noch eintragen'}",
        stand=heute,
        fassung=lesbar.stand,
        synthetisch=any(akte.inhalt.synthetisch for akte in shown),
        ausgelassen=len({akte.id for akte in handed} - {akte.id for akte in shown}),
        abschnitte=tuple(part for vorgang in amt.vorgaenge for part in _parts(vorgang, lesbar, stadt, worte)),
    )


def pdf(liste: Uebergabeliste) -> bytes:
    """The list as PDF/UA-1."""
    return typeset("uebergabe", content(liste), liste.titel)


def content(liste: Uebergabeliste) -> dict[str, Any]:
    """Everything that the template prints, as texts."""
    return {
        "titel": liste.schnittstelle.name,
        "amt": liste.schnittstelle.amt,
        "stadt": liste.stadt,
        "datenstand": liste.datenstand,
        "hinweise": liste.hinweise,
        "kontakt": liste.kontakt,
        "abschnitte": [_section(one) for one in liste.abschnitte],
        "farben": {field.name: getattr(LIGHT, field.name) for field in fields(LIGHT)},
    }


def _section(one: Abschnitt) -> dict[str, Any]:
    return {
        "werkstatt": one.werkstatt,
        "zeile": " · ".join(dates(one)),
        "antwort": one.antwort,
        "posten": [[p.id, p.ort, p.alter, p.wortlaut, p.themen, p.punkte_text, p.erbeten] for p in one.posten],
    }


def dates(one: Abschnitt) -> Iterator[str]:
    """When it was handed over, and until when an answer is asked for."""
    yield f"Übergabe {one.uebergabe}" + (f" vom {words.date(one.uebergeben)}" if one.uebergeben else "")
    if one.frist:
        yield f"Antwort erbeten bis {words.date(one.frist)}"


def _parts(vorgang: Vorgang, lesbar: Bestand, stadt: Stadt, worte: Stimmenworte) -> Iterator[Abschnitt]:
    """One for each Werkstatt, because points hold within it alone."""
    uebergabe = vorgang.akte.inhalt
    shown = [akte for akte in vorgang.aussagen if _readable(akte, lesbar)]
    answer = f"{words.date(uebergabe.antwort_am)}: {uebergabe.antwort.strip()}" if uebergabe.antwort_am else ""
    for werkstatt in dict.fromkeys(akte.inhalt.werkstatt for akte in shown):
        held = _workshop(werkstatt, lesbar)
        posten = tuple(_item(a, held, stadt, worte) for a in shown if a.inhalt.werkstatt == werkstatt)
        yield Abschnitt(
            vorgang.akte.id, _called(held), uebergabe.uebergeben_am, uebergabe.frist, answer.rstrip(": "), posten
        )


def _item(akte: Akte[Aussage], werkstatt: Werkstatt | None, stadt: Stadt, worte: Stimmenworte) -> Posten:
    one = akte.inhalt
    raum = one.raum or (werkstatt.raum if werkstatt else None)
    mixed = one.altersgruppe is Altersgruppe.GEMISCHT
    return Posten(
        id=akte.id,
        ort=_joined((one.ort, stadt.raum_name(raum) if raum else "")),
        alter=str(one.altersgruppe) if mixed else f"{one.altersgruppe} Jahre",
        wortlaut=f"{one.valenz}: {_quoted(one)}",
        themen=_joined(thema.name for thema_id in one.themen if (thema := worte.thema(thema_id))),
        punkte=one.punkte,
        punkte_gesamt=werkstatt.punkte_gesamt if werkstatt else None,
        erbeten=ASKED[one.valenz],
    )


def _quoted(aussage: Aussage) -> str:
    return f"„{aussage.wortlaut.strip()}“" if aussage.zitat else aussage.wortlaut.strip()


def _readable(akte: Akte[Aussage], lesbar: Bestand) -> bool:
    return akte.id in lesbar and bool(akte.inhalt.wortlaut.strip())


def _workshop(akte_id: str, lesbar: Bestand) -> Werkstatt | None:
    found = lesbar.akte(akte_id).inhalt if akte_id in lesbar else None
    return found if isinstance(found, Werkstatt) else None


def _called(werkstatt: Werkstatt | None) -> str:
    """ "Stadtteilwerkstatt Kücknitz, 14.05.2022 bis 15.05.2022" """
    if werkstatt is None:
        return "Stadtteilwerkstatt"
    days: Sequence[dt.date] = [day for day in dict.fromkeys((werkstatt.beginn, werkstatt.ende)) if day]
    return _joined((werkstatt.titel, " bis ".join(words.date(day) for day in days)))


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
