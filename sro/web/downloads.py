"""Taking a figure away: tables and pictures, made only when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

from sro.export.bild.kopf import Kopf
from sro.export.codebuch import Eintrag, codebook
from sro.export.csv import Form, figure_csv
from sro.export.glatt import smoothed_csv
from sro.export.spalten import Beigabe, Zeile
from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator
from sro.reference.catalogue import catalogue
from sro.stats.geglaettet import Geglaettet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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


@dataclass(frozen=True)
class Zahlen:
    """What a page gives away as numbers: rows, heading, what goes along; `name` begins each file's name.

    `geglaettet` where the figure shows smoothed values: the CSV has them beside the measured ones.
    """

    name: str
    rows: Sequence[Zeile]
    indikator: Indikator
    beigabe: Beigabe
    kopf: Kopf
    geglaettet: Mapping[GebietKey, Geglaettet] = field(default_factory=dict)


def tables(zahlen: Zahlen) -> list[Datei]:
    """The rows as a workbook, for a spreadsheet and for programs."""

    def table(form: Form) -> bytes:
        if zahlen.geglaettet:
            return smoothed_csv(zahlen.rows, zahlen.indikator, zahlen.beigabe, zahlen.geglaettet, form)
        return figure_csv(zahlen.rows, zahlen.indikator, zahlen.beigabe, form)

    csv_name = f"{zahlen.name}_geglaettet" if zahlen.geglaettet else zahlen.name
    return [
        Datei("Arbeitsmappe mit Diagramm (XLSX)", f"{zahlen.name}.xlsx", XLSX, lambda: _workbook(zahlen)),
        Datei("Tabelle für Excel (CSV)", f"{csv_name}_excel.csv", "text/csv", lambda: table(Form.EXCEL)),
        Datei("Tabelle für Programme (CSV)", f"{csv_name}.csv", "text/csv", lambda: table(Form.MASCHINE)),
    ]


def codebook_of(zahlen: Zahlen) -> list[Eintrag]:
    return codebook([zahlen.indikator], catalogue(), zahlen.beigabe)


def _workbook(zahlen: Zahlen) -> bytes:
    from sro.export.mappe.figur import xlsx  # not needed before somebody presses the button

    return xlsx(zahlen.rows, zahlen.indikator, zahlen.beigabe, zahlen.kopf, codebook_of(zahlen))
