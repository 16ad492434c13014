"""The search over indicators: spelling does not matter, everyday words lead to those of the catalogue."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.model.indikator import Indikator, Katalog
from sro.reference.catalogue import catalogue
from sro.reference.suchworte import Gruppe, synonyms
from sro.web.methodik.suche import find

ALL = catalogue().indikatoren


def codes(text: str) -> list[str]:
    return [indikator.code for indikator in find(text, catalogue(), synonyms())]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Jugendquotient", {"B2"}),
        ("jugendQUOTIENT ", {"B2"}),
        ("Übergänge Gymnasium", {"E2"}),
        ("UEBERGAENGE GYMNASIUM", {"E2"}),
        ("§ 35a", {"H5"}),
        ("§ 42 SGB VIII", {"P3"}),
        ("H4", {"H4"}),
        ("Pflegefamilie", {"H4"}),
        ("Bürgergeld", {"S1"}),
        ("buergergeld", {"S1"}),
        ("Kita", {"K1", "K2", "K3"}),
        ("Spielplatz", {"W1"}),
    ],
)
def test_finds_by_name_code_paragraph_and_everyday_word(typed: str, expected: set[str]) -> None:
    found = set(codes(typed))
    assert found >= expected
    assert len(found) <= len(expected) + 3


def test_sharp_s_is_double_s() -> None:
    katalog = Katalog((replace(ALL[0], name="Straßensozialarbeit"), ALL[1]), catalogue().merkmale)
    for typed in ("straße", "STRASSE", "Strassensozial", "STRAẞE"):
        assert find(typed, katalog) == (katalog.indikatoren[0],)


def test_a_short_word_must_begin_a_word() -> None:
    katalog = Katalog(
        (replace(ALL[0], definition="Nach § 128."), replace(ALL[1], definition="Nach § 28.")), catalogue().merkmale
    )
    assert find("28", katalog) == (katalog.indikatoren[1],)


@given(st.sampled_from(ALL), st.data())
def test_any_part_of_a_name_finds_it_and_more_words_never_find_more(chosen: Indikator, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(chosen.name.split()), min_size=1, unique=True))
    found = find(" ".join(words), catalogue())
    assert chosen in found
    assert set(found) <= set(find(words[0], catalogue()))


def test_nothing_typed_finds_everything_and_nonsense_nothing() -> None:
    assert find("  ", catalogue()) == ALL
    assert codes("§") == [i.code for i in ALL]
    assert codes("xyzzy") == []


@pytest.mark.parametrize("gruppe", synonyms(), ids=lambda gruppe: gruppe[0])
def test_every_word_of_a_group_finds_something(gruppe: Gruppe) -> None:
    assert [word for word in gruppe if not codes(word)] == []
