"""Every page in every state that people meet: its parts, its drawers, what opens above it. Walked in one session."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from scripts.app_server import Server

Schritt = Callable[[Page], None]
SHOWN = """() => {
  const now = performance.now(), shown = document.querySelector('h1, .st-key-praesentation')
    && document.querySelector('.stApp').dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]');
  if (!shown || !window.sroRuhe) window.sroRuhe = now;
  return now - window.sroRuhe > %d;
}"""
GO = "to => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')); }"
PATIENCE = 30_000
QUIET = 160  # milliseconds without a change


@dataclass(frozen=True)
class Zustand:
    """An address, and what is clicked there. What is named "… offen" lies over the page until somebody leaves it."""

    adresse: str
    schritt: Schritt | None = None
    name: str = ""
    telefon: bool = False  # only there

    def __str__(self) -> str:
        return f"{self.adresse or 'ueberblick'}{f' ({self.name})' if self.name else ''}"


def rest(page: Page) -> None:
    """Until the page has drawn everything and stays as it is."""
    page.evaluate("window.sroRuhe = 0")
    page.wait_for_function(SHOWN % QUIET, timeout=PATIENCE)


def enter(page: Page, server: Server) -> None:
    """Loads the app, once for all states."""
    page.goto(f"{server.url}/methodik?abschnitt=zeichen")
    rest(page)


def show(page: Page, zustand: Zustand) -> None:
    """Goes there as our own links do, without loading anything anew, and opens what is to be open."""
    page.evaluate(GO, f"/{zustand.adresse}")
    rest(page)
    if zustand.schritt:
        zustand.schritt(page)
        rest(page)


def verweis(name: str) -> Schritt:
    return lambda page: page.get_by_test_id("stMain").get_by_role("link", name=re.compile(name)).first.click()


def fach(name: str) -> Schritt:
    """Opens a drawer below the figure."""
    return lambda page: page.get_by_role("radio", name=name, exact=True).click()


def knopf(name: str) -> Schritt:
    return lambda page: page.get_by_role("button", name=name).first.click()


def liste(name: str) -> Schritt:
    """Opens the list of a field to choose from."""
    return lambda page: page.get_by_role("combobox", name=re.compile(name)).first.click()


def klappe(page: Page) -> None:
    """Opens the first thing on the page that folds."""
    page.get_by_test_id("stMain").locator("summary").first.click()


def alle_klappen(page: Page) -> None:
    """Opens all that folds within a text of ours, and the first that Streamlit folds."""
    page.evaluate("document.querySelectorAll('main .stHtml details').forEach((one) => { one.open = true; })")
    folded = page.get_by_test_id("stMain").get_by_test_id("stExpander").locator("summary")
    if folded.count():
        folded.first.click()


def taste(name: str) -> Schritt:
    return lambda page: page.keyboard.press(name)


def nacheinander(*schritte: Schritt) -> Schritt:
    """One step after the other, each when the page has answered the one before."""

    def go(page: Page) -> None:
        for schritt in schritte:
            schritt(page)
            rest(page)

    return go


def zur_liste(page: Page) -> None:
    """Out of a record that a state before has opened."""
    back = page.get_by_test_id("stMain").get_by_role("button", name=re.compile(r"^(arrow_back)?Alle "))
    if back.count():
        back.first.click()
        rest(page)


def neu(art: str = "") -> Schritt:
    """The empty form for a record of a kind, or of the only one."""

    def go(page: Page) -> None:
        zur_liste(page)
        if art:
            page.get_by_role("radio", name=art, exact=True).last.click()
            rest(page)
        page.locator("main button", has_text=re.compile("Neu$")).first.click()

    return go


def bild(nummer: int) -> Schritt:
    """A screen of the presentation."""

    def go(page: Page) -> None:
        expect(page.locator(".praesentation section:not([hidden])")).to_be_visible(timeout=PATIENCE)
        page.locator(".praesentation").focus()
        for key in ("Home", *["PageDown"] * (nummer - 1)):
            page.keyboard.press(key)

    return go


def gebietsliste(page: Page) -> None:
    """The list of areas over a screen of the presentation."""
    page.get_by_role("button", name="Anderes Gebiet zeigen").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def anderes_gebiet(page: Page) -> None:
    gebietsliste(page)
    page.keyboard.type("buntek")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)


def eintrag(page: Page) -> None:
    """Opens the first record of a list."""
    zur_liste(page)
    page.locator(".st-key-pflege_liste button").first.click()


def datei(page: Page) -> None:
    """Chooses a file that has errors, and one that is not taken."""
    rows = "indikator_id,ebene,gebiet_id,zeit,zaehler,nenner\nhze_ohne_28,stadtteil,99,2024,-3,100\n"
    page.locator("input[type=file]").set_input_files(
        [
            {"name": "lieferung.csv", "mimeType": "text/csv", "buffer": rows.encode()},
            {"name": "bericht.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"},
        ]
    )
    expect(page.get_by_test_id("stFileChip")).to_have_count(2)
    expect(page.get_by_role("button", name="Prüfen")).to_be_enabled()  # both have arrived


BEDARFSARTEN = ("Bedürfnisse", "Bedarfe", "Impulse", "Steuerungspotentiale")
REGISTERFORMULARE = ("Übergabe anlegen", "Antwort eintragen", "Rückmeldung eintragen", "Übergabelisten")
EINE_WERKSTATT = "werkstaetten?teil=rueckmeldungen&werkstatt=WS-5"
LEINWAND = "dialog?dialog=QD-3&modus=praesentation"
BILDER = (1, 2, 3, 7, 8, 9, 28, 30, 31, 32, 33, 34)  # one screen of each kind; 33 has the live notes over it

SEITEN: dict[str, tuple[Zustand, ...]] = {
    "ueberblick": (
        Zustand(""),
        Zustand("", knopf("Zahlen"), "Menü offen"),
        Zustand("", knopf("Menü öffnen"), "Menü offen", telefon=True),
    ),
    "karte": (
        Zustand("karte?gebiet=03"),
        Zustand("karte?ebene=stadtbezirk", fach("Tabelle"), "Tabelle"),
        Zustand("karte", fach("Definition"), "Definition"),
        Zustand("karte", fach("Klassen"), "Klassen"),
        Zustand("karte", fach("Herunterladen"), "Herunterladen"),
        *(Zustand(f"karte?skala={one}") for one in ("stadt", "veraenderung&seit=2018", "geglaettet")),
        Zustand("karte", liste("^Indikator"), "Liste der Indikatoren offen"),
        Zustand("karte", liste("^Gebiet"), "Liste der Gebiete offen"),
    ),
    "zeitreihe": (
        Zustand("zeitreihe"),
        Zustand("zeitreihe?gebiete=03,04,05,06", fach("Tabelle"), "Tabelle"),
        Zustand("zeitreihe?gebiete=03", fach("Herunterladen"), "Herunterladen"),
        Zustand("zeitreihe?gebiete=03", liste("Gebiete"), "Liste offen"),
    ),
    "profil": (
        Zustand("profil"),
        Zustand("profil?ebene=stadtbezirk"),
        Zustand("profil", liste("^Gebiet"), "Liste offen"),
    ),
    "analyse": (
        Zustand("analyse?blick=tabelle", klappe, "mit Filter"),
        Zustand("analyse?blick=tabelle", liste("^Indikatoren"), "Liste offen"),
        *(Zustand(f"analyse?blick={one}") for one in ("vergleich", "trichter", "streuung", "quadranten")),
        Zustand("analyse?blick=korrelation"),
        Zustand("analyse?blick=index", klappe, "mit Gewichten"),
        Zustand("analyse?blick=raum&ebene=stadtbezirk"),
    ),
    "holstentor-nord": (
        *(Zustand(f"holstentor-nord?teil={one}") for one in ("perspektiven", "bedarfe", "kette", "raum")),
        Zustand("holstentor-nord?teil=kette&element=BE-1"),
        Zustand("holstentor-nord?teil=raum", alle_klappen, "alle mit Namen"),
        Zustand("holstentor-nord?teil=bearbeiten", klappe, "als Tabelle"),
        Zustand(
            "holstentor-nord?teil=bearbeiten", nacheinander(eintrag, alle_klappen), "ein Eintrag vor dem Entfernen"
        ),
        *(Zustand("holstentor-nord?teil=bearbeiten", neu(one), f"neu, {one}") for one in BEDARFSARTEN),
    ),
    "werkstaetten": (
        *(Zustand(f"werkstaetten?teil={one}") for one in ("karte", "themen", "schnittstellen", "rueckmeldungen")),
        Zustand("werkstaetten?teil=karte", alle_klappen, "auch ohne Ort"),
        Zustand("werkstaetten?teil=karte", liste("^Thema"), "Liste offen"),
        Zustand("werkstaetten?teil=rueckmeldungen", alle_klappen, "alle Aussagen"),
        *(Zustand(EINE_WERKSTATT, fach(one), one) for one in REGISTERFORMULARE),
        Zustand(
            EINE_WERKSTATT,
            nacheinander(fach("Übergabe anlegen"), knopf("Kalender öffnen")),
            "Kalender offen",
        ),
        Zustand("werkstaetten?teil=fuer-kinder"),
        Zustand("werkstaetten?teil=erfassen"),
        Zustand("werkstaetten?teil=pruefen", knopf("Tilgen"), "vor dem Tilgen"),
        Zustand("werkstaetten?teil=bearbeiten"),
        *(Zustand("werkstaetten?teil=bearbeiten", neu(one), f"neu, {one}") for one in ("Werkstätten", "Aussagen")),
    ),
    "leitlinien": (
        Zustand("leitlinien"),
        Zustand("leitlinien", verweis("Beteiligung junger Menschen"), "eine Leitlinie"),
        Zustand("leitlinien?teil=bearbeiten"),
        Zustand("leitlinien?teil=bearbeiten", neu("Meilensteine"), "neu, Meilenstein"),
    ),
    "handbuch": (
        Zustand("handbuch"),
        Zustand("handbuch?kapitel=was-heisst-das-intervall"),
        Zustand("handbuch?kapitel=daten-weitergeben"),
    ),
    "methodik": (
        Zustand("methodik?abschnitt=indikatoren"),
        Zustand("methodik?indikator=hze_ohne_28"),
        Zustand("methodik?abschnitt=statistik", klappe, "ein Kapitel"),
        *(Zustand(f"methodik?abschnitt={one}") for one in ("geheimhaltung", "zeichen", "gebiete", "reihenbrueche")),
        *(Zustand(f"methodik?abschnitt={one}") for one in ("datenstaende", "offene-daten", "barrierefreiheit")),
        Zustand("methodik?abschnitt=datenschutz"),
        Zustand("methodik?abschnitt=impressum"),
    ),
    "daten": (
        Zustand("daten"),
        Zustand("daten", datei, "Dateien gewählt"),
        Zustand("daten", fach("Datenstände"), "Datenstände"),
        Zustand("daten", fach("Geheimhaltung"), "Geheimhaltung"),
        Zustand("daten", fach("Protokoll"), "Protokoll"),
    ),
    "dialog": (
        Zustand("dialog"),
        Zustand("dialog?teil=neu"),
        Zustand("dialog?teil=neu", knopf("Kalender öffnen"), "Kalender offen"),
        *(Zustand(f"dialog?dialog=QD-3&teil={one}") for one in ("vorbereiten", "mitschrift", "brett", "ausgabe")),
        Zustand("dialog?dialog=QD-3&teil=vorbereiten", klappe, "mit Minuten"),
        Zustand("dialog?dialog=QD-3&teil=vorbereiten", liste("^Aussagen aus"), "Liste offen"),
        Zustand("dialog?teil=brett", verweis("In Moisling findet"), "eine Vereinbarung"),
        Zustand("dialog?teil=brett", nacheinander(verweis("In Moisling findet"), alle_klappen), "ihr Verlauf"),
        Zustand("dialog?teil=bearbeiten"),
        *(
            Zustand("dialog?teil=bearbeiten", neu(one), f"neu, {one}")
            for one in ("Dialoge", "Notizen", "Vereinbarungen")
        ),
    ),
    "praesentation": (
        *(Zustand(LEINWAND, bild(one), f"Bild {one}") for one in BILDER),
        Zustand(LEINWAND, nacheinander(bild(9), gebietsliste), "Gebiete offen"),
        Zustand(LEINWAND, nacheinander(bild(9), anderes_gebiet), "anderes Gebiet"),
    ),
    "transfer": (
        *(Zustand(f"transfer?teil={one}") for one in ("plan", "matrix", "kette", "bearbeiten")),
        Zustand("transfer?von=BE-1", alle_klappen, "Belege"),
        *(Zustand("transfer?zeile=TR-5", fach(one), one) for one in ("Versand eintragen", "Rückmeldung eintragen")),
        *(Zustand("transfer?teil=bearbeiten", neu(one), f"neu, {one}") for one in ("Transferzeilen", "Versand")),
    ),
}
