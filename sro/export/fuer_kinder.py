"""The feedback for the children on paper: large type, one statement a box, a sentence a line, pictograms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sro.auswertung.werkstatt.kindersicht import Kinderkarte
from sro.export.pdf import typeset
from sro.model.gebiet import normalised
from sro.model.werkstatt import Werkstatt
from sro.views import words
from sro.views.theme import LIGHT
from sro.views.werkstatt.kinderblatt import FOR_SYNTHETIC, NOTHING, place, theme_name, theme_sign
from sro.views.werkstatt.kinderworte import SAID, TITLE, answer, said, state
from sro.views.werkstatt.piktogramm import svg_piktogramm


def pdf(werkstatt: Werkstatt, karten: Sequence[Kinderkarte], heute: dt.date) -> bytes:
    """The feedback of one Werkstatt as PDF/UA-1."""
    return typeset("fuer_kinder", content(werkstatt, karten, heute), f"{' '.join(TITLE)} {place(werkstatt)}")


def content(werkstatt: Werkstatt, karten: Sequence[Kinderkarte], heute: dt.date) -> dict[str, Any]:
    """Everything that the template prints, as texts and pictures."""
    synthetic = werkstatt.synthetisch or any(karte.aussage.inhalt.synthetisch for karte in karten)
    return {
        "titel": TITLE,
        "wo": place(werkstatt),
        "wo_zeichen": _sign("ort"),
        "stand": f"Stand: {words.date(heute)}",
        "synthetisch": f"Synthetisch. {FOR_SYNTHETIC}" if synthetic else "",
        "karten": [_card(karte) for karte in karten],
        "leer": NOTHING,
        "farben": {field.name: getattr(LIGHT, field.name) for field in fields(LIGHT)},
    }


def file_name(werkstatt: Werkstatt) -> str:
    """ "Das_passiert_jetzt_kinderwerkstatt-kuecknitz.pdf" """
    return f"Das_passiert_jetzt_{normalised(werkstatt.titel).replace(' ', '-')[:60] or 'werkstatt'}.pdf"


def _card(karte: Kinderkarte) -> dict[str, Any]:
    aussage = karte.aussage.inhalt
    return {
        "thema": theme_name(karte),
        "thema_zeichen": _sign(theme_sign(karte)),
        "kopf": SAID[aussage.valenz],
        "gesagt": said(aussage),
        "stand": state(aussage, karte.stellen),
        "stand_zeichen": _sign(aussage.bearbeitung),
        "antwort": answer(aussage),
    }


def _sign(name: str) -> str:
    return svg_piktogramm(name, LIGHT.ink)
