"""Two texts become one: no word that either side put in is lost, whatever the other did."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.akten.wortweise import merge

TEXTS = st.lists(st.sampled_from(["Haus", "Hof", "und", "nicht", "Schul", " ", "\n", "  "]), max_size=12).map(" ".join)
ANY = st.text(alphabet="ab \n", max_size=14) | st.text(max_size=20)


@pytest.mark.parametrize(
    ("vorher", "meine", "ihre", "beides"),
    [
        ("", "Weg", "Licht", "Weg Licht"),
        ("Der Weg", "Der Weg ist dunkel", "Abends: Der Weg", "Abends: Der Weg ist dunkel"),
        ("Schul", "Schule", "Schulhof", "Schule Schulhof"),
        ("Schul", "Schule", "Schul und Kita", "Schule und Kita"),
        ("Schul", "Schule", "Am Ufer Schul", "Am Ufer Schule"),
        ("a b c", "a c", "a b c d", "a c d"),
        ("a b c", "a x c", "a b y c", "a x y c"),
        ("a b", "", "a b c", " c"),
        ("a", "a ", "a b", "a  b"),
        ("a\nb", "a\n\nb", "a\nb c", "a\n\nb c"),
        ("falsch", "richtig", "richtig gut", "richtig gut"),
        ("eins", "eins zwei", "eins drei", "eins zwei drei"),
    ],
)
def test_what_becomes_of_two_texts(vorher: str, meine: str, ihre: str, beides: str) -> None:
    assert merge(vorher, meine, ihre) == beides


@given(ANY | TEXTS, ANY | TEXTS, ANY | TEXTS)
def test_no_added_word_is_lost(vorher: str, meine: str, ihre: str) -> None:
    """As often as the side put it in that did so more often."""
    before, found = Counter(vorher.split()), Counter(merge(vorher, meine, ihre).split())
    for side in (meine, ihre):
        assert Counter(side.split()) - before <= found


@given(ANY | TEXTS, ANY | TEXTS, ANY | TEXTS)
def test_no_word_appears_that_nobody_wrote(vorher: str, meine: str, ihre: str) -> None:
    assert set(merge(vorher, meine, ihre).split()) <= set(meine.split()) | set(ihre.split())


@given(ANY | TEXTS, ANY | TEXTS)
def test_one_side_alone_is_taken_letter_by_letter(vorher: str, other: str) -> None:
    assert merge(vorher, other, vorher) == other
    assert merge(vorher, vorher, other) == other
    assert merge(vorher, other, other) == other


@st.composite
def typed(draw: st.DrawFn, name: str, before: list[str]) -> list[str]:
    """Words before with some taken away and own ones, each used once, put between; as people write a note."""
    found: list[str] = []
    for number, word in enumerate([*before, None]):
        found += [f"{name}{number}_{i}" for i in range(draw(st.integers(0, 2)))]
        if word is not None and draw(st.booleans() | st.just(True)):
            found.append(word)
    return found


@st.composite
def notes(draw: st.DrawFn) -> tuple[str, str, str]:
    before = [f"w{number}" for number in range(draw(st.integers(0, 6)))]
    return tuple(" ".join(one) for one in (before, draw(typed("m", before)), draw(typed("i", before))))  # type: ignore[return-value]


@given(notes())
def test_a_group_that_comes_twice_changes_nothing(note: tuple[str, str, str]) -> None:
    vorher, meine, ihre = note
    once = merge(vorher, meine, ihre)
    assert merge(vorher, meine, once) == once


@given(notes())
def test_each_word_stands_once_and_in_the_order_of_its_writer(note: tuple[str, str, str]) -> None:
    vorher, meine, ihre = note
    found = merge(vorher, meine, ihre).split()
    assert len(found) == len(set(found))
    taken = (set(vorher.split()) - set(meine.split())) | (set(vorher.split()) - set(ihre.split()))
    for side in (meine, ihre):
        kept = [word for word in side.split() if word not in taken]
        assert [word for word in found if word in kept] == kept


@given(st.data())
def test_two_who_go_on_typing_at_the_end_lose_nothing(data: st.DataObject) -> None:
    """Letters in any order from two keyboards, saved in groups, each on top of what its window typed before."""
    sides = {name: {"voll": f"{name}eins {name}zwei {name}drei", "weit": 0, "stand": "", "text": ""} for name in "xy"}
    server = ""
    while any(side["weit"] < len(side["voll"]) for side in sides.values()):
        side = sides[data.draw(st.sampled_from(sorted(n for n, s in sides.items() if s["weit"] < len(s["voll"]))))]
        step = data.draw(st.integers(1, 5))
        group = side["voll"][side["weit"] : side["weit"] + step]
        side["text"] += group
        side["weit"] += step
        server = merge(side["stand"], side["text"], server)
        side["stand"] = side["text"]
    assert Counter(server.split()) == Counter(" ".join(side["voll"] for side in sides.values()).split())
