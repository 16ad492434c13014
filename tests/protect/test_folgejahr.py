"""Children under 3 and from 3 to under 6 "am 31.12. des Vorjahres" are those under 6 of the year before.

The attackers here are independent of the code under test.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sro.model.gebiet import GebietKey
from sro.model.geheimhaltung import Geheimhaltung, Verfahren
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung, Status
from sro.protect import Rohwert, SchutzUnmoeglich, Widerspruch, audit, audit_together, nebeneinander, protect
from sro.protect.zellen import Flaechen, Schluessel, aus_rohwerten
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from tests.protect.aufzaehlung import Zelle, spannen
from tests.protect.bausteine import OBEN, indikator, katalog, merkmal, stadt, teil
from tests.protect.test_eigenschaften import SCHWELLE, assert_weit

ORT = stadt(0, 0, 0)
TEILE = (teil(1), teil(2), teil(3))


def kinder(unter_6: int, teile: int = SCHWELLE) -> Katalog:
    """Space per child, by the children of this year's end and, in two age groups, by those of the last year's."""
    return katalog(
        [
            indikator("flaeche", "m2", "unter_6"),
            indikator("krippe", "m2_krippe", "unter_3"),
            indikator("kindergarten", "m2_kindergarten", "bis_6"),
        ],
        *(merkmal(name, None) for name in ("m2", "m2_krippe", "m2_kindergarten")),
        replace(merkmal("unter_6", unter_6), folgejahr_summe=("unter_3", "bis_6")),
        merkmal("unter_3", teile),
        merkmal("bis_6", teile),
    )


KINDER = kinder(SCHWELLE)
BLAETTER = {"krippe": (0, 1, 2), "kindergarten": (3, 4, 5)}


def leaves(b: Rohwert | Beobachtung) -> Zelle:
    """Under three in the three areas, then from three to under six, all of one year's end."""
    orte = range(3) if b.gebiet == OBEN else (TEILE.index(b.gebiet),)
    wer = BLAETTER.values() if b.indikator == "flaeche" else (BLAETTER[b.indikator],)
    return tuple(sorted(art[ort] for art in wer for ort in orte))


def rows(name: str, jahr: int, werte: Sequence[int]) -> list[Rohwert]:
    """One indicator in the year of its row; `werte` are the leaves that it counts."""
    offen = [Rohwert(name, ort, jahr, 7.0, 0.0) for ort in (*TEILE, OBEN)]
    return [replace(r, nenner=float(sum(werte[i] for i in leaves(r)))) for r in offen]


def parts(jahr: int, werte: Sequence[int]) -> list[Rohwert]:
    """What is delivered a year later of the same children."""
    return [*rows("krippe", jahr + 1, werte), *rows("kindergarten", jahr + 1, werte)]


def shown(beobachtungen: Sequence[Beobachtung], jahr: int) -> dict[Zelle, float]:
    """The counts of the children of one year's end that everybody can read."""
    eigene = [b for b in beobachtungen if b.jahr - (b.indikator != "flaeche") == jahr]
    return {leaves(b): b.nenner for b in eigene if b.nenner is not None}


ALLE = sorted({leaves(r) for r in [*rows("flaeche", 2023, [0] * 6), *parts(2023, [0] * 6)]})
kleine = st.lists(st.integers(0, 4), min_size=6, max_size=6)


@pytest.fixture
def in_einem(monkeypatch: pytest.MonkeyPatch) -> None:
    """Piece by piece, but in this process: quick enough for many examples."""
    monkeypatch.setattr(nebeneinander, "PROZESSE", 1)


