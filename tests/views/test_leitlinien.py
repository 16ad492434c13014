"""Leitlinien as HTML: state, milestones, evidence and history in words, whatever people typed shown as text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sro.akten.bestand import Bestand
from sro.auswertung.leitlinien.belege import Bezugsblatt, sheet
from sro.model.akte import Akte, Inhalt
from sro.model.bedarf import Bedarf
from sro.model.fortschritt import Fortschritt, Meilenstein, Reife
from sro.model.impuls import Impuls, Umsetzung
from sro.model.leitbild import Bezug
from sro.reference.catalogue import catalogue
from sro.reference.leitbild import leitbild
from sro.views.leitlinien.blatt import html_evidence, html_history, html_milestones, html_sheet, html_state
from sro.views.leitlinien.leitbild import html_question
from sro.views.leitlinien.liste import html_inside, html_list, html_summary

HOSTILE = '<img src=x onerror="window.getroffen=1"> [x](javascript:1)'
WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
HEUTE = dt.date(2026, 11, 24)
STAND = Fortschritt(bezug="L2", reife=Reife.IN_ARBEIT, text="Läuft.", durch="AG 78", am=dt.date(2026, 6, 18))
IMPULS = Impuls(
    titel="Wegeplan", bedarfe=("BE-1",), leitlinien=("L2",), umsetzung=Umsetzung.VEREINBART, frist=dt.date(2027, 6, 30)
)


def bestand(*inhalte: Inhalt) -> Bestand:
    letters = {Fortschritt: "FO", Meilenstein: "MS", Impuls: "IM", Bedarf: "BE"}
    return Bestand(1, tuple(akte(f"{letters[type(one)]}-{n}", one) for n, one in enumerate(inhalte, 1)))


def akte(akte_id: str, inhalt: Inhalt) -> Akte[Inhalt]:
    return Akte(akte_id, 1, inhalt, WHEN, "Erika Probe")


def blatt(*inhalte: Inhalt) -> Bezugsblatt:
    return sheet(bestand(*inhalte), "L2")


def evidence(shown: Bezugsblatt) -> str:
    return html_evidence(
        shown, catalogue(), lambda one: f"seite?element={one.id}", lambda art: f"seite?art={art.kuerzel}"
    )


def bezug(bezug_id: str) -> Bezug:
    return next(one for one in leitbild().bezuege if one.id == bezug_id)


def test_the_state_says_how_far_who_and_when_and_that_it_is_made_up() -> None:
    html = html_state(blatt(replace(STAND, synthetisch=True)))
    assert "in Arbeit" in html
    assert "Eingeschätzt: AG 78, 18.06.2026" in html
    assert html.count("voll") == 2
    assert "synthetisch" in html
    assert "synthetisch" not in html_state(blatt(STAND))
    assert "Noch nicht eingeschätzt" in html_state(blatt())


@pytest.mark.parametrize(
    ("geplant", "erreicht", "sentence", "css"),
    [
        (dt.date(2026, 6, 30), None, "überfällig, geplant bis 30.06.2026", "ueberfaellig"),
        (dt.date(2026, 6, 30), dt.date(2026, 7, 9), "erreicht am 09.07.2026, geplant bis 30.06.2026", "erreicht"),
        (dt.date(2026, 6, 30), dt.date(2026, 6, 30), ">erreicht am 30.06.2026<", "erreicht"),
        (dt.date(2027, 2, 28), None, ">geplant bis 28.02.2027<", "geplant"),
        (None, None, "ohne Termin", "ohne-termin"),
    ],
)
def test_a_milestone_says_in_words_how_it_stands(
    geplant: dt.date | None, erreicht: dt.date | None, sentence: str, css: str
) -> None:
    stone = Meilenstein(bezug="L2", titel="Dialog", geplant=geplant, erreicht=erreicht)
    html = html_milestones(blatt(stone).meilensteine, HEUTE)
    assert sentence in html
    assert f'<li class="{css}">' in html


def test_a_single_made_up_milestone_among_real_ones_has_the_mark_itself() -> None:
    made_up = Meilenstein(bezug="L2", titel="Erfunden", synthetisch=True)
    mixed = html_milestones(blatt(made_up, Meilenstein(bezug="L2", titel="Echt")).meilensteine, HEUTE)
    assert '<b>Erfunden</b> <b class="sro-synthetisch">' in mixed
    assert mixed.count("sro-synthetisch") == 1
    alone = html_milestones(blatt(made_up).meilensteine, HEUTE)
    assert 'Meilensteine <b class="sro-synthetisch">' in alone
    assert alone.count("sro-synthetisch") == 1


def test_evidence_is_counted_and_linked_and_missing_evidence_is_said() -> None:
    html = evidence(blatt(IMPULS, Bedarf(titel="Anderer")))
    assert '<a target="_self" href="seite?art=IM"><b>1</b> Impuls</a>' in html
    assert '<a target="_self" href="seite?element=IM-1">Wegeplan</a>' in html
    assert "Impuls · vereinbart · Frist 30.06.2027" in html
    assert "Anderer" not in html
    assert "Noch kein Beleg" not in html
    assert "Noch kein Beleg" in evidence(blatt(STAND))


def test_indicators_behind_it_lead_to_the_map() -> None:
    records = Bestand(1, (akte("BE-1", Bedarf(titel="Räume", indikatoren=("unter_21",))), akte("IM-1", IMPULS)))
    html = evidence(sheet(records, "L2"))
    assert 'href="karte?indikator=unter_21"' in html
    assert catalogue()["unter_21"].kurzname in html
    assert "<b>1</b> Indikator<" in html


def test_the_history_leaves_out_the_present_one_and_names_only_where_asked() -> None:
    older = replace(STAND, reife=Reife.BEGONNEN, am=dt.date(2025, 1, 1))
    versions = (akte("FO-1", STAND), akte("FO-1", older))
    with_names = html_history(versions, namen=True)  # type: ignore[arg-type]
    assert "18.06.2026" not in with_names
    assert "01.01.2025" in with_names
    assert "Erika Probe" in with_names
    assert "Erika Probe" not in html_history(versions, namen=False)  # type: ignore[arg-type]
    assert html_history(versions[:1], namen=True) == ""  # type: ignore[arg-type]


def test_the_list_has_all_marks_the_open_one_and_shows_what_is_empty() -> None:
    records = bestand(STAND, IMPULS, Meilenstein(bezug="L2", titel="Spät", geplant=dt.date(2026, 1, 1)))
    sheets = {one.id: sheet(records, one.id) for one in leitbild().bezuege}
    html = html_list(leitbild(), sheets, "L2", lambda one: f"leitlinien?bezug={one}", HEUTE)
    assert html.count("<li") == 14
    assert html.count('aria-current="true"') == 1
    assert "in Arbeit · 1 Beleg" in html
    assert html.count("Noch kein Beleg") == 13
    assert "1 überfällig" in html
    summary = html_summary(sheets, HEUTE)
    assert "<b>1</b>in Arbeit" in summary
    assert "<b>13</b>noch nicht eingeschätzt" in summary
    assert "<b>1</b>Meilenstein überfällig" in summary


def test_what_people_typed_is_text() -> None:
    stone = Meilenstein(bezug="L2", titel=HOSTILE, text=HOSTILE, beleg=HOSTILE)
    told = replace(STAND, text=HOSTILE, durch=HOSTILE)
    shown = blatt(told, stone, replace(IMPULS, titel=HOSTILE))
    versions = (akte("FO-1", told), replace(akte("FO-1", replace(told, reife=Reife.OFFEN)), wer=HOSTILE))
    parts = [html_state(shown), html_milestones(shown.meilensteine, HEUTE), evidence(shown)]
    parts.append(html_history(versions, namen=True))  # type: ignore[arg-type]
    html = html_sheet(bezug("L2"), html_inside(f"leitlinien?bezug={HOSTILE}", "zurück"), parts)
    assert "<img" not in html
    assert html.count("&lt;img") >= 8


@pytest.mark.parametrize(
    ("bezug_id", "word", "link"),
    [("L2", "Leitlinie 2", ""), ("BS4", "Baustein 4", ""), ("holstentor-nord", "Projekt", 'href="holstentor-nord"')],
)
def test_the_sheet_says_what_it_is_about(bezug_id: str, word: str, link: str) -> None:
    html = html_sheet(bezug(bezug_id), "", ())
    assert word in html
    assert link in html


def test_the_question_leads_to_the_leitlinien_where_asked() -> None:
    assert 'href="leitlinien"' in html_question(leitbild(), weg="leitlinien")
    assert "href" not in html_question(leitbild())
