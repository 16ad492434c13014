"""Values pooled over several years: rows, relations, and attackers that share no code with disclosure control."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sro.model.buendelung import Buendelung
from sro.model.gebiet import GebietKey
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung, Status
from sro.protect import Rohwert, SchutzUnmoeglich, Widerspruch, audit, audit_together, protect
from sro.protect.ausschnitt import ausschnitte
from sro.protect.fenster import buendeln
from sro.protect.nebeneinander import protect_by_years
from sro.protect.zellen import Flaechen, Schluessel, aus_beobachtungen
from tests.protect.aufzaehlung import Zelle, spannen
from tests.protect.bausteine import OBEN, indikator, katalog, merkmal, stadt, teil

JAHRE = (2023, 2024)
ZWEI_JAHRE = Buendelung(2, 2024, ("stadtteil",))
SCHWELLE = 3


def gebuendelt(name: str, nenner: str = "einwohner", regel: Buendelung = ZWEI_JAHRE) -> Katalog:
    return katalog([replace(indikator(name, name, nenner), stadtweit_gebuendelt=regel)], merkmal(name, SCHWELLE))


FAELLE = gebuendelt("faelle")
ORT = stadt(0, 0)
DREI = stadt(0, 0, 0)


def zeilen(name: str, jahre: Mapping[int, list[int]], nenner: int = 1000) -> list[Rohwert]:
    """For each year the Stadtteile 1, 2, ... and the city."""
    return [
        Rohwert(name, ort, jahr, zahl, anzahl)
        for jahr, werte in jahre.items()
        for ort, zahl, anzahl in [
            *((teil(n), wert, nenner) for n, wert in enumerate(werte, 1)),
            (OBEN, sum(werte), nenner * len(werte)),
        ]
    ]


# ------------------------------------------------------------------------------------------------------------- rows


def test_a_window_is_the_sum_of_its_years_and_single_years_are_gone() -> None:
    roh = zeilen("faelle", {2023: [4, 20], 2024: [5, 30]})
    beobachtungen = protect(roh, FAELLE, ORT).beobachtungen
    unten = {(b.gebiet, b.jahr, b.jahre): b for b in beobachtungen if b.gebiet != OBEN}
    assert set(unten) == {(teil(1), 2024, 2), (teil(2), 2024, 2)}
    eine = unten[teil(1), 2024, 2]
    assert (eine.zaehler, eine.nenner, eine.wert) == (9, 2000, 4.5)
    assert list(eine.zeitraum) == [2023, 2024]
    assert {(b.jahr, b.jahre) for b in beobachtungen if b.gebiet == OBEN} == {(2023, 1), (2024, 1)}


def test_incomplete_windows_are_left_out_and_a_year_without_number_makes_them_missing() -> None:
    roh = zeilen("faelle", {2022: [9, 9], 2023: [4, 20], 2024: [5, 30], 2025: [8, 8]})
    ohne_zahl = [replace(r, zaehler=None) if (r.gebiet, r.jahr) == (teil(2), 2023) else r for r in roh]
    unten = {(r.gebiet, r.jahr): r.zaehler for r in buendeln(ohne_zahl, FAELLE) if r.gebiet != OBEN}
    assert unten == {(teil(1), 2024): 9, (teil(2), 2024): None}
    stadtweit = [r for r in protect(ohne_zahl, FAELLE, ORT).beobachtungen if r.gebiet == OBEN]
    assert [b.jahr for b in stadtweit] == [2022, 2023, 2024, 2025]


def test_pooled_rows_stay_as_they_are() -> None:
    einmal = buendeln(zeilen("faelle", {2023: [4, 20], 2024: [5, 30]}), FAELLE)
    assert buendeln(einmal, FAELLE) == einmal


def test_a_large_delivery_in_pieces_keeps_its_windows() -> None:
    jahre = {jahr: [4 + jahr % 3, 20 + jahr % 7] for jahr in range(2017, 2026)}
    roh = zeilen("faelle", jahre)
    in_stuecken = protect_by_years(roh, FAELLE, ORT, viele=1)
    assert in_stuecken.beobachtungen == protect(roh, FAELLE, ORT).beobachtungen
    assert {b.jahr for b in in_stuecken.beobachtungen if b.jahre == 2} == {2018, 2020, 2022, 2024}


def test_a_year_twice_is_no_window() -> None:
    roh = zeilen("faelle", {2023: [4, 20], 2024: [5, 30]})
    with pytest.raises(Widerspruch, match="2024 kommt doppelt vor"):
        protect([*roh, roh[-2]], FAELLE, ORT)


@given(st.integers(1990, 2060), st.integers(2, 6), st.integers(1990, 2060))
def test_every_year_lies_in_one_window_for_good(jahr: int, jahre: int, bis: int) -> None:
    regel = Buendelung(jahre, bis, ("stadtteil",))
    fenster = regel.fenster(jahr)
    assert jahr in fenster
    assert len(fenster) == jahre
    assert {regel.letztes(eines) for eines in fenster} == {fenster[-1]}
    assert regel.letztes(fenster[-1] + 1) == fenster[-1] + jahre


# --------------------------------------------------------------------------------------------------- what follows


def leaf(ort: int, jahr: int, orte: int = 2) -> int:
    return JAHRE.index(jahr) * orte + ort - 1


def leaves(gebiet: GebietKey, jahre: range, orte: int) -> Zelle:
    numbers = range(1, orte + 1) if gebiet == OBEN else [int(gebiet.id)]
    return tuple(sorted(leaf(n, jahr, orte) for n in numbers for jahr in jahre))


def assert_wide(blaetter: list[int], zellen: list[Zelle], gezeigt: Mapping[Zelle, float], schwelle: int) -> None:
    """Every hidden cell is as wide as its threshold, or as hiding everything would make it; never less than one."""
    offen = spannen(blaetter, zellen, gezeigt, schwelle + 1)
    nullen = {zelle: 0.0 for zelle in zellen if sum(blaetter[i] for i in zelle) == 0}
    erreichbar = spannen(blaetter, zellen, nullen, schwelle + 1)
    assert not {zelle: breite for zelle, breite in offen.items() if breite < max(1, min(schwelle, erreichbar[zelle]))}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=6, max_size=6))
@example([1, 0, 6, 1, 6, 0])
def test_no_hidden_window_can_be_solved_from_the_citys_years(werte: list[int]) -> None:
    """The city is known year by year, three Stadtteile only over two years together."""
    roh = zeilen("faelle", {2023: werte[:3], 2024: werte[3:]})
    ergebnis = protect(roh, FAELLE, DREI)
    zelle_von = {b: leaves(b.gebiet, b.zeitraum, 3) for b in ergebnis.beobachtungen}
    gezeigt = {zelle_von[b]: b.zaehler for b in ergebnis.beobachtungen if b.zaehler is not None}
    assert_wide(werte, sorted(set(zelle_von.values())), gezeigt, SCHWELLE)
    assert ergebnis.bericht.aufgedeckt == 0


ARTEN = katalog(
    [
        indikator("alle", "alle"),
        indikator("ambulant", "ambulant"),
        replace(indikator("gruppe", "gruppe"), stadtweit_gebuendelt=ZWEI_JAHRE),
    ],
    merkmal("alle", 2, ("ambulant", "gruppe")),
    merkmal("ambulant", 2),
    merkmal("gruppe", 2),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=8, max_size=8))
@example([1, 3, 2, 3, 2, 2, 2, 1])
def test_single_years_that_follow_do_not_give_a_window_away(werte: list[int]) -> None:
    """Day groups of a year are all help without outpatient help; over two years together they are published."""
    ambulant, gruppe = werte[:4], werte[4:]
    alle = [a + g for a, g in zip(ambulant, gruppe, strict=True)]
    roh = [
        row
        for name, zahlen in (("alle", alle), ("ambulant", ambulant), ("gruppe", gruppe))
        for row in zeilen(name, {2023: zahlen[:2], 2024: zahlen[2:]})
    ]
    ergebnis = protect(roh, ARTEN, ORT)
    assert ergebnis.bericht.aufgedeckt == 0
    zelle_von = {}
    for b in ergebnis.beobachtungen:
        eine = leaves(b.gebiet, b.zeitraum, 2)
        andere = tuple(i + 4 for i in eine)
        zelle_von[b] = {"ambulant": eine, "gruppe": andere, "alle": (*eine, *andere)}[b.indikator]
    gezeigt = {zelle_von[b]: b.zaehler for b in ergebnis.beobachtungen if b.zaehler is not None}
    zellen = sorted(set(zelle_von.values()))
    assert_wide(werte, zellen, gezeigt, 2)
    kleine = [(i,) for i in range(4, 8) if werte[i] == 1]
    breiten = spannen(werte, zellen, gezeigt, 3, gefragt=kleine)
    assert not [blatt for blatt in kleine if breiten[blatt] < 1], "a single year that nobody published"


def test_a_window_covered_by_what_is_shown_keeps_years_apart() -> None:
    """All years of the denominator are shown: the window tells nothing, and each year is protected for itself."""
    kat = katalog(
        [indikator("jung", "jung"), replace(indikator("faelle", "faelle", "jung"), stadtweit_gebuendelt=ZWEI_JAHRE)],
        merkmal("jung", 3),
        merkmal("faelle", 3),
    )
    jung = zeilen("jung", {2023: [400, 500], 2024: [450, 520]})
    nenner = {(r.gebiet, r.jahr): r.zaehler for r in jung}
    faelle = [replace(r, nenner=nenner[r.gebiet, r.jahr]) for r in zeilen("faelle", {2023: [1, 9], 2024: [1, 9]})]
    flaechen = Flaechen(ORT)
    gezeigt = protect([*jung, *faelle], kat, ORT).beobachtungen
    zellen = aus_beobachtungen(gezeigt, kat, flaechen)
    teile = list(ausschnitte(zellen, zellen.verborgen, kat, flaechen))
    gesehen = {zelle.merkmal for eines in teile for zelle in eines.zellen.alle - eines.rand}
    assert gesehen == {"faelle"}
    assert Schluessel("jung", 2024, teil(1), 2) in {zelle for eines in teile for zelle in eines.rand}


def test_a_denominator_that_has_to_be_hidden_in_a_year_is_protected_in_the_window() -> None:
    """Two young people in 2023: shown over both years, beside 450 of 2024, the window would tell them."""
    kat = katalog(
        [indikator("jung", "jung"), replace(indikator("faelle", "faelle", "jung"), stadtweit_gebuendelt=ZWEI_JAHRE)],
        merkmal("jung", 3),
        merkmal("faelle", 3),
    )
    jung = zeilen("jung", {2023: [2, 500, 300], 2024: [450, 520, 310]})
    nenner = {(r.gebiet, r.jahr): r.zaehler for r in jung}
    faelle = [replace(r, nenner=nenner[r.gebiet, r.jahr]) for r in zeilen("faelle", {2023: [0, 9, 9], 2024: [0, 9, 9]})]
    ergebnis = protect([*jung, *faelle], kat, DREI)
    bekannt = {(b.gebiet, b.jahr, b.jahre): b.nenner for b in ergebnis.beobachtungen if b.indikator == "faelle"}
    einzeln = {(b.gebiet, b.jahr): b.zaehler for b in ergebnis.beobachtungen if b.indikator == "jung"}
    assert einzeln[teil(1), 2023] is None
    assert bekannt[teil(1), 2024, 2] is None or einzeln[teil(1), 2024] is None
    assert ergebnis.bericht.aufgedeckt == 0


def test_the_audit_sees_a_window_that_gives_a_hidden_year_away() -> None:
    """Nobody protected this publication: over two years 20 day groups, of which 17 are known to be of 2024."""

    def shown(name: str, ort: GebietKey, jahr: int, zahl: int | None, jahre: int = 1) -> Beobachtung:
        if zahl is None:
            return Beobachtung(name, ort, jahr, Status.GEHEIM, nenner=1000, jahre=jahre)
        return Beobachtung(name, ort, jahr, Status.OK, zahl, 1000, zahl, jahre=jahre)

    rows = [
        shown("alle", teil(1), 2024, 30),
        shown("ambulant", teil(1), 2024, 13),
        shown("alle", teil(1), 2023, None),
        shown("ambulant", teil(1), 2023, 13),
    ]
    assert audit(rows, ARTEN, ORT).aufgedeckt == 0
    assert audit([*rows, shown("gruppe", teil(1), 2024, 20, 2)], ARTEN, ORT).aufgedeckt == 1


# --------------------------------------------------------------------------------------------------------- refusals


def test_overlapping_windows_are_refused() -> None:
    """2022–2023 was published; 2023–2024 would tell 2024 without 2022."""
    frueher = protect(
        zeilen("faelle", {2022: [9, 20], 2023: [8, 20]}),
        gebuendelt("faelle", regel=Buendelung(2, 2023, ("stadtteil",))),
        ORT,
    ).beobachtungen
    neu = zeilen("faelle", {2023: [8, 20], 2024: [9, 30]})
    with pytest.raises(SchutzUnmoeglich, match=r"2022–2023 \(Datenstand 1\) und 2023–2024 \(der Lieferung\)"):
        protect(neu, FAELLE, ORT, frueher={"Datenstand 1": frueher})
    with pytest.raises(SchutzUnmoeglich, match="überlappen"):
        protect([r for r in neu if r.gebiet != OBEN], FAELLE, ORT, bestand=frueher)


def test_windows_that_lie_end_to_end_are_fine() -> None:
    erste = protect(zeilen("faelle", {2021: [9, 20], 2022: [8, 20]}), FAELLE, ORT).beobachtungen
    protect(zeilen("faelle", {2023: [8, 20], 2024: [9, 30]}), FAELLE, ORT, bestand=erste, frueher={"eins": erste})


def test_years_that_do_not_add_up_to_their_window_are_a_contradiction() -> None:
    """The city's 2023 was corrected; the window of the Stadtteile still counts as before."""
    erste = protect(zeilen("faelle", {2023: [8, 20], 2024: [9, 30]}), FAELLE, ORT).beobachtungen
    bestand = [b for b in erste if (b.gebiet, b.jahr) != (OBEN, 2023)]
    with pytest.raises(Widerspruch):
        protect([Rohwert("faelle", OBEN, 2023, 10, 2000)], FAELLE, ORT, bestand=bestand)


