"""Methodik: every sheet and section says what the catalogue, the rules and the store hold."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit.testing.v1 import AppTest

from sro.protect.regeln import schwellen
from sro.reference import texte
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.places import ROOT
from sro.store import open_store
from sro.web import server
from sro.web.methodik.lesestelle import Abschnitt
from tests.pages.conftest import JAHRE, Page

RAW = yaml.safe_load((ROOT / "data" / "indikatoren.yaml").read_text(encoding="utf-8"))["indikatoren"]


def said(app: AppTest) -> str:
    """All that the page says; a page with an error of its own fails here."""
    assert [error.value for error in app.exception] == []
    raw = [element.proto.body for element in app.get("html")] + [block.value for block in app.markdown]
    return "\n".join(raw)


def ways_in(app: AppTest) -> list[str]:
    """The ids of the indicators in the list."""
    return [b.key.removeprefix("methodik_blatt_") for b in app.button if str(b.key).startswith("methodik_blatt_")]


def rows(text: str, titel: str) -> list[list[str]]:
    """The cells of one table's body, as plain text."""
    body = re.search(rf"<caption>{re.escape(titel)}</caption>.*?<tbody>(.*?)</tbody>", text, re.S)
    assert body, titel
    found = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in body[1].split("</tr>") if row]
    return [[html.unescape(re.sub(r"<[^>]+>", " ", cell)).strip() for cell in row] for row in found]


def test_the_list_has_every_indicator_of_the_catalogue_by_theme(var: Path, page: Page) -> None:
    app = page("methodik")
    assert "<h1>Methodik</h1>" in said(app)
    assert ways_in(app) == [entry["id"] for entry in RAW]
    themes = list(dict.fromkeys(entry["thema"] for entry in RAW))
    assert re.findall(r"<h3>(.*?)</h3>", said(app)) == [html.escape(thema) for thema in themes]
    assert f"{len(RAW)} Indikatoren in {len(themes)} Themen" in said(app)


@pytest.mark.parametrize("entry", RAW, ids=lambda entry: entry["code"])
def test_every_sheet_can_be_linked_and_says_what_the_catalogue_says(
    var: Path, page: Page, entry: dict[str, object]
) -> None:
    text = html.unescape(said(page("methodik", {"indikator": str(entry["id"])})))
    merkmale = {m.id: m.name for m in catalogue().merkmale}
    for expected in (
        f"<h3>{entry['name']} ({entry['code']})</h3>",
        f"<dt>Zähler</dt><dd>{merkmale[str(entry['zaehler'])]}</dd>",
        f"<dt>Nenner</dt><dd>{merkmale[str(entry['nenner'])]}</dd>",
        f"<dt>Rechtsgrundlage</dt><dd>{entry['paragraf']}</dd>",
        str(entry["definition"]).strip(),
        str(entry["lesehinweis"]).strip(),
    ):
        assert expected in text


def test_a_sheet_says_threshold_group_rule_and_what_is_there(var: Path, page: Page) -> None:
    text = html.unescape(said(page("methodik", {"indikator": "sgb2_unter_18"})))
    small = schwellen(catalogue())["kinder_sgb2"]
    assert f"<dt>Geheimhaltung</dt><dd>Zahlen unter {small} werden nicht gezeigt</dd>" in text
    assert f"weniger als {small} Personen der Gruppe" in text
    assert f"<dt>Stadtbezirke</dt><dd>{JAHRE[0]}–{JAHRE[-1]}</dd>" in text
    assert "synthetisch: erfunden" in text
    absent = html.unescape(said(page("methodik", {"indikator": "spielflaeche"})))
    assert "Keine Werte. Sobald eine Lieferung sie enthält" in absent
    assert "zählt keine Personen, wird immer gezeigt" in absent


def test_a_sheet_opens_from_the_list_and_closes_to_the_same_search(var: Path, page: Page) -> None:
    app = page("methodik", {"suche": "erziehungsberatung"})
    before = ways_in(app)
    app.button(key="methodik_blatt_erziehungsberatung").click().run()
    assert ways_in(app) == []
    assert "<h3>Erziehungsberatung (H7)</h3>" in said(app)
    assert dict(app.query_params) in ({"indikator": "erziehungsberatung"}, {"indikator": ["erziehungsberatung"]})
    next(button for button in app.button if button.label == "Alle Indikatoren").click().run()
    assert ways_in(app) == before != []


