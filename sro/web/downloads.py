"""Taking a figure away: tables and pictures, made only when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from sro.export.csv import Form, Zeile, figure_csv
from sro.model.datenstand import Datenstand
from sro.model.indikator import Indikator
from sro.views.quelle import datenstand_label


@dataclass(frozen=True)
class Datei:
    """One file to take away; `make` is called when the button is pressed."""

    label: str
    name: str
    mime: str
    make: Callable[[], bytes]


def offer_files(dateien: Sequence[Datei]) -> None:
    """A button a file."""
    with st.container(horizontal=True):
        for datei in dateien:
            st.download_button(
                datei.label, datei.make, datei.name, datei.mime, icon=":material/download:", on_click="ignore"
            )


def tables(name: str, rows: Sequence[Zeile], indikator: Indikator, datenstand: Datenstand) -> list[Datei]:
    """The figure's rows for a spreadsheet and for programs."""
    herkunft = "synthetisch" if datenstand.is_synthetic(indikator.id) else ""

    def table(form: Form) -> bytes:
        return figure_csv(rows, indikator, datenstand_label(datenstand), herkunft, form)

    return [
        Datei("Tabelle für Excel (CSV)", f"{name}_excel.csv", "text/csv", lambda: table(Form.EXCEL)),
        Datei("Tabelle für Programme (CSV)", f"{name}.csv", "text/csv", lambda: table(Form.MASCHINE)),
    ]
