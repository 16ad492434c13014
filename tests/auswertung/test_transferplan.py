"""The plan of transfer: days that somebody decided, days that follow from the rhythm, and what is urgent first."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sro.auswertung.transfer.plan import Terminstand, balance, matrix, next_term, plan, proposed
from sro.model.transfer import Produkt, Rhythmus, Transfer, Zielgruppe
from sro.reference.city import city
from tests.akten.transferakten import HEUTE, day, transferakten

DAYS = some.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))
ROWS = {zeile.akte.id: zeile for zeile in plan(transferakten(), city(), HEUTE)}


def test_the_urgent_come_first_and_each_says_why() -> None:
    assert [(name, zeile.stand, zeile.termin.tag, zeile.termin.vorschlag) for name, zeile in ROWS.items()] == [
        ("TR-1", Terminstand.UEBERFAELLIG, day("2026-11-05"), False),
        ("TR-2", Terminstand.BALD, day("2026-12-01"), True),
        ("TR-4", Terminstand.BALD, day("2026-12-10"), True),
        ("TR-3", Terminstand.GEPLANT, day("2027-01-20"), False),
        ("TR-6", Terminstand.OHNE_TERMIN, None, True),
        ("TR-5", Terminstand.ERLEDIGT, None, True),
    ]


def test_what_went_out_stands_newest_first() -> None:
    assert [akte.id for akte in ROWS["TR-2"].versand] == ["VS-1", "VS-4"]
    assert ROWS["TR-1"].zuletzt is None


def test_the_balance_looks_back_one_year() -> None:
    found = balance(ROWS.values(), HEUTE)  # VS-3 is older than a year
    assert (found.ueberfaellig, found.bald, found.versandt, found.mit_rueckmeldung) == (1, 2, 3, 2)


@pytest.mark.parametrize(
    ("rhythmus", "zuletzt", "expected"),
    [
        (Rhythmus.VIERTELJAEHRLICH, "2026-11-30", "2027-02-28"),
        (Rhythmus.HALBJAEHRLICH, "2026-08-31", "2027-02-28"),
        (Rhythmus.JAEHRLICH, "2024-02-29", "2025-02-28"),
        (Rhythmus.EINMALIG, "2026-01-01", None),
        (Rhythmus.NACH_DIALOG, "2026-03-01", "2026-03-02"),
        (Rhythmus.NACH_DIALOG, "2026-03-02", "2026-12-10"),
        (Rhythmus.NACH_DIALOG, "2026-12-10", None),
    ],
)
def test_the_rhythm_proposes_the_next_day(rhythmus: Rhythmus, zuletzt: str, expected: str | None) -> None:
    dialogues = [day("2026-12-10"), day("2026-03-02")]
    assert proposed(Transfer(rhythmus=rhythmus), day(zuletzt), dialogues) == (day(expected) if expected else None)


def test_before_anything_went_out_only_a_dialogue_says_when() -> None:
    assert [proposed(Transfer(rhythmus=one), None, [HEUTE]) for one in Rhythmus] == [None, HEUTE, None, None, None]


@given(some.sampled_from(Rhythmus), DAYS | some.none(), DAYS | some.none(), some.lists(DAYS, max_size=4))
def test_what_is_next_is_after_what_went_out_and_what_people_decided_counts_until_then(
    rhythmus: Rhythmus, faellig: dt.date | None, zuletzt: dt.date | None, dialoge: list[dt.date]
) -> None:
    found = next_term(Transfer(rhythmus=rhythmus, faellig=faellig), zuletzt, dialoge)
    if found.tag and zuletzt:
        assert found.tag > zuletzt
    if faellig and (zuletzt is None or zuletzt < faellig):
        assert (found.tag, found.vorschlag) == (faellig, False)
    else:
        assert found.vorschlag


def test_the_matrix_has_every_field_also_the_empty_ones() -> None:
    cells = matrix(ROWS.values())
    assert len(cells) == len(Produkt) * len(Zielgruppe)
    assert [zeile.akte.id for zeile in cells[Produkt.PROFIL, Zielgruppe.STADTTEILGREMIEN]] == ["TR-3"]
    assert cells[Produkt.OFFENE_DATEN, Zielgruppe.OEFFENTLICHKEIT] == ()
    assert sum(map(len, cells.values())) == len(ROWS)
