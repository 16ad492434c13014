"""What of Holstentor-Nord is looked at and its address: the round trip is the identity, no address breaks the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sro.model.stimme import Gruppe
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from sro.web.holstentor.auswahl import Holstentorwahl, Teil, address, decode, encode, fit, quartiere

PROJEKT = city().modellprojekt
assert PROJEKT is not None
ELEMENTE = ("BN-1", "BE-2", "SP-12")
NAMES = ("teil", "gruppe", "quartier", "thema", "element")
FILTER = {
    "gruppe": st.none() | st.sampled_from(Gruppe),
    "quartier": st.none() | st.sampled_from(quartiere(PROJEKT)),
    "thema": st.none() | st.sampled_from([thema.id for thema in stimmenworte().themen]),
}
ANY = st.builds(Holstentorwahl, teil=st.sampled_from(Teil), **FILTER)
CHAIN = st.builds(Holstentorwahl, teil=st.just(Teil.KETTE), element=st.sampled_from(ELEMENTE), **FILTER)


def read(params: dict[str, str]) -> tuple[Holstentorwahl, tuple[str, ...]]:
    assert PROJEKT is not None
    return decode(params, PROJEKT, stimmenworte(), ELEMENTE)


@given(ANY | CHAIN)
def test_the_way_through_the_address_is_the_identity(wahl: Holstentorwahl) -> None:
    assert read(encode(wahl)) == (wahl, ())
    assert address(wahl).startswith("holstentor-nord?teil=")


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=60).map(lambda text: text + "⚑")))
def test_no_address_breaks_the_page_or_is_echoed(params: dict[str, str]) -> None:
    wahl, notices = read(params)
    assert wahl == Holstentorwahl()
    assert len(notices) == len(params)
    assert not any("⚑" in notice for notice in notices)


def test_an_element_alone_means_the_chain() -> None:
    assert read({"element": "SP-12"})[0] == Holstentorwahl(teil=Teil.KETTE, element="SP-12")


def test_a_record_that_is_gone_is_left_out_silently() -> None:
    assert PROJEKT is not None
    chosen = Holstentorwahl(teil=Teil.KETTE, element="BN-1", gruppe=Gruppe.KINDER)
    assert fit(chosen, PROJEKT, stimmenworte(), ()) == Holstentorwahl(teil=Teil.KETTE, gruppe=Gruppe.KINDER)
