"""What the books show: an address of the demo app, what is done there, and which part of the page is kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from scripts.app_server import ROOT

Schritt = Callable[[Page], None]
TALL = 2400  # of the window, so that everything of a page is in sight
CHECKED = 90_000  # milliseconds


@dataclass(frozen=True)
class Motiv:
    """`von` and `bis` are CSS selectors of the first and last part that is kept; without `von` it is the window."""

    name: str
    adresse: str
    schritte: tuple[Schritt, ...] = ()
    von: str = "h1"
    bis: str = "footer.sro-fuss"
    breite: int = 1280
    hoehe: int = TALL
    hoechstens: int = 900


def knopf(name: str) -> Schritt:
    return lambda page: page.get_by_role("button", name=name).first.click()


def taste(*keys: str) -> Schritt:
    def press(page: Page) -> None:
        for key in keys:
            page.keyboard.press(key)

    return press


def fach(name: str) -> Schritt:
    return lambda page: page.get_by_role("radio", name=name, exact=True).click()


def lieferung(name: str, content: bytes) -> Schritt:
    """Delivers a file and waits for its findings or for the assistant."""

    def deliver(page: Page) -> None:
        page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
        page.get_by_role("button", name="Prüfen").click()
        expect(page.locator(".sro-lieferung, .sro-raster").first).to_be_visible(timeout=CHECKED)

    return deliver


def mit_fehlern() -> bytes:
    """The demo table of 2024 (synthetisch) with an area that there is not and a count that is none."""
    with (ROOT / "data" / "demo" / "soziale_lage.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if (row["indikator_id"], row["zeit"]) == ("sgb2_unter_18", "2024")]
    rows = sorted(rows, key=lambda row: ("stadtteil", "stadt", "stadtbezirk").index(row["ebene"]))
    rows[2]["gebiet_id"], rows[4]["zaehler"] = "Moislingen", "-3"
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


EIGENE_FORM = """Hansestadt Lübeck, Kinder in Bedarfsgemeinschaften (synthetisch);;;
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
09 Kücknitz;880;3.110;28,3
10 Travemünde;.;1.450;9,1
Insgesamt;8.282;35.790;23,1
""".encode()


# A browser shows dates in its own language; the one that takes the pictures may have no German.
GERMAN_DATES = """fields => fields.forEach((field) => {
  const [year, month, day] = field.value.split("-");
  field.type = "text";
  field.value = day ? `${day}.${month}.${year}` : "TT.MM.JJJJ";
})"""
NOTIZEN = {
    "Beobachtung": "Weniger Kinder kommen zur U8 und zur U9 als in der übrigen Stadt.",
    "Deutung": "Kinderarztpraxen nehmen kaum noch neue Familien auf.",
    "Vereinbarung": "Die Kitas nennen den Familien Praxen mit freien Terminen.",
}


def notiere(page: Page) -> None:
    """An observation, an interpretation and an agreement (synthetisch), each put down and saved."""
    for column, text in NOTIZEN.items():
        part = page.get_by_role("region", name=column, exact=True)
        part.locator("textarea").first.fill(text)
        if column == "Vereinbarung":
            part.get_by_label("Verantwortlich").first.fill("Kindertageseinrichtungen")
            part.get_by_label("Frist").first.fill("2027-03-31")
            part.get_by_label("Maßstab").first.fill("Alle sechs Kitas verteilen die Liste.")
        part.locator("textarea").first.press("Control+Enter")
        page.wait_for_timeout(1500)
    expect(page.get_by_text("gespeichert", exact=True).first).to_be_visible()
    page.locator("input[type=date]").evaluate_all(GERMAN_DATES)


def mit_der_tastatur(page: Page) -> None:
    """The focus on an area of the map, chosen with the arrow keys."""
    page.frame_locator("iframe").first.locator("path[tabindex]").first.focus()
    for key in ("ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
        page.wait_for_timeout(300)


DIALOGKOPF = ".sro-dialogkopf"
MOTIVE = (
    Motiv("karte", "karte?ebene=stadtteil&indikator=sgb2_unter_18&gebiet=03", bis=".sro-quelle", hoechstens=1100),
    Motiv("zustaende", "karte?ebene=stadtbezirk&indikator=sgb2_unter_18", bis=".sro-quelle", hoechstens=1000),
    Motiv("zeitreihe", "zeitreihe", bis=".sro-quelle"),
    Motiv("profil", "profil?ebene=stadtteil&gebiet=03", hoechstens=700),
    Motiv("vergleich", "analyse?blick=vergleich&indikator=hze_ohne_28", bis=".sro-quelle"),
    Motiv("befunde", "daten", (lieferung("sgb2_2024.csv", mit_fehlern()),), hoechstens=680),
    Motiv("zuordnen", "daten", (lieferung("sgb2_stadtteile.csv", EIGENE_FORM),), von=".sro-raster", hoechstens=985),
    Motiv("vorbereiten", "dialog?dialog=QD-3&teil=vorbereiten", von=DIALOGKOPF, hoechstens=800),
    Motiv("praesentation", "dialog?dialog=QD-3&modus=praesentation", (taste(*["ArrowRight"] * 6),), "", hoehe=720),
    Motiv("brett", "dialog?teil=brett", hoechstens=820),
    Motiv("vereinbarung", "dialog?teil=brett&vereinbarung=VB-3", von=".st-key-brett_liste", hoechstens=820),
    Motiv("mitschrift", "dialog?dialog=QD-3&teil=mitschrift", (notiere,), von=DIALOGKOPF),
    Motiv("mitnehmen", "dialog?dialog=QD-1&teil=ausgabe", von=DIALOGKOPF, bis="footer"),
    Motiv("kette", "holstentor-nord?teil=kette&element=BE-1", von=".sro-element", bis="footer", hoechstens=1200),
    Motiv("belege", "transfer?teil=kette&von=VB-4"),
    Motiv("tastatur", "karte?ebene=stadtteil", (mit_der_tastatur,), von="iframe", bis=".sro-quelle"),
    Motiv("karte-telefon", "karte?ebene=stadtteil&indikator=sgb2_unter_18", von="", breite=390, hoehe=780),
    Motiv("erfassen-telefon", "werkstaetten?teil=erfassen", von="", breite=390, hoehe=780),
)