@pytest.mark.parametrize("typed", ["ÜBERGEWICHT", "uebergewicht", "Adipositas", "G1"])
def test_the_search_finds_at_once_and_says_how_many(var: Path, page: Page, typed: str) -> None:
    app = page("methodik")
    app.text_input(key="w_methodik_suche").set_value(typed).run()
    assert ways_in(app) == ["uebergewicht"]
    assert f"1 von {len(RAW)} Indikatoren" in said(app)


def test_nothing_found_says_so_and_leads_back(var: Path, page: Page) -> None:
    app = page("methodik", {"suche": "gibtesnicht", "thema": "Wohnumfeld"})
    assert ways_in(app) == []
    assert "Kein Indikator in diesem Thema passt zu dieser Suche." in said(app)
    assert "gibtesnicht" not in said(app)
    app.button(key="methodik_alle").click().run()
    assert len(ways_in(app)) == len(RAW)


def test_the_rules_are_those_of_disclosure_control(var: Path, page: Page) -> None:
    text = said(page("methodik", {"abschnitt": "geheimhaltung"}))
    strictest = schwellen(catalogue())
    expected = {f"Zahlen unter {n}": str(many) for n, many in Counter(strictest.values()).items()}
    expected["nichts, zählt keine Personen"] = str(len(catalogue().merkmale) - len(strictest))
    assert {head: many for head, many, _ in rows(text, "Schwellen")} == expected
    codes = [code for _, _, named in rows(text, "Schwellen") for code in named.split(", ") if code]
    assert sorted(codes) == sorted(i.code for i in catalogue().indikatoren)
    (least,) = {i.mindestnenner for i in catalogue().indikatoren}
    assert f"mindestens {least} betragen" in text
    group = re.search(r"Das gilt für ([^.]*)\.", text)
    assert group
    assert group[1].split(", ") == [i.code for i in catalogue().indikatoren if i.gruppenschutz]


def test_the_legend_tells_the_states_apart_for_eye_and_ear(var: Path, page: Page) -> None:
    text = said(page("methodik", {"abschnitt": "zeichen"}))
    table = rows(text, "Wenn statt einer Zahl ein Zeichen steht")
    assert [row[0] for row in table] == [
        "genau null", "geheim gehalten", "nicht geliefert", "nicht sinnvoll (Nenner zu klein)",
    ]  # fmt: skip
    assert len({row[3] for row in table}) == len({row[5] for row in table}) == len(table)
    assert {row[0] for row in rows(text, "Weitere Kennzeichen")} >= {"Vorläufig", "Revidiert", "Gerundet"}


def test_areas_are_listed_with_number_and_spellings(var: Path, page: Page) -> None:
    app = page("methodik", {"abschnitt": "gebiete", "ebene": "stadtbezirk"})
    table = rows(said(app), "Stadtbezirke")
    assert [(row[0], row[1]) for row in table] == [(g.name, g.id) for g in city().of_level("stadtbezirk")]
    counted = {row[0]: row[1] for row in rows(said(app), "Ebenen")}
    assert counted == {e.name: str(len(city().of_level(e.id))) for e in city().ebenen}
    assert "<li>Stadtteil Schlutup und Stadtbezirk Schlutup</li>" in said(app)
    assert "Schematisch, mitgeliefert" in said(app)


def test_series_breaks_are_those_of_the_catalogue(var: Path, page: Page) -> None:
    table = rows(said(page("methodik", {"abschnitt": "reihenbrueche"})), "Reihenbrüche")
    breaks = [(b["jahr"], b["grund"]) for entry in RAW for b in entry["reihenbrueche"]]
    assert breaks
    assert [(int(row[0]), row[2]) for row in table] == sorted(breaks, key=lambda one: -one[0])


