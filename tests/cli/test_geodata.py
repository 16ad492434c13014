"""python -m sro geodata: exit codes and what it says."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from sro.cli import geodata
from sro.store.grenzen import boundaries, bundled_file


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SRO_VAR", str(tmp_path / "var"))


def run(*arguments: str | Path) -> int:
    parser = argparse.ArgumentParser()
    geodata.register(parser.add_subparsers(required=True))
    parsed = parser.parse_args(["geodata", *map(str, arguments)])
    code: int = parsed.func(parsed)
    return code


def test_import_list_and_reset(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", bundled_file("stadtbezirk"), "--ebene", "stadtbezirk", "--quelle", "Probe") == 0
    assert "Geschrieben: " in capsys.readouterr().out
    assert run("list") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Stadt: 1 von 1 Gebieten, schematisch, abgeleitet aus Stadtbezirk. Probe",
        "Stadtteil: 10 von 10 Gebieten, schematisch, abgeleitet aus Stadtbezirk. Probe",
        "Stadtbezirk: 35 von 35 Gebieten, schematisch, eingelesen. Probe",
    ]
    assert run("reset", "--ebene", "stadtbezirk") == 0
    assert boundaries("stadt").path == bundled_file("stadt")
    capsys.readouterr()
    assert run("reset") == 0
    assert capsys.readouterr().out == "Es waren keine Grenzen eingelesen.\n"


def test_findings_give_exit_code_one_and_write_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = json.loads(bundled_file("stadtbezirk").read_text(encoding="utf-8"))
    file = tmp_path / "ohne_priwall.geojson"
    file.write_text(json.dumps({**content, "features": content["features"][:-3]}), encoding="utf-8")
    assert run("import", file, "--ebene", "stadtbezirk") == 1
    said = capsys.readouterr().out
    assert "33 Priwall, 34 Teutendorf und 35 Brodten" in said
    assert said.endswith("1 Fehler; nichts geschrieben.\n")
    assert not (tmp_path / "var").exists()
    assert run("import", file, "--ebene", "stadtbezirk", "--unvollstaendig", "--dry-run") == 0
    assert capsys.readouterr().out.endswith("Probelauf ohne Fehler; nichts geschrieben.\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "gibt-es-nicht.geojson", "--ebene", "stadtbezirk"),
        ("import", "gibt-es-nicht.geojson", "--ebene", "strasse"),
        ("osm", "--ebene", "strasse"),
        ("reset", "--ebene", "strasse"),
    ],
)
def test_wrong_use_gives_exit_code_two_and_a_remedy(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    assert "Bitte" in capsys.readouterr().err


def test_osm_without_a_server_gives_exit_code_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("osm", "--server", "http://127.0.0.1:9/") == 1
    assert "nicht erreichbar" in capsys.readouterr().out
