"""Rounded figures say so on the page, and a rounded zero is not called exactly zero."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from sro.cli import main
from sro.reference.places import ROOT
from tests.pages.conftest import DEMO, Page, _small, _used

SAID = "Zahlen auf Vielfache von 5 gerundet"


@pytest.fixture
def rounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A var folder with one indicator of one year, two cases in every Stadtteil."""
    rules = tmp_path / "regeln.yaml"
    bundled = (ROOT / "data" / "geheimhaltung.yaml").read_text(encoding="utf-8")
    rules.write_text(bundled.replace("verfahren: unterdruecken", "verfahren: runden"), encoding="utf-8")
    monkeypatch.setenv("SRO_GEHEIMHALTUNG", str(rules))
    rows = list(csv.DictReader((DEMO / "erzieherische_hilfen.csv").open(encoding="utf-8")))
    chosen = [_small(row) for row in rows if row["indikator_id"] == "erziehungsberatung" and row["zeit"] == "2023"]
    delivery = tmp_path / "lieferung.csv"
    with delivery.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, chosen[0].keys())
        writer.writeheader()
        writer.writerows(chosen)
    folder = tmp_path / "var"
    monkeypatch.setenv("SRO_VAR", str(folder))
    assert main(["import", str(delivery), "--titel", "Gerundet"]) == 0
    yield from _used(folder, monkeypatch)


def test_the_map_says_that_figures_are_rounded(rounded: Path, page: Page) -> None:
    app = page("karte", {"indikator": "erziehungsberatung", "ebene": "stadtteil", "jahr": "2023", "gebiet": "01"})
    assert not app.exception
    said = "\n".join(element.proto.body for element in app.get("html"))
    assert SAID in said
    assert "gerundet (0 heißt: keine oder wenige)" in said
    assert "genau null" not in said.partition("sro-panel")[2].partition("</dl>")[0]


def test_the_command_line_exports_and_audits_rounded_figures(rounded: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["audit"]) == 0
    assert "Ungerundet oder zu eng eingegrenzt: 0" in capfd.readouterr().out
    assert main(["export", "--ebene", "stadtteil"]) == 0
    head, first, *_ = capfd.readouterr().out.splitlines()
    assert dict(zip(head.split(","), first.split(","), strict=True)) | {"zaehler": "0", "gerundet_auf": "5"} == dict(
        zip(head.split(","), first.split(","), strict=True)
    )
