"""The board's part of the address: what is narrowed, what is open."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from sro.auswertung.brett.brett import Brettfilter
from sro.model.gebiet import GebietKey
from sro.reference.city import city
from sro.reference.leitbild import leitbild
from sro.web.brett.auswahl import board_filter, link, way
from sro.web.dialog.auswahl import Dialogwahl, Teil, decode
from tests.web.test_dialogauswahl import BESTAND, CHOICE


def read(address: str) -> Dialogwahl:
    """The choice that an address leads to."""
    wahl, notices = decode(dict(parse_qsl(urlsplit(address).query)), BESTAND, city(), leitbild())
    assert notices == ()
    return wahl


@given(CHOICE, st.sampled_from([None, "VB-1"]))
def test_a_link_of_the_board_keeps_the_filter_and_opens_one(wahl: Dialogwahl, vereinbarung: str | None) -> None:
    found = read(way(wahl, vereinbarung))
    assert (found.gezeigt, found.vereinbarung, found.praesentiert) == (Teil.BRETT, vereinbarung, False)
    assert board_filter(found) == board_filter(wahl)


def test_links_from_elsewhere() -> None:
    assert link("VB-1") == "dialog?teil=brett&vereinbarung=VB-1"
    assert link("VB-1", "QD-1") == "dialog?dialog=QD-1&teil=brett&vereinbarung=VB-1"


def test_what_the_address_says_is_what_passes() -> None:
    raum = GebietKey("stadtteil", "03")
    wahl = Dialogwahl(dialog="QD-1", raum=raum, stelle="ASD", leitlinie="L2", bild=3)
    assert board_filter(wahl) == Brettfilter(dialog="QD-1", raum=raum, stelle="ASD", leitlinie="L2")
