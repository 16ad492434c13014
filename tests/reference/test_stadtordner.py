"""A city's two files as people write them: what is accepted, and the sentence for what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from sro.reference.city import read_city
from sro.reference.stadtfehler import StadtFehlerhaft

DESCRIPTION = """id: musterstadt
name: Musterstadt
mittelpunkt: [53.9, 10.7]
ebenen:
  - {id: stadt, name: Stadt, plural: Stadt}
  - {id: stadtteil, name: Ortsteil, plural: Ortsteile}
"""
AREAS = "ebene,id,name,aliase,eltern_ebene,eltern_id\nstadt,00,Musterstadt,,,\nstadtteil,04,Süd,Süden|S,stadt,00\n"


def folder(tmp_path: Path, description: str = DESCRIPTION, areas: bytes | str = AREAS) -> Path:
    (tmp_path / "stadt.yaml").write_text(description, encoding="utf-8")
    (tmp_path / "gebiete.csv").write_bytes(areas.encode() if isinstance(areas, str) else areas)
    return tmp_path


def refused(path: Path) -> str:
    with pytest.raises(StadtFehlerhaft) as error:
        read_city(path)
    return str(error.value)


@pytest.mark.parametrize(
    "areas",
    [
        AREAS,
        AREAS.replace(",", ";"),
        AREAS.replace("\n", "\r\n"),
        "\ufeff" + AREAS,
        AREAS + ",,,,,\n\n",
        AREAS.replace("Süd,", " Süd ,"),
    ],
    ids=["comma", "semicolon", "windows", "mark", "empty rows", "spaces"],
)
def test_what_excel_writes_is_understood(areas: str, tmp_path: Path) -> None:
    stadt = read_city(folder(tmp_path, areas=areas))
    assert [(g.ebene, g.id, g.name, g.aliase) for g in stadt.gebiete] == [
        ("stadt", "00", "Musterstadt", ()),
        ("stadtteil", "04", "Süd", ("Süden", "S")),
    ]


def test_a_source_names_the_city_officially(tmp_path: Path) -> None:
    assert read_city(folder(tmp_path)).amtlich == "Stadt Musterstadt"
    (tmp_path / "andere").mkdir()
    named = DESCRIPTION + "amtlich: Kreisstadt Musterstadt\n"
    assert read_city(folder(tmp_path / "andere", named)).amtlich == "Kreisstadt Musterstadt"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: musterstadt", "", "„id“ fehlt oder ist kein Text"),
        ("id: musterstadt", "id: Müsterstadt", "ohne Umlaute, nicht „Müsterstadt“"),
        ("[53.9, 10.7]", "53.9", "verlangt Breite und Länge"),
        ("[53.9, 10.7]", "[10.7, 53.9]", "Vielleicht sind Breite und Länge vertauscht."),
        (", plural: Ortsteile", "", "Ebene Nr. 2 braucht genau id, name und plural"),
        ("{id: stadtteil,", "{id: stadt,", "Die Ebene „stadt“ kommt doppelt vor"),
        ("name: Musterstadt", "name: [", "Kein gültiges YAML"),
        ("ebenen:", "ohne_seiten: [karte]\nebenen:", "„ohne_seiten“ verlangt eine Liste; möglich sind analyse"),
        ("ebenen:", "modellprojekt: {name: Hafen}\nebenen:", "fehlt etwas oder ist falsch geschrieben: 'gebiet'"),
    ],
)
def test_a_fault_of_the_description_is_named(old: str, new: str, said: str, tmp_path: Path) -> None:
    assert old in DESCRIPTION
    assert said in refused(folder(tmp_path, DESCRIPTION.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (",aliase,", ",alias,", "Es fehlt: aliase."),
        ("stadtteil,04", "bezirk,04", "Zeile 3 (Süd): hat die Ebene „bezirk“"),
        ("stadt,00\n", "stadt,0\n", "Gemeint ist vielleicht „00“: Excel lässt führende Nullen weg."),
        ("stadt,00\n", "stadt,07\n", "stadt „07“ gibt es nicht.\n"),
        ("stadt,00\n", "stadtteil,04\n", "eltern_ebene muss „stadt“ sein, nicht „stadtteil“"),
        ("Musterstadt,,,", "Musterstadt,,stadt,00", "eltern_ebene und eltern_id leer lassen"),
        ("stadtteil,04,Süd", "stadtteil,04,", "id und name dürfen nicht leer sein"),
        ("stadtteil,04,Süd,Süden|S,stadt,00\n", "", "Für die Ebene „stadtteil“ gibt es keine Zeile"),
        ("stadt,00,Musterstadt,,,\n", "", "Genau ein Gebiet ist die ganze Stadt (Ebene „stadt“); vorhanden: 0."),
        ("stadtteil,04", "stadtteil,04,Nord,,stadt,00\nstadtteil,04", "stadtteil „04“ kommt 2-mal vor"),
    ],
)
def test_a_fault_of_the_areas_is_named(old: str, new: str, said: str, tmp_path: Path) -> None:
    assert old in AREAS
    assert said in refused(folder(tmp_path, areas=AREAS.replace(old, new, 1))) + "\n"


def test_a_table_in_another_encoding_and_a_missing_one_are_named(tmp_path: Path) -> None:
    assert "„CSV UTF-8 (durch Trennzeichen getrennt)“" in refused(folder(tmp_path, areas=AREAS.encode("latin-1")))
    (tmp_path / "gebiete.csv").unlink()
    assert "gebiete.csv fehlt" in refused(tmp_path)
    assert "python -m sro stadt neu ORDNER" in refused(tmp_path / "nirgends")


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    said = refused(
        folder(tmp_path, areas=AREAS.replace("stadtteil,04,Süd", "dorf,04,").replace("00,Muster", ",Muster"))
    )
    assert "nicht zu benutzen (4)" in said
