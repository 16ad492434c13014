"""What the command line says of a database that is broken, away or of a newer version: one sentence, no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from sro.cli import main
from sro.store import Stoerung, Store, open_store
from tests.store.schreiber import release
from tests.store.stoerungen import full, overwrite


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with a Datenstand."""
    monkeypatch.setenv("SRO_VAR", str(tmp_path))
    monkeypatch.delenv("SRO_DATABASE_URL", raising=False)
    store = open_store()
    release(store, 4000)
    store.close()
    return tmp_path / "sro.sqlite"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command that cannot be done says; it ends with 2."""
    assert main(words) == 2
    return capsys.readouterr().err


def assert_named(said: str, fault: Stoerung) -> None:
    assert fault.satz in said
    assert fault.abhilfe in said
    assert "Traceback" not in said


@pytest.mark.parametrize(("start", "length"), [(0, 100), (4096, 200_000)])
def test_a_broken_file_stays_as_it_is(file: Path, capsys: pytest.CaptureFixture[str], start: int, length: int) -> None:
    broken = overwrite(file, start, length)
    for words in (["datenstand", "list"], ["demo"]):
        assert_named(told(capsys, *words), Stoerung.BESCHAEDIGT)
    assert file.read_bytes() == broken


def test_a_server_that_is_away(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SRO_DATABASE_URL", "postgresql+psycopg://jemand:geheim@127.0.0.1:9/nichts")
    said = told(capsys, "datenstand", "list")
    assert_named(said, Stoerung.NICHT_ERREICHBAR)
    assert "geheim" not in said


def test_a_database_of_a_newer_version(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = open_store()
    with store._engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    before = file.read_bytes()
    assert_named(told(capsys, "datenstand", "list"), Stoerung.NEUER)
    assert file.read_bytes() == before


def test_without_place_nothing_is_activated(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()

    def activate_a_lot(opened: Store) -> None:
        for _ in range(1000):
            monkeypatch.setattr("sro.cli.datenstand.open_store", lambda: opened)
            if main(["datenstand", "activate", "1", "--wer", "Probe"]):
                return
        raise AssertionError("die Datenbank ist nie voll geworden")

    with full(store):
        activate_a_lot(store)
    assert_named(capsys.readouterr().err, Stoerung.VOLL)
    assert len(store.protokoll()) == store.stand(), "zu jeder Aktivierung gehört ein Eintrag"
    store.close()
