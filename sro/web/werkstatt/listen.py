"""Handover lists to take along: one office as workbook or PDF, all offices in one ZIP."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Sequence

import streamlit as st

from sro.auswertung.werkstatt.register import Amtsregister
from sro.export.uebergabeliste import Uebergabeliste, handover_list
from sro.model.akteur import Rolle
from sro.reference.city import city
from sro.reference.herausgabe import publication
from sro.reference.stimmenworte import stimmenworte
from sro.web.akten import readable_for
from sro.web.downloads import XLSX, Datei, offer_files

WHAT = "In den Listen steht, was die Filter oben übrig lassen: freigegebene Aussagen in ihrer öffentlichen Fassung."


def show(register: Sequence[Amtsregister], heute: dt.date) -> None:
    """In a list stands only what professionals of other offices may read, in its public words."""
    if not register:
        st.info("Zu dieser Auswahl ist noch nichts übergeben.")
        return
    st.html(f'<p class="sro-unter">{WHAT}</p>')
    by_id = {one.schnittstelle: one for one in register}
    names = {one.id: f"{one.name} ({one.amt})" for one in stimmenworte().schnittstellen}
    chosen = st.selectbox("Liste für", list(by_id), format_func=names.__getitem__, key="register_liste", width=420)
    liste = _list(by_id[chosen], heute)
    offer_files(
        [
            Datei("Übergabeliste (XLSX)", liste.name("xlsx"), XLSX, lambda: workbook(liste)),
            Datei("Übergabeliste (PDF)", liste.name("pdf"), "application/pdf", lambda: leaflet(liste)),
            Datei(
                "Alle Übergabelisten (ZIP)", f"Uebergabelisten_{heute.isoformat()}.zip", "application/zip",
                lambda: package([_list(one, heute) for one in register]),
            ),
        ]
    )  # fmt: skip


def package(listen: Sequence[Uebergabeliste]) -> bytes:
    """Both files of every office."""
    made: tuple[tuple[str, Callable[[Uebergabeliste], bytes]], ...] = (("xlsx", workbook), ("pdf", leaflet))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as paket:
        for liste in listen:
            for ending, make in made:
                paket.writestr(liste.name(ending), make(liste))
    return out.getvalue()


def workbook(liste: Uebergabeliste) -> bytes:
    from sro.export.mappe.uebergabe import xlsx  # not needed before somebody presses the button

    return xlsx(liste)


def leaflet(liste: Uebergabeliste) -> bytes:
    from sro.export.uebergabeliste import pdf

    return pdf(liste)


def _list(amt: Amtsregister, heute: dt.date) -> Uebergabeliste:
    lesbar = readable_for(Rolle.FACHKRAFT)
    return handover_list(amt, lesbar, city(), stimmenworte(), publication(), heute)
