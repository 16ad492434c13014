"""What the page Holstentor-Nord says of records and figures: in words, escaped, and without losing anybody."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.akten.bestand import Bestand
from sro.auswertung.dialog.fragen import Frage, Frageart
from sro.auswertung.holstentor.bedarfsblatt import sheets
from sro.auswertung.holstentor.kette import Kette, chain, connected
from sro.auswertung.holstentor.perspektiven import perspectives
from sro.auswertung.holstentor.raumvergleich import side_by_side
from sro.auswertung.holstentor.stimmenfilter import Stimmenfilter
from sro.auswertung.kennwert import Kennwert, figure
from sro.model.einrichtung import Einrichtung, Einrichtungsart, Ort, Traegerart
from sro.model.stimme import Gruppe
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.store.grenzen import boundaries
from sro.views import words
from sro.views.dialog.fragen import html_questions, named_by
from sro.views.holstentor.bedarfe import figure_words, html_sheets
from sro.views.holstentor.beduerfnis import html_voices
from sro.views.holstentor.kettenbild import GAP, _apart, arranged
from sro.views.holstentor.kettenblatt import html_element
from sro.views.holstentor.kettentafel import html_chain, summary
from sro.views.holstentor.perspektiven import html_perspectives, silent_themes
from sro.views.holstentor.quartiere import clipped, describe, svg_area
from sro.views.holstentor.raumvergleich import html_reach, html_side_by_side, no_quartier
from sro.views.theme import LIGHT
from tests.akten.kettenakten import BROLING, kettenakten, voice
from tests.auswertung.werke import A1, GANZ, A, B, werk
from tests.beispiele import ANTEIL, DICHTE, parsed, seen

PROJEKT = city().modellprojekt
assert PROJEKT is not None
GRENZEN = boundaries(PROJEKT.gebiet.ebene).geojson()
RING = next(f for f in GRENZEN["features"] if f["properties"]["id"] == "04")["geometry"]["coordinates"][0]
HOSTILE = '<img src=x onerror="alert(1)"> [x](javascript:alert(1)) =HYPERLINK("http://x")'
THEMEN = {"spielen": "Spielen", "treffpunkte": "Treffpunkte", "wege": "Wege", "wohnen": "Wohnen"}


def weg(**changes: object) -> str:
    return "?" + "&".join(f"{name}={value}" for name, value in changes.items())


def whole(bestand: Bestand | None = None) -> Kette:
    assert PROJEKT is not None
    return chain(bestand or kettenakten(), city(), PROJEKT)


def text(said: str) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", said)))


def shares() -> Kennwert:
    rows = [seen(ANTEIL, A, 2024, 300), seen(ANTEIL, B, 2024, 100), seen(ANTEIL, GANZ, 2024, 500, 4000)]
    found = figure(werk(rows), ANTEIL, A)
    assert found is not None
    return found


class Tags(HTMLParser):
    """What a browser would make of it: elements and their attributes."""

    def __init__(self, said: str):
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(said)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def everything(bestand: Bestand) -> str:
    """Every view of these records."""
    kette = whole(bestand)
    matrix = perspectives(kette.beduerfnisse, list(THEMEN), kette.widersprechende)
    blaetter = sheets(kette, catalogue(), lambda _: shares())
    asked = [Frage(Frageart.STIMMEN_OHNE_BEFUND, shares(), blaetter[0])]
    return "".join(
        [
            html_perspectives(matrix, THEMEN, Stimmenfilter(), weg),
            html_voices(kette.beduerfnisse, kette.widersprechende, city(), weg),
            html_sheets(blaetter, city(), weg),
            html_chain(kette, None, city(), weg, LIGHT),
            *(html_element(akte, kette, city(), weg) for akte in kette.by_id.values()),
            html_questions(asked, A, weg),
        ]
    )


def spoilt() -> Bestand:
    """Every text field of every record is hostile."""
    akten = []
    for akte in kettenakten().akten:
        own = {name: HOSTILE for name in ("text", "titel", "begruendung", "widerspruch", "quelle", "vorlage",
               "verantwortlich", "prioritaet", "prioritaet_durch") if hasattr(akte.inhalt, name)}  # fmt: skip
        akten.append(replace(akte, inhalt=replace(akte.inhalt, **own), wer=HOSTILE, erfasst_von=HOSTILE))
    return Bestand(1, tuple(akten))


def test_hostile_text_is_text_in_every_view() -> None:
    said = everything(spoilt())
    tags = Tags(said).found
    assert said.count("&lt;img src=x onerror=") > 20
    assert [
        attrs for tag, attrs in tags if tag == "img" and not str(attrs.get("src")).startswith("data:image/svg")
    ] == []
    assert not any(name.startswith("on") for _, attrs in tags for name in attrs)
    assert not any("javascript" in str(attrs.get("href")) for tag, attrs in tags if tag == "a")


def test_everything_made_up_says_so_wherever_it_is_shown() -> None:
    kette = whole()
    assert html_voices(kette.beduerfnisse, frozenset(), city(), weg).count(">synthetisch<") == 4
    assert html_chain(kette, None, city(), weg, LIGHT).count(">synthetisch<") == len(kette.by_id)
    assert html_sheets(sheets(kette, catalogue(), lambda _: None), city(), weg).count(">synthetisch<") == 2


def test_the_matrix_tells_not_heard_from_never_heard_from_not_counted() -> None:
    kette = whole()
    matrix = perspectives(kette.beduerfnisse, list(THEMEN), kette.widersprechende)
    said = html_perspectives(matrix, THEMEN, Stimmenfilter(gruppe=Gruppe.KINDER, thema="spielen"), weg)
    rows = dict(re.findall(r'<th scope="row".*?<a [^>]*>(.*?)</a></th>(.*?)</tr>', said))
    cells = {name: [text(cell).strip() for cell in re.findall(r"<td.*?</td>", row)] for name, row in rows.items()}
    assert cells["Wege"] == ["nicht gehört", "nicht gehört", "1 Bedürfnis nicht gezählt", "noch nie gehört"]
    assert cells["Treffpunkte"][:2] == [
        "1 Bedürfnis 5 Nennungen 1 im Widerspruch",
        "1 Bedürfnis 7 Nennungen 1 im Widerspruch",
    ]
    assert "Wohnen" not in cells
    assert silent_themes(matrix, THEMEN) == "Dazu hat noch niemand etwas gesagt: Wohnen."
    assert re.search(r'class="gehoert gewaehlt"><a [^>]*href="\?gruppe=None&amp;thema=None"', said)  # a second click


def test_a_card_names_groups_priority_with_its_body_and_who_recognised_it() -> None:
    first, second = sheets(whole(), catalogue(), lambda _: shares())
    said = text(html_sheets([first], city(), weg))
    assert "Kinder 1 Bedürfnis, 12 Nennungen, 1 im Widerspruch" in said
    assert "Eltern 1 Bedürfnis, nicht gezählt" in said
    assert "Fachkräfte nennt ihn nicht" in said
    assert "hoch, entschieden durch JHA, 06.03.2025" in said
    assert "Als Bedarf erkannt von Probe" in said
    assert "Daraus folgt 1 Impuls" in said
    public = replace(second, akte=replace(second.akte, erfasst_von=""))
    said = text(html_sheets([public], city(), weg))
    assert "Priorität noch nicht entschieden" in said
    assert "erkannt von" not in said


def test_a_priority_without_a_body_is_none() -> None:
    first, _ = sheets(whole(), catalogue(), lambda _: None)
    bare = replace(first, akte=replace(first.akte, inhalt=replace(first.akte.inhalt, prioritaet_durch=" ")))
    assert "noch nicht entschieden" in html_sheets([bare], city(), weg)
    assert "hoch" not in html_sheets([bare], city(), weg)


def test_a_figure_names_area_time_city_and_verdict() -> None:
    assert (
        figure_words(shares()).replace(words.NBSP, " ")
        == "30,0 % (Altdorf, 31.12.2024; Stadt 12,5 %); auffällig, über der übrigen Stadt"
    )
    hidden = figure(werk([seen(ANTEIL, A, 2024, None)], [seen(ANTEIL, B, 2024, 1)]), ANTEIL, A)
    assert figure_words(hidden) == "geheim gehalten (Altdorf, 31.12.2024)"
    assert figure_words(None) == "keine Zahl veröffentlicht"


def test_every_element_of_the_chain_is_a_link_and_says_where_it_leads() -> None:
    kette = whole()
    said = html_chain(kette, None, city(), weg, LIGHT)
    assert {name for name in kette.by_id if f"element={name}&quot;" in said or f'element={name}"' in said} == set(
        kette.by_id
    )
    assert text(said).count("führt zu") == len({glied.von for glied in kette.glieder})
    assert "führt zu BE-1 (widerspricht, 5 Nennungen)" in said
    assert "führt zu BE-1 (im Widerspruch zu anderen, 7 Nennungen)" in said
    assert "führt zu SP-1 (3 Bedürfnisse), SP-2 (3 Bedürfnisse); beruht auf BE-1 (3 Bedürfnisse)" in said
    drawn = [
        parsed(unquote(svg.partition(",")[2]).encode()) for svg in re.findall(r'src="(data:image/svg[^"]*)"', said)
    ]
    assert sum(len(list(svg)) for svg in drawn) == len(kette.glieder)
    assert summary(kette) == "4 Bedürfnisse → 2 Bedarfe → 1 Impuls → 2 Steuerungspotentiale."


def test_a_panel_has_both_directions_with_the_evidence_of_each_link() -> None:
    kette = whole()
    said = text(html_element(kette.by_id["BE-1"], kette, city(), weg))
    before, after = said.split("Beruht auf")[1].split("Führt zu")
    assert "BN-1 Eine Schaukel. 12 Nennungen" in before
    assert "BN-4 Abends Ruhe. widerspricht, 5 Nennungen" in before
    assert "IM-1 Begehung mit Kindern 3 Bedürfnisse" in after


@pytest.mark.parametrize("gross", [False, True])
def test_no_two_elements_of_a_column_touch(gross: bool) -> None:
    anordnung = arranged(whole(), gross=gross)
    assert [sorted(column) for column in anordnung.spalten] == [sorted(one.id for one in s) for s in whole().spalten]
    for place, column in enumerate(anordnung.spalten):
        tops = [anordnung.oben[one] for one in column]
        assert all(b - a >= anordnung.hoehen[place] + GAP - 1e-6 for a, b in pairwise(tops))
        assert all(0 <= top <= anordnung.gesamt - anordnung.hoehen[place] for top in tops)


@given(st.lists(st.floats(0, 5000), max_size=40), st.floats(1, 100))
def test_what_collides_moves_apart_in_its_order(wanted: list[float], pitch: float) -> None:
    tops = _apart(wanted, pitch)
    assert len(tops) == len(wanted)
    assert all(b - a >= pitch - 1e-6 for a, b in pairwise(tops))
    assert all(top >= 0 for top in tops)


def test_a_chosen_element_leaves_the_others_out() -> None:
    said = html_chain(connected(whole(), "BN-4"), "BN-4", city(), weg, LIGHT)
    assert 'class="gewaehlt"' in said
    assert "element=BN-1" not in said
    assert said.count('<p class="sro-neben">keine</p>') == 2


def area_of(ring: list[list[float]]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def test_the_line_parts_the_area_without_gap_or_overlap() -> None:
    assert PROJEKT is not None
    assert PROJEKT.trennlinie is not None
    left, right = (clipped(RING, PROJEKT.trennlinie, side) for side in (True, False))
    assert area_of(left) + area_of(right) == pytest.approx(area_of(RING))
    assert min(area_of(left), area_of(right)) > area_of(RING) / 4


def test_the_map_shows_both_quartiere_their_voices_and_facilities_with_a_place() -> None:
    assert PROJEKT is not None
    placed = Einrichtung(
        "s-1", "Treff", Einrichtungsart.OKJA, "T", Traegerart.FREI, (PROJEKT.gebiet,), True, Ort(10.67, 53.873)
    )
    voices = {"broling-quartier": 3, "holstentor-quartier": 0}
    drawn = svg_area(PROJEKT, GRENZEN, voices, [placed, replace(placed, ort=None)], city(), LIGHT)
    said = [one.text for one in parsed(drawn.encode()).iter() if one.text]
    assert said == [
        "Fackenburger Allee", "1", "Broling-Quartier", "3 Bedürfnisse", "Holstentor-Quartier", "0 Bedürfnisse",
    ]  # fmt: skip
    assert describe(PROJEKT, voices, city()).startswith("Schematische Karte von Holstentor-Nord, geteilt von")
    assert svg_area(PROJEKT, {"features": []}, voices, [], city(), LIGHT) == ""


def test_the_comparison_has_each_area_with_interval_and_says_how_far_each_figure_reaches() -> None:
    found = side_by_side(
        werk(
            [seen(ANTEIL, A1, 2024, None)],
            [seen(ANTEIL, A, 2024, 250), seen(ANTEIL, GANZ, 2024, 450, 3000)],
            [seen(DICHTE, A, 2024, 40)],
        ),
        A1,
    )
    said = text(html_side_by_side(found))
    assert "Altdorf Mitte neben Altdorf und Kleinstadt" in said
    row = said.split("Kinder im SGB II")[1]
    assert ". geheim gehalten kein Intervall 25,0 22,4 bis 27,8 15,0" in row
    assert "Zeichen: . geheim gehalten" in said
    assert "nicht berechenbar: " in row
    reach = text(html_reach(found))
    assert "Quartier keine Stadtbezirk Altdorf Mitte 1: Kinder im SGB II" in reach
    assert "Stadtteil Altdorf 1: HzE ohne § 28" in reach
    assert "ohne Zahl Unter 18-Jährige" in reach
    assert no_quartier(found).endswith("Unterhalb der Stadtbezirke wird nichts geliefert.")


def test_a_question_has_two_sides_and_says_where_it_was_measured() -> None:
    first, _ = sheets(whole(), catalogue(), lambda _: shares())
    unspoken = Frage(Frageart.BEFUND_OHNE_STIMMEN, shares())
    said = text(html_questions([Frage(Frageart.STIMMEN_OHNE_BEFUND, shares(), first), unspoken], A1, weg))
    assert "Was erleben diese Gruppen, das die Zahl nicht misst?" in said
    assert "Kinder, Jugendliche und Eltern nennen: Plätze für alle" in said
    assert "gemessen nur für Altdorf" in said
    assert "Wen müssten wir dazu noch hören? Stimmen Kein Bedarf handelt von „Soziale Lage“." in said
    assert "gemessen nur" not in html_questions([unspoken], A, weg)
    assert "nirgends" in html_questions([], A, weg)
    assert named_by([Gruppe.ELTERN]) == "Eltern"


def test_one_voice_says_where_it_comes_from() -> None:
    akte = replace(kettenakten().akte("BN-1"), inhalt=voice(Gruppe.KINDER, "Mehr Zeit", ("spielen",), BROLING, 1))
    said = text(html_voices([akte], frozenset({"BN-1"}), city(), weg))
    assert "Kinder 1 Nennung im Widerspruch zu anderen synthetisch Mehr Zeit" in said
    assert "Broling-Quartier · Gruppengespräch, 12.03.2024 · Quelle: Probe · BN-1 in der Kette" in said
