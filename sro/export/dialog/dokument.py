"""The minutes as a text document that can be worked on: real headings, tables with a head on every page, German."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from sro.export import kennzahl
from sro.export.bild.blatt import to_png
from sro.export.dialog.protokoll import AGREED, MADE_OF_IT, READING, SEEN, Bild, Protokoll
from sro.export.dialog.text import Abrede, Eintrag
from sro.export.folien import LONGEST_TITLE
from sro.export.reintext import pure
from sro.views.theme import LIGHT

FONT, GERMAN = "Arial", "de-DE"
TEXT, SMALL, CELL = 10, 8, 9  # points
EDGE, PICTURE = 1.9, 2.3  # centimetres
WIDTH = 21.0 - 2 * EDGE
FIGURES = (2.5, 2.2, 1.8, 1.6, 2.4, 2.0, 2.1, 2.6)
AGREEMENTS = (6.0, 3.2, 2.6, 3.5, 1.9)
AGREEMENT_HEAD = (
    "Vereinbarung, Maßstab", "Verantwortlich, Beteiligte", "Frist, Wiedervorlage", "Leitlinien, Bausteine", "Stand",
)  # fmt: skip
STYLES = {"Normal": TEXT, "Footer": SMALL, "Title": 22, "Heading 1": 14}
Zelle = Sequence[tuple[str, str]] | Bild  # lines with their style ("", "fett", "klein"), or a picture


def docx(protokoll: Protokoll) -> bytes:
    """The minutes as DOCX. A section without anything in it is left out."""
    document = _empty(protokoll)
    _small(document.add_paragraph(), protokoll.zeile)
    document.add_paragraph(pure(protokoll.titel), style="Title")
    for mark in protokoll.hinweise:
        document.add_paragraph().add_run(pure(mark)).bold = True
    for name, value in protokoll.angaben:
        paragraph = document.add_paragraph()
        _small(paragraph, f"{name}: ", TEXT)
        paragraph.add_run(pure(value))
    _review(document, protokoll)
    _figures(document, protokoll)
    _entries(document, "Stimmen und Bedarfe", "", protokoll.stimmen)
    _entries(document, "Beobachtungen", SEEN, protokoll.beobachtungen)
    _entries(document, "Deutungen", MADE_OF_IT, protokoll.deutungen)
    _agreements(document, protokoll)
    _questions(document, protokoll)
    if protokoll.termine:
        document.add_heading("Nächste Termine", 1)
        for when in protokoll.termine:
            document.add_paragraph(pure(when), style="List Bullet")
    _small(document.add_paragraph(), " · ".join((*protokoll.quellen, f"Herausgeber: {protokoll.herausgeber}")))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _empty(protokoll: Protokoll) -> Any:
    """A4, in German, with the foot on every page."""
    document = Document()
    about = document.core_properties
    about.title, about.language = pure(protokoll.dokumenttitel)[:LONGEST_TITLE], GERMAN
    about.author = pure(protokoll.herausgeber)[:LONGEST_TITLE]
    about.comments = ""
    for name, size in STYLES.items():
        _style(document.styles[name], size)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    document.settings.element.append(_element("w:autoHyphenation", val="true"))
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(EDGE)
    page.top_margin = page.bottom_margin = Cm(2)
    foot = page.footer.paragraphs[0]
    _small(foot, f"{protokoll.fuss} · Seite ")
    _field(foot, "PAGE")
    _small(foot, " von ")
    _field(foot, "NUMPAGES")
    return document


def _style(style: Any, size: int) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), _rgb(LIGHT.ink)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), FONT)
    for former in properties.findall(qn("w:lang")):
        properties.remove(former)
    properties.append(_element("w:lang", val=GERMAN, eastAsia=GERMAN, bidi=GERMAN))


def _review(document: Any, protokoll: Protokoll) -> None:
    if not protokoll.rueckblick:
        return
    document.add_heading("Rückblick", 1)
    rows = []
    for one in protokoll.rueckblick:
        became = [(f"Was daraus wurde: {one.ergebnis}", "")] if one.ergebnis else []
        told = [(sentence, "klein") for sentence in one.zahlen]
        rows.append([[(one.text, ""), (one.neben, "klein"), *became, *told], [(one.stand, "fett")]])
    _table(document, ("Frühere Vereinbarung", "Stand"), rows, (WIDTH - 3, 3), "Vereinbarungen früherer Dialoge")


def _figures(document: Any, protokoll: Protokoll) -> None:
    if not protokoll.zahlen:
        return
    document.add_heading("Zahlen, die wir angesehen haben", 1)
    rows: list[list[Zelle]] = []
    for figure, picture in protokoll.zahlen:
        name, value, *others = figure.zellen
        rows.append([[(name, "fett")], [(value, "fett")], *([(one, "")] for one in others), picture or []])
    _table(document, (*kennzahl.KOPF, "Verlauf"), rows, FIGURES, "Kennzahlen mit Bereich, Stadt und Verlauf")
    _small(document.add_paragraph(), READING)


def _entries(document: Any, heading: str, below: str, eintraege: Sequence[Eintrag]) -> None:
    if not eintraege:
        return
    document.add_heading(heading, 1)
    if below:
        _below(document, below)
    for one in eintraege:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(pure(one.text)).add_break()
        _small(paragraph, one.neben)


def _below(document: Any, words: str) -> None:
    """A sentence below a heading, on the same page as what follows."""
    paragraph = document.add_paragraph()
    _small(paragraph, words, TEXT)
    paragraph.paragraph_format.keep_with_next = True


def _agreements(document: Any, protokoll: Protokoll) -> None:
    if not protokoll.vereinbarungen:
        return
    document.add_heading("Vereinbarungen", 1)
    _below(document, AGREED)
    rows = [_agreement(one) for one in protokoll.vereinbarungen]
    _table(document, AGREEMENT_HEAD, rows, AGREEMENTS, "Vereinbarungen mit Zuständigkeit, Frist und Stand")


def _agreement(one: Abrede) -> list[Zelle]:
    return [
        [(one.text, "fett"), *_named("Maßstab", one.massstab), *_named("Beruht auf", one.bezug), (one.id, "klein")],
        [(one.verantwortlich, ""), *_named("Mit", one.beteiligte)],
        [(one.frist, ""), *_named("Wiedervorlage", one.wiedervorlage)],
        [(one.leitlinien, ""), (one.bausteine, "")],
        [(one.stand, "")],
    ]


def _named(word: str, text: str) -> list[tuple[str, str]]:
    return [(f"{word}: {text}", "")] if text else []


def _questions(document: Any, protokoll: Protokoll) -> None:
    if not protokoll.fragen:
        return
    document.add_heading("Offene Fragen: wo Zahlen und Stimmen auseinandergehen", 1)
    for one in protokoll.fragen:
        paragraph = document.add_paragraph()
        paragraph.add_run(pure(one.frage)).bold = True
        for line in (f"Stimmen: {one.stimmen}", *(f"Zahl: {figure}" for figure in one.zahlen)):
            paragraph.add_run().add_break()
            paragraph.add_run(pure(line))


def _table(
    document: Any, kopf: Sequence[str], zeilen: Sequence[Sequence[Zelle]], widths: Sequence[float], alt: str
) -> None:
    """A table whose head stands on every page and whose rows are not torn apart; `widths` in centimetres."""
    table = document.add_table(rows=1, cols=len(kopf), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    properties = table._tbl.tblPr
    properties.append(_lines())
    properties.append(_element("w:tblCaption", val=alt))
    properties.append(_element("w:tblDescription", val=f"{alt}; Spalten: {', '.join(kopf)}."))
    for cell, name in zip(table.rows[0].cells, kopf, strict=True):
        _fill(cell, [(name, "klein fett")])
        cell.paragraphs[0].paragraph_format.keep_with_next = True
        cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=LIGHT.panel.lstrip("#")))
    _of_row(table.rows[0], "w:tblHeader")
    for cells in zeilen:
        row = table.add_row()
        _of_row(row, "w:cantSplit")
        for cell, content in zip(row.cells, cells, strict=True):
            _fill(cell, content)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width * WIDTH / sum(widths))  # for programs that look at the table
        for cell in column.cells:
            cell.width = column.width  # and for those that look at its cells
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _lines() -> Any:
    """Thin lines between the rows, none between the columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        kind = "single" if side in ("bottom", "insideH") else "nil"
        borders.append(_element(f"w:{side}", val=kind, sz="4", space="0", color=LIGHT.line.lstrip("#")))
    return borders


