"""How Quartiere and areas add up, as stadt.yaml says it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sro.model.gebiet import GebietKey
from sro.model.quartier import Raumsumme
from sro.reference.city import read_city
from sro.reference.places import ROOT

BROLING, HOLSTENTOR = "[quartier, broling-quartier]", "[quartier, holstentor-quartier]"
GUT = f'- {{ganzes: [stadtbezirk, "04"], teile: [{BROLING}, {HOLSTENTOR}], mit_rest: true}}'


def folder(target: Path, *sums: str) -> Path:
    shutil.copytree(ROOT / "geodata/luebeck", target, ignore=shutil.ignore_patterns("grenzen"))
    file = target / "stadt.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text("\n".join((text, "raumsummen:", *(f"  {one}" for one in sums))), encoding="utf-8")
    return target


def test_a_sum_is_read(tmp_path: Path) -> None:
    parts = (GebietKey("quartier", "broling-quartier"), GebietKey("quartier", "holstentor-quartier"))
    (found,) = read_city(folder(tmp_path / "stadt", GUT)).raumsummen
    assert found == Raumsumme(GebietKey("stadtbezirk", "04"), parts, mit_rest=True)


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        (f'- {{ganzes: [stadtbezirk, "99"], teile: [{BROLING}]}}', "unbekannte Gebiete oder Quartiere"),
        (f'- {{ganzes: [stadtbezirk, "04"], teile: [{BROLING}, {BROLING}]}}', "jedes nur einmal"),
        ('- {ganzes: [stadtbezirk, "04"], teile: []}', "`teile` braucht"),
        ('- {ganzes: [stadtteil, "03"], teile: [[stadtbezirk, "08"]]}', "sagt das schon gebiete.csv"),
        (f'- {{ganzes: [stadtbezirk, "05"], teile: [{BROLING}]}}', "liegt nach `gebiete` nicht nur darin"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence(tmp_path: Path, said: str, refusal: str) -> None:
    with pytest.raises(ValueError, match=refusal):
        read_city(folder(tmp_path / "stadt", said))


def test_a_quartier_lies_somewhere_and_no_level_is_called_like_it(tmp_path: Path) -> None:
    target = folder(tmp_path / "stadt", GUT)
    file = target / "stadt.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('gebiete: [[stadtbezirk, "04"]]', "gebiete: []", 1), encoding="utf-8")
    with pytest.raises(ValueError, match="Quartier broling-quartier braucht unter `gebiete`"):
        read_city(target)
