"""Reads a dialogue's figures back out of the page and each file, as a person finds them there; like lesarten.py."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import docx
from pptx import Presentation
from pypdf import PdfReader

from sro.model.indikator import Indikator
from tests.export.lesarten import NUMBER, OHNE, Angabe, Lesung, _beside, _joined, _loose, german, said

STATE = "|".join(re.escape(word) for word in OHNE)
RANGE = rf"{NUMBER} bis {NUMBER}"
HYPHEN = re.compile(r"(?<=[a-zäöüß])-\s+(?=[a-zäöüß])")  # where a PDF broke a word


def of_sheet(body: str, indikatoren: Iterable[Indikator]) -> Lesung:
    """The sentences on the page that prepares the dialogue."""
    by_name, found = {i.kurzname: i for i in indikatoren}, {}
    for name, sentence in re.findall(r"<li><b>(.*?)</b><p>(.*?)</p></li>", body, re.S):
        indikator, text = by_name[html.unescape(name)], " ".join(html.unescape(sentence).split())
        if "keinen einzigen Fall" in text:
            found[indikator.id] = {"wert": german(0, indikator.nachkommastellen), "zustand": "genau null"}
            continue
        shown = re.search(rf"lag .*? bei ({NUMBER} {re.escape(indikator.einheit)})", text)
        found[indikator.id] = said(shown[1] if shown else text.rstrip("."), indikator) | _interval(text)
    return found


def of_cells(rows: Iterable[list[str]], indikatoren: Iterable[Indikator]) -> Lesung:
    """Rows of the table of figures."""
    by_name, found = {i.kurzname: i for i in indikatoren}, {}
    for name, value, interval, city, trend, cases, *_ in rows:
        angabe = said(value, by_name[name]) | {"trend": trend} | _beside(cases)
        angabe |= {"bereich": interval} if interval else {}
        found[by_name[name].id] = angabe | ({"stadt": city} if re.fullmatch(NUMBER, city) else {})
    return found


def of_document(data: bytes, indikatoren: Iterable[Indikator]) -> Lesung:
    document: Any = docx.Document(io.BytesIO(data))
    (table,) = [one for one in document.tables if one.cell(0, 0).text == "Indikator"]
    return of_cells([[cell.text for cell in row.cells] for row in table.rows][1:], indikatoren)


def of_slides(data: bytes, indikatoren: Iterable[Indikator]) -> Lesung:
    """The bands; the words above each figure say which it is."""
    by_name, found = {i.kurzname: i for i in indikatoren}, {}
    for slide in Presentation(io.BytesIO(data)).slides:
        indikator = by_name.get(slide.shapes.title.text)
        if indikator is None:
            continue
        texts = [s.text_frame.text for s in slide.shapes if s.has_text_frame]
        at = {
            label: texts[texts.index(label) + 1]
            for label in ("95-%-Bereich", "Stadt", "Trend", "Fälle")
            if label in texts
        }
        value, unit = texts[texts.index("Wert") + 1], texts[texts.index("Wert") + 2]
        angabe = said(value if value in OHNE else f"{value} {unit}", indikator) | {"trend": at["Trend"]}
        angabe |= {"bereich": at["95-%-Bereich"]} if "95-%-Bereich" in at else {}
        angabe |= {"stadt": at["Stadt"]} if re.fullmatch(NUMBER, at.get("Stadt", "")) else {}
        found[indikator.id] = angabe | _beside(at.get("Fälle", ""))
    return found


def of_pdf(data: bytes, indikatoren: Iterable[Indikator]) -> Lesung:
    """The text of minutes or handout, cut where an indicator's name stands before a value or a state."""
    text = _text(data)
    known = list(indikatoren)
    starts = {
        m.start(): i for i in known for m in re.finditer(rf"(?<![\w-]){_loose(i.kurzname)} (?={_value(i)})", text)
    }
    cuts, found = [*sorted(starts), len(text)], {}
    for start, end in pairwise(cuts):
        indikator = starts[start]
        block = re.sub(rf"^{_loose(indikator.kurzname)} ", "", text[start:end])
        value = re.match(_value(indikator), block)
        assert value is not None
        found[indikator.id] = said(_joined(value[0], indikator), indikator) | _row(block[len(value[0]) :])
    return found


def _text(data: bytes) -> str:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    text = HYPHEN.sub("", re.sub(r"Seite \d+ von \d+", "", "\n".join(pages)))
    return " ".join(text.split("Offene Fragen")[0].split("Wo Zahlen und Stimmen")[0].split())


def _value(indikator: Indikator) -> str:
    return rf"(?:{STATE}|{NUMBER} {_loose(indikator.einheit)}(?: · genau null)?)"


def _row(text: str) -> Angabe:
    """What follows a value: a row of the table, or the line of the handout."""
    text, found = text.strip(), {}
    if "Trend: " in text:
        trend = re.search(r"Trend: ([a-z ]+?)(?= ·| \d| −)", text)
        return _beside(text) | ({"trend": trend[1]} if trend else {})
    row = re.match(rf"(?:({RANGE}) )?(?:({NUMBER}|{STATE}) )?([a-z ]+?) (?=\d|−|[A-Z])", text)
    if row:
        found = {"trend": row[3]}
        found |= {"bereich": row[1]} if row[1] else {}
        found |= {"stadt": row[2]} if row[2] and re.fullmatch(NUMBER, row[2]) else {}
    cases = re.search(rf"({NUMBER}) (?:von|auf) ({NUMBER})(?=$|[ ,])", text)
    return found | ({"faelle": f"{cases[1]} / {cases[2]}"} if cases else {})


def _interval(text: str) -> Angabe:
    limits = re.search(rf"\(95 %: ({RANGE})\)", text)
    return {"bereich": limits[1]} if limits else {}
