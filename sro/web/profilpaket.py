"""A profile to take along, and those of all districts in one ZIP, with progress."""

from __future__ import annotations

import io
import zipfile

import streamlit as st

from sro.auswertung.profil import Profil
from sro.export import profilheft
from sro.export.dateiname import file_name
from sro.model.gebiet import Gebiet
from sro.reference.city import city
from sro.store.grenzen import boundaries
from sro.web.downloads import Datei, offer_files
from sro.web.profil import area_profile

PDF = "application/pdf"
PACKED = "_profile_gepackt"  # (Datenstand, level, ZIP): kept until another one is made


def offer_profile(profil: Profil) -> None:
    """This district's files, and a button that puts all of the level together."""
    offer_files([Datei("Profil als PDF", file_name("Profil", profil.gebiet, "pdf"), PDF, lambda: _pdf(profil))])
    ebene, plural = profil.ebene.id, profil.ebene.plural
    packed = st.session_state.get(PACKED)
    if packed and packed[:2] == (profil.datenstand.id, ebene):
        st.download_button(
            f"Alle {plural} herunterladen (ZIP)",
            packed[2],
            f"Profile_{ebene}.zip",
            "application/zip",
            icon=":material/folder_zip:",
            on_click="ignore",
        )
    elif st.button(f"Profile aller {plural} zusammenstellen", icon=":material/folder_zip:"):
        st.session_state[PACKED] = (profil.datenstand.id, ebene, _packed(profil, city().of_level(ebene)))
        st.rerun(scope="fragment")


def _pdf(profil: Profil) -> bytes:
    return profilheft.pdf(profil, city(), boundaries(profil.gebiet.ebene).geojson())


def _packed(profil: Profil, gebiete: tuple[Gebiet, ...]) -> bytes:
    out = io.BytesIO()
    bar = st.progress(0.0)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as paket:
        for number, gebiet in enumerate(gebiete, 1):
            bar.progress(number / len(gebiete), f"{gebiet.name} ({number} von {len(gebiete)})")
            made = _pdf(area_profile(profil.datenstand.id, gebiet.key))
            paket.writestr(file_name("Profil", gebiet, "pdf"), made)
    return out.getvalue()
