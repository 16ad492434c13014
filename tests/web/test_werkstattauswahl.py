"""The choice on the page Werkstätten and its address: the round trip is the identity, and none breaks the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sro.akten.einsicht import for_role
from sro.auswertung.werkstatt.orte import place_of
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage, Valenz
from sro.model.gebiet import GebietKey
from sro.model.quartier import QUARTIER
from sro.model.stimme import Altersgruppe
from sro.model.werkstatt import Werkstatt
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from sro.web.werkstatt.auswahl import Teil, Werkstattauswahl, decode, encode, fit, link
from tests.akten.beispielakten import beispielakten

BESTAND = beispielakten()
PLACES = [place for akte in BESTAND.von(Aussage) if (place := place_of(akte.inhalt))]
ROOMS = [g.key for g in city().gebiete] + [GebietKey(QUARTIER, one.id) for one in city().quartiere]
CHOICE = st.builds(
    Werkstattauswahl,
    teil=st.sampled_from(Teil),
    werkstatt=st.sampled_from([None, *[akte.id for akte in BESTAND.von(Werkstatt)]]),
    thema=st.sampled_from([None, *[one.id for one in stimmenworte().themen]]),
    alter=st.sampled_from([None, *Altersgruppe]),
    schnittstelle=st.sampled_from([None, *[one.id for one in stimmenworte().schnittstellen]]),
    valenz=st.sampled_from([None, *Valenz]),
    raum=st.sampled_from([None, *ROOMS]),
    ort=st.sampled_from([None, *PLACES]),
    aussage=st.sampled_from([None, *[akte.id for akte in BESTAND.von(Aussage)]]),
)
NAMES = ("teil", "werkstatt", "thema", "alter", "schnittstelle", "art", "raum", "ort", "aussage")


@given(CHOICE)
def test_the_way_through_the_address_is_the_identity(wahl: Werkstattauswahl) -> None:
    assert decode(encode(wahl), BESTAND, city(), stimmenworte()) == (wahl, ())
    assert fit(wahl, BESTAND, city(), stimmenworte()) == wahl


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=90).map(lambda text: text + "⚑")))
def test_no_address_breaks_the_page_or_is_echoed(params: dict[str, str]) -> None:
    wahl, notices = decode(params, BESTAND, city(), stimmenworte())
    assert wahl == Werkstattauswahl()
    assert {name for name in params if any(f"„{name}“" in notice for notice in notices)} == params.keys()
    assert not any("⚑" in notice for notice in notices)


def test_what_a_role_may_not_read_is_like_what_there_is_not() -> None:
    public = for_role(BESTAND, Rolle.OEFFENTLICH)
    wahl, notices = decode({"aussage": "AU-6"}, public, city(), stimmenworte())
    assert wahl.aussage is None
    assert decode({"aussage": "AU-77"}, public, city(), stimmenworte()) == (wahl, notices)
    assert decode({"aussage": "AU-6"}, BESTAND, city(), stimmenworte())[0].aussage == "AU-6"


def test_the_address_is_short_and_plain() -> None:
    wahl = Werkstattauswahl(alter=Altersgruppe.VON_6_BIS_9, valenz=Valenz.STAERKE, raum=GebietKey("stadtteil", "07"))
    assert link(wahl) == "werkstaetten?teil=karte&alter=6-9&art=staerke&raum=stadtteil.07"
