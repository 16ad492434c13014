"""The bundled catalogue as another city sees it, and the files of a city before the bundled ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from sro.reference.catalogue import KatalogUnvollstaendig, read_catalogue
from sro.reference.places import (
    BUNDLED_CATALOGUE,
    catalogue_file,
    leitbild_file,
    rules_file,
    text_folder,
    voices_file,
)

OWN = {
    "indikatoren.yaml": catalogue_file,
    "geheimhaltung.yaml": rules_file,
    "stimmen.yaml": voices_file,
    "texte": text_folder,
}
VARIABLES = ("SRO_KATALOG", "SRO_GEHEIMHALTUNG", "SRO_STIMMEN", "SRO_TEXTE")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SRO_STADT", str(tmp_path))
    return tmp_path


def test_levels_that_a_city_lacks_are_left_out_and_nothing_else() -> None:
    whole = read_catalogue(BUNDLED_CATALOGUE)
    two = read_catalogue(BUNDLED_CATALOGUE, ("stadt", "stadtteil"))
    assert [i.id for i in two.indikatoren] == [i.id for i in whole.indikatoren]
    for small, large in zip(two.indikatoren, whole.indikatoren, strict=True):
        assert small.ebenen == tuple(ebene for ebene in large.ebenen if ebene != "stadtbezirk")
    assert two.merkmale == whole.merkmale


def test_a_city_of_one_level_pools_nothing() -> None:
    one = read_catalogue(BUNDLED_CATALOGUE, ("stadt",))
    assert {i.ebenen for i in one.indikatoren} == {("stadt",)}
    assert {i.stadtweit_gebuendelt for i in one.indikatoren} == {None}


def test_a_city_with_other_ids_is_told_so() -> None:
    with pytest.raises(KatalogUnvollstaendig, match="Die Ebene „stadt“ gibt es nicht; möglich sind gemeinde, dorf"):
        read_catalogue(BUNDLED_CATALOGUE, ("gemeinde", "dorf"))


def test_a_catalogue_of_ones_own_is_not_cut(tmp_path: Path) -> None:
    for file in (BUNDLED_CATALOGUE, BUNDLED_CATALOGUE.with_name("geheimhaltung.yaml")):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    with pytest.raises(KatalogUnvollstaendig, match="Die Ebene „stadtbezirk“ gibt es nicht"):
        read_catalogue(tmp_path / BUNDLED_CATALOGUE.name, ("stadt", "stadtteil"))


def test_texts_name_the_city() -> None:
    quellen = {i.quelle for i in read_catalogue(BUNDLED_CATALOGUE, amtlich="Stadt Muster").indikatoren}
    assert "Stadt Muster, Kommunale Statistikstelle, Melderegister" in quellen
    assert not any("{" in quelle for quelle in quellen)


@pytest.mark.parametrize("name", OWN)
def test_a_file_of_the_city_comes_before_the_bundled_one(name: str, folder: Path) -> None:
    assert folder not in OWN[name]().parents
    (folder / name).mkdir()
    assert OWN[name]() == folder / name


def test_a_variable_comes_before_both(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in OWN:
        (folder / name).touch()
    monkeypatch.setenv("SRO_KATALOG", "anderswo/katalog.yaml")
    assert catalogue_file() == Path("anderswo/katalog.yaml")
    assert rules_file() == Path("anderswo/geheimhaltung.yaml")
    monkeypatch.setenv("SRO_GEHEIMHALTUNG", "regeln.yaml")
    assert rules_file() == Path("regeln.yaml")


def test_there_is_no_bundled_leitbild(folder: Path) -> None:
    assert leitbild_file() == folder / "leitbild.yaml"
