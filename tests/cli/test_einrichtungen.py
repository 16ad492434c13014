"""The list of facilities from the command line, with the real city."""

from __future__ import annotations

from pathlib import Path

import pytest

from sro.cli import main
from sro.store import open_store

KOPF = "id;name;art;traeger;traegerart;gebiet;plaetze"
KITA = "k-1;Kita Sonnenuhr;Kita;Anker e. V.;frei;4;1200"


@pytest.fixture(autouse=True)
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SRO_VAR", str(tmp_path / "var"))
    monkeypatch.delenv("SRO_DATABASE_URL", raising=False)
    return tmp_path / "var"


def write(folder: Path, *rows: str, kopf: str = KOPF) -> str:
    path = folder / "liste.csv"
    path.write_text("\n".join((kopf, *rows)), encoding="utf-8")
    return str(path)


def test_import_show_and_import_again(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["einrichtungen", "show"]) == 0
    assert "noch keine Liste" in capfd.readouterr().out
    treff = "t-1;Jugendhaus;Jugendtreff;Stadt;öffentlich;Marli / Brandenbaum;"
    assert main(["einrichtungen", "import", write(tmp_path, KITA, treff), "--quelle", "Kitaplanung", "--wer", "A"]) == 0
    assert capfd.readouterr().out == "0 Fehler, 0 Hinweise. 2 Einrichtungen sind gespeichert.\n"
    assert main(["einrichtungen", "show"]) == 0
    first, *rest = capfd.readouterr().out.splitlines()
    assert first.startswith("2 Einrichtungen, eingelesen am ")
    assert first.endswith(" Quelle: Kitaplanung.")
    assert rest == [
        "Kindertageseinrichtung (1)",
        "  Kita Sonnenuhr (Anker e. V., frei; Gebiet 04, 1200 Plätze)",
        "Offene Kinder- und Jugendarbeit (1)",
        "  Jugendhaus (Stadt, öffentlich; Gebiet 07)",
    ]
    assert main(["einrichtungen", "import", write(tmp_path, KITA)]) == 0
    assert "Sie ersetzen 2 Einrichtungen der bisherigen Liste." in capfd.readouterr().out
    assert main(["datenstand", "protokoll"]) == 0
    assert "A hat eingelesen: Liste der Einrichtungen\n  liste.csv: SHA-256 " in capfd.readouterr().out


def test_a_dry_run_writes_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["einrichtungen", "import", write(tmp_path, KITA), "--dry-run"]) == 0
    assert capfd.readouterr().out == "0 Fehler, 0 Hinweise. Probelauf: Es wurde nichts gespeichert.\n"
    assert open_store().einrichtungen() is None


def test_errors_come_at_once_and_nothing_is_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, f"{KITA};0451 1", "k-1;;Kita;Anker;frei;77;viel", kopf=f"{KOPF};Telefon")
    assert main(["einrichtungen", "import", file]) == 1
    out = capfd.readouterr().out
    codes = ("spalte_personenbezogen", "angabe_fehlt", "id_doppelt", "gebiet_unbekannt", "plaetze_unlesbar")
    assert [code for code in codes if f"({code})" not in out] == []
    assert out.endswith("5 Fehler, 0 Hinweise. Es wurde nichts gespeichert.\n")
    assert open_store().einrichtungen() is None


def test_a_file_that_is_not_there(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["einrichtungen", "import", str(tmp_path / "weg.csv")]) == 2
    assert "Diese Datei gibt es nicht." in capfd.readouterr().err
