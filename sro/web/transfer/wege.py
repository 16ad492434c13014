"""From a row of the plan to the product itself, and from an element of the evidence chain to its own page. Pure."""

from __future__ import annotations

from urllib.parse import urlencode

from sro.model.akte import Akte, Inhalt
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.gebiet import GebietKey, Stadt
from sro.model.impuls import Impuls
from sro.model.quartier import QUARTIER
from sro.model.transfer import Produkt, Transfer, Versand
from sro.model.vereinbarung import Vereinbarung
from sro.web.brett import auswahl as brettauswahl
from sro.web.dialog import auswahl as dialogauswahl
from sro.web.dialog.auswahl import Dialogwahl
from sro.web.holstentor import auswahl as holstentorauswahl
from sro.web.holstentor.auswahl import Holstentorwahl
from sro.web.transfer import auswahl as transferauswahl
from sro.web.transfer.auswahl import Transferwahl
from sro.web.werkstatt import auswahl as werkstattauswahl
from sro.web.werkstatt.auswahl import Werkstattauswahl

OPEN_DATA = "api/"  # not a page of Streamlit, but the same server
DIALOGTEIL = {
    Produkt.PROTOKOLL: dialogauswahl.Teil.AUSGABE,
    Produkt.FOLIEN: dialogauswahl.Teil.AUSGABE,
    Produkt.HANDREICHUNG: dialogauswahl.Teil.AUSGABE,
    Produkt.BRETT: dialogauswahl.Teil.BRETT,
}
WERKSTATTTEIL = {
    Produkt.UEBERGABELISTE: werkstattauswahl.Teil.RUECKMELDUNGEN,
    Produkt.RUECKMELDUNG: werkstattauswahl.Teil.FUER_KINDER,
}


def product_address(transfer: Transfer, stadt: Stadt) -> str:
    """Where the product of a row is made, as near to its area and its dialogue as that page can be asked for."""
    produkt, raum = transfer.produkt, transfer.raum
    if produkt in DIALOGTEIL:
        return _of_dialogue(DIALOGTEIL[produkt], transfer)
    if produkt in WERKSTATTTEIL:
        return werkstattauswahl.link(Werkstattauswahl(teil=WERKSTATTTEIL[produkt], raum=raum))
    if produkt is Produkt.KETTE:
        return holstentorauswahl.address(
            Holstentorwahl(teil=holstentorauswahl.Teil.KETTE, quartier=_of_project(raum, stadt))
        )
    if produkt is Produkt.OFFENE_DATEN:
        return OPEN_DATA
    return _profile(raum, stadt)


def own_address(akte: Akte[Inhalt]) -> str | None:
    """The page that shows a record of the evidence chain; None where none does."""
    match akte.inhalt:
        case Beduerfnis() | Bedarf() | Impuls():
            chosen = Holstentorwahl(teil=holstentorauswahl.Teil.KETTE, element=akte.id)
            return holstentorauswahl.address(chosen)
        case Aussage():
            return werkstattauswahl.link(Werkstattauswahl(aussage=akte.id))
        case Vereinbarung() as one:
            return brettauswahl.link(akte.id, one.dialog or None)
        case Versand() as one:
            return transferauswahl.address(Transferwahl(zeile=one.transfer or None))
    return None


def indicator_address(indikator: str) -> str:
    return f"methodik?{urlencode({'indikator': indikator})}"


def _of_dialogue(teil: dialogauswahl.Teil, transfer: Transfer) -> str:
    """Without a dialogue there is no hand-out: the list of those about the area, in which one is chosen. A board is."""
    if transfer.dialog:
        return dialogauswahl.link(transfer.dialog, teil)
    part = teil if teil in dialogauswahl.OHNE_DIALOG else dialogauswahl.Teil.DIALOGE
    return dialogauswahl.address(Dialogwahl(teil=part, raum=transfer.raum))


def _of_project(raum: GebietKey | None, stadt: Stadt) -> str | None:
    """The Quartier, where it is one of the model project; the page knows no other."""
    ours = stadt.modellprojekt.quartiere if stadt.modellprojekt else ()
    return raum.id if raum and raum.ebene == QUARTIER and raum.id in ours else None


def _profile(raum: GebietKey | None, stadt: Stadt) -> str:
    """Profiles are of areas: of a Quartier the area in which it lies, of the whole city the page as it opens."""
    if raum and raum.ebene == QUARTIER:
        found = next((one for one in stadt.quartiere if one.id == raum.id), None)
        raum = found.gebiete[0] if found else None
    if raum is None or raum == stadt.oberste.key:
        return "profil"
    return f"profil?{urlencode({'ebene': raum.ebene, 'gebiet': raum.id})}"
