"""What the database of vulnerabilities answered, in sentences: found, clean, or not asked at all."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts.vulnerabilities import CLEAN, KNOWN, NOT_ASKED, main, told

SOUND = {"name": "alpha", "version": "1.0", "vulns": []}
BROKEN = {
    "name": "beta",
    "version": "2.0",
    "vulns": [
        {"id": "GHSA-1", "fix_versions": ["2.1"], "aliases": ["CVE-2026-1"]},
        {"id": "GHSA-2", "fix_versions": [], "aliases": []},
    ],
}
UNKNOWN = {"name": "gamma", "skip_reason": "Dependency not found"}


def report(*packages: dict[str, Any]) -> dict[str, Any]:
    return {"dependencies": list(packages), "fixes": []}


def asked(folder: Path, output: str, complaint: str = "") -> int:
    """The exit code where the audit says that."""
    script = folder / "audit.py"
    script.write_text(f"import sys\nprint({output!r})\nprint({complaint!r}, file=sys.stderr)\nsys.exit(1)\n")
    return main([sys.executable, str(script)])


def test_every_vulnerability_is_named_with_its_remedy() -> None:
    sentences, code = told(report(SOUND, BROKEN))
    assert code == KNOWN
    assert sentences[:2] == [
        "beta 2.0: GHSA-1, CVE-2026-1. Behoben in: 2.1.",
        "beta 2.0: GHSA-2. Behoben in: noch in keiner Fassung.",
    ]
    assert "make lock" in sentences[2]
    assert sentences[-1] == "Geprüfte Pakete: 2, bekannte Sicherheitslücken: 2."


def test_clean_is_said_only_where_every_package_was_known() -> None:
    assert told(report(SOUND)) == (["Geprüfte Pakete: 1, bekannte Sicherheitslücken: 0."], CLEAN)
    sentences, code = told(report(SOUND, UNKNOWN))
    assert code == NOT_ASKED
    assert "gamma" in sentences[0]
    assert told(report(UNKNOWN))[1] == NOT_ASKED
    assert told(report(BROKEN, UNKNOWN))[1] == KNOWN


def test_offline_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(tmp_path, "", "kein Netz") == NOT_ASKED
    said = capsys.readouterr().err
    assert "kein Netz" in said
    assert "braucht Internet" in said
    assert main([str(tmp_path / "gibt-es-nicht")]) == NOT_ASKED


def test_a_report_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(tmp_path, json.dumps(report(SOUND))) == CLEAN
    assert "Geprüfte Pakete: 1" in capsys.readouterr().out
