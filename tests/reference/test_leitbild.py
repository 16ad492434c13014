from __future__ import annotations

from pathlib import Path

import pytest

from sro.reference.leitbild import NONE, leitbild, read_leitbild
from sro.reference.places import leitbild_file


def test_the_leitbild_is_complete() -> None:
    found = leitbild()
    assert [leitlinie.id for leitlinie in found.leitlinien] == ["L1", "L2", "L3", "L4", "L5", "L6"]
    assert [baustein.id for baustein in found.bausteine] == ["BS1", "BS2", "BS3", "BS4", "BS5"]
    assert [(projekt.titel, len(projekt.teile)) for projekt in found.projekte] == [
        ("Integrierte Berichterstattung", 4),
        ("Modellprojekt Sozialräumliche Jugendhilfeplanung Holstentor-Nord", 3),
        ("Stadtteilwerkstätten", 2),
    ]
    assert found.leitfrage.endswith("?")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("leitfrage_nach:", "leitfrage_von:", "Ein Feld fehlt oder ist unbekannt"),
        ("titel: Standards und Qualität", 'titel: ""', "Ein Text ist leer"),
        ("  - id: BS1\n", "  - nr: BS1\n", "Ein Feld fehlt oder ist unbekannt"),
    ],
)
def test_a_gap_is_refused_with_a_sentence(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    text = leitbild_file().read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / "leitbild.yaml"
    broken.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=sentence):
        read_leitbild(broken)


def test_a_city_without_the_file_has_an_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SRO_STADT", str(tmp_path))
    assert leitbild() is NONE
    assert NONE.bezuege == ()
