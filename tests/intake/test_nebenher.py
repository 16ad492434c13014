"""A delivery is checked in a process of its own: it answers, tells its steps, and dies alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from sro.intake import nebenher
from sro.intake.nebenher import PruefungAbgebrochen, prepare_apart

HEAD = "indikator_id;ebene;gebiet_id;zeit;zaehler;nenner;herkunft\n"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SRO_VAR", str(tmp_path / "var"))
    monkeypatch.delenv("SRO_DATABASE_URL", raising=False)


def test_it_answers_with_the_preview_and_tells_its_steps(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"{HEAD}sgb2_unter_18;stadt;00;2024;1500;18000;synthetisch\n", encoding="utf-8")
    told: list[str] = []
    vorschau = prepare_apart([file], told.append)
    assert told[:2] == ["a.csv wird gelesen …", "1 Zeile wird geprüft …"]
    assert not vorschau.has_errors
    assert vorschau.ergebnis is not None
    assert [b.zaehler for b in vorschau.ergebnis.beobachtungen] == [1500]


def test_findings_come_back_even_if_there_are_very_many(tmp_path: Path) -> None:
    """More than a pipe holds: neither side may wait for the other for ever."""
    file = tmp_path / "viele.csv"
    file.write_text(HEAD + "gibt_es_nicht;stadt;00;2024;1;1;synthetisch\n" * 5000, encoding="utf-8")
    vorschau = prepare_apart([file], lambda _: None)
    assert sum(befund.code == "indikator_unbekannt" for befund in vorschau.befunde) == 5000


def test_a_process_that_dies_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PruefungAbgebrochen, match="nichts gespeichert"):
        prepare_apart([tmp_path / "gibt_es_nicht.csv"], lambda _: None)
    monkeypatch.setattr(nebenher, "MODULE", "sro.gibt_es_nicht")
    with pytest.raises(PruefungAbgebrochen):
        prepare_apart([], lambda _: None)


def test_it_ends_with_whoever_waits_for_it(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"{HEAD}sgb2_unter_18;stadt;00;2024;1500;18000;synthetisch\n", encoding="utf-8")

    def gone(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prepare_apart([file], gone)
