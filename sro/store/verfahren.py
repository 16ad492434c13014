"""Whether a release was protected by other rules than what is published already of its kind (synthetic or real)."""

from __future__ import annotations

from collections.abc import Iterable, Set

from sro.model.datenstand import Datenstand
from sro.model.geheimhaltung import Geheimhaltung, Verfahren


def changed_rules(datenstaende: Iterable[Datenstand], kinds: Set[bool], jetzt: Geheimhaltung) -> str:
    """A sentence where earlier Datenstände of one of the kinds were protected by other rules; else nothing.

    A hidden count that stands rounded elsewhere is narrowed down, and so is one that is known to be no zero.
    """
    for datenstand in datenstaende:
        of_kind = any(one.synthetisch in kinds for one in datenstand.herkunft)
        if of_kind and not jetzt.vereinbar(datenstand.geheimhaltung):
            return _sentence(datenstand.id, datenstand.geheimhaltung, jetzt)
    return ""


def _sentence(number: int, before: Geheimhaltung, now: Geheimhaltung) -> str:
    return (
        f"In dieser Datenbank ist Datenstand {number} so veröffentlicht: {_said(before)}. Nach geheimhaltung.yaml gilt "
        f"jetzt: {_said(now)}. Beides zusammen würde kleine Zahlen eingrenzen. Bitte für das andere Verfahren eine "
        "eigene Datenbank anlegen (SRO_VAR oder SRO_DATABASE_URL) oder in geheimhaltung.yaml beim bisherigen bleiben."
    )


def _said(regeln: Geheimhaltung) -> str:
    if regeln.verfahren is Verfahren.RUNDEN:
        return f"Zahlen auf Vielfache von {regeln.rundungsbasis} gerundet"
    return f"kleine Zahlen unterdrückt, Nullen {'gezeigt' if regeln.null_zeigen else 'geheim'}"
