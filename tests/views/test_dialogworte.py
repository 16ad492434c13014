"""Words of a dialogue: reasons, lists, the stamp. What people wrote is shown as text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sro.auswertung.dialog.ablauf import agenda
from sro.auswertung.dialog.blatt import dialogblatt
from sro.auswertung.dialog.entwurf import draft
from sro.auswertung.dialog.liste import listed
from sro.auswertung.dialog.vorschlag import candidates
from sro.model.akte import Akte
from sro.model.dialog import Dialog, Dialogstand
from sro.views.dialog.entwurf import html_draft
from sro.views.dialog.kopf import html_head, newer
from sro.views.dialog.liste import agreed, html_list, html_next
from sro.views.dialog.plan import html_agenda, html_needs, html_review, html_statements
from sro.views.dialog.vorschlag import how_many, reason
from sro.views.dialog.worte import about, stamp, when, whole_span
from tests.akten.beispielakten import HOSTILE
from tests.auswertung.dialogakten import HEUTE, bestand
from tests.auswertung.test_dialogvorschlag import HIGH, LEVEL, RISING, WISHED, around, made
from tests.auswertung.werke import GANZ, KLEINSTADT, A, werk
from tests.beispiele import ANTEIL

DAY = dt.date(2026, 12, 1)
ALLE, WERK = bestand(), werk()


@pytest.mark.parametrize(
    ("indikator", "own", "spoken"),
    [
        (ANTEIL, HIGH, "45,0 % (95 %: 41,9 bis 48,1) und damit über der übrigen Stadt (30,0)"),
        (ANTEIL, RISING, "Zuletzt 33,6 %. Von 2015 bis 2024 ist der Anteil gestiegen, mehr als der Zufall erwarten"),
        (WISHED, LEVEL, "Von 2022 bis 2024 nie unter dem Wert der Stadt, zuletzt 30,0 % gegenüber 30,0."),
    ],
)
def test_each_reason_is_a_sentence_that_names_the_figure(indikator, own: list[float], spoken: str) -> None:
    found = candidates(made(around(indikator, own), indikatoren=(indikator,)), A)
    assert spoken in reason(found[0]).replace("\u00a0", " ")


def test_a_field_of_work_says_in_how_many_areas_it_stands_out() -> None:
    found = candidates(made(around(ANTEIL, HIGH), indikatoren=(ANTEIL,)), GANZ, "Soziale Lage")
    assert reason(found[0]) == "3 Gebiete weichen auffällig von der übrigen Stadt ab."


def test_five_to_seven_need_no_word_all_else_has_its_remedy() -> None:
    assert [how_many(n) for n in (5, 6, 7)] == ["", "", ""]
    assert how_many(0).startswith("Noch kein Indikator; bitte noch 5 weitere wählen")
    assert how_many(4) == "4 Indikatoren; bitte noch einen weiteren wählen, damit ein Bild entsteht (5 bis 7)."
    assert how_many(9) == "9 Indikatoren sind zu viele für einen Termin; bitte 2 abwählen (5 bis 7)."


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "heute"), (1, "morgen"), (-1, "gestern"), (16, "in 16 Tagen"), (61, "in 61 Tagen"), (-376, "vor 12 Monaten")],
)
def test_how_far_off_a_day_is(days: int, words: str) -> None:
    assert when(HEUTE + dt.timedelta(days), HEUTE) == words


def test_a_dialogue_is_about_an_area_or_a_theme_in_the_whole_city() -> None:
    assert about(Dialog(raum=A), KLEINSTADT) == "Altdorf"
    assert about(Dialog(thema="Kita"), KLEINSTADT) == "Kita, Kleinstadt"


def test_the_whole_time_is_said_as_far_as_it_is_known() -> None:
    assert whole_span(agenda(Dialog(beginn="9:30"))) == "09:30–11:45 Uhr"
    assert whole_span(agenda(Dialog())) == "135 Minuten"
    assert whole_span(()) == ""


def test_the_head_carries_the_stamp_and_the_notice_names_both_numbers() -> None:
    blatt = dialogblatt(ALLE.akte("QD-4"), ALLE, WERK)  # type: ignore[arg-type]
    assert stamp(WERK.datenstand) == "Datenstand 7 vom 01.03.2025 „Synthetisch“"
    assert stamp(WERK.datenstand) in html_head(blatt, "dialog", "")
    assert 'href="dialog?bild=1"' in html_head(blatt, "dialog", "dialog?bild=1")
    assert newer(blatt, WERK.datenstand) == ""
    other = replace(WERK.datenstand, id=8)
    assert "Datenstand 8 vom 01.03.2025" in newer(blatt, other)
    assert newer(blatt, other).endswith("Dieser Dialog bleibt bei Datenstand 7, solange Sie nicht wechseln.")
    begun = bestand(QD_4=replace(blatt.dialog, stand=Dialogstand.LAEUFT))
    assert newer(dialogblatt(begun.akte("QD-4"), begun, WERK), other).endswith("weil er schon begonnen hat.")  # type: ignore[arg-type]


def test_lines_say_what_became_of_what_was_agreed() -> None:
    said = {one.akte.id: agreed(one) for one in listed(ALLE, HEUTE)}
    assert said == {
        "QD-4": "",
        "QD-2": "2 Vereinbarungen: 1 offen",
        "QD-3": "1 Vereinbarung: 1 offen",
        "QD-1": "2 Vereinbarungen: 1 offen, 1 überfällig",
    }


def test_what_people_wrote_is_text_everywhere() -> None:
    dialog = Dialog(titel=HOSTILE, ort=HOSTILE, raum=A, datum=DAY, datenstand=7)
    hostile = bestand(
        QD_5=dialog,
        AU_7=replace(ALLE.akte("AU-1").inhalt, wortlaut=HOSTILE),
        BE_3=replace(ALLE.akte("BE-1").inhalt, titel=HOSTILE),
        VB_6=replace(ALLE.akte("VB-4").inhalt, text=HOSTILE, verantwortlich=HOSTILE),
    )
    full = replace(dialog, aussagen=("AU-7",), bedarfe=("BE-3",), rueckblick=("VB-6",))
    blatt = dialogblatt(Akte("QD-5", 1, full, hostile.akte("QD-5").zeitpunkt, "Probe"), hostile, WERK)
    entwurf = draft(hostile, WERK, (), raum=A, thema="", datum=DAY, rollen=())
    found = listed(hostile, HEUTE)
    pieces = [
        html_next(found[1], KLEINSTADT, HEUTE, lambda akte: akte),
        html_list(found, KLEINSTADT, HEUTE, lambda akte: akte),
        html_head(blatt, "dialog", ""),
        html_agenda(blatt.programm),
        html_statements(blatt.aussagen, blatt),
        html_needs(blatt.bedarfe, KLEINSTADT),
        html_review(blatt.rueckblick, HEUTE),
        html_draft(replace(entwurf, titel=HOSTILE, rueckblick=("VB-6",)), (), WERK.datenstand, hostile, KLEINSTADT),
    ]
    assert sum("&lt;img" in piece for piece in pieces) == 7  # all but the agenda
    assert not [piece for piece in pieces if "<img" in piece or 'onerror="' in piece]
