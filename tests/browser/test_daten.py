"""From a file on a desk to a released Datenstand on the map, in the browser; and what is refused on the way."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.app_server import ROOT, Server
from tests.browser import barrieren
from tests.browser.conftest import Watch
from tests.browser.karte_seite import Kartenblatt
from tests.browser.menue import entry, section

ROWS = list(csv.DictReader((ROOT / "data" / "demo" / "soziale_lage.csv").open(encoding="utf-8")))
SECONDS_TO_CHECK = 60_000


INNENSTADT = {("stadt", "00"), ("stadtteil", "01"), ("stadtbezirk", "01")}  # and what its children are part of


def table(folder: Path, name: str, **changes: str) -> Path:
    """The demo table (synthetisch) without 2020, with 20 more children in SGB II in the Innenstadt in 2024.

    `changes` go into the row of the Stadtteil.
    """
    rows = [dict(row) for row in ROWS if row["zeit"] != "2020"]
    for row in rows:
        if (row["indikator_id"], row["zeit"]) == ("sgb2_unter_18", "2024"):
            if (row["ebene"], row["gebiet_id"]) in INNENSTADT:
                row["zaehler"] = str(int(row["zaehler"]) + 20)
            if (row["ebene"], row["gebiet_id"]) == ("stadtteil", "01"):
                row.update(changes)
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return path


SPOILT = 1 + next(
    n
    for n, row in enumerate(row for row in ROWS if row["zeit"] != "2020")
    if (row["indikator_id"], row["zeit"], row["ebene"], row["gebiet_id"])
    == ("sgb2_unter_18", "2024", "stadtteil", "01")
)  # of the rows of that table, from 1


def check(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files(str(file))
    page.get_by_role("button", name="Prüfen").click()


def part(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).click()


def test_from_a_file_to_the_map(fresh_server: Server, page: Page, watch: Watch, tmp_path: Path) -> None:
    page.goto(f"{fresh_server.url}/daten")
    expect(page.locator("h1")).to_have_text("Daten")

    check(page, table(tmp_path, "kaputt.csv", zaehler="<b>viele</b>", gebiet_id="99"))
    table_ = page.get_by_role("region", name=re.compile(r"^kaputt\.csv"))
    expect(table_).to_contain_text("gibt es kein Gebiet „99“", timeout=SECONDS_TO_CHECK)
    cell = table_.locator("td", has_text="<b>viele</b> Fehler").first
    expect(cell).to_have_accessible_description(re.compile("viele.*Bitte"))
    assert barrieren.violations(page) == []
    row = table_.locator("tr", has=page.locator("td", has_text="<b>viele</b> Fehler"))
    expect(row.get_by_role("rowheader")).to_have_text(str(1 + SPOILT))
    table_.get_by_role("link", name=str(1 + SPOILT), exact=True).click()
    expect(cell).to_be_in_viewport()
    expect(page.get_by_role("button", name="Freigeben")).to_have_count(0)

    page.get_by_role("button", name="Andere Datei wählen").click()
    check(page, table(tmp_path, "gut.csv"))
    release = page.get_by_role("button", name="Freigeben").first  # for a moment the one before the rerun is there too
    expect(release).to_be_disabled(timeout=SECONDS_TO_CHECK)
    expect(page.get_by_text("Unverändert aus Datenstand 1 weitergeführt: 2020").first).to_be_visible()
    expect(page.get_by_text(re.compile("3 Werte sind revidiert"))).to_be_visible()
    assert barrieren.violations(page) == []
    reason = page.get_by_label(re.compile("Warnung „Jahre mit Lücken“"))
    reason.fill("2020 ist nicht neu gezählt")
    reason.press("Enter")
    expect(release).to_be_enabled()
    release.click()
    expect(page.get_by_text("ist freigegeben und wird jetzt überall gezeigt")).to_be_visible()
    expect(page.locator("footer")).to_contain_text("Datenstand 2")

    part(page, "Protokoll")
    expect(page.locator(".sro-protokoll")).to_contain_text("jahre_lueckenhaft: 2020 ist nicht neu gezählt")
    part(page, "Geheimhaltung")
    expect(page.get_by_text("Von außen lässt sich nichts errechnen.")).to_be_visible(timeout=SECONDS_TO_CHECK)

    karte = Kartenblatt(page, fresh_server).open("?ebene=stadtteil&indikator=sgb2_unter_18&jahr=2024")
    assert "324" in karte.areas()["01"]["label"]

    page.goto(f"{fresh_server.url}/daten")
    part(page, "Datenstände")
    page.get_by_role("button", name="Diesen zeigen").click()
    expect(page.locator("footer")).to_contain_text("Datenstand 1")
    karte.open("?ebene=stadtteil&indikator=sgb2_unter_18&jahr=2024")
    assert "304" in karte.areas()["01"]["label"]
    watch.assert_clean(fresh_server)


def test_what_was_put_away_leaves_nothing(app_server: Server, page: Page, tmp_path: Path) -> None:
    page.goto(f"{app_server.url}/daten")
    check(page, table(tmp_path, "gut.csv"))
    page.get_by_role("button", name="Verwerfen").click(timeout=SECONDS_TO_CHECK)
    expect(page.get_by_role("button", name="Prüfen")).to_be_disabled()
    expect(page.get_by_text("gut.csv")).to_have_count(0)
    part(page, "Datenstände")
    expect(page.locator(".sro-datenstand")).to_have_count(1)


@pytest.mark.parametrize("name", ["kein_text.xlsx", "leer.csv"])
def test_a_file_that_is_none_gets_a_sentence(app_server: Server, page: Page, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x00\x01\x02" if name.endswith("xlsx") else b"")
    page.goto(f"{app_server.url}/daten")
    check(page, path)
    expect(page.locator(".sro-zaehlung")).to_contain_text("1 Fehler", timeout=SECONDS_TO_CHECK)
    expect(page.get_by_role("button", name="Freigeben")).to_have_count(0)


def test_reached_through_a_proxy_without_login_it_refuses(app_server: Server, page: Page) -> None:
    """The link is not offered, and the address refuses."""
    page.set_extra_http_headers({"X-Forwarded-For": "192.0.2.7"})
    page.goto(f"{app_server.url}/daten")
    expect(page.locator("footer")).to_be_visible()
    expect(page.locator("input[type=file]")).to_have_count(0)
    section(page, "Grundlagen").click()
    expect(entry(page, "Methodik")).to_be_visible()
    expect(entry(page, "Daten")).to_have_count(0)


WIDE = """Hansestadt Lübeck, Kinder in Bedarfsgemeinschaften (synthetisch);;;
Stand: 31.12.2024;;;
Stadtteil;Kinder mit Leistungsbezug;Kinder unter 18;Quote in %
01 Innenstadt;310;1.480;20,9
02 St. Jürgen;1.020;7.350;13,9
03 Moisling;830;2.290;36,2
04 Buntekuh;710;1.920;37,0
Sankt Lorenz Süd;640;2.310;27,7
06 St. Lorenz Nord;1.890;8.010;23,6
07 St. Gertrud;1.640;6.980;23,5
08 Schlutup;230;890;25,8
09 Kuecknitz;880;3.110;28,3
10 Travemünde;.;1.450;9,1
Insgesamt;8.282;35.790;23,1
Quelle: erfunden;;;
"""


def answer(page: Page, question: str, option: str) -> None:
    box = page.get_by_role("combobox", name=re.compile(question)).first
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=False).first.click()
    if question.startswith("Spalte"):
        page.keyboard.press("Escape")  # a list of several stays open
    page.wait_for_timeout(500)


def test_a_table_in_a_form_of_its_own_goes_through_the_assistant(
    fresh_server: Server, page: Page, watch: Watch, tmp_path: Path
) -> None:
    file = tmp_path / "sgb2_2024.csv"
    file.write_bytes(WIDE.encode("cp1252"))
    page.goto(f"{fresh_server.url}/daten")
    check(page, file)
    proceed = page.get_by_role("button", name="Mit dieser Zuordnung prüfen")
    expect(proceed).to_be_disabled(timeout=SECONDS_TO_CHECK)
    expect(page.locator(".sro-raster")).to_contain_text("Sankt Lorenz Süd")
    assert barrieren.violations(page) == []

    answer(page, "Spalte 2", "Kinder im SGB II · Zähler")
    answer(page, "Spalte 3", "Kinder im SGB II · Nenner")
    page.get_by_role("radio", name="synthetisch").click()
    page.get_by_role("radio", name=",", exact=True).click()
    answer(page, "Was bedeutet", "geheim oder unbekannt")
    expect(proceed).to_be_disabled()
    answer(page, "Insgesamt", "ganze Stadt")
    expect(proceed).to_be_enabled()

    name = page.get_by_label("Als Profil sichern")
    name.fill("sgb2-jahr")
    name.press("Enter")
    page.get_by_role("button", name="Sichern", exact=True).click()
    expect(page.get_by_text("ist gesichert")).to_be_visible()

    proceed.click()
    findings = page.locator(".sro-befunde").first
    expect(findings).to_contain_text("hat zwei Werte, 35790 und", timeout=SECONDS_TO_CHECK)
    delivered = page.get_by_role("region", name=re.compile("^sgb2_2024"))
    cell = delivered.locator("td", has_text="Sankt Lorenz Süd").first
    expect(cell).to_have_accessible_description(re.compile("^Hinweis .*Zeile 8, Spalte 1 .*wurde als 05"))
    page.get_by_role("button", name="Zuordnung ändern").click()
    answer(page, "Gespeichertes Profil", "sgb2-jahr")
    expect(page.get_by_role("button", name="Mit dieser Zuordnung prüfen")).to_be_disabled()
    year = page.get_by_label(re.compile("Für welches Jahr"))
    year.fill("2025")
    year.press("Enter")
    expect(page.get_by_role("button", name="Mit dieser Zuordnung prüfen")).to_be_enabled()
    page.get_by_role("button", name="Verwerfen").click()
    expect(page.get_by_role("button", name="Prüfen")).to_be_disabled()
    watch.assert_clean(fresh_server)


def test_a_file_that_is_not_taken_says_why_in_german(
    app_server: Server, page: Page, watch: Watch, tmp_path: Path
) -> None:
    large, wrong = tmp_path / "gross.csv", tmp_path / "bericht.pdf"
    large.write_bytes(b"1" * (51 * 1024 * 1024))
    wrong.write_bytes(b"%PDF")
    page.goto(f"{app_server.url}/daten")
    page.locator("input[type=file]").set_input_files([str(large), str(wrong)])
    alerts = page.get_by_test_id("stFileUploader").get_by_role("alert")
    expect(alerts).to_have_text([re.compile("^Zu groß .* Befehlszeile"), re.compile("Format wird nicht gelesen")])
    expect(alerts.first).to_be_in_viewport()
    expect(page.get_by_role("button", name="gross.csv entfernen")).to_be_visible()
    expect(page.get_by_role("button", name="Prüfen")).to_be_disabled()
    watch.assert_clean(app_server)
