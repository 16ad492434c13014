"""Every page in every state that people meet: its parts, its drawers, what opens above it. Walked in one session."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from scripts.app_server import Server

Schritt = Callable[[Page], None]
SHOWN = """() => document.querySelector('h1')
  && document.querySelector('.stApp').dataset.testScriptState === 'notRunning'
  && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]')"""
GO = "to => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')); }"
PATIENCE = 30_000
QUIET = 90  # milliseconds between two looks that must find the page at rest


@dataclass(frozen=True)
class Zustand:
    """An address, and what is clicked there."""

    adresse: str
    schritt: Schritt | None = None
    name: str = ""

    def __str__(self) -> str:
        return f"{self.adresse or 'ueberblick'}{f' ({self.name})' if self.name else ''}"


def rest(page: Page) -> None:
    """Until the page has drawn everything and stays as it is."""
    for _ in range(2):
        page.wait_for_timeout(QUIET)
        page.wait_for_function(SHOWN, timeout=PATIENCE)


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


def eintrag(page: Page) -> None:
    """Opens the first record of a list."""
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


SEITEN: dict[str, tuple[Zustand, ...]] = {
    "ueberblick": (Zustand(""), Zustand("", knopf("Zahlen"), "Menü offen")),
    "karte": (
        Zustand("karte?gebiet=03"),
        Zustand("karte?ebene=stadtbezirk", fach("Tabelle"), "Tabelle"),
        Zustand("karte", fach("Definition"), "Definition"),
        Zustand("karte", fach("Klassen"), "Klassen"),
        Zustand("karte", fach("Herunterladen"), "Herunterladen"),
        Zustand("karte", liste("^Indikator"), "Liste offen"),
    ),
    "zeitreihe": (
        Zustand("zeitreihe"),
        Zustand("zeitreihe?gebiete=03", fach("Tabelle"), "Tabelle"),
        Zustand("zeitreihe?gebiete=03", liste("Gebiete"), "Liste offen"),
    ),
    "profil": (Zustand("profil"), Zustand("profil?ebene=stadtbezirk")),
    "analyse": (
        Zustand("analyse?blick=tabelle", klappe, "Filter offen"),
        *(Zustand(f"analyse?blick={one}") for one in ("vergleich", "trichter", "streuung", "quadranten")),
        Zustand("analyse?blick=korrelation"),
        Zustand("analyse?blick=index", klappe, "Gewichte offen"),
        Zustand("analyse?blick=raum&ebene=stadtbezirk"),
    ),
    "holstentor-nord": (
        *(Zustand(f"holstentor-nord?teil={one}") for one in ("perspektiven", "bedarfe", "kette", "raum")),
        Zustand("holstentor-nord?teil=kette&element=BE-1"),
        Zustand("holstentor-nord?teil=bearbeiten", klappe, "als Tabelle"),
        Zustand("holstentor-nord?teil=bearbeiten", eintrag, "ein Eintrag"),
    ),
    "werkstaetten": (
        *(Zustand(f"werkstaetten?teil={one}") for one in ("karte", "themen", "schnittstellen", "rueckmeldungen")),
        Zustand("werkstaetten?teil=fuer-kinder"),
        Zustand("werkstaetten?teil=erfassen"),
        Zustand("werkstaetten?teil=pruefen", knopf("Tilgen"), "vor dem Tilgen"),
        Zustand("werkstaetten?teil=bearbeiten"),
    ),
    "leitlinien": (Zustand("leitlinien"), Zustand("leitlinien?teil=bearbeiten")),
    "methodik": (
        Zustand("methodik?abschnitt=indikatoren"),
        Zustand("methodik?indikator=hze_ohne_28"),
        Zustand("methodik?abschnitt=statistik", klappe, "ein Kapitel"),
        *(Zustand(f"methodik?abschnitt={one}") for one in ("geheimhaltung", "zeichen", "gebiete", "reihenbrueche")),
        *(Zustand(f"methodik?abschnitt={one}") for one in ("datenstaende", "offene-daten", "barrierefreiheit")),
        Zustand("methodik?abschnitt=datenschutz"),
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
        *(Zustand(f"dialog?dialog=QD-3&teil={one}") for one in ("vorbereiten", "mitschrift", "brett", "ausgabe")),
        Zustand("dialog?teil=bearbeiten"),
    ),
    "transfer": tuple(Zustand(f"transfer?teil={one}") for one in ("plan", "matrix", "kette", "bearbeiten")),
}
