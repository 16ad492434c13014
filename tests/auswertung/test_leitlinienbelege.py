"""What shows a Leitlinie: the records that name it, all that these rest on, and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sro.akten.bestand import Bestand
from sro.auswertung.leitlinien.belege import Lage, assessments, lage, overdue, sheet
from sro.model.akte import Akte, Inhalt
from sro.model.aktenart import art_of
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.fortschritt import Fortschritt, Meilenstein, Reife
from sro.model.impuls import Impuls
from sro.model.werkstatt import Werkstatt

WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
HEUTE = dt.date(2026, 11, 24)
INHALTE: dict[str, Inhalt] = {
    "WS-1": Werkstatt(titel="Werkstatt"),
    "AU-1": Aussage(werkstatt="WS-1", wortlaut="Mehr Licht."),
    "AU-2": Aussage(werkstatt="WS-1", wortlaut="Mehr Bänke."),
    "BN-1": Beduerfnis(text="Licht", aussagen=("AU-1",)),
    "BN-2": Beduerfnis(text="Raum"),
    "BE-1": Bedarf(titel="Sichere Wege", beduerfnisse=("BN-1",), indikatoren=("spielflaeche", "unter_21")),
    "BE-2": Bedarf(titel="Räume", beduerfnisse=("BN-1", "BN-2"), indikatoren=("unter_21",)),
    "IM-1": Impuls(titel="Wegeplan", bedarfe=("BE-1", "BE-2"), leitlinien=("L2", "L3"), bausteine=("BS3",)),
    "IM-2": Impuls(titel="Fortbildung", bedarfe=("BE-2",), leitlinien=("L1",)),
    "FO-1": Fortschritt(bezug="L2", reife=Reife.BEGONNEN, am=dt.date(2025, 1, 1)),
    "FO-2": Fortschritt(bezug="L2", reife=Reife.IN_ARBEIT, am=dt.date(2026, 1, 1)),
    "MS-1": Meilenstein(bezug="L2", titel="später", geplant=dt.date(2027, 1, 1)),
    "MS-2": Meilenstein(bezug="L2", titel="früher", geplant=dt.date(2026, 1, 1), erreicht=dt.date(2025, 12, 1)),
    "MS-3": Meilenstein(bezug="L2", titel="irgendwann"),
    "MS-4": Meilenstein(bezug="BS1", titel="anderswo", geplant=dt.date(2026, 1, 1)),
}


def akte(akte_id: str, inhalt: Inhalt) -> Akte[Inhalt]:
    return Akte(akte_id, 1, inhalt, WHEN, "Probe")


BESTAND = Bestand(1, tuple(akte(name, inhalt) for name, inhalt in INHALTE.items()))


def test_evidence_is_what_names_it_and_all_behind_that() -> None:
    blatt = sheet(BESTAND, "L2")
    assert [(beleg.akte.id, [one.id for one in beleg.dahinter]) for beleg in blatt.belege] == [
        ("IM-1", ["BE-1", "BE-2"])
    ]
    assert [one.id for one in blatt.akten] == ["IM-1", "BE-1", "BE-2", "BN-1", "BN-2", "AU-1", "WS-1"]
    assert blatt.indikatoren == ("spielflaeche", "unter_21")
    counts = {art.klasse: count for art, count in blatt.by_kind()}
    assert counts == {Impuls: 1, Bedarf: 2, Beduerfnis: 2, Aussage: 1, Werkstatt: 1}


def test_a_baustein_has_its_evidence_too_and_what_nobody_names_has_none() -> None:
    assert [beleg.akte.id for beleg in sheet(BESTAND, "BS3").belege] == ["IM-1"]
    empty = sheet(BESTAND, "L6")
    assert (empty.belegt, empty.stand, empty.meilensteine, empty.indikatoren) == (False, None, (), ())


def test_what_is_not_shown_to_a_role_is_no_evidence() -> None:
    hidden = Bestand(1, tuple(one for one in BESTAND.akten if one.id not in ("BE-1", "AU-1")))
    assert [one.id for one in sheet(hidden, "L2").akten] == ["IM-1", "BE-2", "BN-1", "BN-2"]


def test_a_project_has_all_records_of_its_kinds_and_the_delivered_indicators() -> None:
    blatt = sheet(BESTAND, "stadtteilwerkstaetten", (art_of(Werkstatt), art_of(Aussage)))
    assert [(art.klasse, count) for art, count in blatt.by_kind()] == [(Werkstatt, 1), (Aussage, 2)]
    assert sheet(BESTAND, "x", geliefert=("unter_21",)).indikatoren == ("unter_21",)
    assert sheet(BESTAND, "x", geliefert=("unter_21",)).belegt


def test_the_newest_assessment_counts_and_milestones_stand_in_the_order_of_their_days() -> None:
    blatt = sheet(BESTAND, "L2")
    assert blatt.stand is not None
    assert blatt.stand.id == "FO-2"
    assert [one.id for one in blatt.meilensteine] == ["MS-2", "MS-1", "MS-3"]


@pytest.mark.parametrize(
    ("geplant", "erreicht", "erwartet"),
    [
        (dt.date(2026, 11, 23), None, Lage.UEBERFAELLIG),
        (HEUTE, None, Lage.GEPLANT),
        (dt.date(2026, 11, 23), HEUTE, Lage.ERREICHT),
        (None, dt.date(2020, 1, 1), Lage.ERREICHT),
        (dt.date(2027, 1, 1), dt.date(2027, 1, 1), Lage.GEPLANT),
        (None, None, Lage.OHNE_TERMIN),
    ],
)
def test_how_a_milestone_stands(geplant: dt.date | None, erreicht: dt.date | None, erwartet: Lage) -> None:
    assert lage(Meilenstein(geplant=geplant, erreicht=erreicht), HEUTE) is erwartet


def test_overdue_milestones_are_counted() -> None:
    assert overdue([sheet(BESTAND, "L2"), sheet(BESTAND, "BS1")], HEUTE) == 1


def test_versions_that_assess_nothing_anew_are_left_out_of_the_history() -> None:
    first = Fortschritt(bezug="L1", reife=Reife.BEGONNEN, text="Es geht los.")
    second = replace(first, synthetisch=True)
    third = replace(second, reife=Reife.VERANKERT)
    versions = [Akte("FO-1", number, inhalt, WHEN, "P") for number, inhalt in ((3, third), (2, second), (1, first))]
    assert [one.fassung for one in assessments(versions)] == [3, 1]
