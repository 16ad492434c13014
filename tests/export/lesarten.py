"""Reads a profile's figures back out of each format, as a person or a program finds them there.

Every reader gives indicator -> what it says: `wert` as it is shown ("" where none is), `zustand` in words, and, where
the format has them, `bereich` ("19,9 bis 21,5"), `faelle` ("2.233 / 10.793") and `stadt`.
"""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from sro.auswertung.profil.profil import Profil
from sro.model.indikator import Indikator
from sro.model.wert import Status
from sro.stats.runden import rounded

Angabe = dict[str, str]
Lesung = dict[str, Angabe]
NUMBER = r"−?\d[\d.]*(?:,\d+)?"
# Written out here once more, so that a mistake in the product's own words is seen.
ZUSTAND = {
    "ok": "Wert",
    "null": "genau null",
    "geheim": "geheim gehalten",
    "fehlt": "nicht geliefert",
    "nicht_sinnvoll": "nicht sinnvoll (Nenner zu klein)",
}
ZEICHEN = {".": "geheim", "…": "fehlt", "x": "nicht_sinnvoll"}
OHNE = [ZUSTAND[s] for s in ("geheim", "fehlt", "nicht_sinnvoll")]


def german(value: float, digits: int) -> str:
    """A number of a machine's format as a person reads it."""
    text = f"{abs(rounded(value, digits)):,.{digits}f}".translate(str.maketrans(",.", ".,"))
    return f"−{text}" if rounded(value, digits) < 0 else text


def count(value: float) -> str:
    return german(value, 0 if float(value).is_integer() else 1)


def said(shown: str, indikator: Indikator) -> Angabe:
    """ "20,9 %", "0,0 % · genau null" or a state in words; anything else is a finding of its own."""
    text = " ".join(shown.split())
    if text in OHNE:
        return {"wert": "", "zustand": text}
    head = re.match(rf"({NUMBER}) {re.escape(' '.join(indikator.einheit.split()))}( · genau null)?$", text)
    if not head:
        return {"wert": text, "zustand": f"unlesbar: {text}"}
    return {"wert": head[1], "zustand": "genau null" if head[2] else "Wert"}


def of_row(row: Mapping[str, Any], indikator: Indikator) -> Angabe:
    """A row with the columns of all tables; numbers or None."""
    digits, numbers = indikator.nachkommastellen, {name: _float(value) for name, value in row.items()}
    value, low, high = numbers["wert"], numbers["unten_95"], numbers["oben_95"]
    found = {"wert": "" if value is None else german(value, digits), "zustand": ZUSTAND[str(row["status"])]}
    if low is not None and high is not None:
        found["bereich"] = f"{german(low, digits)} bis {german(high, digits)}"
    whole, part = numbers["nenner"], numbers["zaehler"]
    if value is not None and part is not None and whole is not None:
        found["faelle"] = f"{count(part)} / {count(whole)}"
    if numbers.get("wert_stadt") is not None:
        found["stadt"] = german(numbers["wert_stadt"] or 0.0, digits)
    return found


def of_page(body: str, indikatoren: Iterable[Indikator]) -> Lesung:
    """The rows below the headline figures, from the HTML of the page."""
    by_name, found = {i.name: i for i in indikatoren}, {}
    for article in re.findall(r'<article class="sro-zeile">(.*?)</article>', body, re.S):
        (name,) = re.findall(r"<h3>(.*?)</h3>", article)
        indikator = by_name[html.unescape(name)]
        (figure,) = re.findall(r'<div class="sro-zahl[^"]*">(.*?)</div>', article)
        angabe = said(_plain(figure.replace("<span", " <span")), indikator)
        (basis,) = re.findall(r'<p class="sro-neben">(.*?)</p>', article)
        alt = "".join(re.findall(r'class="sro-streifen" alt="([^"]*)"', article))
        found[indikator.id] = angabe | _beside(f"{_plain(basis)} {_plain(alt)}")
    return found


def of_cards(body: str, indikatoren: Iterable[Indikator]) -> Lesung:
    """The headline figures of the page."""
    by_name, found = {i.kurzname: i for i in indikatoren}, {}
    for article in re.findall(r'<article class="sro-karte sro-kennzahl">(.*?)</article>', body, re.S):
        (name,) = re.findall(r"<h3>(.*?)</h3>", article)
        indikator = by_name[html.unescape(name)]
        (figure,) = re.findall(r'<div class="sro-zahl[^"]*">(.*?)</div>', article)
        below = re.findall(r'<div class="sro-neben">(.*?)</div>', article)[0]
        found[indikator.id] = said(_plain(figure.replace("<span", " <span")), indikator) | _beside(_plain(below))
    return found


