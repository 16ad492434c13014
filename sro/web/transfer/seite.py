"""What the page Transfer shows, from the records that this role may read."""

from __future__ import annotations

from sro.akten.bestand import Bestand
from sro.auswertung.transfer.belegkette import GLIEDER, evidence_chain
from sro.auswertung.transfer.plan import Planzeile, plan
from sro.model.transfer import Transfer, Versand
from sro.model.vereinbarung import Vereinbarung
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.views.transfer.belege import Belegbild
from sro.views.transfer.belegworte import INDIKATOR, kind, name
from sro.web import tag
from sro.web.transfer.auswahl import Transferwahl
from sro.web.transfer.stand import way
from sro.web.transfer.wege import indicator_address, own_address, product_address


def rows(akten: Bestand) -> tuple[Planzeile, ...]:
    """The whole plan as it stands today."""
    return plan(akten, city(), tag.heute())


def narrowed(zeilen: tuple[Planzeile, ...], wahl: Transferwahl) -> tuple[Planzeile, ...]:
    """Rows of the chosen product and audience."""
    return tuple(zeile for zeile in zeilen if _passes(zeile.akte.inhalt, wahl))


def synthetic(akten: Bestand) -> bool:
    return any(
        akte.inhalt.synthetisch for akte in (*akten.von(Transfer), *akten.von(Versand), *akten.von(Vereinbarung))
    )


def product_way(transfer: Transfer) -> str:
    return product_address(transfer, city())


def picture(akten: Bestand, start: str) -> Belegbild:
    """The evidence chain from one element with all that it takes to draw it."""
    return Belegbild(evidence_chain(akten, start), akten, catalogue(), city(), way, lambda one: _page(akten, one))


def starts(akten: Bestand) -> dict[str, str]:
    """Where a chain can start: id → what stands in the list to choose from, Indikatoren first."""
    figures = [one.id for one in catalogue().indikatoren]
    records = [akte.id for klasse in reversed(GLIEDER) for akte in akten.von(klasse)]
    return {one: _offered(one, akten) for one in (*figures, *records)}


def _offered(one: str, akten: Bestand) -> str:
    what = kind(one, akten)
    said = name(one, akten, catalogue())
    return f"{what}: {said}" if what == INDIKATOR else f"{what} {said}"


def _page(akten: Bestand, element: str) -> str | None:
    return own_address(akten.akte(element)) if element in akten else indicator_address(element)


def _passes(transfer: Transfer, wahl: Transferwahl) -> bool:
    return wahl.produkt in (None, transfer.produkt) and wahl.zielgruppe in (None, transfer.zielgruppe)
