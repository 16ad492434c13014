"""python -m sro texte: what the office has not filled in yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from sro.cli import main
from sro.reference.texte import ERKLAERUNGEN, statement
from sro.views.texte import open_fields, open_sentence
from sro.web import warmup


@pytest.mark.parametrize("name", ERKLAERUNGEN)
def test_the_bundled_statements_are_templates(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SRO_TEXTE", raising=False)
    assert open_fields(statement(name))


def test_every_open_field_is_named_with_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SRO_TEXTE", str(tmp_path))
    for name in ERKLAERUNGEN:
        (tmp_path / f"{name}.md").write_text("Alles da.", encoding="utf-8")
    assert main(["texte"]) == 0
    (tmp_path / "impressum.md").write_text("Stadt [[Straße]] [[Ort]]", encoding="utf-8")
    assert main(["texte"]) == 1
    said = capsys.readouterr().out
    assert f"Impressum ({tmp_path / 'impressum.md'}): noch einzutragen: 2\n  Straße\n  Ort" in said
    assert "Datenschutz (" in said


def test_the_start_says_how_much_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SRO_TEXTE", str(tmp_path))
    for name in ERKLAERUNGEN:
        (tmp_path / f"{name}.md").write_text("[[Name]]" if name == "datenschutz" else "Da.", encoding="utf-8")
    warmup._tell_open_fields()
    assert caplog.messages == ["Noch einzutragen: Datenschutz 1. Welche Angaben: python -m sro texte"]


def test_nothing_is_said_where_nothing_is_open() -> None:
    assert open_sentence({"Impressum": ()}) == ""
    assert open_sentence({"Impressum": ("a", "b"), "Datenschutz": ("c",)}).startswith(
        "Noch einzutragen: Impressum 2, Datenschutz 1."
    )
