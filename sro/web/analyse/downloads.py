"""The analysis as files: every row of the filter, not only those on the page, and the chart as a picture."""

from __future__ import annotations

from sro.auswertung.analyse.tabelle import BEFUNDE, Datenzeile
from sro.auswertung.analyse.tabelle import Spalte as Tabellenspalte
from sro.export.bild import abbildung
from sro.export.bild.kopf import Kopf
from sro.export.codebuch import codebook
from sro.export.csv import Form, table_csv
from sro.export.spalten import SPALTEN, Art, Beigabe, Spalte, Zeile, Zelle, cells
from sro.model.datenstand import Datenstand
from sro.reference.catalogue import catalogue
from sro.reference.herausgabe import publication
from sro.views.analyse.worte import SPALTE, finding
from sro.views.quelle import datenstand_label, licence
from sro.views.theme import LIGHT
from sro.web import data
from sro.web.analyse.blicke import Analyseseite, analysis, rows_of, with_chosen_findings
from sro.web.downloads import XLSX, Datei


def analysis_files(seite: Analyseseite, datenstand: Datenstand) -> list[Datei]:
    """The table for a spreadsheet and for programs; a chart as a picture on paper's light background."""
    name = f"analyse_{seite.auswahl.blick}_{seite.auswahl.ebene}_{seite.auswahl.jahr}"

    def table(form: Form) -> bytes:
        return table_csv([spalte.name for spalte in _columns(seite)], _cells(seite), form)

    files = [
        Datei("Arbeitsmappe (XLSX)", f"{name}.xlsx", XLSX, lambda: _workbook(seite)),
        Datei("Tabelle für Excel (CSV)", f"{name}_excel.csv", "text/csv", lambda: table(Form.EXCEL)),
        Datei("Tabelle für Programme (CSV)", f"{name}.csv", "text/csv", lambda: table(Form.MASCHINE)),
    ]
    return [*files, *_pictures(name, seite, datenstand)]


def _workbook(seite: Analyseseite) -> bytes:
    from sro.export.mappe.tabelle import table_xlsx  # not needed before somebody presses the button

    beigabe = _beigabe(seite)
    book = codebook(seite.indikatoren, catalogue(), beigabe)
    return table_xlsx(seite.titel, _kopf(seite).fuss, _columns(seite), _cells(seite), book)


def _columns(seite: Analyseseite) -> list[Spalte]:
    """Those of every table of figures, then the chosen findings."""
    return [*SPALTEN, *(Spalte(one, SPALTE[one], Art.TEXT, f"{SPALTE[one]} in Worten") for one in _findings(seite))]


def _cells(seite: Analyseseite) -> list[tuple[Zelle, ...]]:
    beigabe, asked = _beigabe(seite), _findings(seite)
    return [
        (*cells(Zeile(z.gebiet, z.jahr, z.beobachtung), z.indikator, beigabe), *(finding(z, one) for one in asked))
        for z in _rows(seite)
    ]


def _rows(seite: Analyseseite) -> tuple[Datenzeile, ...]:
    """Of a chart the values that it is drawn from."""
    found = rows_of(seite.auswahl, seite.indikatoren, seite.datenstand.id) if seite.figur else seite.zeilen
    return with_chosen_findings(seite, found)


def _findings(seite: Analyseseite) -> tuple[Tabellenspalte, ...]:
    return tuple(spalte for spalte in seite.auswahl.spalten if spalte in BEFUNDE)


def _beigabe(seite: Analyseseite) -> Beigabe:
    return Beigabe(seite.datenstand, publication())


def _kopf(seite: Analyseseite) -> Kopf:
    sources = dict.fromkeys(i.quelle for i in seite.indikatoren)
    units = dict.fromkeys(i.einheit for i in seite.indikatoren)
    return Kopf(
        titel=seite.titel,
        untertitel="; ".join(units),
        quelle="; ".join(sources),
        datenstand=datenstand_label(seite.datenstand),
        hinweise=(
            *_beigabe(seite).notes(seite.indikatoren),
            f"Lizenz der Zahlen: {licence(publication().lizenz)}",
        ),
    )


def _pictures(name: str, seite: Analyseseite, datenstand: Datenstand) -> list[Datei]:
    if seite.figur is None or seite.figur.diagramm is None:
        return []

    def picture(form: str) -> bytes:
        on_paper = analysis(seite.auswahl, datenstand, data.offer(datenstand.id, mit_stadt=False), LIGHT).figur
        if on_paper is None or on_paper.diagramm is None:
            raise ValueError("Zu dieser Auswahl gibt es kein Diagramm.")
        draw = abbildung.png if form == "png" else abbildung.svg
        return draw(on_paper.diagramm, _kopf(seite))

    return [
        Datei("Grafik als Bild (PNG)", f"{name}.png", "image/png", lambda: picture("png")),
        Datei("Grafik als Vektorgrafik (SVG)", f"{name}.svg", "image/svg+xml", lambda: picture("svg")),
    ]
