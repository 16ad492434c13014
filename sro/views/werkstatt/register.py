"""The register of handovers and feedback as HTML: headline figures, then an office after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape

from sro.auswertung.werkstatt.register import Amtsregister, Bilanz, Vorgang
from sro.auswertung.werkstatt.rueckmeldung import Antwortstand, Faelligkeit, Rueckmeldestand
from sro.model.akte import Akte
from sro.model.aussage import Aussage
from sro.model.stimmenworte import Schnittstelle
from sro.views import words
from sro.views.tafel import html_tafel

SYNTHETIC = '<b class="sro-synthetisch">synthetisch</b>'
NO_WORDS = "ohne öffentliche Fassung"
HEADS = ("Übergeben", "Aussagen", "Antwort erbeten bis")


def html_balance(bilanz: Bilanz, faelligkeiten: Sequence[Faelligkeit]) -> str:
    """Four cards: shares of what was handed over, and of what was said."""
    late = sum(one.stand.ueberfaellig for one in faelligkeiten)
    told = sum(one.stand is Rueckmeldestand.GEGEBEN for one in faelligkeiten)
    cards = (
        ("Übergeben", plural(bilanz.uebergeben, "Übergabe", "Übergaben"), _statements(bilanz.aussagen)),
        _card("Beantwortet", bilanz.beantwortet, bilanz),
        _card("Antwort überfällig", bilanz.ueberfaellig, bilanz),
        (
            "Rückmeldung an Kinder überfällig",
            plural(late, "Aussage", "Aussagen"),
            f"von {words.count(len(faelligkeiten))}; zurückgemeldet sind {words.count(told)}",
        ),
    )
    heading = '<h2 class="sro-nur-hoerbar">Stand der Übergaben</h2>'
    return f'{heading}<div class="sro-karten sro-bilanz">{"".join(_html_card(*card) for card in cards)}</div>'


def html_register(register: Sequence[Amtsregister], schnittstellen: dict[str, Schnittstelle], heute: dt.date) -> str:
    """A section an office: what waits for an answer, and in drawers what came back and what is still here.

    Of a single office the answers are open at once.
    """
    return "".join(_office(one, schnittstellen[one.schnittstelle], heute, len(register) == 1) for one in register)


def html_due(titel: str, faelligkeiten: Sequence[Faelligkeit], offen: bool) -> str:
    """Statements of one Werkstatt whose feedback is overdue; a drawer, so that the list is as short as one wants it."""
    rows = [(statement(one.aussage), escape(one.aussage.inhalt.bearbeitung), _why(one)) for one in faelligkeiten]
    table = html_tafel(titel, ("Aussage", "Stand", "Warum überfällig"), rows, "sro-ueberfaellige")
    many = plural(len(rows), "Aussage", "Aussagen")
    return (
        f'<details class="sro-fach"{" open" if offen else ""}><summary><b>{escape(titel)}</b> {many}</summary>'
        f"{table}</details>"
    )


def statement(akte: Akte[Aussage]) -> str:
    """Id and public words; what has none says so and never shows what was noted down."""
    wording = akte.inhalt.wortlaut.strip() or NO_WORDS
    mark = f" {SYNTHETIC}" if akte.inhalt.synthetisch else ""
    return f'<span class="sro-nr">{escape(akte.id)}</span> {escape(wording)}{mark}'


def plural(anzahl: int, one: str, many: str) -> str:
    return f"{words.count(anzahl)}{words.NBSP}{one if anzahl == 1 else many}"


def percent(anteil: float | None) -> str:
    """ "64 %"; nothing where nothing was handed over."""
    return "" if anteil is None else f"{words.number(anteil)}{words.NBSP}%"


def _card(titel: str, anzahl: int, bilanz: Bilanz) -> tuple[str, str, str]:
    if not bilanz.uebergeben:
        return titel, "–", "noch nichts übergeben"
    of_all = f"{words.count(anzahl)} von {plural(bilanz.uebergeben, 'Übergabe', 'Übergaben')}"
    return titel, percent(bilanz.anteil(anzahl)), of_all


def _html_card(titel: str, zahl: str, neben: str) -> str:
    number, _, unit = zahl.partition(words.NBSP)
    unit = f'<span class="sro-einheit">{escape(unit)}</span>' if unit else ""
    return (
        f'<div class="sro-karte"><h3>{escape(titel)}</h3><p class="sro-zahl">{escape(number)} {unit}</p>'
        f'<p class="sro-neben">{escape(neben)}</p></div>'
    )


def _statements(anzahl: int) -> str:
    return f"mit {plural(anzahl, 'Aussage', 'Aussagen')}" if anzahl else "Noch ist nichts übergeben."


def _office(amt: Amtsregister, schnittstelle: Schnittstelle, heute: dt.date, offen: bool) -> str:
    late = amt.anzahl(Antwortstand.UEBERFAELLIG)
    answered = [one for one in amt.vorgaenge if one.stand is Antwortstand.BEANTWORTET]
    waiting = [one for one in amt.vorgaenge if one.stand is not Antwortstand.BEANTWORTET]
    counted = (
        plural(len(amt.vorgaenge), "Übergabe", "Übergaben"),
        f"{words.count(len(answered))} beantwortet",
        f"{words.count(len(amt.nicht_uebergeben))} noch nicht übergeben",
    )
    mark = f' <b class="sro-faellig">{words.count(late)} überfällig</b>' if late else ""
    synthetic = bool(amt.vorgaenge) and all(one.akte.inhalt.synthetisch for one in amt.vorgaenge)
    came_back = (
        f'<details class="sro-fach"{" open" if offen else ""}><summary>Beantwortet ({len(answered)})</summary>'
        f"{_table(f'Beantwortete Übergaben: {schnittstelle.name}', answered, heute, synthetic)}</details>"
    )
    return (
        f'<section class="sro-amt"><h3>{escape(schnittstelle.name)}{mark}{f" {SYNTHETIC}" if synthetic else ""}</h3>'
        f'<p class="sro-unter">{escape(schnittstelle.amt)} · {" · ".join(counted)}</p>'
        f"{_table(f'Offene Übergaben: {schnittstelle.name}', waiting, heute, synthetic) if waiting else ''}"
        f"{came_back if answered else ''}{_drawer('Noch nicht übergeben', amt.nicht_uebergeben)}</section>"
    )


def _table(titel: str, vorgaenge: Sequence[Vorgang], heute: dt.date, all_synthetic: bool) -> str:
    """Of handovers that are all answered, or all not: the last column says the answer, or how long it is overdue."""
    answered = all(one.stand is Antwortstand.BEANTWORTET for one in vorgaenge)
    heads = (*HEADS, "Antwort" if answered else "Stand")
    return html_tafel(titel, heads, [_row(one, heute, all_synthetic) for one in vorgaenge], "sro-register")


def _row(vorgang: Vorgang, heute: dt.date, all_synthetic: bool) -> tuple[str, ...]:
    """ "synthetisch" stands once in the office's head where it holds for all of its rows."""
    one = vorgang.akte.inhalt
    mark = f" {SYNTHETIC}" if one.synthetisch and not all_synthetic else ""
    day = words.date(one.uebergeben_am) if one.uebergeben_am else "ohne Datum"
    return (
        f'{day} <span class="sro-nr">{escape(vorgang.akte.id)}</span>{mark}',
        _drawer(plural(len(vorgang.aussagen), "Aussage", "Aussagen"), vorgang.aussagen, counted=False),
        words.date(one.frist) if one.frist else "ohne Frist",
        _answer(one.antwort_am, one.antwort) if one.antwort_am else _state(vorgang, heute),
    )


def _answer(day: dt.date, text: str) -> str:
    return f"{words.date(day)}: {escape(text.strip() or 'ohne Text')}"


def _state(vorgang: Vorgang, heute: dt.date) -> str:
    frist = vorgang.akte.inhalt.frist
    if vorgang.stand is not Antwortstand.UEBERFAELLIG or frist is None:
        return escape(vorgang.stand)
    return f'<b class="sro-faellig">überfällig</b> seit {plural((heute - frist).days, "Tag", "Tagen")}'


def _why(one: Faelligkeit) -> str:
    if one.stand is Rueckmeldestand.UNENTSCHIEDEN and one.bis:
        return f"Seit dem {words.date(one.bis)} müsste entschieden sein."
    return "Entschieden, die Kinder wissen es noch nicht."


def _drawer(titel: str, akten: Sequence[Akte[Aussage]], counted: bool = True) -> str:
    if not akten:
        return ""
    many = f" ({words.count(len(akten))})" if counted else ""
    listed = "".join(f"<li>{statement(akte)}</li>" for akte in akten)
    return f'<details class="sro-fach"><summary>{escape(titel)}{many}</summary><ul>{listed}</ul></details>'
