"""Where numbers and voices disagree: the rule asks, and is silent where nothing can be said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sro.auswertung.dialog.fragen import Frageart, questions
from sro.auswertung.holstentor.bedarfsblatt import Bedarfsblatt, Gruppennennung, Indikatorzahl, sheets
from sro.auswertung.holstentor.kette import chain
from sro.auswertung.holstentor.raumvergleich import finest_figure, side_by_side
from sro.auswertung.kennwert import Kennwert, figure
from sro.model.akte import Akte
from sro.model.bedarf import Bedarf
from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator, Polaritaet
from sro.model.stimme import Gruppe
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.places import ROOT
from tests.akten.kettenakten import BROLING, WHEN, kettenakten, voice
from tests.auswertung.werke import A1, GANZ, A, B, C, werk
from tests.beispiele import ANTEIL, DICHTE, seen

FAR_ABOVE, LIKE_THE_REST, FAR_BELOW = 300, 100, 20


def kennwert(count: int | None, polaritaet: Polaritaet = Polaritaet.BELASTUNG) -> Kennwert:
    """A figure of one district of three; the other two have 100 of 1,000 each."""
    indikator = replace(ANTEIL, polaritaet=polaritaet)
    observed = [seen(ANTEIL, A, 2024, count), seen(ANTEIL, B, 2024, 100), seen(ANTEIL, C, 2024, 100)]
    total = [seen(ANTEIL, GANZ, 2024, 200 + (count or 0), 3000)]
    found = figure(werk(observed, total, indikatoren=(indikator,)), indikator, A)
    assert found is not None
    return found


def blatt(zahl: Kennwert | None, *gruppen: Gruppe) -> Bedarfsblatt:
    """A Bedarf that these groups name, linked to one figure."""
    akte = Akte("BN-1", 1, voice(Gruppe.KINDER, "Text", ("spielen",), BROLING, 1), WHEN, "Probe")
    named = tuple(Gruppennennung(one, (akte,) if one in gruppen else (), ()) for one in Gruppe)
    need = Akte("BE-1", 1, Bedarf(titel="Probe", begruendung="Probe"), WHEN, "Probe")
    return Bedarfsblatt(need, named, (Indikatorzahl(zahl.indikator if zahl else ANTEIL, zahl),), ())


TWO = (Gruppe.KINDER, Gruppe.ELTERN)


@pytest.mark.parametrize(
    ("count", "polaritaet", "gruppen", "expected"),
    [
        (LIKE_THE_REST, Polaritaet.BELASTUNG, TWO, [Frageart.STIMMEN_OHNE_BEFUND]),
        (LIKE_THE_REST, Polaritaet.AMBIVALENT, TWO, [Frageart.STIMMEN_OHNE_BEFUND]),
        (LIKE_THE_REST, Polaritaet.BELASTUNG, TWO[:1], []),  # one group alone
        (FAR_ABOVE, Polaritaet.BELASTUNG, TWO, []),  # numbers and voices agree
        (FAR_BELOW, Polaritaet.BELASTUNG, TWO, [Frageart.ZAHL_GUENSTIG]),
        (FAR_ABOVE, Polaritaet.ERWUENSCHT, TWO, [Frageart.ZAHL_GUENSTIG]),
        (FAR_BELOW, Polaritaet.ERWUENSCHT, TWO, []),
        (FAR_BELOW, Polaritaet.AMBIVALENT, TWO, []),  # no side that is wished for
        (None, Polaritaet.BELASTUNG, TWO, []),  # suppressed: nothing can be said
    ],
)
def test_a_need_that_groups_name_beside_its_figure(
    count: int | None, polaritaet: Polaritaet, gruppen: tuple[Gruppe, ...], expected: list[Frageart]
) -> None:
    assert [frage.art for frage in questions([blatt(kennwert(count, polaritaet), *gruppen)], [])] == expected


@pytest.mark.parametrize(
    ("count", "polaritaet", "expected"),
    [
        (FAR_ABOVE, Polaritaet.BELASTUNG, [Frageart.BEFUND_OHNE_STIMMEN]),
        (FAR_BELOW, Polaritaet.ERWUENSCHT, [Frageart.BEFUND_OHNE_STIMMEN]),
        (FAR_ABOVE, Polaritaet.AMBIVALENT, []),
        (LIKE_THE_REST, Polaritaet.BELASTUNG, []),
        (None, Polaritaet.BELASTUNG, []),
    ],
)
def test_a_figure_that_no_need_is_about(count: int | None, polaritaet: Polaritaet, expected: list[Frageart]) -> None:
    assert [frage.art for frage in questions([], [kennwert(count, polaritaet)])] == expected


def test_a_need_about_the_same_theme_is_enough_that_nobody_is_missed() -> None:
    assert questions([blatt(None, Gruppe.KINDER)], [kennwert(FAR_ABOVE)]) == ()


def test_a_figure_is_taken_at_the_level_that_its_indicator_allows() -> None:
    found = werk([seen(ANTEIL, A1, 2024, 50)], [seen(DICHTE, A, 2024, 50)], [seen(DICHTE, GANZ, 2024, 90, 3000)])
    fine, coarse = finest_figure(found, ANTEIL, A1), finest_figure(found, DICHTE, A1)
    assert fine is not None
    assert coarse is not None
    assert (fine.gebiet.key, coarse.gebiet.key) == (A1, A)
    comparison = side_by_side(found, A1)
    assert [gebiet.key for gebiet in comparison.gebiete] == [A1, A, GANZ]
    assert [zeile.indikator.id for zeile in comparison.zeilen] == [ANTEIL.id]
    assert [[one.id for one in level.indikatoren] for level in comparison.reichweiten] == [[ANTEIL.id], [DICHTE.id], []]
    assert [one.id for one in comparison.ohne] == ["unter_18"]


def test_a_sheet_says_which_groups_name_a_need_and_who_contradicts() -> None:
    projekt = city().modellprojekt
    assert projekt is not None
    asked: list[str] = []

    def nothing(indikator: Indikator) -> None:
        asked.append(indikator.id)

    first, _ = sheets(chain(kettenakten(), city(), projekt), catalogue(), nothing)
    assert first.nennende == (Gruppe.KINDER, Gruppe.JUGENDLICHE, Gruppe.ELTERN)
    assert [one.id for one in first.widersprechende] == ["BN-4", "BN-3"]
    assert {one.gruppe: one.nennungen for one in first.nennungen} == {
        Gruppe.KINDER: 12,  # not the five of BN-4, which only contradicts
        Gruppe.JUGENDLICHE: 7,
        Gruppe.ELTERN: None,
        Gruppe.FACHKRAEFTE: None,
    }
    assert [zahl.indikator.id for zahl in first.zahlen] == asked == ["sgb2_unter_18", "hze_ohne_28"]
    assert [one.id for one in first.impulse] == ["IM-1"]


def test_every_kind_of_question_is_explained() -> None:
    _, heading, rest = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").partition("### Frageart\n")
    assert heading
    assert [one for one in Frageart if f"| `{one}` | " not in rest.partition("\n#")[0]] == []


def test_the_projects_area_is_one_of_the_city() -> None:
    projekt = city().modellprojekt
    assert projekt is not None
    assert projekt.gebiet == GebietKey("stadtbezirk", "04")
    assert city().gebiet(projekt.gebiet).name == "Holstentor-Nord"
