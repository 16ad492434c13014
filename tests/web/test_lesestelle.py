"""The place in the Methodik and its address: the round trip is the identity, and no address can break the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.web.methodik.lesestelle import LONGEST_SEARCH, Abschnitt, Lesestelle, decode, encode

LEVELS = [ebene.id for ebene in city().ebenen]
LIST = st.builds(
    Lesestelle,
    thema=st.sampled_from([None, *catalogue().themen]),
    suche=st.text(max_size=LONGEST_SEARCH).filter(str.isprintable),
)
SHEET = st.builds(Lesestelle, indikator=st.sampled_from([i.id for i in catalogue().indikatoren]))
OTHER = st.builds(
    Lesestelle, abschnitt=st.sampled_from([a for a in Abschnitt if a not in (Abschnitt.INDIKATOREN, Abschnitt.GEBIETE)])
)
AREAS = st.builds(Lesestelle, abschnitt=st.just(Abschnitt.GEBIETE), ebene=st.sampled_from([None, *LEVELS]))
NAMES = ("abschnitt", "thema", "suche", "indikator", "ebene")


@given(LIST | SHEET | OTHER | AREAS)
def test_the_way_through_the_address_is_the_identity(stelle: Lesestelle) -> None:
    assert decode(encode(stelle), catalogue(), city()) == (stelle, ())


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=90).map(lambda text: text + "⚑")))
def test_no_address_breaks_the_page_or_is_echoed(params: dict[str, str]) -> None:
    stelle, notices = decode(params, catalogue(), city())
    assert stelle.indikator is None
    assert stelle.abschnitt is Abschnitt.INDIKATOREN
    assert {name for name in params if any(f"„{name}“" in notice for notice in notices)} >= params.keys() - {"suche"}
    assert not any("⚑" in notice for notice in notices)


def test_what_another_section_does_not_show_stays_out_of_its_address() -> None:
    stelle = Lesestelle(abschnitt=Abschnitt.ZEICHEN, thema=catalogue().themen[0], suche="heim", ebene=LEVELS[0])
    assert encode(stelle) == {"abschnitt": "zeichen"}
