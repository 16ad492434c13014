"""A profile to take along, and those of all districts in one ZIP, with progress."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import streamlit as st

from sro.auswertung.profil.profil import Profil
from sro.export.csv import Form
from sro.export.profil.dateien import Profilformat, Profilstoff
from sro.export.spalten import Beigabe
from sro.model.gebiet import Gebiet
from sro.reference.city import city
from sro.reference.herausgabe import publication
from sro.store.grenzen import boundaries
from sro.web import data
from sro.web.downloads import Datei, offer_files
from sro.web.profil.seite import area_profile

LABEL = {
    Profilformat.PDF: "Profil als PDF",
    Profilformat.PPTX: "Folien mit Diagrammen (PPTX)",
    Profilformat.XLSX: "Arbeitsmappe mit Diagrammen (XLSX)",
    Profilformat.CSV: "Tabelle für Programme (CSV)",
}
IN_PACKAGE = (Profilformat.PDF, Profilformat.XLSX, Profilformat.PPTX)
PACKED = "_profile_gepackt"  # (Datenstand, level, ZIP): kept until another one is made


def offer_profile(profil: Profil) -> None:
    """This district's files, and a button that puts all of the level together."""
    stoff = _stuff(profil)
    offer_files([*(_file(stoff, form) for form in LABEL), _for_excel(stoff)])
    if not city().is_large(profil.ebene.id):  # of thousands a command makes them: python -m sro report
        _offer_all(stoff)


def _offer_all(stoff: Profilstoff) -> None:
    """First a button that makes the package; in its place, once it is made, the one that takes it along."""
    ebene, which = stoff.profil.ebene, (stoff.profil.datenstand.id, stoff.profil.ebene.id)
    place, icon = st.empty(), ":material/folder_zip:"
    packed = st.session_state.get(PACKED)
    if (packed is None or packed[:2] != which) and place.button(
        f"Profile aller {ebene.plural} zusammenstellen", icon=icon
    ):
        packed = st.session_state[PACKED] = (*which, _packed(stoff, city().of_level(ebene.id)))
    if packed and packed[:2] == which:
        place.download_button(
            f"Alle {ebene.plural} herunterladen (ZIP)",
            packed[2],
            f"Profile_{ebene.id}.zip",
            "application/zip",
            icon=icon,
            on_click="ignore",
        )


def _stuff(profil: Profil) -> Profilstoff:
    beigabe = Beigabe(profil.datenstand, publication())
    return Profilstoff(profil, data.figures(profil.datenstand.id), boundaries(profil.gebiet.ebene).geojson, beigabe)


def _file(stoff: Profilstoff, form: Profilformat) -> Datei:
    return Datei(LABEL[form], stoff.name(form), form.mime, lambda: stoff.file(form))


def _for_excel(stoff: Profilstoff) -> Datei:
    def table() -> bytes:
        from sro.export.profil.tabelle import profile_csv  # not needed before somebody presses the button

        return profile_csv(stoff.profil, stoff.beigabe, Form.EXCEL)

    form = Profilformat.CSV
    name = stoff.name(form).replace(".csv", "_excel.csv")
    return Datei("Tabelle für Excel (CSV)", name, form.mime, table)


def _packed(stoff: Profilstoff, gebiete: tuple[Gebiet, ...]) -> bytes:
    """Three files an area; the bar names the area that is being made."""
    out = io.BytesIO()
    bar = st.progress(0.0)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as paket:
        for number, gebiet in enumerate(gebiete, 1):
            bar.progress((number - 1) / len(gebiete), f"{gebiet.name} ({number} von {len(gebiete)})")
            one = replace(stoff, profil=area_profile(stoff.profil.datenstand.id, gebiet.key))
            for form in IN_PACKAGE:
                paket.writestr(one.name(form), one.file(form))
    bar.empty()
    return out.getvalue()
