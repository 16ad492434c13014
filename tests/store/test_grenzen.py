"""The reading door for boundaries: bundled first, imported at run time instead."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sro.reference.city import city
from sro.store.grenzen import boundaries, imported_file


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SRO_VAR", str(tmp_path))


def put(ebene: str, west: float = 10.0, **more: str) -> Path:
    square = [[west, 53.0], [11.0, 53.0], [11.0, 54.0], [west, 53.0]]
    feature = {"type": "Feature", "properties": {"id": "00"}, "geometry": {"type": "Polygon", "coordinates": [square]}}
    head = {"type": "FeatureCollection", "ebene": ebene, "schematisch": False, "quelle": "Amt", **more}
    path = imported_file(ebene)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**head, "features": [feature]}), encoding="utf-8")
    return path


def test_the_bundled_boundaries_cover_every_area_of_every_level() -> None:
    for ebene in city().ebenen:
        grenzen = boundaries(ebene.id)
        assert grenzen.ids == tuple(g.id for g in city().of_level(ebene.id))
        assert grenzen.schematisch
        assert "keine amtlichen Grenzen" in grenzen.quelle
        assert grenzen.geojson()["ebene"] == ebene.id


def test_imported_boundaries_go_first_until_they_are_removed() -> None:
    bundled = boundaries("stadt")
    path = put("stadt", abgeleitet="stadtbezirk")
    own = boundaries("stadt")
    assert (own.path, own.quelle, own.schematisch, own.abgeleitet) == (path, "Amt", False, "stadtbezirk")
    assert own.digest != bundled.digest
    assert own.content() == path.read_bytes()
    path.unlink()
    assert boundaries("stadt") == bundled


def test_a_changed_file_is_read_again() -> None:
    put("stadt")
    before = boundaries("stadt")
    put("stadt", west=10.25)
    after = boundaries("stadt")
    assert before.digest != after.digest


def test_quartiere_have_a_place_and_absent_boundaries_a_sentence() -> None:
    with pytest.raises(FileNotFoundError, match=r"--ebene quartier"):
        boundaries("quartier")
    put("quartier")
    assert boundaries("quartier").ids == ("00",)
