"""A district's profile as a leaflet of one to four pages A4, for reading on paper and with a screen reader."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sro.auswertung.kennwert import Kennwert
from sro.auswertung.profil.alter import Altersaufbau
from sro.auswertung.profil.profil import Profil, Thema
from sro.export.pdf import typeset
from sro.model.einrichtung import Einrichtung, by_kind
from sro.model.gebiet import Stadt
from sro.reference.herausgabe import publication
from sro.views import words
from sro.views.karte.lageplan import describe, svg_locator
from sro.views.karte.umriss import Grenzen
from sro.views.profil.blatt import READING, SIGNS
from sro.views.profil.einrichtungen import facilities_source
from sro.views.profil.portraet import age_name, percent, portrait
from sro.views.profil.vergleichbar import comparable_sentence
from sro.views.quelle import SYNTHETISCH, datenstand_label, licence, sources_line
from sro.views.theme import LIGHT
from sro.views.zahlen.beschreibung import describe_series
from sro.views.zahlen.kopfzahl import cases, course, period, unit
from sro.views.zahlen.saetze import sentences
from sro.views.zahlen.streifen import NARROW as STRIP
from sro.views.zahlen.streifen import describe_strip, svg_strip
from sro.views.zahlen.trend import FLAT, HEIGHT, NARROW, WIDTH, svg_trend

Bild = dict[str, str]  # svg and alt


def pdf(profil: Profil, stadt: Stadt, grenzen: Grenzen) -> bytes:
    """The leaflet as PDF/UA-1."""
    return typeset("profil", content(profil, stadt, grenzen), title(profil, stadt))


def title(profil: Profil, stadt: Stadt) -> str:
    return f"{profil.gebiet.name} – Profil, {stadt.name}"


def content(profil: Profil, stadt: Stadt, grenzen: Grenzen) -> dict[str, Any]:
    """Everything that the template prints, as texts and pictures."""
    synthetic = any(kennwert.synthetisch for kennwert in profil.kennwerte)
    return {
        "name": profil.gebiet.name,
        "ebene": f"{profil.ebene.name} · {stadt.name}",
        "datenstand": datenstand_label(profil.datenstand),
        "synthetisch": SYNTHETISCH if synthetic else "",
        "portraet": [*portrait(profil), comparable_sentence(profil)],
        "lageplan": _picture(svg_locator(profil.gebiet, grenzen, LIGHT), describe(profil.gebiet, stadt)),
        "grenzen": str(grenzen["quelle"]),
        "kopfzahlen": [_headline(kennwert) for kennwert in profil.kopfzahlen],
        "alter": _ages(profil.alter),
        "themen": [_theme(thema) for thema in profil.themen],
        "einrichtungen": _facilities(profil),
        "zeichen": [[words.STATUS_MARK[status], words.STATUS_WORD[status]] for status in SIGNS],
        "farben": {field.name: getattr(LIGHT, field.name) for field in fields(LIGHT)},
        "lesehinweise": READING,
        "herausgeber": stadt.name,
        "lizenz": f"Lizenz: {licence(publication().lizenz)}",
        "quellen": sources_line([kennwert.indikator for kennwert in profil.kennwerte], profil.datenstand),
    }


def _headline(kennwert: Kennwert) -> dict[str, Any]:
    indikator, digits = kennwert.indikator, kennwert.indikator.nachkommastellen
    stadt = kennwert.stadt
    return {
        "name": indikator.kurzname,
        "wert": _bare(kennwert.wert, digits) or words.shown(kennwert.beobachtung, indikator),
        "einheit": unit(kennwert),
        "intervall": words.interval(kennwert.intervall, digits) if kennwert.intervall else "",
        "stadt": (_bare(stadt.wert, digits) or words.shown(stadt, indikator)) if stadt else "",
        "faelle": " ".join(cases(kennwert)),
        "trend": course(kennwert),
        "stand": period(kennwert),
        "verlauf": _trend(kennwert),
    }


def _theme(thema: Thema) -> dict[str, Any]:
    coarser = ", ".join(indikator.kurzname for indikator in thema.nur_groeber)
    return {
        "name": thema.name,
        "zeilen": [_row(kennwert) for kennwert in thema.kennwerte],
        "nur_groeber": f"Auf dieser Ebene nicht ausgewiesen: {coarser}." if coarser else "",
    }


def _row(kennwert: Kennwert) -> dict[str, Any]:
    strip = svg_strip(kennwert, LIGHT, STRIP)
    return {
        **_headline(kennwert),
        "verlauf": _trend(kennwert, NARROW, FLAT),  # a narrow column: the writing has to stay legible
        "streifen": _picture(strip, describe_strip(kennwert) if strip else ""),
        "saetze": sentences(kennwert),
    }


def _ages(alter: Altersaufbau | None) -> dict[str, Any] | None:
    if alter is None:
        return None
    return {
        "zeitpunkt": alter.zeitpunkt,
        "gruppen": [
            {
                "name": age_name(gruppe),
                "anzahl": words.count(gruppe.anzahl),
                "anteil": percent(gruppe.anteil),
                "stadt": percent(gruppe.stadtanteil),
                "balken": gruppe.anteil,
                "marke": gruppe.stadtanteil,
            }
            for gruppe in alter.gruppen
        ],
    }


def _facilities(profil: Profil) -> dict[str, Any] | None:
    if profil.liste is None:
        return None
    kinds = by_kind(profil.einrichtungen)
    return {
        "quelle": facilities_source(profil.liste),
        "arten": [
            {"art": str(art), "liste": "; ".join(_facility(one) for one in found)} for art, found in kinds.items()
        ],
    }


def _facility(one: Einrichtung) -> str:
    """ "Beispiel-Kita Igelbogen (Beispielwerk Brücke gGmbH, 75 Plätze)" """
    places = [] if one.plaetze is None else [f"{words.count(one.plaetze)} Plätze"]
    return f"{one.name} ({', '.join([one.traeger, *places])})"


def _trend(kennwert: Kennwert, breite: int = WIDTH, hoehe: int = HEIGHT) -> Bild | None:
    drawn = svg_trend(kennwert.reihe, kennwert.indikator, LIGHT, kennwert.stadtreihe, kennwert.jahr, breite, hoehe)
    return _picture(drawn, describe_series(kennwert.reihe, kennwert.indikator) if drawn else "")


def _picture(svg: str, alt: str) -> Bild | None:
    return {"svg": svg, "alt": alt} if svg else None


def _bare(wert: float | None, digits: int) -> str:
    return "" if wert is None else words.number(wert, digits)
