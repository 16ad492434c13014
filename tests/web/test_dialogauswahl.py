"""The choice on the page Dialog and its address: the round trip is the identity, and none breaks the page."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from sro.akten.bestand import Bestand
from sro.akten.einsicht import for_role
from sro.model.akte import Akte
from sro.model.akteur import Rolle
from sro.model.dialog import Dialog
from sro.model.gebiet import GebietKey
from sro.model.quartier import QUARTIER
from sro.model.vereinbarung import Vereinbarung
from sro.reference.city import city
from sro.reference.leitbild import leitbild
from sro.web.dialog.auswahl import MIT_DIALOG, OHNE_DIALOG, Dialogwahl, Modus, Teil, address, decode, encode, fit, link

WHEN = dt.datetime(2026, 1, 5, 9, 0)
DIALOGE = ("QD-1", "QD-2")
BESTAND = Bestand(
    3,
    (
        *(Akte(name, 1, Dialog(titel="Dialog"), WHEN, "Probe") for name in DIALOGE),
        Akte("VB-1", 1, Vereinbarung(dialog="QD-1", text="Ein Treffen."), WHEN, "Probe"),
    ),
)
RAEUME = [g.key for g in city().gebiete] + [GebietKey(QUARTIER, one.id) for one in city().quartiere]
CHOICE = st.builds(
    Dialogwahl,
    dialog=st.sampled_from([None, *DIALOGE]),
    teil=st.sampled_from([None, *Teil]),
    modus=st.sampled_from([None, *Modus]),
    bild=st.one_of(st.none(), st.integers(1, 99)),
    raum=st.sampled_from([None, *RAEUME]),
    stelle=st.text(max_size=200).filter(str.isprintable),
    leitlinie=st.sampled_from([None, *[one.id for one in leitbild().leitlinien]]),
    vereinbarung=st.sampled_from([None, "VB-1"]),
)
NAMES = ("dialog", "teil", "modus", "bild", "raum", "leitlinie", "vereinbarung")


@given(CHOICE)
def test_the_way_through_the_address_is_the_identity(wahl: Dialogwahl) -> None:
    assert decode(encode(wahl), BESTAND, city(), leitbild()) == (wahl, ())
    assert fit(wahl, BESTAND, city(), leitbild()) == wahl


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=90).map(lambda text: text + "⚑")))
def test_no_address_breaks_the_page_or_is_echoed(params: dict[str, str]) -> None:
    wahl, notices = decode(params, BESTAND, city(), leitbild())
    assert wahl == Dialogwahl()
    assert {name for name in params if any(f"„{name}“" in notice for notice in notices)} == params.keys()
    assert not any("⚑" in notice for notice in notices)


@given(CHOICE)
def test_what_is_shown_fits_whether_a_dialogue_is_open(wahl: Dialogwahl) -> None:
    assert wahl.gezeigt in (MIT_DIALOG if wahl.dialog else OHNE_DIALOG)
    assert wahl.dialog or not wahl.praesentiert


def test_a_dialogue_that_the_public_may_not_read_is_like_none() -> None:
    public = for_role(BESTAND, Rolle.OEFFENTLICH)
    there, gone = (decode({"dialog": name}, public, city(), leitbild()) for name in ("QD-1", "QD-77"))
    assert there == gone
    assert there[0].dialog is None


def test_addresses_are_those_that_are_shared() -> None:
    assert address(Dialogwahl()) == "dialog"
    assert link("QD-3") == "dialog?dialog=QD-3"
    assert link("QD-3", Teil.BRETT) == "dialog?dialog=QD-3&teil=brett"
    assert link("QD-3", modus=Modus.PRAESENTATION, bild=4) == "dialog?dialog=QD-3&modus=praesentation&bild=4"
    assert address(Dialogwahl(teil=Teil.BRETT, raum=GebietKey("stadtteil", "03"))) == (
        "dialog?teil=brett&raum=stadtteil.03"
    )
    start = decode({"dialog": "QD-1", "modus": "praesentation", "bild": "100"}, BESTAND, city(), leitbild())
    assert start == (
        Dialogwahl(dialog="QD-1", modus=Modus.PRAESENTATION),
        ("Die Angabe „bild“ in der Adresse passt nicht zu den Daten; gezeigt wird die Vorgabe.",),
    )
