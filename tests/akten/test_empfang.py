"""Who may receive what: a row whose product may not go to its audience is refused, with the remedy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sro.akten.empfang import may_receive
from sro.akten.maengel import maengel
from sro.model.akte import Freigabe, Inhalt
from sro.model.transfer import Produkt, Versand, Zielgruppe
from sro.reference.vokabular import known
from tests.akten.transferakten import day, row, transferakten, zeilen

OPEN_ALONE = {Zielgruppe.JHA, Zielgruppe.JUNGE_MENSCHEN, Zielgruppe.OEFFENTLICHKEIT}


@pytest.mark.parametrize("zielgruppe", list(Zielgruppe))
def test_each_audience_gets_what_is_released_for_it(zielgruppe: Zielgruppe) -> None:
    assert not may_receive(zielgruppe, Freigabe.INTERN)
    assert may_receive(zielgruppe, Freigabe.FACHKREIS) is (zielgruppe not in OPEN_ALONE)
    assert may_receive(zielgruppe, Freigabe.OEFFENTLICH)


def told(inhalt: Inhalt) -> list[tuple[str, str]]:
    return [(one.feld, one.satz) for one in maengel(inhalt, transferakten(), known)]


def test_a_product_for_professionals_does_not_go_to_the_public() -> None:
    [(feld, satz)] = told(row(Produkt.UEBERGABELISTE, Zielgruppe.OEFFENTLICHKEIT, schutz=Freigabe.FACHKREIS))
    assert feld == "schutz"
    assert "„Übergabeliste“ mit der Schutzstufe „fachkreis“" in satz
    assert "Öffentlichkeit braucht mindestens „öffentlich“" in satz
    assert told(row(Produkt.UEBERGABELISTE, Zielgruppe.AEMTER, schutz=Freigabe.FACHKREIS)) == []


def test_a_row_is_no_more_open_than_its_dialogue() -> None:
    open_row = row(Produkt.PROTOKOLL, Zielgruppe.AG_78, dialog="QD-2", schutz=Freigabe.OEFFENTLICH)
    [(feld, satz)] = told(open_row)
    assert feld == "schutz"
    assert "QD-2 ist mit „fachkreis“ enger freigegeben" in satz
    assert told(replace(open_row, schutz=Freigabe.FACHKREIS)) == []
    assert told(replace(open_row, dialog="QD-1")) == []


def test_nothing_comes_back_before_it_went_out() -> None:
    sent = Versand(transfer="TR-1", an="AG 78", am=day("2026-03-02"), rueckmeldung_am=day("2026-03-01"))
    assert [feld for feld, _ in told(sent)] == ["rueckmeldung_am"]
    assert told(replace(sent, rueckmeldung_am=sent.am)) == []


def test_the_rows_of_these_tests_could_be_saved() -> None:
    assert [told(one) for one in zeilen().values()] == [[]] * len(zeilen())
