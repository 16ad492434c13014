"""Whether a delivery would be protected by other rules than what is published already of its kind."""

from __future__ import annotations

from sro.model.befund import Befund
from sro.model.geheimhaltung import Geheimhaltung, Verfahren
from sro.store import Store


def changed_rules(store: Store, synthetisch: bool, jetzt: Geheimhaltung) -> tuple[Befund, ...]:
    """An error where earlier Datenstände of the kind (synthetic or real) were protected by other rules.

    A hidden count that stands rounded elsewhere is narrowed down, and so is one that is known to be no zero.
    """
    for datenstand in store.datenstaende():
        of_kind = any(one.synthetisch == synthetisch for one in datenstand.herkunft)
        if of_kind and not jetzt.vereinbar(datenstand.geheimhaltung):
            return (Befund("geheimhaltung_gewechselt", _sentence(datenstand.id, datenstand.geheimhaltung, jetzt)),)
    return ()


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