def of_pdf(data: bytes, indikatoren: Iterable[Indikator]) -> Lesung:
    """The text of the leaflet, cut at the names of the indicators; headline and row have to agree."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    text = re.sub(r"Seite \d+ von \d+", "", " ".join(" ".join(pages).split()))
    state = "|".join(re.escape(word) for word in OHNE)
    known, found = list(indikatoren), {}
    starts = {
        i.id: [m.start() for m in re.finditer(rf"(?<![\w-]){_loose(i.kurzname)} (?=(?:{NUMBER} |{state}))", text)]
        for i in known
    }
    cuts = sorted({start for places in starts.values() for start in places} | {len(text)})
    for i in known:
        for start in starts[i.id]:
            block = text[start : cuts[cuts.index(start) + 1]]
            block = re.sub(rf"^{_loose(i.kurzname)} ", "", block)
            shown = re.match(rf"{state}|{NUMBER} {_loose(i.einheit)}(?: · genau null)?", block)
            angabe = said(_joined(shown[0], i), i) if shown else {"wert": block[:20], "zustand": "unlesbar"}
            angabe |= _beside(block[len(shown[0]) if shown else 0 :])
            before = found.get(i.id, angabe)
            found[i.id] = before | angabe if before.get("wert") == angabe["wert"] else {"wert": "zweierlei"} | angabe
    return found


def of_xlsx(data: bytes, indikatoren: Iterable[Indikator]) -> Lesung:
    """The sheet "Kennwerte", numbers with the digits that their cells show."""
    by_name, found = {i.name: i for i in indikatoren}, {}
    for row in sheet_rows(data, "Kennwerte", "Thema"):
        indikator = by_name[str(row["Indikator"].value)]
        value, digits = row["Wert"].value, _digits(row["Wert"].number_format)
        state = str(row["Status"].value)
        if isinstance(value, str):
            found[indikator.id] = {"wert": "", "zustand": ZUSTAND[ZEICHEN[value]] if ZEICHEN[value] == state else "?"}
            if isinstance(row["Stadt"].value, int | float):
                found[indikator.id]["stadt"] = german(row["Stadt"].value, _digits(row["Stadt"].number_format))
            continue
        titles = {"unten_95": "95 % unten", "oben_95": "95 % oben", "zaehler": "Zähler", "nenner": "Nenner"}
        cells = {name: row[title].value for name, title in titles.items()}
        angabe = of_row({"wert": value, "status": state, "wert_stadt": None} | cells, indikator)
        angabe["wert"] = german(value, digits)
        if isinstance(row["Stadt"].value, int | float):
            angabe["stadt"] = german(row["Stadt"].value, _digits(row["Stadt"].number_format))
        found[indikator.id] = angabe
    return found


def sheet_rows(data: bytes, name: str, first: str) -> list[dict[str, Any]]:
    """The rows below the header that begins with `first`, as title -> cell."""
    rows = list(load_workbook(io.BytesIO(data))[name].iter_rows())
    start = next(n for n, row in enumerate(rows) if row[0].value == first)
    titles = [str(cell.value) for cell in rows[start] if cell.value is not None]
    below = rows[start + 1 :]
    return [dict(zip(titles, row, strict=False)) for row in below if any(cell.value is not None for cell in row)]


def of_slide_tables(data: bytes, indikatoren: Iterable[Indikator]) -> Lesung:
    """The tables of the deck; those that stand in two of them have to agree."""
    by_name, found = {i.kurzname: i for i in indikatoren}, {}
    for slide in Presentation(io.BytesIO(data)).slides:
        for shape in slide.shapes:
            if not shape.has_table or shape.table.cell(0, 0).text != "Indikator":
                continue
            for cells in [[cell.text for cell in row.cells] for row in shape.table.rows][1:]:
                indikator = by_name[cells[0]]
                angabe = said(cells[1], indikator)
                angabe |= {"bereich": cells[2]} if cells[2] else {}
                angabe |= {"stadt": cells[3]} if re.fullmatch(NUMBER, cells[3]) else {}
                angabe |= _beside(cells[4])
                before = found.get(indikator.id, angabe)
                found[indikator.id] = angabe if before == angabe else {"wert": "zweierlei", "zustand": str(before)}
    return found


def of_figure_slides(data: bytes, indikatoren: Iterable[Indikator]) -> Lesung:
    """The large figure of a slide with a heading of its own, and the newest point of its chart if that is the year."""
    by_name, found = {i.name: i for i in indikatoren}, {}
    for slide in Presentation(io.BytesIO(data)).slides:
        indikator = by_name.get(slide.shapes.title.text)
        if indikator is None:
            continue
        texts = [s.text_frame.text for s in slide.shapes if s.has_text_frame and s != slide.shapes.title]
        large = next(t for t in texts if re.fullmatch(NUMBER, t) or t in OHNE)
        below = texts[texts.index(large) + 1]
        angabe = said(large if large in OHNE else f"{large} {below.split(chr(10))[0]}", indikator)
        found[indikator.id] = angabe | _beside(" ".join(below.split("\n")))
    return found


def of_csv(data: bytes, indikatoren: Iterable[Indikator]) -> Lesung:
    """Either form of the CSV."""
    text, known = data.decode("utf-8-sig"), {i.id: i for i in indikatoren}
    excel = ";" in text.partition("\n")[0]
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";" if excel else ","))
    for row in rows if excel else []:
        numeric = ("wert", "unten_95", "oben_95", "zaehler", "nenner", "wert_stadt")
        row |= {name: row[name].replace(",", ".") for name in numeric}
    return {row["indikator"]: of_row(row, known[row["indikator"]]) for row in rows}


def of_api(rows: Iterable[Mapping[str, Any]], profil: Profil) -> Lesung:
    """`werte.json` of the area; what it does not list has not been delivered."""
    listed = {(row["indikator"], row["jahr"]): row for row in rows}
    nothing = dict.fromkeys(("wert", "unten_95", "oben_95", "zaehler", "nenner")) | {"status": Status.FEHLT.value}
    return {
        k.indikator.id: of_row(listed.get((k.indikator.id, k.jahr), nothing), k.indikator) for k in profil.kennwerte
    }


def differences(lesungen: Mapping[str, Lesung]) -> list[str]:
    """Where two formats do not say the same, part by part among those that have it, or one says more than "hidden"."""
    complaints = []
    for indikator in sorted({i for lesung in lesungen.values() for i in lesung}):
        stated = {form: lesung[indikator] for form, lesung in lesungen.items() if indikator in lesung}
        for part in ("wert", "zustand", "bereich", "faelle", "stadt"):
            seen = {form: angabe[part] for form, angabe in stated.items() if part in angabe}
            if len(set(seen.values())) > 1:
                complaints.append(f"{indikator} {part}: {seen}")
        hidden = {form: angabe for form, angabe in stated.items() if not angabe["wert"]}
        more = {form: angabe for form, angabe in hidden.items() if angabe.keys() & {"bereich", "faelle"}}
        complaints += [f"{indikator} ohne Wert, aber mit Zahl: {more}"] if more else []
    return complaints


def _beside(text: str) -> Angabe:
    """What stands beside a value in words."""
    text, found = " ".join(text.split()), {}
    if limits := re.search(rf"95 %: ({NUMBER}) bis ({NUMBER})", text):
        found["bereich"] = f"{limits[1]} bis {limits[2]}"
    if cases := re.search(rf"(?:^|(?<= ))({NUMBER}) (?:von|auf) ({NUMBER})(?=$| )", text):
        found["faelle"] = f"{cases[1]} / {cases[2]}"
    if city := re.search(rf"Stadt:? ({NUMBER})(?=$|[ .])", text):
        found["stadt"] = city[1].rstrip(".")
    return found


def _plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def _float(value: object) -> float | None:
    """The number of a cell; None where there is none."""
    if isinstance(value, bool) or value is None or value == "":
        return None
    try:
        return float(str(value))
    except ValueError:
        return None


def _digits(number_format: str) -> int:
    return len(number_format.partition(".")[2])


def _loose(words: str) -> str:
    """Text as a PDF breaks it: after spaces and after hyphens."""
    return r" ?".join(re.escape(part) for part in re.split(r" |(?<=-)", words) if part)


def _joined(shown: str, indikator: Indikator) -> str:
    """A unit that was broken at a hyphen in one piece again."""
    return re.sub(_loose(indikator.einheit), lambda _: indikator.einheit, shown)
