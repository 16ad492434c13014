"""The model project is data of a city: optional, and wrong names are refused with a sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sro.reference.city import read_city
from sro.reference.places import ROOT

LUEBECK = ROOT / "geodata" / "luebeck"


def folder(tmp_path: Path, old: str, new: str) -> Path:
    """Lübeck with one change in stadt.yaml."""
    made = tmp_path / "stadt"
    shutil.copytree(LUEBECK, made)
    text = (made / "stadt.yaml").read_text(encoding="utf-8")
    assert old in text
    (made / "stadt.yaml").write_text(text.replace(old, new), encoding="utf-8")
    return made


def test_the_project_names_an_area_and_quartiere_of_the_city() -> None:
    projekt = read_city(LUEBECK).modellprojekt
    assert projekt is not None
    assert projekt.quartiere == ("broling-quartier", "holstentor-quartier")
    assert projekt.trennlinie is not None
    assert {projekt.trennlinie.links, projekt.trennlinie.rechts} == set(projekt.quartiere)


def test_a_city_needs_none(tmp_path: Path) -> None:
    assert read_city(folder(tmp_path, "modellprojekt:", "anderes:")).modellprojekt is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('gebiet: [stadtbezirk, "04"]', 'gebiet: [stadtbezirk, "99"]', "unbekannte Gebiet"),
        ("quartiere: [broling-quartier,", "quartiere: [nirgends,", "unbekannte Quartiere ['nirgends']"),
        ("links: broling-quartier", "links: woanders", "unbekannte Quartiere ['woanders']"),
    ],
)
def test_wrong_names_are_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(ValueError, match="Modellprojekt") as refused:
        read_city(folder(tmp_path, old, new))
    assert said in str(refused.value)
