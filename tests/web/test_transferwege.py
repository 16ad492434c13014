"""From a row of the plan to its product: every address is one that its page understands without a notice."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sro.akten.werte import raeume
from sro.model.gebiet import GebietKey
from sro.model.transfer import Produkt, Transfer
from sro.reference.city import city
from sro.reference.leitbild import leitbild
from sro.reference.stimmenworte import stimmenworte
from sro.web.dialog import auswahl as dialogauswahl
from sro.web.holstentor import auswahl as holstentorauswahl
from sro.web.transfer.wege import indicator_address, own_address, product_address
from sro.web.werkstatt import auswahl as werkstattauswahl
from tests.akten.transferakten import transferakten

BESTAND = transferakten()
MOISLING = GebietKey("stadtteil", "03")
BROLING = GebietKey("quartier", "broling-quartier")
PAGES = {
    Produkt.PROFIL: "profil",
    Produkt.PROTOKOLL: "dialog",
    Produkt.FOLIEN: "dialog",
    Produkt.HANDREICHUNG: "dialog",
    Produkt.BRETT: "dialog",
    Produkt.UEBERGABELISTE: "werkstaetten",
    Produkt.RUECKMELDUNG: "werkstaetten",
    Produkt.KETTE: "holstentor-nord",
    Produkt.OFFENE_DATEN: "api/",
}


@pytest.mark.parametrize(
    ("transfer", "expected"),
    [
        (Transfer(produkt=Produkt.PROFIL, raum=MOISLING), "profil?ebene=stadtteil&gebiet=03"),
        (Transfer(produkt=Produkt.PROFIL, raum=BROLING), "profil?ebene=stadtbezirk&gebiet=04"),
        (Transfer(produkt=Produkt.PROFIL, raum=city().oberste.key), "profil"),
        (Transfer(produkt=Produkt.PROFIL), "profil"),
        (Transfer(produkt=Produkt.FOLIEN, dialog="QD-1"), "dialog?dialog=QD-1&teil=ausgabe"),
        (Transfer(produkt=Produkt.PROTOKOLL, raum=MOISLING), "dialog?teil=dialoge&raum=stadtteil.03"),
        (Transfer(produkt=Produkt.BRETT), "dialog?teil=brett"),
        (Transfer(produkt=Produkt.BRETT, dialog="QD-1"), "dialog?dialog=QD-1&teil=brett"),
        (Transfer(produkt=Produkt.UEBERGABELISTE), "werkstaetten?teil=rueckmeldungen"),
        (Transfer(produkt=Produkt.RUECKMELDUNG, raum=MOISLING), "werkstaetten?teil=fuer-kinder&raum=stadtteil.03"),
        (Transfer(produkt=Produkt.KETTE), "holstentor-nord?teil=kette"),
        (Transfer(produkt=Produkt.KETTE, raum=BROLING), "holstentor-nord?teil=kette&quartier=broling-quartier"),
        (Transfer(produkt=Produkt.OFFENE_DATEN), "api/"),
    ],
)
def test_each_product_opens_where_it_is_made(transfer: Transfer, expected: str) -> None:
    assert product_address(transfer, city()) == expected


@given(
    some.builds(
        Transfer,
        produkt=some.sampled_from(Produkt),
        raum=some.sampled_from([None, *raeume(city())]),
        dialog=some.sampled_from(["", "QD-1"]),
    )
)
def test_every_row_leads_to_its_page_and_the_page_understands_it(transfer: Transfer) -> None:
    found = urlsplit(product_address(transfer, city()))
    assert found.path == PAGES[transfer.produkt]
    assert notices(found.path, dict(parse_qsl(found.query))) == ()


@pytest.mark.parametrize("akte", [akte.id for akte in BESTAND.akten])
def test_every_link_of_the_chain_has_a_page_that_understands_it(akte: str) -> None:
    address = own_address(BESTAND.akte(akte))
    if akte[:2] in ("WS", "QD", "TR"):
        assert address is None
        return
    assert address
    found = urlsplit(address)
    assert notices(found.path, dict(parse_qsl(found.query))) == ()


def test_an_indicator_opens_its_sheet() -> None:
    assert indicator_address("unter_21") == "methodik?indikator=unter_21"


def notices(path: str, params: dict[str, str]) -> tuple[str, ...]:
    """What the page would say about an address."""
    match path:
        case "dialog":
            return dialogauswahl.decode(params, BESTAND, city(), leitbild())[1]
        case "werkstaetten":
            return werkstattauswahl.decode(params, BESTAND, city(), stimmenworte())[1]
        case "holstentor-nord":
            projekt = city().modellprojekt
            assert projekt
            return holstentorauswahl.decode(params, projekt, stimmenworte(), {akte.id for akte in BESTAND.akten})[1]
        case "profil":
            key = GebietKey(params["ebene"], params["gebiet"]) if params else city().oberste.key
            return () if key in city() else (str(key),)
    return ()
