"""Rates that leap: the newest year of a delivery against the year before, and against what the active Datenstand shows.

Looked at are protected values alone, so a small count that leaps is not told; by chance small counts leap often.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sro.intake.sprache import number
from sro.model.befund import Befund, Schwere
from sro.model.buendelung import zeitraum_kurz
from sro.model.gebiet import GebietKey, Stadt
from sro.model.indikator import Anteilsart, Indikator, Katalog
from sro.model.wert import Beobachtung

CODE = "sprung_zum_vorjahr"
FAKTOR = 3
GENUG = 20  # counts from which a factor of three is no chance

Stelle = tuple[str, GebietKey, int]  # indicator, area, year


def jumps(
    neu: Iterable[Beobachtung], active: int | None, alt: Iterable[Beobachtung], katalog: Katalog, stadt: Stadt
) -> Iterator[Befund]:
    """A warning for each area whose rate leaps in the newest delivered year.

    `alt` is what the active Datenstand (its number is `active`) has of the same indicators, where it may be compared.
    The year before is looked up in the delivery, else there.
    """
    values = list(neu)
    newest = _newest_years(values)
    of_interest = (one for one in values if one.jahr + one.jahre >= newest[one.indikator, one.gebiet.ebene])
    delivered, published = _by_place(of_interest), _by_place(alt)
    for one in delivered.values():
        if one.jahr < newest[one.indikator, one.gebiet.ebene]:
            continue
        indikator = katalog[one.indikator]
        before = (one.indikator, one.gebiet, one.jahr - one.jahre)  # of pooled values the window before
        year_before = delivered.get(before) or published.get(before)
        if year_before and not _broken(indikator, one) and leaps(indikator, one, year_before):
            when = zeitraum_kurz(year_before.jahr, year_before.jahre)
            yield _befund(indikator, stadt, one, f"{when} waren es {_rate(indikator, year_before)}")
        same_year = published.get((one.indikator, one.gebiet, one.jahr))
        if same_year and leaps(indikator, one, same_year):
            yield _befund(indikator, stadt, one, f"in Datenstand {active} waren es {_rate(indikator, same_year)}")


def leaps(indikator: Indikator, one: Beobachtung, other: Beobachtung) -> bool:
    """Whether the rates differ by more than the factor and the counts are large enough to say so.

    Large enough are two counts of 20; or one of 60, however small the other is, since it should have been 20 then.
    """
    if indikator.art is Anteilsart.SALDO or one.zaehler is None or other.zaehler is None:
        return False
    if one.wert is None or other.wert is None:
        return False
    less, more = sorted((one.wert, other.wert))
    few, many = sorted((one.zaehler, other.zaehler))
    return more > FAKTOR * less and (few >= GENUG or many >= FAKTOR * GENUG)


def _by_place(found: Iterable[Beobachtung]) -> dict[Stelle, Beobachtung]:
    return {(one.indikator, one.gebiet, one.jahr): one for one in found}


def _newest_years(values: Iterable[Beobachtung]) -> dict[tuple[str, str], int]:
    """Indicator and level → the last year delivered."""
    newest: dict[tuple[str, str], int] = {}
    for one in values:
        place = (one.indikator, one.gebiet.ebene)
        newest[place] = max(one.jahr, newest.get(place, one.jahr))
    return newest


def _broken(indikator: Indikator, one: Beobachtung) -> bool:
    """Whether a series break between the year and the one before explains the leap."""
    return any(bruch.jahr in one.zeitraum for bruch in indikator.reihenbrueche)


def _befund(indikator: Indikator, stadt: Stadt, one: Beobachtung, before: str) -> Befund:
    area = f"{stadt.ebene(one.gebiet.ebene).name} {stadt.gebiet(one.gebiet).name}"
    now = f"{zeitraum_kurz(one.jahr, one.jahre)} sind es {_rate(indikator, one)}"
    text = (
        f"„{indikator.kurzname}“ ({indikator.id}), {area}: {now}, {before}. "
        "Bitte bei der liefernden Stelle nachfragen oder bestätigen."
    )
    return Befund(CODE, text, Schwere.WARNUNG)


def _rate(indikator: Indikator, one: Beobachtung) -> str:
    return f"{number(round(one.wert or 0.0, indikator.nachkommastellen))} {indikator.einheit}"
