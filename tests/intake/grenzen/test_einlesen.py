"""Importing boundaries: formats, coordinate systems, columns, refusals."""

from __future__ import annotations

import json
import warnings
import zipfile
from functools import partial
from pathlib import Path

import geopandas
import pandas
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sro.intake import grenzen
from sro.intake.grenzen.ergebnis import Ergebnis
from sro.model.akteur import Akteur, Rolle
from sro.model.befund import Schwere
from sro.model.gebiet import Stadt
from sro.store.grenzen import boundaries, imported_file

PLANERIN = Akteur("Petra", Rolle.PLANUNG)
import_boundaries = partial(grenzen.import_boundaries, wer=PLANERIN)


def codes(ergebnis: Ergebnis, schwere: Schwere | None = Schwere.FEHLER) -> list[str]:
    return [b.code for b in ergebnis.befunde if schwere is None or b.schwere is schwere]


def saved(frame: geopandas.GeoDataFrame, path: Path) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Shapefiles shorten the names of columns
        frame.to_file(path)
    return path


def zipped(shapefile: Path, leave_out: tuple[str, ...] = ()) -> Path:
    archive = shapefile.with_suffix(".zip")
    with zipfile.ZipFile(archive, "w") as file:
        for part in shapefile.parent.glob(f"{shapefile.stem}.*"):
            if part.suffix not in (*leave_out, ".zip"):
                file.write(part, f"Daten 2024/{part.name}")
    return archive


def imported(ebene: str = "block") -> geopandas.GeoDataFrame:
    return geopandas.read_file(imported_file(ebene)).set_index("id")


@pytest.mark.parametrize("suffix", ["geojson", "gpkg", "shp", "zip"])
@pytest.mark.parametrize("epsg", [4326, 25832, 31467])
def test_every_format_in_every_crs_gives_the_same_boundaries(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path, suffix: str, epsg: int
) -> None:
    stem = tmp_path / f"grenzen.{'shp' if suffix == 'zip' else suffix}"
    file = saved(bloecke.to_crs(epsg), stem)
    ergebnis = import_boundaries(zipped(file) if suffix == "zip" else file, "block", stadt)
    assert codes(ergebnis) == []
    assert [path.name for path in ergebnis.geschrieben] == ["block.geojson", "viertel.geojson", "stadt.geojson"]
    expected = bloecke.set_index("code").geometry.to_crs(25832)
    assert imported().geometry.to_crs(25832).hausdorff_distance(expected).max() < 0.2


