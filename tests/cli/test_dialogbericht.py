"""The files of a dialogue from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from sro.cli import demo, main
from sro.model.akte import Freigabe
from sro.model.akteur import Akteur, Rolle
from sro.model.dialog import Dialog, Dialogstand
from sro.model.gebiet import GebietKey
from sro.store import open_store

WER = Akteur("Probe", Rolle.PLANUNG)
BEGINNINGS = {".pdf": b"%PDF-", ".docx": b"PK", ".pptx": b"PK"}


@pytest.fixture(autouse=True)
def dialoge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo tables, a dialogue for the Fachkreis, an internal one, and one whose Datenstand is not there."""
    monkeypatch.setenv("SRO_VAR", str(tmp_path / "var"))
    monkeypatch.delenv("SRO_DATABASE_URL", raising=False)
    store = open_store()
    assert demo.fill(store, demo.DEMO)
    held = {"raum": GebietKey("stadtteil", "03"), "indikatoren": ("unter_21",), "stand": Dialogstand.LAEUFT}
    store.akten.anlegen(Dialog(titel="Offen", datenstand=1, **held), wer=WER)
    store.akten.anlegen(Dialog(titel="Intern", datenstand=1, freigabe=Freigabe.INTERN), wer=WER)
    store.akten.anlegen(Dialog(titel="Ohne Zahlen", datenstand=99), wer=WER)
    store.close()


def report(out: Path, *words: str) -> int:
    return main(["report", "--out", str(out), *words])


def test_every_file_is_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "dialog"
    assert report(out, "--dialog", "QD-1") == 0
    names = ["Protokoll-Entwurf_QD-1_moisling.pdf", "Protokoll-Entwurf_QD-1_moisling.docx"]
    names += ["Folien_QD-1_moisling.pptx", "Handreichung_QD-1_moisling.pdf"]
    assert capfd.readouterr().out.splitlines() == [str(out / name) for name in names]
    for name in names:
        assert (out / name).read_bytes().startswith(BEGINNINGS[Path(name).suffix])
    mistakes = {
        ("--dialog", "QD-2"): "Einen Dialog „QD-2“, den der Fachkreis lesen darf, gibt es nicht. Es gibt: QD-1, QD-3.",
        ("--dialog", "QD-3"): "Der Datenstand, der für QD-3 festgehalten ist, fehlt in dieser Datenbank.",
        ("--dialog", "QD-1", "--format", "pdf"): "gelten nur für Profile, nicht zusammen mit --dialog.",
        ("--dialog", "QD-1", "--ebene", "stadtteil"): "geht nicht zusammen mit",
        (): "Eines davon fehlt: --ebene --dialog.",
    }
    for words, sentence in mistakes.items():
        try:
            status = report(tmp_path / "leer", *words)
        except SystemExit as ended:
            status = int(ended.code or 0)
        assert status == 2
        assert sentence in capfd.readouterr().err
    assert not (tmp_path / "leer").exists()
