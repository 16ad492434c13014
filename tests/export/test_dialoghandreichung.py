"""The handout: two to four pages, whatever is in the dialogue, and accessible."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from sro.cli.demo import DEMO, STIMMEN, WER, fill
from sro.cli.demostimmen import fill_voices
from sro.cli.dialogbericht import material
from sro.export.dialog.dateien import Dialogformat, Dialogstoff
from sro.model.dialog import Dialog
from sro.store import open_store
from tests.export.dialogausgaben import FEINDLICH, empty, of, stuff, usual
from tests.export.test_profilheft import structure

LONG = ("Ein sehr langer Satz, der kein Ende nehmen will und noch weitergeht. " * 40, "Donaudampfschifffahrt" * 60)


def read(stoff: Dialogstoff) -> PdfReader:
    return PdfReader(io.BytesIO(stoff.file(Dialogformat.HANDREICHUNG)))


def text(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def many(count: int, texte: tuple[str, ...]) -> Any:
    """Everything twelve times over."""
    ausgabe = usual(count, texte)
    contents = {akte.id: akte.inhalt for akte in ausgabe.blatt.bestand.akten}
    numbers = range(10, 22)
    for letters in ("AU", "BE", "VB"):
        contents |= {f"{letters}-{n}": contents[f"{letters}-1"] for n in numbers}
    dialog: Any = contents["QD-2"]
    contents["QD-2"] = replace(
        dialog,
        aussagen=tuple(f"AU-{n}" for n in numbers),
        bedarfe=tuple(f"BE-{n}" for n in numbers),
        rueckblick=tuple(f"VB-{n}" for n in numbers),
    )
    return of(contents, "QD-2", ausgabe.blatt.werk)


@pytest.mark.parametrize("count", [5, 6, 7])
@pytest.mark.parametrize("texte", [(), LONG[:1], LONG[1:], FEINDLICH], ids=["kurz", "lang", "ohne Ende", "feindlich"])
@pytest.mark.parametrize("make", [usual, many], ids=["wenig", "viel"])
def test_it_has_two_to_four_pages(count: int, texte: tuple[str, ...], make: Any) -> None:
    assert 2 <= len(read(stuff(make(count, texte))).pages) <= 4


def test_an_empty_dialogue_has_room_to_write_too() -> None:
    found = read(stuff(empty()))
    assert len(found.pages) == 2
    assert all(word in text(found) for word in ("Beobachtung", "Deutung", "Vereinbarung"))


def test_every_demo_dialogue_fits(tmp_path_factory: pytest.TempPathFactory) -> None:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('hand') / 'sro.sqlite'}")
    fill(store, DEMO)
    fill_voices(store, STIMMEN, wer=WER)
    dialoge = [akte.id for akte in store.akten.bestand().von(Dialog)]
    assert dialoge
    for dialog in dialoge:
        found = read(material(store, dialog))
        assert 2 <= len(found.pages) <= 4
        assert f"Seite {len(found.pages)} von {len(found.pages)}" in text(found)
    store.close()


def test_it_is_tagged_and_its_pictures_have_texts() -> None:
    found = read(stuff(usual()))
    root = found.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert found.metadata is not None
    assert found.metadata.title == "Handreichung: Dialog Altdorf 2026"
    kinds, texts = structure(root["/StructTreeRoot"])
    levels = [int(kind[2:]) for kind in kinds if kind[:2] == "/H" and kind[2:].isdigit()]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(texts) == 11  # a strip and a course for each figure, no strip where only one area shows a value
    assert kinds.count("/Figure") == len(texts)


def test_it_says_the_same_and_leaves_room() -> None:
    found = text(read(stuff(usual())))
    for part in (
        "Dialog Altdorf 2026", "Datenstand 7 vom 01.03.2025 „Synthetisch“", "Synthetische Einträge", "14:00–14:15",
        "Der Treff öffnet länger.", "VB-1", "Probe 00 20,0 %", "95 %: 17,6 bis 22,6", "200 von 1.000",
        "geheim gehalten", "0,0 % · genau null", "„Eine Kletterwand.“", "AU-2, synthetisch", "BE-1",
        "Was sehen wir, ohne es schon zu erklären?",
    ):  # fmt: skip
        assert part in found, part


def test_what_does_not_fit_is_named() -> None:
    found = text(read(stuff(many(5, ()))))
    assert "6 weitere Einträge stehen nur im Protokoll." in found
    assert "20 weitere Einträge stehen nur im Protokoll." in found
