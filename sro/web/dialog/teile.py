"""The parts of the page Dialog: which there are for whom, and what each shows."""

from __future__ import annotations

from sro.akten.bestand import Bestand
from sro.auswertung.dialog.blatt import Dialogblatt
from sro.model.akteur import Rolle
from sro.model.dialog import Dialog, Notiz
from sro.model.vereinbarung import Vereinbarung
from sro.web.brett import tafel as brett
from sro.web.dialog import ausgabe as dialog_ausgabe
from sro.web.dialog import liste as dialog_liste
from sro.web.dialog import mitschrift as dialogmitschrift
from sro.web.dialog import neu as dialog_neu
from sro.web.dialog import vorbereiten as dialog_vorbereiten
from sro.web.dialog.auswahl import MIT_DIALOG, OHNE_DIALOG, Dialogwahl, Teil
from sro.web.dialog.stand import controlled
from sro.web.pflege import seite as pflege
from sro.web.rechte import darf, nur_fuer
from sro.web.teile import parts

TEIL = {
    Teil.DIALOGE: "Dialoge",
    Teil.NEU: "Neuer Dialog",
    Teil.VORBEREITEN: "Vorbereiten",
    Teil.MITSCHRIFT: "Mitschrift",
    Teil.BRETT: "Vereinbarungen",
    Teil.AUSGABE: "Mitnehmen",
    Teil.BEARBEITEN: "Bearbeiten",
}
ROLLE = {Teil.NEU: Rolle.FACHKRAFT, Teil.MITSCHRIFT: Rolle.FACHKRAFT, Teil.BEARBEITEN: Rolle.PLANUNG}


def choose(wahl: Dialogwahl) -> None:
    """The parts that this role has; one that it lacks but the address names is not offered either."""
    offered = [teil for teil in (MIT_DIALOG if wahl.dialog else OHNE_DIALOG) if _allowed(teil)]
    if offered == [wahl.gezeigt]:
        return
    name = "teil_offen" if wahl.dialog else "teil"
    parts(
        TEIL,
        offered,
        wahl.gezeigt,
        lambda shown: controlled(
            name, shown, lambda chosen: {"teil": Teil(chosen), "vereinbarung": None} if chosen else {}
        ),
    )


def show(wahl: Dialogwahl, akten: Bestand, blatt: Dialogblatt | None) -> None:
    """The chosen part; `blatt` is the open dialogue's, None where none is open."""
    teil = wahl.gezeigt
    if teil in ROLLE:
        nur_fuer(ROLLE[teil], teil=True)
    match teil:
        case Teil.DIALOGE:
            dialog_liste.show(wahl, akten)
        case Teil.NEU:
            dialog_neu.show(akten)
        case Teil.VORBEREITEN if blatt:
            dialog_vorbereiten.show(blatt)
        case Teil.BEARBEITEN:
            pflege.show((Dialog, Notiz, Vereinbarung), key="dialogpflege")
        case Teil.MITSCHRIFT if wahl.dialog:
            dialogmitschrift.show(wahl.dialog)
        case Teil.AUSGABE if blatt:
            dialog_ausgabe.show(blatt)
        case Teil.BRETT:
            brett.show(wahl.dialog)


def _allowed(teil: Teil) -> bool:
    return darf(ROLLE.get(teil, Rolle.OEFFENTLICH))