@pytest.mark.usefixtures("in_einem")
@settings(max_examples=40, deadline=None)
@given(kleine, kleine)
def test_no_hidden_group_can_be_solved_over_two_years(dieses: list[int], naechstes: list[int]) -> None:
    roh = [*rows("flaeche", 2023, dieses), *parts(2023, dieses), *rows("flaeche", 2024, naechstes)]
    roh += parts(2024, naechstes)
    ergebnis = protect(roh, KINDER, ORT)
    for jahr, werte in ((2023, dieses), (2024, naechstes)):
        assert_weit(werte, ALLE, shown(ergebnis.beobachtungen, jahr), {})
    assert ergebnis.bericht.aufgedeckt == audit(ergebnis.beobachtungen, KINDER, ORT).aufgedeckt == 0
    assert nebeneinander.protect_by_years(roh, KINDER, ORT, viele=0).beobachtungen == ergebnis.beobachtungen


def assert_withstands(werte: list[int], eigene: Sequence[Beobachtung], andere: Sequence[Beobachtung]) -> None:
    """No cell of one Datenstand can be narrowed down with those of the other's values that are true here too."""
    cells = sorted({leaves(b) for b in eigene})
    known = shown(eigene, 2023)
    known |= {zelle: wert for zelle, wert in shown(andere, 2023).items() if wert == sum(werte[i] for i in zelle)}
    widths = spannen(werte, sorted({*cells, *known}), known, SCHWELLE + 1)
    reachable = spannen(werte, cells, {z: 0.0 for z in cells if not any(werte[i] for i in z)}, SCHWELLE + 1)
    assert not {z: widths[z] for z in cells if z not in known and widths[z] < max(1, min(SCHWELLE, reachable[z]))}


@settings(max_examples=40, deadline=None)
@given(kleine, st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=2), st.booleans())
def test_what_the_next_year_adds_opens_no_earlier_datenstand(
    werte: list[int], revisions: list[tuple[int, int]], bleibt: bool
) -> None:
    """First the children of 2023, a year later their age groups; the former stay published or come once more."""
    first = protect(rows("flaeche", 2023, werte), KINDER, ORT).beobachtungen
    neu = list(werte)
    for ort, zahl in [] if bleibt else revisions:
        neu[ort] = zahl
    roh = parts(2023, neu) if bleibt else [*rows("flaeche", 2023, neu), *parts(2023, neu)]
    try:
        second = protect(roh, KINDER, ORT, first if bleibt else (), {"erster": first})
    except SchutzUnmoeglich:
        return  # refused is safe
    assert_withstands(neu, second.beobachtungen, first)
    assert_withstands(werte, first, second.beobachtungen)


def test_two_unknowns_of_a_sum_over_two_years_do_not_tell_each_other() -> None:
    """Two children under 6 may be shown here; hidden counts are at least one, so both groups would be one."""
    werte, streng = [1, 20, 30, 1, 20, 30], kinder(unter_6=2, teile=5)
    ergebnis = protect([*rows("flaeche", 2023, werte), *parts(2023, werte)], streng, ORT)
    gezeigt = shown(ergebnis.beobachtungen, 2023)
    assert not {(0,), (3,)} & gezeigt.keys()
    breiten = spannen(werte, ALLE, gezeigt, 6)
    assert min(breiten[0,], breiten[3,]) >= 4
    assert audit(ergebnis.beobachtungen, streng, ORT).aufgedeckt == 0


def test_the_audit_sees_two_unknowns_that_tell_each_other() -> None:
    """Nobody protected this publication: three under 6, both groups hidden, so each is one or two."""
    namen = {"flaeche": 3, "krippe": None, "kindergarten": None}
    published = [seen(name, 2023 + (name != "flaeche"), zahl) for name, zahl in namen.items()]
    assert audit(published, KINDER, ORT).aufgedeckt == 2
    apart = [replace(b, jahr=2023) for b in published]
    assert audit(apart, KINDER, ORT).aufgedeckt == 0, "rows of one year count the children of two"


def seen(name: str, jahr: int, nenner: float | None) -> Beobachtung:
    """A denominator that is shown, or hidden together with its row."""
    if nenner is None:
        return Beobachtung(name, TEILE[0], jahr, Status.GEHEIM)
    return Beobachtung(name, TEILE[0], jahr, Status.OK, 10.0, nenner, 10 / nenner)


