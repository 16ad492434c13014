"""Sentences say what the numbers bear, and never why, who is best, or what people are like."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.auswertung.kennwert import Kennwert, figure
from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator
from sro.views.zahlen.saetze import sentences, when
from tests.auswertung.werke import GANZ, A, B, werk
from tests.beispiele import ANTEIL, DICHTE, SALDO, seen, years

NBSP = "\u00a0"
# Causes, ranks and judgements that no figure bears: none of these words may ever be in a sentence.
VERBOTEN = (
    "weil die", "wegen", "aufgrund", "dadurch", "führt zu", "verursach", "deshalb", "daher", "schuld", "folge von",
    "schlecht", "gut", "besser", "beste", "schlimm", "problem", "brennpunkt", "sozial schwach", "bildungsfern",
    "rang", "platz", "spitze", "schlusslicht", "höchste", "niedrigste", "letzte", "dramatisch", "alarm", "erschreckend",
    "versag", "unterschicht", "abgehängt", "kriminell", "gefährlich", "armutskinder", "ghetto", "rot", "warn",
)  # fmt: skip


def made(indikator: Indikator, own: float | None, city: float | None, nenner: float = 1000) -> Kennwert:
    kennwert = figure(
        werk([seen(indikator, A, 2024, own, nenner)], [seen(indikator, GANZ, 2024, city, 10 * nenner)]), indikator, A
    )
    assert kennwert is not None
    return kennwert


def test_a_difference_that_chance_does_not_explain() -> None:
    assert sentences(made(ANTEIL, 175, 1500)) == [
        f"Am 31.12.2024 lag der Anteil in Altdorf bei 17,5{NBSP}% (95{NBSP}%: 15,3 bis 20,0) und damit über der "
        "übrigen Stadt (14,7); der Unterschied ist statistisch belastbar."
    ]
    assert "unter der übrigen Stadt" in sentences(made(ANTEIL, 100, 1800))[0]


def test_only_the_strict_rule_makes_it_noticeable() -> None:
    (sentence,) = sentences(made(ANTEIL, 300, 1800))
    assert sentence.endswith("belastbar und auffällig, auch nach der strengen 99,8-%-Regel.")


def test_a_difference_that_may_be_chance() -> None:
    (sentence,) = sentences(made(DICHTE, 40, 390))
    assert "weicht das nicht mehr ab, als der Zufall erwarten lässt" in sentence
    assert "belastbar" not in sentence


def test_a_hidden_value_says_nothing_and_a_hidden_city_no_comparison() -> None:
    assert sentences(made(ANTEIL, None, 1800)) == []
    (alone,) = sentences(made(ANTEIL, 300, None))
    assert "Stadt" not in alone


def test_zero_is_said_as_zero() -> None:
    assert sentences(made(DICHTE, 0, 390)) == ["Im Jahr 2024 gab es in Altdorf keinen einzigen Fall."]


def test_a_trend_is_told_only_where_it_is_borne_out() -> None:
    def course(counts: list[int]) -> list[str]:
        kennwert = figure(werk(years(ANTEIL, A, counts), years(ANTEIL, GANZ, [1500] * 10, 10_000)), ANTEIL, A)
        assert kennwert is not None
        return sentences(kennwert)[1:]

    rising = course([100, 120, 140, 160, 180, 200, 220, 240, 260, 280])
    assert rising == ["Von 2015 bis 2024 ist der Anteil gestiegen, mehr als der Zufall erwarten lässt."]
    assert course([150, 149, 151, 150, 149, 151, 150, 149, 151, 150]) == []


def test_few_cases_are_put_together() -> None:
    kennwert = figure(werk(years(replace(DICHTE, reihenbrueche=()), A, [9, 8, 11])), DICHTE, A)
    assert kennwert is not None
    assert sentences(kennwert)[1].startswith("Weil es wenige Fälle sind: 2015 bis 2017 zusammen 9,3")


@pytest.mark.parametrize(
    ("stichtag", "text"),
    [
        ("31.12.", "Am 31.12.2024"),
        ("Dezember", "Im Dezember 2024"),
        ("Schuljahr", "Im Schuljahr 2024/25"),
        ("Kalenderjahr", "Im Jahr 2024"),
    ],
)
def test_when(stichtag: str, text: str) -> None:
    assert when(replace(ANTEIL, stichtag=stichtag), seen(ANTEIL, A, 2024, 1)) == text


counts = st.one_of(st.none(), st.integers(0, 1000))


@given(
    st.sampled_from([ANTEIL, DICHTE, SALDO]),
    st.lists(counts, min_size=1, max_size=10),
    st.lists(counts, min_size=1, max_size=10),
)
def test_no_sentence_ever_blames_ranks_or_judges(
    indikator: Indikator, own: list[int | None], other: list[int | None]
) -> None:
    def city(year: int | None, beside: int | None) -> int | None:
        return None if year is None or beside is None else year + beside

    whole = [city(a, b) for a, b in zip(own, other, strict=False)]
    found = werk(
        years(indikator, A, own),
        years(indikator, B, other),
        years(indikator, GANZ, whole, 2000),
        indikatoren=(indikator,),
    )
    for gebiet in (A, B):
        assert_harmless(figure(found, indikator, gebiet), gebiet)


def assert_harmless(kennwert: Kennwert | None, gebiet: GebietKey) -> None:
    assert kennwert is not None
    said = sentences(kennwert)
    assert len(said) <= 2
    words = " ".join(said).casefold()
    assert not [word for word in VERBOTEN if re.search(rf"\b{word}", words)]
    if kennwert.wert is None:
        assert said == []
