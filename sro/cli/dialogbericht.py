"""What the files of a dialogue are made of, from the store: with what the Fachkreis may read and nothing else."""

from __future__ import annotations

import datetime as dt
from functools import cache

from sro.akten.einsicht import for_role
from sro.auswertung.dialog.ausgabe import handed_out
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.cli.zahlenwerk import figures
from sro.export.dialog.dateien import Dialogstoff
from sro.model.akteur import Rolle
from sro.model.dialog import Dialog
from sro.reference.herausgabe import publication
from sro.store import Store, StoreError


def material(store: Store, dialog: str) -> Dialogstoff:
    """StoreError where there is no such dialogue, or not the Datenstand that is frozen for it."""
    lesbar, known = for_role(store.akten.bestand(), Rolle.FACHKRAFT), {one.id for one in store.datenstaende()}

    @cache
    def frozen(number: int) -> Zahlenwerk | None:
        return figures(store, number) if number in known else None

    found = handed_out(dialog, lesbar, frozen, store.akten.verlauf, dt.date.today())
    if found:
        return Dialogstoff(found, publication())
    if dialog in {akte.id for akte in lesbar.von(Dialog)}:
        raise StoreError(f"Der Datenstand, der für {dialog} festgehalten ist, fehlt in dieser Datenbank.")
    listed = ", ".join(akte.id for akte in lesbar.von(Dialog)) or "keinen"
    raise StoreError(f"Einen Dialog „{dialog}“, den der Fachkreis lesen darf, gibt es nicht. Es gibt: {listed}.")