# ------------------------------------------------------------------------------------------- earlier publications


def test_a_window_gives_no_single_year_of_an_earlier_datenstand_away() -> None:
    """Single years were published once: 2 of 2023 were hidden. Now the window would tell them beside the 9 of 2024."""
    einzeln = katalog([indikator("faelle", "faelle")], merkmal("faelle", SCHWELLE))
    jahre = {2023: [2, 20, 30], 2024: [9, 30, 40]}
    frueher = protect(zeilen("faelle", jahre), einzeln, DREI).beobachtungen
    allein = protect(zeilen("faelle", jahre), FAELLE, DREI).beobachtungen
    verrat = audit_together(frueher, {"Datenstand 2": allein}, FAELLE, DREI)
    assert {(v.zelle.gebiet, v.zelle.jahr) for v in verrat} >= {(teil(1), 2023)}
    vorsichtig = protect(zeilen("faelle", jahre), FAELLE, DREI, frueher={"Datenstand 1": frueher}).beobachtungen
    assert audit_together(frueher, {"Datenstand 2": vorsichtig}, FAELLE, DREI) == []


paare = st.lists(st.integers(0, 6), min_size=6, max_size=6)


@settings(max_examples=30, deadline=None)
@given(paare, st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6)), min_size=1, max_size=2))
def test_a_revised_window_gives_nothing_away(werte: list[int], revisions: list[tuple[int, int]]) -> None:
    revised = list(werte)
    for place, value in revisions:
        revised[place] = value

    def released(zahlen: list[int], **frueher: tuple[Beobachtung, ...]) -> tuple[Beobachtung, ...]:
        return protect(
            zeilen("faelle", {2023: zahlen[:3], 2024: zahlen[3:]}), FAELLE, DREI, frueher=frueher
        ).beobachtungen

    def shown(out: tuple[Beobachtung, ...]) -> dict[Zelle, float]:
        return {leaves(b.gebiet, b.zeitraum, 3): b.zaehler for b in out if b.zaehler is not None}

    first = released(werte)
    try:
        second = released(revised, erster=first)
    except SchutzUnmoeglich:
        return  # refused is safe
    zellen = sorted({leaves(b.gebiet, b.zeitraum, 3) for b in first})
    for zahlen, own, other in ((werte, first, second), (revised, second, first)):
        true = {zelle: float(sum(zahlen[i] for i in zelle)) for zelle in zellen}
        known = shown(own) | {zelle: wert for zelle, wert in shown(other).items() if wert == true[zelle]}
        assert_wide(zahlen, zellen, known, SCHWELLE)


