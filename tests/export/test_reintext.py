"""Text that every format takes."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.export.reintext import pure, pure_all

ANY = st.text(st.characters())  # surrogates too


@given(ANY)
def test_what_is_left_can_stand_in_xml_and_in_a_file(text: str) -> None:
    cleaned = pure(text)
    made = ElementTree.Element("a")
    made.text = cleaned
    assert (ElementTree.fromstring(ElementTree.tostring(made, "unicode")).text or "") == cleaned  # noqa: S314 - made here
    assert cleaned.encode().decode() == cleaned
    assert pure(cleaned) == cleaned


@given(st.text("abc äöüß€–„“ \n"))
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert pure(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eins\r\nzwei\rdrei\u2028vier", "eins\nzwei\ndrei\nvier"),
        ("a\tb\vc", "a b c"),
        ("\x00a\x08\x1b[31m\ufffe\ud800b\u202ec", "a[31mbc"),
        ("😀 bleibt", "😀 bleibt"),
    ],
)
def test_signs_that_nobody_sees_are_gone(text: str, expected: str) -> None:
    assert pure(text) == expected


def test_texts_are_found_wherever_they_are() -> None:
    assert pure_all({"a": ["b\x00", ("c\x08", 1, None)], "d": True}) == {"a": ["b", ["c", 1, None]], "d": True}
