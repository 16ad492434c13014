"""The part „Mitnehmen“ of a dialogue: closing it, and its files, each made when somebody asks for it."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from sro.auswertung.dialog.ausgabe import gaps, handed_out
from sro.auswertung.dialog.blatt import Dialogblatt
from sro.export.dialog.dateien import Dialogformat, Dialogstoff
from sro.model.akteur import Rolle
from sro.model.dialog import Dialogstand
from sro.reference.herausgabe import publication
from sro.views.dialog import ausgabe as views
from sro.web import data, tag, teile
from sro.web.akten import readable_for
from sro.web.brett.tafel import figures
from sro.web.dialog.seite import may_change
from sro.web.dialog.speichern import said, save

FILES = {
    Dialogformat.PROTOKOLL: ("Protokoll", "Zum Versenden und Ablegen; auch mit einem Vorleseprogramm.", "PDF"),
    Dialogformat.DOKUMENT: ("Protokoll zum Bearbeiten", "Für Word und LibreOffice, mit denselben Abschnitten.", "DOCX"),
    Dialogformat.FOLIEN: ("Folien", "Eine Aussage je Folie, Diagramme zum Bearbeiten, Notizen zum Vortragen.", "PPTX"),
    Dialogformat.HANDREICHUNG: ("Handreichung", "Zwei bis vier Seiten mit Platz zum Mitschreiben.", "PDF"),
}  # fmt: skip
ALL = "Alles zusammen (ZIP)"
CLOSE, REOPEN = "Dialog abschließen", "Wieder öffnen"


def show(blatt: Dialogblatt) -> None:
    """How much there is, whether it is final, and the files. They hold only what the Fachkreis may read."""
    said()
    ausgabe = handed_out(blatt.akte.id, readable_for(Rolle.FACHKRAFT), figures, data.store().akten.verlauf, tag.heute())
    if ausgabe is None:
        teile.silence(views.INTERNAL)
        return
    st.html(views.html_counts(ausgabe))
    with st.container(key="dialog_abschluss"):
        st.html(views.html_state(ausgabe, _left_out(blatt), gaps(ausgabe.blatt)))
        _closing(blatt)
    _files(Dialogstoff(ausgabe, publication()))
    teile.source(views.source(ausgabe))


def _closing(blatt: Dialogblatt) -> None:
    """Saved on top of the version that is on the screen; what somebody else changed meanwhile is kept."""
    if not may_change(blatt.akte):
        return
    closed = blatt.dialog.stand is Dialogstand.ABGESCHLOSSEN
    st.button(
        REOPEN if closed else CLOSE,
        key="dialog_abschliessen",
        icon=":material/lock_open:" if closed else ":material/lock:",
        on_click=save,
        args=(blatt.akte,),
        kwargs={"stand": Dialogstand.LAEUFT if closed else Dialogstand.ABGESCHLOSSEN},
    )


def _files(stoff: Dialogstoff) -> None:
    with st.container(key="dialog_dateien"):
        for column, (form, (titel, wofuer, ending)) in zip(st.columns(len(FILES)), FILES.items(), strict=True):
            with column:
                st.html(views.html_file(titel, wofuer))
                _button(f"{titel} ({ending})", stoff, form, "stretch")
    with st.container(horizontal=True):
        st.download_button(
            ALL, stoff.package, stoff.paket_name, "application/zip", icon=":material/folder_zip:", on_click="ignore",
            type="primary",
        )  # fmt: skip
        if Dialogformat.KALENDER in stoff.formate:
            _button("Termine (ICS)", stoff, Dialogformat.KALENDER)


def _button(
    label: str, stoff: Dialogstoff, form: Dialogformat, width: Literal["stretch", "content"] = "content"
) -> None:
    st.download_button(
        label,
        lambda: stoff.file(form),
        stoff.name(form),
        form.mime,
        icon=":material/download:",
        on_click="ignore",
        width=width,
    )


def _left_out(blatt: Dialogblatt) -> int:
    """How many of the chosen records this person may read and the Fachkreis may not."""
    chosen = (*blatt.aussagen, *blatt.bedarfe, *blatt.rueckblick, *blatt.notizen, *blatt.vereinbarungen)
    lesbar = readable_for(Rolle.FACHKRAFT)
    return sum(one.id not in lesbar for one in chosen)
