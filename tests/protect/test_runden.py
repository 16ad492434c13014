"""Rounded counts: no small one can be pinned, by an attacker that tries every table and knows how it was rounded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sro.model.buendelung import Buendelung
from sro.model.gebiet import Stadt
from sro.model.geheimhaltung import Geheimhaltung, Verfahren
from sro.model.indikator import Anteilsart, Katalog
from sro.model.wert import Status
from sro.protect import Rohwert, SchutzUnmoeglich, Widerspruch, audit, audit_together, protect
from sro.protect.blaetter import Blaetter
from sro.protect.fenster import buendeln
from sro.protect.rundung import Rundung, vielfaches
from sro.protect.zellen import Flaechen, aus_rohwerten
from tests.protect.bausteine import (
    JAHR,
    OBEN,
    bezirk,
    flach,
    indikator,
    katalog,
    merkmal,
    nach_ort,
    stadt,
    teil,
    tief,
)

BASIS, MINDESTENS = 5, 2  # a rounded zero stands for 0, 1 and 2


def gerundet(k: Katalog, basis: int = BASIS) -> Katalog:
    return replace(k, geheimhaltung=Geheimhaltung(Verfahren.RUNDEN, basis))


FAELLE = gerundet(katalog([indikator("faelle", "faelle")], merkmal("faelle")))
ANTEIL = gerundet(
    katalog(
        [indikator("anteil", "betroffene", "kinder", Anteilsart.ANTEIL)], merkmal("betroffene"), merkmal("kinder", 3)
    )
)
ARTEN = gerundet(
    katalog(
        [indikator("gesamt", "gesamt"), indikator("ambulant", "ambulant"), indikator("stationaer", "stationaer")],
        merkmal("gesamt", 5, ("ambulant", "stationaer")),
        merkmal("ambulant"),
        merkmal("stationaer"),
    )
)
DREI = stadt(2, 1, 2)
oft = settings(max_examples=40, deadline=None)


@pytest.mark.parametrize(
    ("wert", "basis", "rund"),
    [
        (0, 5, 0),
        (2, 5, 0),
        (3, 5, 5),
        (7, 5, 5),
        (8, 5, 10),
        (5, 10, 10),
        (4, 10, 0),
        (1, 3, 0),
        (2, 3, 3),
        (-3, 5, -5),
    ],
)
def test_a_count_becomes_the_nearest_multiple(wert: int, basis: int, rund: int) -> None:
    assert vielfaches(wert, basis) == rund


def veroeffentlicht(roh: list[Rohwert], k: Katalog, ort: Stadt) -> tuple[float, ...]:
    """All multiples of a delivery, without the attack of `protect`, which takes too long for thousands of tables."""
    flaechen = Flaechen(ort)
    werte = aus_rohwerten(roh, k, flaechen).werte
    rund = Rundung(k).runden(werte, Blaetter.of(werte, k, flaechen))
    return tuple(rund[zelle] for zelle in sorted(rund))


def assert_niemand_erkennbar(gleiche: Mapping[tuple[float, ...], Sequence[tuple[int, ...]]], hoechstens: int) -> None:
    """Tables that look the same are what an attacker who knows the method cannot tell apart.

    Counts near `hoechstens`, the largest that was tried, stand for larger ones as well.
    """
    for tabellen in gleiche.values():
        for moeglich in (set(werte) for werte in zip(*tabellen, strict=True)):
            assert min(moeglich) >= 5 or max(moeglich) == hoechstens or len(moeglich) > MINDESTENS, tabellen


@pytest.mark.parametrize("ort", [stadt(0, 0, 0), stadt(2, 1)], ids=["flat", "deep"])
def test_whoever_knows_the_method_cannot_pin_a_small_count(ort: Stadt) -> None:
    """Every table of three counts below 12 is rounded."""
    gleiche: defaultdict[tuple[float, ...], list[tuple[int, ...]]] = defaultdict(list)
    tiefe = bool(ort.of_level("stadtbezirk"))
    for werte in product(range(12), repeat=3):
        roh = tief("faelle", ort, werte, [1000] * 3) if tiefe else flach("faelle", werte)
        gleiche[veroeffentlicht(roh, FAELLE, ort)].append(werte)
    assert_niemand_erkennbar(gleiche, 11)


@pytest.mark.parametrize("mit_stationaer", [True, False])
def test_kinds_of_help_cannot_be_pinned_either(mit_stationaer: bool) -> None:
    """Two kinds in two areas; where the second kind is not delivered it must not follow as the rest."""
    gleiche: defaultdict[tuple[float, ...], list[tuple[int, ...]]] = defaultdict(list)
    for a1, a2, s1, s2 in product(range(8), repeat=4):
        roh = flach("gesamt", [a1 + s1, a2 + s2]) + flach("ambulant", [a1, a2])
        roh += flach("stationaer", [s1, s2]) if mit_stationaer else []
        gleiche[veroeffentlicht(roh, ARTEN, stadt(0, 0))].append((a1, a2, s1, s2))
    assert_niemand_erkennbar(gleiche, 7)


@oft
@given(st.lists(st.integers(0, 9), min_size=5, max_size=5))
def test_what_protect_publishes_is_safe_from_the_outside(werte: list[int]) -> None:
    ergebnis = protect(tief("faelle", DREI, werte, [1000] * 5), FAELLE, DREI)
    assert ergebnis.bericht.aufgedeckt == 0
    assert (ergebnis.bericht.kleinste_breite or 9) >= MINDESTENS
    assert audit(ergebnis.beobachtungen, FAELLE, DREI) == replace(ergebnis.bericht, schwellen=None)


@oft
@given(st.lists(st.integers(0, 9), min_size=3, max_size=3), st.data())
def test_a_share_that_could_be_pinned_is_refused(werte: list[int], data: st.DataObject) -> None:
    """An attacker tries every table of counts within what the multiples stand for, and knows that a part is no more."""
    gruppen = [data.draw(st.integers(max(w, 1), w + 6)) for w in werte]
    ort = stadt(0, 0, 0)
    ergebnis = protect(flach("anteil", werte, gruppen), ANTEIL, ort)
    if ergebnis.bericht.aufgedeckt:
        return
    orte = nach_ort(ergebnis.beobachtungen, "anteil")
    for i in range(3):
        b = orte[teil(i + 1)]
        assert b.zaehler is not None
        assert b.nenner is not None
        moeglich = [
            (x, n)
            for n in range(max(int(b.nenner) - 2, 0), int(b.nenner) + 3)
            for x in range(n + 1)
            if vielfaches(x, BASIS) == b.zaehler or (b.zaehler == b.nenner and vielfaches(x, BASIS) > b.nenner)
        ]
        assert (werte[i], gruppen[i]) in moeglich
        assert len({x for x, _ in moeglich}) > MINDESTENS


@oft
@given(st.lists(st.integers(0, 400), min_size=5, max_size=5))
def test_a_sum_is_as_good_as_rounding_can_be(werte: list[int]) -> None:
    """Large parts are rounded once together; each small part adds what rounding it alone does."""
    ort = stadt(2, 1, 2)
    orte = nach_ort(protect(tief("faelle", ort, werte, [9000] * 5), FAELLE, ort).beobachtungen, "faelle")
    kleine = sum(1 for wert in werte if wert < 8)
    zaehler = orte[OBEN].zaehler
    assert zaehler is not None
    assert abs(zaehler - sum(werte)) <= 2 * (1 + kleine)
    assert all(b.zaehler is not None and b.zaehler % BASIS == 0 for b in orte.values())


def test_a_total_of_small_parts_is_the_sum_of_their_multiples() -> None:
    """Rounded for itself it would be 10, and each part 2 for certain."""
    ort = stadt(0, 0, 0, 0)
    ergebnis = protect(flach("faelle", [2, 2, 2, 2]), FAELLE, ort)
    assert {b.zaehler for b in ergebnis.beobachtungen} == {0.0}
    verraten = [replace(b, zaehler=10.0, wert=10.0) if b.gebiet == OBEN else b for b in ergebnis.beobachtungen]
    assert audit(ergebnis.beobachtungen, FAELLE, ort).aufgedeckt == 0
    assert audit(verraten, FAELLE, ort).aufgedeckt == 4


def test_a_rounded_zero_is_not_exactly_zero() -> None:
    ort = stadt(0, 0)
    b = nach_ort(protect(flach("faelle", [0, 40]), FAELLE, ort).beobachtungen, "faelle")[teil(1)]
    assert (b.status, b.zaehler, b.gerundet) == (Status.OK, 0.0, True)


def test_what_counts_no_persons_stays_as_it_is() -> None:
    k = gerundet(katalog([indikator("platz", "m2", "kinder")], merkmal("m2", None), merkmal("kinder", 3)))
    ort = stadt(0, 0)
    orte = nach_ort(protect(flach("platz", [123.5, 0], [61, 62]), k, ort).beobachtungen, "platz")
    assert (orte[teil(1)].zaehler, orte[teil(1)].nenner) == (123.5, 60)
    assert orte[teil(1)].wert == pytest.approx(123.5 / 60 * 1000)
    assert orte[teil(2)].status is Status.NULL  # no square metre at all


def test_a_share_is_never_more_than_all() -> None:
    """40 of 40 in parts of 8 and 7: rounded apart, the numerator would be the larger one."""
    k = gerundet(
        katalog(
            [indikator("anteil", "betroffene", "alle", Anteilsart.ANTEIL)],
            merkmal("betroffene", 3),
            merkmal("alle", 3, ("junge", "alte")),
            merkmal("junge", 3),
            merkmal("alte", 3),
        )
    )
    ort = stadt(0)
    b = protect([Rohwert("anteil", OBEN, JAHR, 18, 18)], k, ort).beobachtungen[0]
    assert b.zaehler is not None
    assert b.nenner is not None
    assert b.zaehler <= b.nenner


def test_a_denominator_below_the_least_makes_no_value_by_its_multiple() -> None:
    k = gerundet(katalog([indikator("a", "x", "kinder", mindestnenner=50)], merkmal("x"), merkmal("kinder", 3)))
    ort = stadt(0, 0)
    orte = nach_ort(protect(flach("a", [20, 20], [47, 48]), k, ort).beobachtungen, "a")
    assert (orte[teil(1)].status, orte[teil(2)].status) == (Status.NICHT_SINNVOLL, Status.OK)


def test_sums_that_do_not_add_up_are_refused() -> None:
    ort = stadt(0, 0)
    roh = [*flach("faelle", [10, 20])[:2], Rohwert("faelle", OBEN, JAHR, 40, 2000)]
    with pytest.raises(Widerspruch, match="die Teile ergeben 30"):
        protect(roh, FAELLE, ort)


def test_a_count_that_is_not_rounded_is_found() -> None:
    ort = stadt(0, 0)
    beobachtungen = list(protect(flach("faelle", [20, 40]), FAELLE, ort).beobachtungen)
    beobachtungen[0] = replace(beobachtungen[0], zaehler=3.0, wert=3.0)
    assert audit(beobachtungen, FAELLE, ort).aufgedeckt == 1


def test_the_same_counts_again_say_nothing_new() -> None:
    ort = stadt(2, 1)
    roh = tief("faelle", ort, [2, 3, 20], [1000] * 3)
    erste = protect(roh, FAELLE, ort).beobachtungen
    zweite = protect(roh, FAELLE, ort, (), {"Datenstand 1": erste}).beobachtungen
    assert zweite == erste
    revidiert = tief("faelle", ort, [4, 3, 20], [1000] * 3)
    assert protect(revidiert, FAELLE, ort, (), {"Datenstand 1": erste}).bericht.aufgedeckt == 0


def test_a_total_published_alone_must_not_be_followed_by_its_small_parts() -> None:
    ort = stadt(0, 0, 0, 0)
    roh = flach("faelle", [2, 2, 2, 2])
    allein = protect(roh[-1:], FAELLE, ort).beobachtungen
    assert allein[0].zaehler == 10
    with pytest.raises(SchutzUnmoeglich, match=r"„faelle“ in stadt 00, 2024 ist in Datenstand 1 .* eigene Datenbank"):
        protect(roh[:-1], FAELLE, ort, (), {"Datenstand 1": allein})
    teile = protect(roh[:-1], FAELLE, ort).beobachtungen
    assert {v.zelle.gebiet for v in audit_together(teile, {"Datenstand 1": allein}, FAELLE, ort)} == {OBEN}


def test_large_parts_may_follow_their_total() -> None:
    """So a denominator comes again with every indicator, whatever else is delivered with it."""
    ort = stadt(0, 0, 0)
    roh = flach("faelle", [40, 52, 61])
    allein = protect(roh[-1:], FAELLE, ort).beobachtungen
    ergebnis = protect(roh[:-1], FAELLE, ort, allein, {"Datenstand 1": allein})
    assert ergebnis.bericht.aufgedeckt == 0


def test_a_missing_number_stays_missing() -> None:
    ort = stadt(0, 0)
    roh = [Rohwert("faelle", teil(1), JAHR, None, 100), Rohwert("faelle", teil(2), JAHR, 12, 100)]
    assert [b.status for b in protect(roh, FAELLE, ort).beobachtungen] == [Status.FEHLT, Status.OK]


def test_an_only_child_and_its_parent_are_one_count() -> None:
    ort = stadt(1, 2)
    orte = nach_ort(protect(tief("faelle", ort, [13, 4, 30], [1000] * 3), FAELLE, ort).beobachtungen, "faelle")
    assert orte[teil(1)].zaehler == orte[bezirk(1)].zaehler == 15


GEBUENDELT = gerundet(
    katalog(
        [
            replace(
                indikator("krisen", "krisen"),
                ebenen=("stadt",),
                stadtweit_gebuendelt=Buendelung(2, JAHR, ("stadtteil",)),
            )
        ],
        merkmal("krisen"),
    )
)


def test_windows_and_their_years_do_not_pin_each_other() -> None:
    """Two areas pooled over two years beside the city's single years: what could be pinned is refused."""
    ort = stadt(0, 0)
    gleiche: defaultdict[tuple[float | None, ...], list[tuple[int, ...]]] = defaultdict(list)
    sicher: dict[tuple[float | None, ...], bool] = {}
    for a1, a2, b1, b2 in product(range(6), repeat=4):
        roh = [
            Rohwert("krisen", gebiet, jahr, zaehler, 1000)
            for jahr, werte in ((JAHR - 1, (a1, b1)), (JAHR, (a2, b2)))
            for gebiet, zaehler in ((teil(1), werte[0]), (teil(2), werte[1]), (OBEN, sum(werte)))
        ]
        rund = veroeffentlicht(list(buendeln(roh, GEBUENDELT)), GEBUENDELT, ort)
        if rund not in sicher:
            sicher[rund] = not protect(roh, GEBUENDELT, ort).bericht.aufgedeckt
        gleiche[rund].append((a1 + a2, b1 + b2, a1 + b1, a2 + b2))
    assert True in sicher.values()
    for rund, tabellen in gleiche.items():
        for moeglich in (set(werte) for werte in zip(*tabellen, strict=True)) if sicher[rund] else ():
            assert min(moeglich) >= 5 or max(moeglich) == 10 or len(moeglich) > MINDESTENS, (rund, tabellen)
