"""The choice on the page Transfer and its address: the round trip is the identity, and no address breaks the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sro.auswertung.transfer.belegkette import GLIEDER
from sro.model.transfer import Produkt, Zielgruppe
from sro.reference.catalogue import catalogue
from sro.web.transfer.auswahl import Teil, Transferwahl, address, chain_link, decode, encode, fit
from tests.akten.transferakten import transferakten

BESTAND = transferakten()
INDIKATOREN = {one.id for one in catalogue().indikatoren}
STARTS = [*sorted(INDIKATOREN), *(akte.id for akte in BESTAND.akten if isinstance(akte.inhalt, GLIEDER))]
CHOICES = (
    st.builds(
        Transferwahl,
        produkt=st.sampled_from([None, *Produkt]),
        zielgruppe=st.sampled_from([None, *Zielgruppe]),
        zeile=st.sampled_from([None, "TR-1", "TR-6"]),
    )
    | st.builds(Transferwahl, teil=st.just(Teil.KETTE), von=st.sampled_from([None, *STARTS]))
    | st.builds(Transferwahl, teil=st.sampled_from([Teil.MATRIX, Teil.BEARBEITEN]))
)
NAMES = st.sampled_from(["teil", "produkt", "zielgruppe", "zeile", "von"])


@given(CHOICES)
def test_the_way_through_the_address_is_the_identity(wahl: Transferwahl) -> None:
    assert decode(encode(wahl), BESTAND, INDIKATOREN) == (wahl, ())
    assert fit(wahl, BESTAND, INDIKATOREN) == wahl


@given(st.dictionaries(NAMES, st.text(max_size=60).map(lambda text: text + "⚑")))
def test_no_address_breaks_the_page_or_is_echoed(params: dict[str, str]) -> None:
    wahl, notices = decode(params, BESTAND, INDIKATOREN)
    assert wahl == Transferwahl()
    assert len(notices) == len(params)
    assert not any("⚑" in notice for notice in notices)


def test_a_start_alone_opens_the_chain_and_a_part_leaves_out_what_is_not_its_own() -> None:
    assert decode({"von": "BE-1"}, BESTAND, INDIKATOREN) == (Transferwahl(teil=Teil.KETTE, von="BE-1"), ())
    assert decode({"teil": "matrix", "zeile": "TR-1", "von": "BE-1"}, BESTAND, INDIKATOREN)[0] == Transferwahl(
        teil=Teil.MATRIX
    )
    assert encode(Transferwahl(teil=Teil.MATRIX, zeile="TR-1", von="BE-1")) == {"teil": "matrix"}


def test_what_is_no_link_of_the_chain_is_no_start() -> None:
    assert decode({"von": "QD-1"}, BESTAND, INDIKATOREN)[0].von is None
    assert decode({"von": "TR-1"}, BESTAND, INDIKATOREN)[0].von is None


def test_addresses_for_links() -> None:
    assert chain_link("BE-1") == "transfer?von=BE-1"
    assert address(Transferwahl(zeile="TR-2")) == "transfer?teil=plan&zeile=TR-2"
