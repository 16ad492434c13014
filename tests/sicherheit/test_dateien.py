"""Uploaded files that attack their reader, and names that attack whoever shows or stores them."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sro.intake.akten.mappe import read_workbook
from sro.intake.einrichtungen.tabelle import read_table as read_facilities
from sro.intake.grenzen import import_boundaries
from sro.intake.tabelle import read_table
from sro.model.akteur import Akteur, Rolle
from sro.model.bedarf import Bedarf
from sro.model.befund import Befund, Schwere
from sro.reference.city import city
from sro.store.grenzen import bundled_file
from sro.views.lieferung.blatt import html_findings
from sro.web.lieferung.annahme import _laid_down
from tests.sicherheit import boese_dateien as made
from tests.sicherheit.feindliches import FEINDLICH
from tests.sicherheit.test_felder import assert_text

SECRET = "ein-wort-das-niemand-lesen-soll"
PATIENCE = 20.0  # seconds; what grows without end would take hours
PLANERIN = Akteur("Petra", Rolle.PLANUNG)
READERS: dict[str, Callable[[Path], object]] = {
    "Lieferung": read_table,
    "Einrichtungen": read_facilities,
    "Einträge": lambda path: read_workbook(path, [Bedarf]),
}
NAMES = (
    *FEINDLICH,
    "../../../etc/passwd.csv",
    "..\\..\\boot.csv",
    "/etc/passwd",
    "C:\\Windows\\win.csv",
    "a\x00.csv",
    ".." * 150 + ".csv",
    "ä" * 300 + ".csv",
    "😀" * 300 + ".csv",
    "=cmd|' /C calc'!A0.csv",
    "<img src=x onerror=getroffen()>.csv",
    "CON.csv",
    "-rf.csv",
    "%2e%2e%2fpasswd",
    "",
    " ",
)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", ["xlsx_bomb", "xlsx_sheet_bomb", "ods_bomb"])
def test_what_grows_without_end_is_refused_at_once(tmp_path: Path, reader: str, kind: str) -> None:
    path = tmp_path / f"tabelle.{kind.partition('_')[0]}"
    path.write_bytes(getattr(made, kind)())
    began = time.monotonic()
    assert len(repr(READERS[reader](path))) < 100_000
    assert time.monotonic() - began < PATIENCE


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", ["xlsx_reading", "ods_reading"])
def test_no_table_reads_a_file_of_this_machine(tmp_path: Path, reader: str, kind: str) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text(SECRET)
    path = tmp_path / f"tabelle.{kind.partition('_')[0]}"
    path.write_bytes(getattr(made, kind)(secret))
    assert SECRET not in repr(READERS[reader](path))


@pytest.mark.parametrize("kind", ["workbook", "xlsx_with_macro", "xlsx_climbing"])
def test_what_else_lies_in_a_workbook_is_left_alone(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    path = folder / "tabelle.xlsx"
    path.write_bytes(getattr(made, kind)())
    found = read_table(path)
    assert [row.zaehler for row in found.zeilen] == ["84"]
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == [path]


@pytest.mark.parametrize(
    "member", ["../../boese.geojson", "/boese.geojson", "..\\boese.geojson", "a/../../boese.geojson"]
)
def test_no_archive_of_boundaries_writes_beside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, member: str
) -> None:
    monkeypatch.setenv("SRO_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    archive = tmp_path / "grenzen.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(bundled_file("stadtteil"), member)
    import_boundaries(archive, "stadtteil", city(), wer=PLANERIN, dry_run=True)
    assert list(tmp_path.rglob("*boese*")) == []
    assert not Path("/boese.geojson").exists()


def test_a_link_in_an_archive_is_a_file_with_a_path_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is unpacked as the text that it holds, so nothing is followed; and that text is no map."""
    monkeypatch.setenv("SRO_VAR", str(tmp_path / "var"))
    secret = tmp_path / "geheim.geojson"
    secret.write_bytes(bundled_file("stadtteil").read_bytes())
    archive = tmp_path / "grenzen.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr(made.linked("grenzen.geojson"), str(secret))
    result = import_boundaries(archive, "stadtteil", city(), wer=PLANERIN)
    assert [one.code for one in result.fehler] == ["format_unbekannt"]
    assert result.geschrieben == ()


def test_no_name_leaves_the_folder_or_is_more_than_a_name(tmp_path: Path) -> None:
    folder = tmp_path / "ordner"
    folder.mkdir()
    paths = _laid_down([(name, b"x") for name in NAMES], folder)
    assert len(paths) == len(NAMES)
    for path in paths:
        assert path.resolve().parent.parent == folder.resolve()
        assert path.name.isprintable()
        assert len(path.name.encode()) <= 255
    assert all(folder in one.parents for one in tmp_path.rglob("*") if one.is_file())


def test_a_name_in_a_finding_is_text() -> None:
    for name in NAMES:
        befund = Befund("datei_kaputt", f"Die Datei {name} ist kaputt.", datei=name, zeile=2, spalte=name, wert=name)
        assert_text(html_findings([befund], Schwere.FEHLER))
