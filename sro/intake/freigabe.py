"""Releasing: what was checked and confirmed becomes the active Datenstand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sro.intake.sprache import listed
from sro.intake.vorschau import Vorschau
from sro.model.akteur import Akteur, Rolle
from sro.model.datenstand import Datenstand
from sro.model.protokoll import Angaben, Bestaetigung
from sro.store import FreigabeAbgelehnt, Store

NOTHING: Mapping[str, str] = MappingProxyType({})


def release(
    vorschau: Vorschau,
    *,
    store: Store,
    akteur: Akteur,
    titel: str | None = None,
    bestaetigt: Mapping[str, str] = NOTHING,
) -> Datenstand:
    """Makes a Datenstand of a delivery that was looked at; `bestaetigt` gives a reason for each code of a warning.

    NichtErlaubt for whoever may not release. FreigabeAbgelehnt, and nothing is written, where there are errors, where a
    warning is not confirmed, or where somebody released or activated anything since the delivery was checked.
    """
    akteur.require(Rolle.PLANUNG)
    if vorschau.has_errors or vorschau.ergebnis is None:
        raise FreigabeAbgelehnt("Die Lieferung hat Fehler. Bitte berichtigen und noch einmal prüfen.")
    missing = unconfirmed(vorschau, bestaetigt)
    if missing:
        raise FreigabeAbgelehnt(f"Nicht bestätigt: {listed(missing)}. Bitte für jede Warnung einen Grund nennen.")
    reasons = tuple(Bestaetigung(code, _one_line(bestaetigt[code])) for code in vorschau.warnungen)
    return store.publish(
        vorschau.ergebnis,
        vorschau.herkunft,
        titel or vorschau.titel,
        wer=akteur,
        stand=vorschau.stand,
        angaben=Angaben(vorschau.dateien, reasons),
    )


def unconfirmed(vorschau: Vorschau, bestaetigt: Mapping[str, str]) -> tuple[str, ...]:
    """The warnings that nobody gave a reason for."""
    return tuple(code for code in vorschau.warnungen if not _one_line(bestaetigt.get(code, "")))


def _one_line(text: str) -> str:
    """No reason can look like another entry of the Protokoll."""
    return " ".join(text.split())