def test_coarser_levels_are_dissolved_and_follow_a_reset(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    ergebnis = import_boundaries(saved(bloecke, tmp_path / "b.geojson"), "block", stadt, source="Vermessungsamt")
    assert codes(ergebnis, None) == ["abgeleitet", "abgeleitet"]
    assert boundaries("viertel").abgeleitet == "block"
    assert boundaries("stadt").quelle == "Vermessungsamt"
    assert imported("viertel").geometry["02"].equals(shapely.box(10.01, 50, 10.02, 50.02))
    assert imported("stadt").geometry["00"].equals(shapely.box(10, 50, 10.02, 50.02))
    assert {path.name for path in grenzen.reset(stadt, "block", wer=PLANERIN)} == {
        "block.geojson",
        "viertel.geojson",
        "stadt.geojson",
    }


def test_a_level_that_was_delivered_itself_is_not_overwritten(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    viertel = bloecke.dissolve("viertel_code").reset_index()[["viertel_code", "geometry"]]
    import_boundaries(saved(viertel, tmp_path / "v.geojson"), "viertel", stadt, source="eigene")
    ergebnis = import_boundaries(saved(bloecke, tmp_path / "b.geojson"), "block", stadt, source="andere")
    assert [path.name for path in ergebnis.geschrieben] == ["block.geojson", "stadt.geojson"]
    assert boundaries("viertel").quelle == "eigene"


@pytest.mark.parametrize(
    "ids", [[1, 2, 3, 4], [1.0, 2.0, 3.0, 4.0], ["1", "2", "3", "4"], ["01 Alt-Süd", "02", "03", "04"]]
)
def test_ids_are_understood_as_numbers_and_with_names(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path, ids: list[object]
) -> None:
    file = saved(bloecke[["geometry"]].assign(nr=ids), tmp_path / "b.gpkg")
    assert codes(import_boundaries(file, "block", stadt)) == []
    assert list(imported().index) == ["01", "02", "03", "04"]


def test_the_column_is_taken_that_tells_the_areas_apart(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    columns = ["viertel_code", "admin_level", "name", "geometry"]
    file = saved(bloecke.assign(admin_level=4)[columns], tmp_path / "b.geojson")
    assert codes(import_boundaries(file, "block", stadt)) == []
    assert imported().geometry["04"].equals(shapely.box(10.01, 50.01, 10.02, 50.02))


def test_a_wrong_column_shows_in_what_is_doubled_and_missing(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    file = saved(bloecke, tmp_path / "b.geojson")
    ergebnis = import_boundaries(file, "block", stadt, key_column="viertel_code")
    assert codes(ergebnis) == ["gebiet_doppelt", "gebiet_doppelt", "gebiet_fehlt"]
    assert "(Objekte 1, 3)" in ergebnis.fehler[0].text
    assert ergebnis.fehler[-1].wert == "03, 04"
    assert codes(import_boundaries(file, "block", stadt, key_column="kennung")) == ["spalte_fehlt"]
    assert not imported_file("block").exists()


def test_parts_of_an_area_are_joined_when_told_so(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    file = saved(bloecke, tmp_path / "b.geojson")
    ergebnis = import_boundaries(file, "viertel", stadt, key_column="viertel_code", join=True)
    assert codes(ergebnis) == []
    assert imported("viertel").geometry["01"].equals(shapely.box(10, 50, 10.01, 50.02))


def test_names_that_are_shifted_against_the_shapes_are_refused(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    shifted = bloecke.assign(code=["04", "03", "02", "01"])
    ergebnis = import_boundaries(saved(shifted, tmp_path / "b.geojson"), "block", stadt)
    assert "spalten_widersprechen" in codes(ergebnis)
    alone = import_boundaries(saved(shifted, tmp_path / "c.geojson"), "block", stadt, key_column="code")
    assert codes(alone) == ["lage_widerspricht"] * 4
    assert not imported_file("block").exists()


def test_an_incomplete_set_is_written_only_when_told_so(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    other = bloecke.assign(code=["01", "02", "03", "99"]).drop(columns="name")
    file = saved(other, tmp_path / "b.geojson")
    refused = import_boundaries(file, "block", stadt)
    assert codes(refused) == ["gebiet_unbekannt", "gebiet_fehlt"]
    assert (refused.befunde[1].zeile, refused.befunde[1].spalte, refused.befunde[1].wert) == (4, "code", "99")
    assert not imported_file("block").exists()
    told = import_boundaries(file, "block", stadt, allow_incomplete=True)
    assert codes(told) == []
    assert boundaries("block").ids == ("01", "02", "03")
    assert not imported_file("viertel").exists()


def test_a_dry_run_finds_everything_and_writes_nothing(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    ergebnis = import_boundaries(saved(bloecke, tmp_path / "b.geojson"), "block", stadt, dry_run=True)
    assert codes(ergebnis, None) == ["quelle_fehlt", "abgeleitet", "abgeleitet"]
    assert ergebnis.geschrieben == ()
    assert not imported_file("block").exists()


def test_a_file_without_crs_asks_for_one(stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path) -> None:
    file = zipped(saved(bloecke.to_crs(25832), tmp_path / "b.shp"), leave_out=(".prj",))
    refused = import_boundaries(file, "block", stadt)
    assert codes(refused) == ["crs_fehlt"]
    assert "--crs" in refused.befunde[0].text
    assert codes(import_boundaries(file, "block", stadt, crs="25832")) == []
    assert codes(import_boundaries(file, "block", stadt, crs="EPSG:999999")) == ["crs_unbekannt"]
    undefined = saved(bloecke.set_crs(None, allow_override=True), tmp_path / "ohne.gpkg")
    assert codes(import_boundaries(undefined, "block", stadt)) == ["crs_fehlt"]


def test_a_wrong_crs_is_named_together_with_the_right_one(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    lie = bloecke.to_crs(25832).set_crs(4326, allow_override=True)
    ergebnis = import_boundaries(saved(lie, tmp_path / "b.geojson"), "block", stadt)
    assert codes(ergebnis) == ["falsches_crs"]
    assert "--crs 25832" in ergebnis.fehler[0].text
    told = import_boundaries(tmp_path / "b.geojson", "block", stadt, crs="25832")
    assert codes(told) == []
    assert "crs_ueberstimmt" in codes(told, Schwere.WARNUNG)


def test_swapped_axes_and_another_city_are_told(stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path) -> None:
    turned = bloecke.assign(geometry=shapely.transform(bloecke.geometry.to_numpy(), lambda xy: xy[:, ::-1]))
    swapped = import_boundaries(saved(turned, tmp_path / "t.geojson"), "block", stadt)
    assert codes(swapped) == ["falsches_crs"]
    assert "vertauscht" in swapped.fehler[0].text
    moved = bloecke.assign(geometry=bloecke.translate(0.9, 0.4), name="Altstadt", code="x", viertel_code="y")
    elsewhere = import_boundaries(saved(moved, tmp_path / "m.geojson"), "block", stadt)
    assert codes(elsewhere) == ["falsches_crs", "spalte_unklar"]
    assert "50,41° Nord, 10,91° Ost, 78 km entfernt" in elsewhere.fehler[0].text


def test_a_bow_tie_blocks_and_a_spike_is_repaired(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    bow_tie = shapely.Polygon([(10, 50), (10.01, 50.01), (10.01, 50), (10, 50.01)])
    ergebnis = import_boundaries(_with_first(bloecke, bow_tie, tmp_path), "block", stadt)
    assert codes(ergebnis) == ["polygon_unbrauchbar"]
    assert "01 Alt-Süd" in ergebnis.fehler[0].text
    assert "kreuzt sich selbst" in ergebnis.fehler[0].text
    spike = shapely.Polygon(
        [
            (10, 50),
            (10.01, 50),
            (10.01, 50.01),
            (10.0051, 50.01),
            (10.005, 50.0099),
            (10.0051, 50.0099),
            (10.005, 50.01),
            (10, 50.01),
        ]
    )
    assert not spike.is_valid
    mended = import_boundaries(_with_first(bloecke, spike, tmp_path), "block", stadt)
    assert codes(mended) == []
    assert "polygon_repariert" in codes(mended, None)
    assert imported().is_valid.all()


def _with_first(frame: geopandas.GeoDataFrame, shape: shapely.Geometry, folder: Path) -> Path:
    return saved(frame.assign(geometry=[shape, *frame.geometry[1:]]), folder / "erstes.geojson")


def test_overlaps_and_gaps_are_told_with_areas_and_size(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    wide = _with_first(bloecke, shapely.box(10, 50, 10.011, 50.01), tmp_path)
    overlap = [b for b in import_boundaries(wide, "block", stadt).befunde if b.code == "ueberlappung"]
    assert [(b.wert, b.schwere) for b in overlap] == [("01, 02", Schwere.WARNUNG)]
    assert "79.7" in overlap[0].text
    notch = shapely.Polygon(
        [
            (10, 50),
            (10.01, 50),
            (10.01, 50.003),
            (10.009, 50.003),
            (10.009, 50.005),
            (10.01, 50.005),
            (10.01, 50.01),
            (10, 50.01),
        ]
    )
    gaps = [
        b
        for b in import_boundaries(_with_first(bloecke, notch, tmp_path), "block", stadt).befunde
        if b.code == "luecke"
    ]
    assert [b.wert for b in gaps] == ["01, 02"]
    tiny = _with_first(bloecke, shapely.box(10, 50, 10.010005, 50.01), tmp_path)
    assert "ueberlappung_winzig" in codes(import_boundaries(tiny, "block", stadt), Schwere.HINWEIS)


def test_areas_on_top_of_each_other_are_an_error(stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path) -> None:
    ergebnis = import_boundaries(_with_first(bloecke, shapely.box(10, 50, 10.02, 50.01), tmp_path), "block", stadt)
    assert codes(ergebnis) == ["gebiete_uebereinander"]


def test_openstreetmap_is_recognised_by_its_columns(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    import_boundaries(saved(bloecke.assign(osm_relation=7), tmp_path / "b.shp"), "block", stadt)
    assert boundaries("block").quelle == "© OpenStreetMap-Mitwirkende (ODbL)"
    assert not boundaries("block").schematisch


def test_schematic_boundaries_stay_schematic(stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path) -> None:
    file = saved(bloecke, tmp_path / "b.geojson")
    own = {**json.loads(file.read_text(encoding="utf-8")), "schematisch": True, "quelle": "Skizze"}
    file.write_text(json.dumps(own), encoding="utf-8")
    import_boundaries(file, "block", stadt)
    assert (boundaries("stadt").schematisch, boundaries("stadt").quelle) == (True, "Skizze")


def test_large_boundaries_are_simplified_without_opening_gaps(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    fine = bloecke.assign(geometry=shapely.segmentize(bloecke.geometry.to_numpy(), 0.01 / 2000))
    ergebnis = import_boundaries(saved(fine, tmp_path / "b.gpkg"), "block", stadt)
    assert "vereinfacht" in codes(ergebnis, Schwere.HINWEIS)
    assert imported_file("block").stat().st_size < 400_000
    assert imported().is_valid_coverage()
    assert shapely.area(imported("viertel").geometry.to_numpy()).sum() == pytest.approx(0.02**2, rel=1e-6)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "datei_leer"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "format_unbekannt"),
        (b"gebiet;wert\n01;3\n", "format_unbekannt"),
        (b'{"type": "Topology", "objects": {}}', "format_unbekannt"),
        (b"[" * 100_000, "format_unbekannt"),
        (b"<VRTDataset/>", "format_unbekannt"),
        (b'{"type": "FeatureCollection", "features": []}', "ohne_flaechen"),
        (b"SQLite format 3\x00" + b"\x00" * 100, "datei_kaputt"),
        (b"\x00\x00\x27\x0a" + b"\x00" * 100, "datei_kaputt"),
        (b'{"type": "FeatureCollection", "features": [{"type": "Feature"}]}', "ohne_flaechen"),
        (b'{"type": "FeatureCollection", "features": [1]}', "ohne_flaechen"),
        (b'{"type": "FeatureCollection", "crs": {"properties": {"name": "X"}}, "features": [1]}', "crs_unbekannt"),
    ],
)  # fmt: skip
def test_what_is_no_map_is_answered_with_one_sentence(stadt: Stadt, tmp_path: Path, content: bytes, code: str) -> None:
    for suffix in ("geojson", "gpkg", "shp"):
        file = tmp_path / f"grenzen.{suffix}"
        file.write_bytes(content)
        ergebnis = import_boundaries(file, "block", stadt)
        assert codes(ergebnis, None) == [code]
        assert ergebnis.befunde[0].datei == file.name
    assert not (tmp_path / "var").exists()


def test_points_instead_of_areas_are_refused_and_beside_areas_left_out(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    points = bloecke.assign(geometry=bloecke.representative_point())
    refused = import_boundaries(saved(points, tmp_path / "p.geojson"), "block", stadt)
    assert codes(refused, None) == ["ohne_flaechen"]
    assert "4 × Punkt" in refused.befunde[0].text
    mixed = pandas.concat([bloecke, points], ignore_index=True)
    assert codes(import_boundaries(saved(mixed, tmp_path / "m.geojson"), "block", stadt)) == []


def test_a_geopackage_with_two_layers_asks_which(stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path) -> None:
    file = tmp_path / "zwei.gpkg"
    bloecke.to_file(file, layer="bloecke")
    bloecke.to_file(file, layer="alt")
    assert codes(import_boundaries(file, "block", stadt)) == ["layer_unklar"]
    assert codes(import_boundaries(file, "block", stadt, layer="bloecke")) == []
    assert codes(import_boundaries(file, "block", stadt, layer="neu")) == ["layer_unklar"]


def test_a_zip_bomb_is_not_unpacked(stadt: Stadt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sro.intake.grenzen.datei.MAX_BYTES", 1_000_000)
    with zipfile.ZipFile(tmp_path / "z.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("grenzen.geojson", b" " * 2_000_000)
    ergebnis = import_boundaries(tmp_path / "z.zip", "block", stadt)
    assert codes(ergebnis, None) == ["datei_zu_gross"]
    with zipfile.ZipFile(tmp_path / "leer.zip", "w") as archive:
        archive.writestr("liesmich.txt", "nichts")
    assert codes(import_boundaries(tmp_path / "leer.zip", "block", stadt), None) == ["zip_unklar"]


def test_an_unknown_level_is_a_mistake_of_the_caller(stadt: Stadt, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        import_boundaries(tmp_path / "egal.geojson", "strasse", stadt)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(4)), by=st.sampled_from(["code", "name"]))
def test_labels_never_shift_whatever_the_order(
    stadt: Stadt, bloecke: geopandas.GeoDataFrame, tmp_path: Path, order: list[int], by: str
) -> None:
    shuffled = bloecke.iloc[order][[by, "geometry"]]
    assert codes(import_boundaries(saved(shuffled, tmp_path / "s.geojson"), "block", stadt)) == []
    expected = bloecke.set_index("code").geometry
    assert all(shape.equals(expected[id]) for id, shape in imported().geometry.items())
