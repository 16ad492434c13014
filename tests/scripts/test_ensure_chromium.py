from pathlib import Path

import pytest

from scripts import ensure_chromium
from scripts.ensure_chromium import NoChromium


@pytest.fixture(autouse=True)
def _forget():
    ensure_chromium.chromium.cache_clear()
    yield
    ensure_chromium.chromium.cache_clear()


def program(path: Path, exit_code: int) -> Path:
    path.write_text(f"#!/bin/sh\nexit {exit_code}\n")
    path.chmod(0o755)
    return path


def test_named_browser_is_taken_before_all_others(tmp_path, monkeypatch):
    program(tmp_path / "chromium", 0)
    named = program(tmp_path / "mine", 0)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", str(named))
    assert ensure_chromium.chromium() == str(named)


def test_named_browser_that_does_not_start_is_refused_by_name(tmp_path, monkeypatch):
    broken = program(tmp_path / "broken", 1)
    monkeypatch.setenv("CHROMIUM", str(broken))
    with pytest.raises(NoChromium, match="broken"):
        ensure_chromium.chromium()


def test_installed_browser_that_does_not_start_is_passed_over(tmp_path, monkeypatch):
    program(tmp_path / "chromium", 127)
    works = program(tmp_path / "google-chrome", 0)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(ensure_chromium, "NAMES", ("chromium", "google-chrome"))
    assert ensure_chromium.chromium() == str(works)


def test_without_any_browser_it_fails_and_says_what_to_install(monkeypatch, capsys):
    monkeypatch.delenv("CHROMIUM", raising=False)
    for way in ("installed", "fetched", "packaged"):
        monkeypatch.setattr(ensure_chromium, way, lambda: iter(()))
    assert ensure_chromium.main() == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "apt install chromium" in output.err
