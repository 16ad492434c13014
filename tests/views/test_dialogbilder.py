"""The screens of a presentation: their order, what stands on them, states in words, no HTML of others."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.akten.bestand import Bestand
from sro.auswertung.brett.brett import rueckblick
from sro.auswertung.dialog.ablauf import Abschnitt
from sro.auswertung.dialog.blatt import Dialogblatt, dialogblatt
from sro.auswertung.kennwert import Kennwert, figure
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.akte import Freigabe
from sro.model.aussage import Aussage, Valenz
from sro.model.dialog import Dialog
from sro.model.transfer import Produkt, Transfer, Zielgruppe
from sro.model.vereinbarung import Vereinbarung
from sro.model.wert import Status
from sro.views import words
from sro.views.dialog.bild import Bild, brief, html_screens
from sro.views.dialog.bild_karte import html_map
from sro.views.dialog.bild_verlauf import html_course, svg_course
from sro.views.dialog.bild_zahl import STATE, html_figure, rows
from sro.views.dialog.bilder import Vorfuehrung, asked, other_areas, screens
from sro.views.dialog.fragen import NOTHING
from sro.views.quelle import datenstand_label
from tests.akten.beispielakten import HOSTILE
from tests.auswertung.dialogakten import HEUTE, bestand
from tests.auswertung.werke import GANZ, A, B, C, werk
from tests.beispiele import ANTEIL, DICHTE, seen, years

NUMBERS = werk(
    years(ANTEIL, A, [150, 160, 170]),
    years(ANTEIL, B, [100, 90, 80]),
    years(ANTEIL, C, [None, None, None]),
    years(ANTEIL, GANZ, [300, 310, 320], 3000),
)
GRENZEN: dict[str, Any] = {
    "quelle": "Erfundene Grenzen",
    "features": [
        {
            "properties": {"id": f"0{n}"},
            "geometry": {"type": "Polygon", "coordinates": [[[n, 0], [n + 1, 0], [n + 1, 1], [n, 1], [n, 0]]]},
        }
        for n in (1, 2, 3)
    ],
}


def blatt(akten: Bestand | None = None, zahlen: Zahlenwerk = NUMBERS, **changes: Any) -> Dialogblatt:
    akten = akten or bestand()
    akte = next(one for one in akten.von(Dialog) if one.id == "QD-4")
    return dialogblatt(replace(akte, inhalt=replace(akte.inhalt, **changes)), akten, zahlen)


def shown(sheet: Dialogblatt, mitschrift: bool = False) -> tuple[Bild, ...]:
    cards = rueckblick(sheet.akte, sheet.bestand, lambda _number: NUMBERS, HEUTE)
    level = {"stadtteil": GRENZEN}
    return screens(Vorfuehrung(sheet, cards, level.get, mitschrift))


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def kennwert(zahlen: Zahlenwerk = NUMBERS, gebiet: Any = A, indikator: Any = ANTEIL) -> Kennwert:
    found = figure(zahlen, indikator, gebiet)
    assert found is not None
    return found


def names(bilder: Sequence[Bild]) -> list[str]:
    return [bild.kennung for bild in bilder]


def test_screens_follow_the_agenda_and_an_indicator_is_shown_in_three_steps() -> None:
    sheet = blatt()
    bilder = shown(sheet)
    assert names(bilder) == [
        "titel", "rueckblick", "rueckblick-vb-3", "rueckblick-vb-1", "zahl-kinder-sgb2", "verlauf-kinder-sgb2",
        "karte-kinder-sgb2", "stimmen-1", "bedarfe-1", "frage", "deutung", "mitschrift", "transfer",
    ]  # fmt: skip
    sections = list(dict.fromkeys(bild.abschnitt for bild in bilder[1:]))
    assert sections == list(Abschnitt)
    assert len(set(names(bilder))) == len(bilder)


def test_a_section_without_minutes_is_left_out() -> None:
    bilder = shown(blatt(minuten_rueckblick=0, minuten_transfer=None))
    assert {bild.abschnitt for bild in bilder} == {
        None, Abschnitt.DATEN, Abschnitt.STIMMEN, Abschnitt.DEUTUNG, Abschnitt.VEREINBARUNGEN,
    }  # fmt: skip


def test_every_screen_says_the_datenstand_and_only_made_up_ones_synthetisch() -> None:
    sheet = blatt()
    for bild in shown(sheet):
        assert datenstand_label(sheet.datenstand) in bild.fuss
        assert ("synthetisch" in bild.fuss) == (bild.abschnitt is Abschnitt.DATEN or bild.kennung == "titel")


def test_the_figure_is_told_in_the_words_of_its_kennwert() -> None:
    found = kennwert()
    said = text(html_figure(found, "Stadtteile"))
    assert text(f"{words.number(found.wert or 0, 1)} %") in said
    assert dict(rows(found))["Stadt"] == words.shown(found.stadt, ANTEIL)
    assert found.intervall is not None
    assert dict(rows(found))["95-%-Intervall"] in words.interval(found.intervall, 1)
    assert "170 von 1.000" in said
    assert "2 Stadtteile (1 ohne Wert), für jeden ein Strich; der Punkt ist Altdorf" in said


@pytest.mark.parametrize("status", [Status.GEHEIM, Status.FEHLT, Status.NICHT_SINNVOLL, Status.NULL])
def test_each_state_has_words_of_its_own(status: Status) -> None:
    count = 0 if status is Status.NULL else None
    nenner = None if status is Status.FEHLT else 1000
    b = replace(seen(ANTEIL, A, 2024, count), status=status, nenner=nenner)
    said = text(html_figure(kennwert(werk([b, seen(ANTEIL, B, 2024, 100)])), "Stadtteile"))
    assert words.STATUS_WORD[status] in said
    assert STATE[status] in said
    assert [other for other in STATE if STATE[other] in said] == [status]


def test_what_was_never_delivered_is_missing_and_not_zero() -> None:
    said = text(html_figure(kennwert(werk([seen(ANTEIL, B, 2024, 100)])), "Stadtteile"))
    assert STATE[Status.FEHLT] in said
    assert "nicht geliefert" in said


def test_lines_end_at_gaps_and_a_hidden_year_has_its_mark_in_words() -> None:
    zahlen = werk(years(ANTEIL, A, [100, 110, None, 120, 130]), years(ANTEIL, GANZ, [300] * 5, 3000))
    html = html_course(kennwert(zahlen))
    line = re.findall(r'<path d="(M[^"]+)" stroke="[^"]+" stroke-width="7"', html)
    assert [path.count("L") for path in line[0].split("M") if path] == [1, 1]
    assert "Altdorf: geheim gehalten" in text(html)


def test_a_series_break_is_drawn_and_named() -> None:
    zahlen = werk([seen(DICHTE, A, jahr, 40) for jahr in (2022, 2023, 2024)])
    assert "Reihenbruch 2024" in svg_course(kennwert(zahlen, indikator=DICHTE))


def test_without_two_values_there_is_a_sentence_instead_of_a_chart() -> None:
    assert "kein Jahr" in html_course(kennwert(werk(years(ANTEIL, A, [None, None]))))
    assert "nur für 2015" in html_course(kennwert(werk(years(ANTEIL, A, [100]))))


def test_the_map_has_every_area_a_legend_and_the_own_area_outlined() -> None:
    html = html_map(NUMBERS, ANTEIL, "stadtteil", A, GRENZEN)
    assert "Kräftig umrandet: Altdorf, 17,0" in text(html)
    assert "geheim gehalten 1" in text(html)
    assert "Erfundene Grenzen" in text(html)
    assert html_map(NUMBERS, ANTEIL, "stadtbezirk", A, GRENZEN) == ""


def test_patterns_have_names_of_their_own_on_every_map() -> None:
    """A pattern of a screen that is hidden would not be drawn on another one."""
    other = replace(ANTEIL, id="zweiter")
    zahlen = werk(*([seen(one, A, 2024, 170), seen(one, C, 2024, None)] for one in (ANTEIL, other)))
    first, second = (html_map(zahlen, one, "stadtteil", A, GRENZEN) for one in (ANTEIL, other))
    ids = [set(re.findall(r'pattern id="([^"]+)"', html)) for html in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]
    assert set(re.findall(r"url\(#([^)]+)\)", first)) <= ids[0]


def test_every_area_of_the_level_can_be_asked_for_and_none_shows_what_is_hidden() -> None:
    (wahl,) = other_areas(blatt())
    assert [name for _, name in wahl.gebiete] == ["Altdorf", "Feldmark", "Neudorf"]
    assert wahl.eigenes == A
    found = {key: text(asked(NUMBERS, wahl, key)) for key, _ in wahl.gebiete}
    assert "8,0 %" in found[B]
    assert "geheim gehalten" in found[C]
    assert "Fälle" not in found[C]


def test_for_the_whole_city_the_map_shows_its_districts() -> None:
    bilder = shown(blatt(raum=None))
    assert "karte-kinder-sgb2" in names(bilder)
    (wahl,) = other_areas(blatt(raum=None))
    assert (wahl.ebene, wahl.eigenes) == ("stadtteil", GANZ)


def test_an_indicator_without_a_figure_is_named_in_a_sentence() -> None:
    (bild,) = (one for one in shown(blatt(zahlen=werk())) if one.abschnitt is Abschnitt.DATEN)
    assert "„Kinder im SGB II“ zeigt dieser Datenstand keine Zahl" in text(bild.inhalt)


def test_only_public_words_are_read_aloud() -> None:
    inner = Aussage(valenz=Valenz.WUNSCH, wortlaut="Geprüft", wortlaut_intern="Mia will das", freigabe=Freigabe.INTERN)
    raw = replace(inner, wortlaut="", freigabe=Freigabe.FACHKREIS)
    bilder = shown(blatt(bestand(AU_8=inner, AU_9=raw), aussagen=("AU-8", "AU-9", "AU-4")))
    whole = text(html_screens(bilder))
    assert "Mia" not in whole
    assert "Geprüft" not in whole
    assert "Es ist dunkel." in whole


def test_nothing_chosen_is_said_in_words() -> None:
    bilder = {bild.kennung: text(bild.inhalt) for bild in shown(blatt(aussagen=(), bedarfe=(), rueckblick=()))}
    assert "nichts vor" in bilder["rueckblick"]
    assert "keine Aussage" in bilder["stimmen"]
    assert "Kein ausgewählter Bedarf handelt von „Soziale Lage“." in bilder["frage-1"]


def test_where_numbers_and_voices_agree_that_is_said() -> None:
    (bild,) = (one for one in shown(blatt()) if one.kennung == "frage")
    assert text(bild.inhalt) == NOTHING


def test_what_was_agreed_and_what_follows_stand_on_the_last_screen() -> None:
    akten = bestand(
        VB_8=Vereinbarung(dialog="QD-4", text="Ein Fest.", verantwortlich="Träger", wiedervorlage=dt.date(2027, 3, 1)),
        QD_9=Dialog(titel="Altdorf 2027", raum=A, datum=dt.date(2027, 12, 1), datenstand=7),
        TR_1=Transfer(produkt=Produkt.PROTOKOLL, zielgruppe=Zielgruppe.AG_78, format="PDF", dialog="QD-4"),
    )  # fmt: skip
    said = text(shown(blatt(akten))[-1].inhalt)
    for part in ("Ein Fest.", "Träger", "01.03.2027", "Mittwoch, 01.12.2027", "Protokoll des Dialogs an AG 78"):
        assert part in said


def test_the_live_notes_take_the_place_of_the_questions() -> None:
    with_notes, without = (next(b for b in shown(blatt(), m) if b.kennung == "mitschrift") for m in (True, False))
    assert with_notes.inhalt == ""
    assert "Maßstab" in without.inhalt


def test_what_people_wrote_stays_text() -> None:
    akten = bestand(
        AU_4=Aussage(valenz=Valenz.WUNSCH, wortlaut=HOSTILE, ort=HOSTILE, freigabe=Freigabe.OEFFENTLICH),
        VB_1=Vereinbarung(dialog="QD-1", text=HOSTILE, verantwortlich=HOSTILE, ergebnis=HOSTILE),
        VB_8=Vereinbarung(dialog="QD-4", text=HOSTILE, verantwortlich=HOSTILE),
    )
    whole = html_screens(shown(blatt(akten, titel=HOSTILE, ort=HOSTILE)))
    assert "<img" not in whole
    assert "</style>" not in whole
    assert "&lt;img" in whole


def test_the_screens_can_be_sent_to_the_browser() -> None:
    assert json.loads(json.dumps(html_screens(shown(blatt()))))


@given(st.text(max_size=300), st.integers(5, 120))
def test_brief_is_never_longer_and_short_text_stays(value: str, longest: int) -> None:
    found, line = brief(value, longest), " ".join(value.split())
    assert len(found) <= longest
    assert (found == line) == (len(line) <= longest)


def test_brief_cuts_between_words() -> None:
    assert brief("Ein langer Satz über Kinder", 20) == "Ein langer Satz …"
    assert brief("Donaudampfschifffahrt", 10) == "Donaudamp…"
