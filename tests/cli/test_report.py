"""The profiles from the command line, on a store that was filled by it."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from sro.cli import main
from sro.reference.city import city
from sro.reference.places import ROOT

INDIKATOREN, JAHRE = ("unter_21", "sgb2_unter_18"), ("2023", "2024")
BEGINNINGS = {"pdf": b"%PDF-", "xlsx": b"PK", "pptx": b"PK", "csv": b"indikator,"}
NAME = "Profil_03_moisling"


@pytest.fixture(scope="module")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small delivery (synthetisch), taken over."""
    folder = tmp_path_factory.mktemp("report")
    rows = [r for p in sorted((ROOT / "data/demo").glob("*.csv")) for r in csv.DictReader(p.open(encoding="utf-8"))]
    with (folder / "lieferung.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0].keys())
        writer.writeheader()
        writer.writerows(r for r in rows if r["indikator_id"] in INDIKATOREN and r["zeit"] in JAHRE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SRO_VAR", str(folder / "var"))
        patch.delenv("SRO_DATABASE_URL", raising=False)
        assert main(["import", str(folder / "lieferung.csv")]) == 0
    return folder / "var"


@pytest.fixture(autouse=True)
def var(_filled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SRO_VAR", str(_filled))
    monkeypatch.delenv("SRO_DATABASE_URL", raising=False)
    return _filled


def report(out: Path, *words: str) -> int:
    return main(["report", "--ebene", "stadtteil", "--out", str(out), *words])


def test_one_area_is_written_in_every_format(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "neu" / "profile"
    assert report(out, "--gebiet", "Moisling") == 0
    expected = [str(out / f"{NAME}.{form}") for form in BEGINNINGS]
    assert capfd.readouterr().out.splitlines() == expected
    for form, beginning in BEGINNINGS.items():
        assert (out / f"{NAME}.{form}").read_bytes().startswith(beginning)
    assert "Anteil der unter 21-Jährigen" in (out / f"{NAME}.csv").read_text(encoding="utf-8")


def test_only_some_formats_and_all_areas(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert report(tmp_path, "--format", "csv", "csv", "xlsx") == 0
    areas = city().of_level("stadtteil")
    assert len(capfd.readouterr().out.splitlines()) == 2 * len(areas)
    assert {path.suffix for path in tmp_path.iterdir()} == {".csv", ".xlsx"}
    assert len(list(tmp_path.iterdir())) == 2 * len(areas)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--gebiet", "Mond"], "„Mond“ gibt es auf der Ebene „stadtteil“ nicht. Es gibt zum Beispiel: 01 Innenstadt"),
        (["--ebene", "stadt"], "Profile gibt es nicht für die Ebene „stadt“. Möglich: stadtteil, stadtbezirk."),
        (["--datenstand", "9"], "Einen Datenstand 9 gibt es nicht."),
        (["--format", "docx"], "möglich sind 'pdf', 'xlsx', 'pptx', 'csv'."),
    ],
)
def test_mistakes_are_told_before_anything_is_written(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    out = tmp_path / "leer"
    assert report(out, *words) == 2
    assert sentence in capfd.readouterr().err
    assert not out.exists()


def test_a_file_is_no_folder(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "da.txt"
    file.write_text("", encoding="utf-8")
    for target in (file, file / "darunter"):
        assert report(target, "--gebiet", "03") == 2
        assert "Hier liegt schon eine Datei. Bitte einen Ordner nennen." in capfd.readouterr().err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_closed_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    tmp_path.chmod(0o500)
    assert report(tmp_path / "neu", "--gebiet", "03") == 2
    assert "Der Ordner lässt sich nicht anlegen. Bitte Pfad und Rechte prüfen." in capfd.readouterr().err
    assert report(tmp_path, "--gebiet", "03") == 2
    assert "Der Zugriff ist nicht erlaubt." in capfd.readouterr().err


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert report(tmp_path / ("x" * 300), "--gebiet", "03") == 2
    assert "Der Ordner lässt sich nicht anlegen. Bitte Pfad und Rechte prüfen." in capfd.readouterr().err


def test_without_any_datenstand_it_says_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SRO_VAR", str(tmp_path / "var"))
    assert report(tmp_path / "out", "--gebiet", "03") == 2
    assert "Es gibt noch keinen Datenstand." in capfd.readouterr().err
