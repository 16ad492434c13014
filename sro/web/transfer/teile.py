"""The parts of the page Transfer: plan, who gets what, evidence chain, editing."""

from __future__ import annotations

from html import escape

import streamlit as st

from sro.akten.bestand import Bestand
from sro.auswertung.transfer.plan import Planzeile, balance, matrix
from sro.model.akteur import Rolle
from sro.model.transfer import Produkt, Transfer, Versand, Zielgruppe
from sro.model.vereinbarung import Vereinbarung
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.views.holstentor.beduerfnis import SYNTHETISCH
from sro.views.transfer.belege import html_evidence
from sro.views.transfer.belegliste import html_agreements, overview
from sro.views.transfer.blatt import html_row_sheet
from sro.views.transfer.matrix import gaps, html_matrix
from sro.views.transfer.tafel import html_balance, html_plan
from sro.web import tag, teile
from sro.web.downloads import XLSX, Datei, offer_files
from sro.web.pflege import seite as pflege
from sro.web.rechte import darf, nur_fuer
from sro.web.teile import parts
from sro.web.transfer import eintragen as transfer_eintragen
from sro.web.transfer import seite as transfer
from sro.web.transfer.auswahl import Teil, Transferwahl
from sro.web.transfer.stand import change, controlled, way

TEIL = {
    Teil.PLAN: "Plan",
    Teil.MATRIX: "Wer bekommt was",
    Teil.KETTE: "Belegkette",
    Teil.BEARBEITEN: "Bearbeiten",
}
ABOUT = "Was aus Zahlen, Stimmen und Dialogen an wen geht, und was zurückkommt"
NOTHING = "Noch nichts freigegeben. Hier steht der Plan, soweit die Planung ihn für alle oder für Fachkräfte freigibt."
NOTHING_PASSES = "Zu diesem Filter gibt es keine Zeile. Bitte ein anderes Produkt oder eine andere Zielgruppe wählen."
NO_AGREEMENTS = (
    "Noch ist keine Vereinbarung freigegeben. Eine Kette lässt sich oben trotzdem von jedem Beleg aus öffnen."
)

PFLEGE = "transferpflege"


def heading(akten: Bestand) -> None:
    mark = f" {SYNTHETISCH}" if transfer.synthetic(akten) else ""
    st.html(f'<h1>Transfer</h1><p class="sro-unter">{ABOUT}{mark}</p>')


def choose(wahl: Transferwahl) -> None:
    """The parts; editing is offered to those who may."""
    offered = [teil for teil in Teil if teil is not Teil.BEARBEITEN or darf(Rolle.PLANUNG)]
    parts(
        TEIL,
        offered,
        wahl.teil,
        lambda shown: controlled("teil", shown, lambda chosen: {"teil": Teil(chosen)} if chosen else {}),
    )


def show(wahl: Transferwahl, akten: Bestand) -> None:
    match wahl.teil:
        case Teil.PLAN:
            _plan(wahl, akten)
        case Teil.MATRIX:
            _matrix(akten)
        case Teil.KETTE:
            _chain(wahl, akten)
        case Teil.BEARBEITEN:
            nur_fuer(Rolle.PLANUNG, teil=True)
            pflege.show((Transfer, Versand), key=PFLEGE)


def _plan(wahl: Transferwahl, akten: Bestand) -> None:
    """How it stands, the open row with its forms, then the table."""
    every, heute = transfer.rows(akten), tag.heute()
    if not every:
        teile.silence(NOTHING)
        return
    found = transfer.narrowed(every, wahl)
    st.html(html_balance(balance(found, heute)))
    _filters(wahl)
    transfer_eintragen.said()
    opened = next((zeile for zeile in every if zeile.akte.id == wahl.zeile), None)
    if opened:
        _open_row(opened, akten)
    if found:
        st.html(html_plan(found, akten, city(), heute, way, transfer.product_way))
    else:
        st.html(f'<p class="sro-leer">{NOTHING_PASSES}</p>')
    if darf(Rolle.FACHKRAFT):
        offer_files([Datei("Plan (XLSX)", f"Transferplan_{heute.isoformat()}.xlsx", XLSX, lambda: _workbook(akten))])


def _open_row(zeile: Planzeile, akten: Bestand) -> None:
    with st.container(key="transferzeile"):
        st.html(html_row_sheet(zeile, akten, city(), tag.heute(), way, transfer.product_way))
        if darf(Rolle.PLANUNG):
            transfer_eintragen.show(zeile, akten, _edit)


def _filters(wahl: Transferwahl) -> None:
    with st.container(key="transferfilter", horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Produkt",
            list(Produkt),
            index=None,
            format_func=str,
            placeholder="alle",
            width=300,
            **controlled("produkt", wahl.produkt, lambda chosen: {"produkt": chosen, "zeile": None}),
        )
        st.selectbox(
            "Zielgruppe",
            list(Zielgruppe),
            index=None,
            format_func=str,
            placeholder="alle",
            width=260,
            **controlled("zielgruppe", wahl.zielgruppe, lambda chosen: {"zielgruppe": chosen, "zeile": None}),
        )
        if wahl.filtert:
            st.button("Filter aufheben", type="tertiary", on_click=_everything)


def _matrix(akten: Bestand) -> None:
    every = transfer.rows(akten)
    if not every:
        teile.silence(NOTHING)
        return
    cells = matrix(every)
    st.html(f'<p class="sro-unter">{escape(gaps(cells))}</p>{html_matrix(cells, tag.heute(), way)}')


def _chain(wahl: Transferwahl, akten: Bestand) -> None:
    """A start by search, and the chain from there; without one all agreements."""
    offered = transfer.starts(akten)
    st.selectbox(
        "Kette von",
        list(offered),
        index=None,
        format_func=offered.__getitem__,
        placeholder="Indikator, Aussage, Bedürfnis, Bedarf, Impuls, Vereinbarung oder Versand suchen",
        width=820,
        **controlled("von", wahl.von, lambda chosen: {"von": chosen}),
    )
    if wahl.von:
        st.html(html_evidence(transfer.picture(akten, wahl.von)))
    elif akten.von(Vereinbarung):
        st.html(f'<p class="sro-unter">{escape(overview(akten))}</p>{html_agreements(akten, catalogue(), way)}')
    else:
        st.html(f'<p class="sro-leer">{NO_AGREEMENTS}</p>')


def _workbook(akten: Bestand) -> bytes:
    from sro.export.mappe.akten import xlsx  # not needed before somebody presses the button

    return xlsx(akten, (Transfer, Versand), city())


def _edit(zeile: str) -> None:
    pflege.edit(zeile, key=PFLEGE)
    change(teil=Teil.BEARBEITEN)


def _everything() -> None:
    change(produkt=None, zielgruppe=None)