# ------------------------------------------------------------------------------------------------------------- sex

GESCHLECHT = katalog(
    [
        indikator("alle", "alle"),
        indikator("weiblich", "weiblich"),
        indikator("maennlich", "maennlich"),
    ],
    merkmal("alle", SCHWELLE, ("weiblich", "maennlich")),
    merkmal("weiblich", SCHWELLE),
    merkmal("maennlich", SCHWELLE),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=4, max_size=4), st.booleans())
@example([1, 5, 5, 5], True)
def test_a_breakdown_by_sex_needs_no_rule_of_its_own(werte: list[int], ohne_maennlich: bool) -> None:
    """Girls and boys add up to all: `summe_aus` says it all, also where only one of the two is published."""
    weiblich, maennlich = werte[:2], werte[2:]
    alle = [w + m for w, m in zip(weiblich, maennlich, strict=True)]
    tabellen = {"alle": alle, "weiblich": weiblich, "maennlich": maennlich}
    if ohne_maennlich:
        del tabellen["maennlich"]
    roh = [row for name, zahlen in tabellen.items() for row in zeilen(name, {2024: zahlen})]
    ergebnis = protect(roh, GESCHLECHT, ORT)
    zelle_von = {}
    for b in ergebnis.beobachtungen:
        orte = (0, 1) if b.gebiet == OBEN else (int(b.gebiet.id) - 1,)
        andere = tuple(i + 2 for i in orte)
        zelle_von[b] = {"weiblich": orte, "maennlich": andere, "alle": (*orte, *andere)}[b.indikator]
    gezeigt = {zelle_von[b]: b.zaehler for b in ergebnis.beobachtungen if b.zaehler is not None}
    zellen = sorted(set(zelle_von.values()))
    assert_wide(werte, zellen, gezeigt, SCHWELLE)
    kleine = [(i,) for i in (2, 3) if 0 < werte[i] < SCHWELLE]
    breiten = spannen(werte, zellen, gezeigt, SCHWELLE + 1, gefragt=kleine)
    assert not [blatt for blatt in kleine if breiten.get(blatt, 1) < 1]
