"""The choice on the page Leitlinien and its address: the round trip is the identity, and no address breaks the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sro.reference.leitbild import leitbild
from sro.web.leitlinien.auswahl import Leitlinienwahl, Teil, address, decode, encode

IDS = [one.id for one in leitbild().bezuege]
CHOICES = st.builds(Leitlinienwahl, bezug=st.sampled_from([None, *IDS])) | st.just(Leitlinienwahl(Teil.BEARBEITEN))


@given(CHOICES)
def test_the_way_through_the_address_is_the_identity_and_never_empty(wahl: Leitlinienwahl) -> None:
    assert decode(encode(wahl), leitbild()) == (wahl, ())
    assert encode(wahl)


@given(st.dictionaries(st.sampled_from(["teil", "bezug"]), st.text(max_size=60).map(lambda text: text + "⚑")))
def test_no_address_breaks_the_page_or_is_echoed(params: dict[str, str]) -> None:
    wahl, notices = decode(params, leitbild())
    assert wahl == Leitlinienwahl()
    assert len(notices) == len(params)
    assert not any("⚑" in notice for notice in notices)


def test_an_address_names_what_is_open_and_a_part_alone_opens_nothing() -> None:
    assert address(Leitlinienwahl(bezug="L2")) == "leitlinien?bezug=L2"
    assert address(Leitlinienwahl()) == "leitlinien?teil=stand"
    assert decode({"teil": "bearbeiten", "bezug": "L2"}, leitbild()) == (Leitlinienwahl(Teil.BEARBEITEN), ())
