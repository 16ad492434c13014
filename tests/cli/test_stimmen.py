"""python -m sro stimmen: out, changed, in again."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from sro.cli import main
from sro.model.akteur import Akteur, Rolle
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.store import open_store
from tests.intake.akten.test_uebernahme import WUNSCH


@pytest.fixture
def mappe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with two records, and where the workbook goes."""
    monkeypatch.setenv("SRO_VAR", str(tmp_path / "var"))
    monkeypatch.delenv("SRO_DATABASE_URL", raising=False)
    store, planung = open_store(), Akteur("Planung", Rolle.PLANUNG)
    store.akten.anlegen(WUNSCH, wer=planung)
    store.akten.anlegen(Bedarf(titel="Orte", begruendung="Viele sagen es.", beduerfnisse=("BN-1",)), wer=planung)
    store.close()
    return tmp_path / "mappe.xlsx"


def texts() -> list[str]:
    store = open_store()
    found = [akte.inhalt.text for akte in store.akten.bestand().von(Beduerfnis)]
    store.close()
    return found


def changed(mappe: Path, text: str) -> None:
    book = load_workbook(mappe)
    book["Bedürfnisse"]["D2"] = text
    book.save(mappe)


def test_out_and_in_again_changes_nothing(mappe: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stimmen", "export", str(mappe)]) == 0
    assert "2 Einträge, auch interne." in capsys.readouterr().out
    assert main(["stimmen", "import", str(mappe)]) == 0
    assert "0 neu, 0 geändert, 2 unverändert. Gespeichert." in capsys.readouterr().out


def test_a_change_is_written_under_a_name(mappe: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["stimmen", "export", str(mappe), "--art", "beduerfnisse"])
    assert load_workbook(mappe).sheetnames == ["Bedürfnisse", "Codebuch"]
    changed(mappe, "zwei Treffpunkte")
    assert main(["stimmen", "import", str(mappe), "--dry-run"]) == 0
    assert "Zeile 2: BN-1, geändert" in capsys.readouterr().out
    assert texts() == [WUNSCH.text]
    assert main(["stimmen", "import", str(mappe), "--wer", "Jugendhilfeplanung"]) == 0
    assert texts() == ["zwei Treffpunkte"]
    store = open_store()
    assert store.akten.bestand().akte("BN-1").wer == "Jugendhilfeplanung"
    store.close()


def test_with_an_error_nothing_is_written(mappe: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["stimmen", "export", str(mappe)])
    changed(mappe, "")
    assert main(["stimmen", "import", str(mappe)]) == 1
    out = capsys.readouterr().out
    assert "„Bedürfnis“ fehlt; bitte ausfüllen. (mangel)" in out
    assert "Es wurde nichts gespeichert." in out
    assert texts() == [WUNSCH.text]


def test_hints_at_persons_have_to_be_confirmed(mappe: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["stimmen", "export", str(mappe)])
    changed(mappe, "Bitte 0451 1234567 anrufen")
    assert main(["stimmen", "import", str(mappe)]) == 2
    assert "--geprueft" in capsys.readouterr().err
    assert texts() == [WUNSCH.text]
    assert main(["stimmen", "import", str(mappe), "--geprueft"]) == 0
    assert texts() == ["Bitte 0451 1234567 anrufen"]


@pytest.mark.parametrize(
    "words", [["export", "mappe.csv"], ["import", "gibtesnicht.xlsx"], ["export", "x.xlsx", "--art", "x"]]
)
def test_wrong_use_has_a_sentence(mappe: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stimmen", *words]) == 2
    assert capsys.readouterr().err.strip()
