"""A city's colours and pictures: read, refused with a sentence, and never in the way of the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from sro.reference.aussehen import MOST_BYTES, Aussehen, appearance, read_appearance
from sro.reference.stadtfehler import StadtFehlerhaft


def folder(tmp_path: Path, said: str) -> Path:
    (tmp_path / "stadt.yaml").write_text(f"id: x\naussehen: {said}\n", encoding="utf-8")
    (tmp_path / "logo.png").write_bytes(b"png")
    (tmp_path / "gross.svg").write_bytes(b" " * (MOST_BYTES + 1))
    return tmp_path


def test_everything_is_optional(tmp_path: Path) -> None:
    assert read_appearance(folder(tmp_path, "")) == Aussehen()


def test_what_is_said_is_read(tmp_path: Path) -> None:
    found = read_appearance(folder(tmp_path, '{akzent: "#7A1F5C", logo: logo.png}'))
    assert found == Aussehen(akzent="#7a1f5c", logo=tmp_path / "logo.png")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("{farbe: rot}", "hat die Angaben akzent, akzent_dunkel, logo, favicon"),
        ("{akzent: petrol}", "in Anführungszeichen, nicht „petrol“"),
        ("{logo: logo.gif}", "verlangt eine Datei .png oder .svg, nicht „logo.gif“"),
        ("{favicon: keins.png}", "die Datei liegt nicht im Ordner der Stadt"),
        ("{logo: gross.svg}", "hat 200 kB, höchstens 200 kB; bitte verkleinern"),
    ],
)
def test_a_fault_is_named_and_the_app_keeps_its_own(
    said: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StadtFehlerhaft) as refused:
        read_appearance(folder(tmp_path, said))
    assert sentence in str(refused.value)
    monkeypatch.setenv("SRO_STADT", str(tmp_path))
    assert appearance() == Aussehen()
