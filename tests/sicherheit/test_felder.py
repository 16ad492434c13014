"""Every text field of every kind of record with hostile text: checked, shown and exported as the text that it is."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import openpyxl
import pytest

from sro.akten.bestand import Bestand
from sro.akten.chronik import schritte
from sro.akten.maengel import maengel
from sro.akten.personenbezug import hinweise
from sro.export.mappe.akten import xlsx
from sro.model.akte import Akte, Fassung, Inhalt, Zustand
from sro.model.aktenart import AKTENARTEN, Aktenart
from sro.model.feld import Form, felder
from sro.reference.city import city
from sro.reference.vokabular import known
from sro.store.rows import storable
from sro.views.pflege.akte import html_content, html_head, html_pointing, html_step
from sro.views.pflege.vorschau import Zeilenblatt, html_preview
from sro.views.werkstatt.pruefblatt import html_sentences
from sro.web.klartext import plain
from tests.sicherheit.feindliches import FEINDLICH

WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
STORED = [storable(text) for text in FEINDLICH]  # as the store gives it back
ONES = [text for text in STORED if len(text) < 1000]
LIVING = {"script", "img", "iframe", "object", "embed", "form", "link", "meta", "base", "svg"}


class Tags(HTMLParser):
    """The tags and attributes that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.attributes |= {
            "javascript:" for _, value in attrs if (value or "").strip().lower().startswith("javascript")
        }


def assert_text(html: str) -> None:
    tags = Tags()
    tags.feed(html)
    assert not tags.found & LIVING
    assert not {name for name in tags.attributes if name.startswith("on") or name == "javascript:"}


def filled(art: Aktenart, text: str) -> Inhalt:
    names = [feld.name for feld in felder(art.klasse) if feld.form in (Form.ZEILE, Form.TEXT)]
    assert names
    return replace(art.klasse(), **dict.fromkeys(names, text))


def record(art: Aktenart, text: str) -> tuple[Akte[Inhalt], Bestand]:
    akte = Akte(f"{art.kuerzel}-1", 2, filled(art, text), WHEN, text, text)
    return akte, Bestand(1, (akte,))


@pytest.mark.parametrize("art", AKTENARTEN, ids=lambda art: art.name)
def test_checks_end_and_take_no_word_for_granted(art: Aktenart) -> None:
    for text in STORED:
        akte, bestand = record(art, text)
        for one in maengel(akte.inhalt, bestand, known):
            assert_text(html_sentences([one.satz]))
        hinweise(text)
        assert "<" not in plain(text).replace("\\<", "")


@pytest.mark.parametrize("art", AKTENARTEN, ids=lambda art: art.name)
def test_pages_for_editing_show_it_as_text(art: Aktenart) -> None:
    for text in ONES:
        akte, bestand = record(art, text)
        history = [
            Fassung(akte.id, 2, WHEN, text, Zustand.GILT, akte.inhalt, text),
            Fassung(akte.id, 1, WHEN, text, Zustand.GILT, art.klasse()),
        ]
        steps = "".join(html_step(one, bestand, city()) for one in schritte(history))
        blatt = Zeilenblatt(text, akte.id, text, (), False)
        assert_text(
            html_head(akte)
            + steps
            + html_content(akte.inhalt, felder(art.klasse), bestand, city())
            + html_pointing([text], text)
            + html_preview([blatt], bestand, city())
        )


@pytest.mark.parametrize("art", AKTENARTEN, ids=lambda art: art.name)
def test_a_workbook_has_it_as_text_and_links_nowhere(art: Aktenart) -> None:
    records = tuple(record(art, text)[0] for text in ONES)
    bestand = Bestand(1, tuple(replace(one, id=f"{art.kuerzel}-{n}") for n, one in enumerate(records, 1)))
    content = xlsx(bestand, [art.klasse], city())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            raw = archive.read(name)
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(raw)  # noqa: S314 - made here
            assert b"<f>" not in raw, name
            assert b'TargetMode="External"' not in raw, name
            assert "vba" not in name.lower()
            assert "externalLink" not in name
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    shown = {re.sub(r"\s+", " ", str(cell.value)) for cell in cells}
    assert '=HYPERLINK("http://boese.example")' in shown
