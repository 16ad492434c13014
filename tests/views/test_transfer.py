"""Plan, matrix and evidence chain as HTML: what people wrote is text, what is empty says so, links lead on."""

from __future__ import annotations

import html
import re
from dataclasses import fields, replace

import pytest

from sro.akten.bestand import Bestand
from sro.auswertung.transfer.belegkette import evidence_chain
from sro.auswertung.transfer.plan import matrix, plan
from sro.model.akte import Akte, Inhalt
from sro.model.transfer import Produkt, Transfer
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.views.transfer.belege import Belegbild, html_evidence
from sro.views.transfer.belegliste import html_agreements, overview
from sro.views.transfer.blatt import html_row_sheet
from sro.views.transfer.matrix import gaps, html_matrix
from sro.views.transfer.tafel import html_plan
from tests.akten.akteninhalte import HOSTILE
from tests.akten.transferakten import HEUTE, transferakten

ALLE = transferakten()


def weg(**changes: object) -> str:
    return "transfer?" + "&".join(f"{name}={value}" for name, value in changes.items())


def produktweg(transfer: Transfer) -> str:
    return f"hin/{transfer.produkt.name}"


def bild(start: str, bestand: Bestand = ALLE) -> Belegbild:
    chain = evidence_chain(bestand, start)
    return Belegbild(chain, bestand, catalogue(), city(), weg, lambda one: f"seite/{one}")


def text(markup: str) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup))).replace("\xa0", " ")


def everything(bestand: Bestand) -> str:
    """All that these views draw of a Bestand."""
    rows = plan(bestand, city(), HEUTE)
    sheets = (html_row_sheet(zeile, bestand, city(), HEUTE, weg, produktweg) for zeile in rows)
    starts = ("unter_21", *(akte.id for akte in bestand.akten if akte.id[:2] not in ("WS", "QD", "TR")))
    chains = (html_evidence(bild(one, bestand)) for one in starts)
    table = html_plan(rows, bestand, city(), HEUTE, weg, produktweg)
    return "".join(
        [table, *sheets, html_matrix(matrix(rows), HEUTE, weg), *chains, html_agreements(bestand, catalogue(), weg)]
    )


def spoiled(akte: Akte[Inhalt], evil: str) -> Akte[Inhalt]:
    """The record with the same text in every field that people write."""
    own = {one.name: evil for one in fields(akte.inhalt) if type(getattr(akte.inhalt, one.name)) is str}
    kept = {name for name in own if name in ("dialog", "transfer", "werkstatt")}
    return replace(akte, inhalt=replace(akte.inhalt, **{name: said for name, said in own.items() if name not in kept}))


@pytest.mark.parametrize("evil", HOSTILE)
def test_what_people_wrote_is_text(evil: str) -> None:
    drawn = everything(Bestand(1, tuple(spoiled(akte, evil) for akte in ALLE.akten)))
    assert html.escape(evil) in drawn
    assert "<img" not in drawn


def test_the_plan_says_what_is_due_and_opens_the_product() -> None:
    drawn = html_plan(plan(ALLE, city(), HEUTE), ALLE, city(), HEUTE, weg, produktweg)
    said = text(drawn)
    assert "überfällig 05.11.2026 seit 19 Tagen" in said
    assert "in 7 Tagen 01.12.2026 Vorschlag" in said
    assert "erledigt" in said
    assert '<a target="_self" href="hin/BRETT">Stand der Vereinbarungen</a>' in drawn
    assert 'href="transfer?zeile=TR-1"' in drawn
    assert "20.03.2026: Bitte &lt;b&gt;kürzer&lt;/b&gt;." in drawn
    assert "synthetisch" not in drawn  # the page's heading says it of all of them


def test_synthetic_rows_are_marked_where_not_all_are() -> None:
    first = ALLE.akte("TR-1")
    mixed = Bestand(1, (replace(first, inhalt=replace(first.inhalt, synthetisch=False)), ALLE.akte("TR-3")))
    drawn = html_plan(plan(mixed, city(), HEUTE), mixed, city(), HEUTE, weg, produktweg)
    assert drawn.count("sro-synthetisch") == 1


def test_the_matrix_shows_what_nobody_gets() -> None:
    cells = matrix(plan(ALLE, city(), HEUTE))
    drawn = html_matrix(cells, HEUTE, weg)
    assert drawn.count('class="leer"') == 63 - 6
    assert "zuletzt 01.06.2026" in drawn
    assert drawn.count("noch nie hinaus") == 3
    assert "6 von 63 Feldern" in gaps(cells)
    assert Produkt.OFFENE_DATEN in gaps(cells)
    assert "Noch ganz ohne Produkt: Junge Menschen, Öffentlichkeit." in gaps(cells)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("unter_21", "1 Vereinbarung beruht darauf (1 in Arbeit); sie ist schon berichtet."),
        ("AU-2", "1 Vereinbarung beruht darauf (1 vereinbart); noch nicht berichtet."),
        ("BE-2", "Darauf beruht noch keine Vereinbarung."),
        ("VB-2", "Noch nicht berichtet. Beruht unmittelbar auf 1 Beleg."),
        ("VB-1", "Berichtet in 1 Sendung. Beruht unmittelbar auf 2 Belegen."),
        ("VS-2", "Berichtet wurde 1 Vereinbarung (1 in Arbeit)."),
        ("VS-1", "Berichtet wurden 0 Vereinbarungen."),
    ],
)
def test_a_chain_says_first_what_it_comes_to(start: str, expected: str) -> None:
    assert expected in text(html_evidence(bild(start)))


def test_a_chain_names_at_each_element_what_it_rests_on() -> None:
    drawn = html_evidence(bild("BE-1"))
    said = text(drawn)
    assert "beruht auf „Kinder im SGB II“, BN-1" in said
    assert "antwortet auf BE-1" in said
    assert "berichtet VB-1" in said
    assert "BE-2" not in said  # the other Bedarf of IM-1 hangs on neither side of BE-1
    assert 'href="transfer?von=VB-1"' in drawn
    assert 'href="seite/BE-1"' in drawn


def test_what_leads_nowhere_says_so() -> None:
    said = text(html_evidence(bild("BE-2")))
    assert "Vereinbarungen 0 noch keine Vereinbarung" in said
    assert "Berichtet 0 noch nicht berichtet" in said
    listed = text(html_agreements(ALLE, catalogue(), weg))
    assert listed.index("Zwei Lampen.") < listed.index("Der Treff öffnet abends.")  # not reported comes first
    assert "1 Bedarf noch ohne Vereinbarung BE-2 Wege" in listed
    assert overview(ALLE) == "2\xa0Vereinbarungen: 1 vereinbart, 1 in Arbeit. 1 davon berichtet."


def test_an_internal_note_is_shown_to_nobody() -> None:
    said = ALLE.akte("AU-1")
    noted = replace(said, inhalt=replace(said.inhalt, wortlaut="", wortlaut_intern="Geheimes"))
    bestand = Bestand(1, tuple(noted if akte.id == "AU-1" else akte for akte in ALLE.akten))
    drawn = html_evidence(bild("AU-1", bestand))
    assert "Geheimes" not in drawn
    assert "ohne öffentliche Fassung" in drawn
