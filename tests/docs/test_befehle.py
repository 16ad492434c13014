"""The commands in the books are run, in the order of each book, and say what the book shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from sro.cli import main
from tests.docs.buecher import DOCUMENTS, ROOT, Befehl, commands, mentioned_targets
from tests.docs.probeordner import fill, seed

BOOKS = {"README.md": 9, "docs/command-line.md": 25, "docs/betrieb.md": 25}  # and how many commands are run at least
ASKS_OTHERS = (["geodata", "osm"],)  # needs the internet: its words are checked in test_documents.py alone
ON_FILES = {"sqlite3", "tar", "cp"}
LEFT_OUT = "…"
MAY_FIND = {"import", "texte"}
MODULE = re.compile(r"python -m ((?:bench|scripts)[.\w]*)")
NOTHING_STORED = "nichts gespeichert"


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A var folder as `make run` leaves it, on a smaller scale."""
    folder = tmp_path_factory.mktemp("buch")
    with pytest.MonkeyPatch.context() as patch:
        _at_home(patch, folder)
        seed()
    return folder / "var"


@pytest.fixture
def ordner(seeded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with all files that the books name and `var` in it."""
    shutil.copytree(seeded, tmp_path / "var")
    _at_home(monkeypatch, tmp_path)
    fill(tmp_path / "var")
    return tmp_path


def _at_home(patch: pytest.MonkeyPatch, folder: Path) -> None:
    for name in [name for name in os.environ if name.startswith("SRO_")]:
        patch.delenv(name)
    patch.setenv("SRO_VAR", str(folder / "var"))
    patch.chdir(folder)


def book(name: str) -> list[Befehl]:
    return list(commands((ROOT / name).read_text(encoding="utf-8")))


def mentioned(path: Path) -> set[str]:
    return mentioned_targets(path.read_text(encoding="utf-8"))


def runs(befehl: Befehl) -> bool:
    """Whether it is harmless and needs nothing but files."""
    if befehl.sro:
        return befehl.sro not in ASKS_OTHERS
    return befehl.worte[0] in ON_FILES and shutil.which(befehl.worte[0]) is not None


def run(befehl: Befehl) -> int:
    """The exit code."""
    if befehl.sro:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in befehl.umgebung.items():
                patch.setenv(name, value)
            return main(befehl.sro)
    return subprocess.run(befehl.worte, check=False).returncode


def missing(shown: tuple[str, ...], said: str) -> list[str]:
    """Lines of a book that the command did not say: numbers, dates and checksums may differ, nothing else."""
    lines = {_plain(line) for line in said.splitlines()}
    return [line for line in shown if line.strip(LEFT_OUT + " ") and not any(_like(line, one) for one in lines)]


def _plain(line: str) -> str:
    """Without what is another on each machine; singular and plural alike."""
    same = re.sub(r"SHA-256 [0-9a-f]+", "SHA-256", line)
    same = re.sub(r"\b(Warnung|Einrichtung)en\b|\b(Hinweis)e\b|\b(Indikator)en\b", r"\1\2\3", same)
    same = re.sub(r"\b(?:ist|sind) gespeichert", "ist gespeichert", same).replace(" ersetzt", " ersetzen")
    return re.sub(r"[\d.,:–-]*\d", "#", same).strip()


def _like(shown: str, said: str) -> bool:
    """Where a book leaves something out it says so with …"""
    parts = [re.escape(part.strip()) for part in _plain(shown).split(LEFT_OUT)]
    return re.fullmatch(r"\s*.*\s*".join(parts), said) is not None


def expected(befehl: Befehl) -> set[int]:
    """0; 1 where a book shows that nothing is stored; either where findings are to be expected and it shows none."""
    said = " ".join(befehl.ausgabe)
    if NOTHING_STORED in said and "Probelauf" not in said:
        return {1}
    return {0, 1} if befehl.sro and befehl.sro[0] in MAY_FIND and not befehl.ausgabe else {0}


@pytest.mark.parametrize("name", BOOKS)
def test_commands_do_and_say_what_the_book_shows(name: str, ordner: Path, capfd: pytest.CaptureFixture[str]) -> None:
    tried = [befehl for befehl in book(name) if runs(befehl)]
    assert len(tried) >= BOOKS[name]
    wrong = []
    for befehl in tried:
        code, said = run(befehl), "".join(capfd.readouterr())
        if code not in expected(befehl):
            wrong.append(f"{befehl} endet mit {code}:\n{said[-600:]}")
        wrong += [f"{befehl} sagt nicht: {line}\n{said[-1500:]}" for line in missing(befehl.ausgabe, said)]
    assert not wrong, "\n\n".join(wrong)


def test_a_book_that_says_something_else_is_found() -> None:
    said = "0 Fehler, 1 Warnung. Datenstand 2 „A“ ist gespeichert.\n    1  24.11.2026 18:30  A (1 Indikator)"
    assert (
        missing(
            ("0 Fehler, 7 Warnungen. … „A“ ist gespeichert.", "…", "    1  1.1.2020 07:00  A (35 Indikatoren)"), said
        )
        == []
    )
    assert missing(("0 Fehler, 7 Hinweise. …", "    1  24.11.2026  B"), said) == [
        "0 Fehler, 7 Hinweise. …",
        "    1  24.11.2026  B",
    ]


@pytest.mark.parametrize("ziel", sorted({target for path in DOCUMENTS for target in mentioned(path)}))
def test_make_knows_what_to_do_for(ziel: str) -> None:
    """Nothing is done: make says what it would do."""
    planned = subprocess.run(["make", "-n", ziel], cwd=ROOT, capture_output=True, text=True, check=False)
    assert planned.returncode == 0, planned.stderr
    assert planned.stdout.strip()


@pytest.mark.parametrize(
    "modul", sorted({name for path in DOCUMENTS for name in MODULE.findall(path.read_text("utf-8"))})
)
def test_modules_that_are_named_can_be_run(modul: str) -> None:
    found = find_spec(modul)
    assert found is not None
    if found.submodule_search_locations:
        assert find_spec(f"{modul}.__main__") is not None