def test_another_datenstand_that_shows_the_parts_gives_the_sum_away() -> None:
    found = audit_together(
        [seen("flaeche", 2023, None)], {"zwei": [seen("krippe", 2024, 25), seen("kindergarten", 2024, 15)]}, KINDER, ORT
    )
    assert [(v.wo, v.zelle) for v in found] == [("zwei", Schluessel("unter_6", 2023, TEILE[0]))]


def test_parts_that_do_not_make_up_the_sum_of_the_year_before_are_a_contradiction() -> None:
    werte = [10, 20, 30, 11, 21, 31]
    with pytest.raises(Widerspruch, match="unter_6"):
        protect([*rows("flaeche", 2023, werte), *parts(2023, [9, *werte[1:]])], KINDER, ORT)
    protect([*rows("flaeche", 2024, werte), *parts(2023, [9, *werte[1:]])], KINDER, ORT)


def test_the_same_children_are_one_cell_whichever_year_their_row_has() -> None:
    zellen = aus_rohwerten([*rows("flaeche", 2023, [9] * 6), *parts(2023, [9] * 6)], KINDER, Flaechen(ORT))
    assert {zelle.jahr for zelle in zellen.alle if not zelle.merkmal.startswith("m2")} == {2023}


def test_what_is_tied_to_a_group_of_the_year_before_counts_that_year_too() -> None:
    assert catalogue().vorjahr == {
        *("bevoelkerung_0_3_vorjahr", "bevoelkerung_3_6_vorjahr"),
        *("bevoelkerung_3_6_5_vorjahr", "bevoelkerung_6_6_5_vorjahr"),
    }


def test_rounded_groups_of_the_next_year_add_up_to_the_sum_of_this_one() -> None:
    gerundet = replace(KINDER, geheimhaltung=Geheimhaltung(verfahren=Verfahren.RUNDEN, rundungsbasis=5))
    werte = [2, 2, 2, 2, 2, 2]
    ergebnis = protect([*rows("flaeche", 2023, werte), *parts(2023, werte)], gerundet, ORT)
    assert set(shown(ergebnis.beobachtungen, 2023).values()) == {0.0}, "small leaves enter each sum as their multiple"
    assert ergebnis.bericht.aufgedeckt == 0


ALLER = [gebiet.key for gebiet in city().of_level("stadtteil")]


def counted(name: str, jahr: int, zaehler: Sequence[int], nenner: Sequence[int]) -> list[Rohwert]:
    """One row a Stadtteil of the bundled city, and the city with the sums."""
    orte: list[GebietKey] = [*ALLER, city().oberste.key]
    alle = zip(orte, [*zaehler, sum(zaehler)], [*nenner, sum(nenner)], strict=True)
    return [Rohwert(name, ort, jahr, float(x), float(n)) for ort, x, n in alle]


def test_what_covered_a_small_count_stays_hidden_a_year_later() -> None:
    """Stadtteil 02 is hidden in 2023 to protect the two children of 01; its parts of 2024 would give both away."""
    unter_3, bis_6 = [2, 25, 20, *[100] * 7], [0, 15, 30, *[120] * 7]
    together = [a + b for a, b in zip(unter_3, bis_6, strict=True)]
    before = counted("familienwanderung", 2023, [10] * 10, together)
    after = [
        *counted("betreuung_u3", 2024, [0, *[10] * 9], unter_3),
        *counted("betreuung_ue3", 2024, [0, *[12] * 9], bis_6),
    ]
    alone = protect(before, catalogue(), city())
    assert alone.bericht.geheim_ergaenzend
    ergebnis = protect([*before, *after], catalogue(), city())
    assert ergebnis.bericht.aufgedeckt == 0
    hidden = {(b.indikator, b.gebiet) for b in ergebnis.beobachtungen if b.nenner is None}
    for ort in ALLER:
        if ("familienwanderung", ort) in hidden:
            assert {("betreuung_u3", ort), ("betreuung_ue3", ort)} & hidden
    later = protect(after, catalogue(), city(), alone.beobachtungen, {"Datenstand 1": alone.beobachtungen})
    assert later.bericht.aufgedeckt == 0