def _of_row(row: Any, what: str) -> None:
    row._tr.get_or_add_trPr().append(_element(what, val="true"))


def _fill(cell: Any, content: Zelle) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(2), Pt(2)
    if isinstance(content, Bild):
        _picture(paragraph, content)
        return
    shown = [(words, style) for words, style in content if words]
    for number, (words, style) in enumerate(shown):
        line = paragraph if number == 0 else cell.add_paragraph()
        line.paragraph_format.space_after = Pt(2)
        run = line.add_run(pure(words))
        run.font.size, run.bold = Pt(CELL if "klein" not in style else CELL - 0.5), "fett" in style
        if "klein" in style:
            run.font.color.rgb = _rgb(LIGHT.quiet)


def _picture(paragraph: Any, bild: Bild) -> None:
    shape = paragraph.add_run().add_picture(io.BytesIO(to_png(bild.svg.encode(), 3)), width=Cm(PICTURE))
    shape._inline.docPr.set("descr", bild.alt)


def _small(paragraph: Any, words: str, size: float = SMALL) -> None:
    run = paragraph.add_run(pure(words))
    run.font.size, run.font.color.rgb = Pt(size), _rgb(LIGHT.quiet)


def _field(paragraph: Any, name: str) -> None:
    """A number that the program fills in."""
    run = paragraph.add_run()
    run.font.size, run.font.color.rgb = Pt(SMALL), _rgb(LIGHT.quiet)
    for kind in ("begin", "", "end"):
        if kind:
            run._r.append(_element("w:fldChar", fldCharType=kind))
        else:
            text = OxmlElement("w:instrText")
            text.text = name
            run._r.append(text)


def _element(name: str, **attributes: str) -> Any:
    found = OxmlElement(name)
    for key, value in attributes.items():
        found.set(qn(f"w:{key}"), value)
    return found


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())