def test_datenstaende_say_which_is_shown_and_how_much_is_hidden(var: Path, page: Page) -> None:
    ((name, _, content, _, hidden),) = rows(
        said(page("methodik", {"abschnitt": "datenstaende"})), "Freigegebene Datenstände"
    )
    store = open_store()
    report = store.bericht(1)
    store.close()
    assert name.startswith("1 · Kleine Lieferung")
    assert "wird gezeigt" in name
    assert "synthetisch" in content
    assert report.geheim
    assert hidden == f"{report.geheim} von {report.zellen} Zellen"


@pytest.mark.parametrize("abschnitt", [a for a in Abschnitt if a is not Abschnitt.OFFENE_DATEN])
def test_every_section_reads_without_any_datenstand(empty_var: Path, page: Page, abschnitt: Abschnitt) -> None:
    text = said(page("methodik", {"abschnitt": abschnitt}))
    assert len(re.findall(r"<h1>", text)) == 1
    assert len(re.findall(r"<h2>", text)) == 1


def test_statistics_are_those_of_the_handbook_one_chapter_at_a_time(var: Path, page: Page) -> None:
    handbook = (ROOT / "docs" / "statistik.md").read_text(encoding="utf-8")
    titles = re.findall(r"^## (.+)$", handbook, re.MULTILINE)
    app = page("methodik", {"abschnitt": "statistik"})
    assert [chapter.label.replace("\\", "") for chapter in app.expander] == titles
    assert [block.children for block in app.expander] == [{}] * len(titles)
    opened = page("methodik", {"abschnitt": "statistik"}, methodik_kapitel_1=True)
    ((shown,),) = [[one.value for one in block.markdown] for block in opened.expander if block.children]
    start = handbook.partition(f"## {titles[1]}\n")[2].split()[:8]
    assert shown.replace("\\", "").split()[:8] == start


def test_the_page_does_without_the_handbook(var: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texte, "STATISTIK", ROOT / "gibtesnicht.md")
    assert "ist hier nicht abgelegt" in said(page("methodik", {"abschnitt": "statistik"}))


@pytest.mark.parametrize("served", [True, False])
def test_open_data_are_offered_where_the_app_serves_them(
    var: Path, page: Page, monkeypatch: pytest.MonkeyPatch, served: bool
) -> None:
    others = [route for route in server.routes() if not str(getattr(route, "path", "")).startswith("/api")]
    mine = [Route("/api/", lambda request: PlainTextResponse(""))] if served else []
    monkeypatch.setattr(server, "routes", lambda: [*others, *mine])
    app = page("methodik", {"abschnitt": "offene-daten"})
    assert ('href="/api/"' in said(app)) is served
    assert len(app.warning) == (0 if served else 1)


@pytest.mark.parametrize("name", ["barrierefreiheit", "datenschutz", "impressum"])
def test_a_statement_is_a_template_until_the_office_has_filled_it_in(
    var: Path, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    bundled = (ROOT / "data" / "texte" / f"{name}.md").read_text(encoding="utf-8")
    text = said(page("methodik", {"abschnitt": name}))
    assert f"{bundled.count('[[')} Angaben fehlen" in text
    assert "[[" not in text
    assert "<!--" not in text
    monkeypatch.setenv("SRO_TEXTE", str(tmp_path))
    assert f"{bundled.count('[[')} Angaben fehlen" in said(page("methodik", {"abschnitt": name}))
    (tmp_path / f"{name}.md").write_text(
        "# Erklärung\n\nVerantwortlich: Amt für Kinder, Testhausen.\n", encoding="utf-8"
    )
    own = said(page("methodik", {"abschnitt": name}))
    assert "Amt für Kinder, Testhausen" in own
    assert "Vorlage" not in own


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("abschnitt", "<script>"),
        ("indikator", "*fett*"),
        ("thema", "Wetter⚑"),
        ("ebene", "kreis"),
        ("suche", "⚑" * 61),
        ("suche", "⚑\n"),
    ],
)
def test_a_bad_address_gives_the_default_and_a_notice(var: Path, page: Page, parameter: str, value: str) -> None:
    app = page("methodik", {parameter: value})
    (notice,) = app.warning
    assert f"„{parameter}“" in notice.value
    assert value not in notice.value
    assert value not in said(app)
    assert len(ways_in(app)) == len(RAW)
