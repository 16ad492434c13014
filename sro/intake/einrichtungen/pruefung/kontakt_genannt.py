"""A telephone number or an e-mail address in a text. The finding does not repeat it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sro.intake.einrichtungen.zeile import Liste
from sro.model.befund import Befund

CODE = "kontakt_genannt"
TEXTS = ("name", "traeger", "hinweis")
_MAIL = re.compile(r"\S@\S")
# A dialling code and a number, or the word for it; years, house numbers and paragraphs are shorter.
_PHONE = re.compile(r"(?:\+\d{2}|\b0\d)[\d\s/()-]{5,}\d|\b(?:tel|telefon|mobil|handy)\b\W*\d", re.IGNORECASE)


def check(liste: Liste) -> Iterator[Befund]:
    for zeile in liste.zeilen:
        for spalte in TEXTS:
            if _MAIL.search(zeile[spalte]) or _PHONE.search(zeile[spalte]):
                text = (
                    f"In „{spalte}“ steht eine Telefonnummer oder E-Mail-Adresse. Bitte löschen: "
                    "Angaben, über die einzelne Menschen zu erreichen sind, gehören nicht in die Liste."
                )
                yield zeile.befund(CODE, spalte, text, quoted=False)
