"""Nothing is written for whoever lacks the role: every function that writes is found in the source and tried.

A new one that is in no table here fails the first tests; one that does not ask for the role fails the others.
"""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sro.model.akte import Freigabe
from sro.model.akteur import Akteur, NichtErlaubt, Rolle
from tests.sicherheit.schreibproben import (
    BEDARF,
    FACHLICH,
    PLANERIN,
    TUEREN,
    VERRAET_NICHTS,
    VERSPERRT,
    Lage,
    filled,
)
from tests.sicherheit.schreibstellen import ROOT, Funktion, every_function, functions, writing
from tests.web import pflegeseite

# Writes that are nobody's decision, and what keeps them harmless.
OHNE_PERSON = {
    "sro.store.schema:_migrate": "brings the tables of an older version to the newest when the app starts",
    "sro.store.engine:_make_folder": "makes the folder of the database when the app starts",
    "sro.store.engine:_begin_sqlite": "begins a transaction",
    "sro.intake.grenzen.datei:_unpacked": "unpacks into a folder that goes with the import",
    "sro.intake.xls:read_xls": "hands what a reader prints to nowhere",
}
# The people at the command line can reach the database as well, so their role is the highest (docs/betrieb.md).
BEFEHLSZEILE = "cli"
# Where somebody may be given a role: decided from the request and the login, and by whoever runs a command.
ROLLENGEBER = {"sro.web.zugang", "sro.cli.wer", "sro.cli.demo"}

BELOW = [Akteur("Frida", Rolle.FACHKRAFT), Akteur("Öffentlichkeit", Rolle.OEFFENTLICH)]


@pytest.fixture(scope="module")
def vorrat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a filled store, to be copied."""
    folder = tmp_path_factory.mktemp("vorrat")
    with pytest.MonkeyPatch.context() as patch:
        for store in pflegeseite.used(folder, patch):
            filled(store)
    return folder


@pytest.fixture
def lage(vorrat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lage]:
    shutil.copytree(vorrat, tmp_path / "var")
    for store in pflegeseite.used(tmp_path / "var", monkeypatch):
        yield Lage(store, tmp_path / "var")


def doors(found: dict[str, Funktion]) -> set[str]:
    """Functions below the pages that write for a person and may be called from elsewhere."""
    public = {name for name in writing(found) if not found[name].kurz.startswith("_")}
    return {name for name in public if found[name].person and found[name].raum not in (BEFEHLSZEILE, "web")}


def unguarded(found: dict[str, Funktion]) -> set[str]:
    """Functions that write themselves, not for a person, and that somebody else than a door calls."""
    called_by: dict[str, set[str]] = {}
    for name, one in found.items():
        for called in one.gerufen - {name}:
            called_by.setdefault(called, set()).add(name)
    inner = {name for name, one in found.items() if one.schreibt_selbst and one.raum != BEFEHLSZEILE}
    helpers = inner | {name for name in called_by if name in found and found[name].kurz.startswith("_")}
    guarded = doors(found) | {name for name, one in found.items() if one.raum == "web" and one.person}
    while more := {name for name in helpers - guarded if called_by.get(name) and called_by[name] <= guarded}:
        guarded |= more
    return inner - guarded


def test_every_door_that_writes_is_tried_here() -> None:
    assert doors(every_function()) == set(TUEREN)


def test_nothing_else_writes() -> None:
    assert unguarded(every_function()) == set(OHNE_PERSON)


@pytest.mark.parametrize(
    "source",
    [
        "from sqlalchemy import insert\ndef neu(c):\n    c.execute(insert(t))",
        "from sro.store.engine import writing\nclass A:\n    def neu(self):\n        with writing(self.e): pass",
        "def neu(path):\n    path.write_text('x')",
        "def neu(path, draft):\n    draft.replace(path)",
        "def neu(path):\n    with open(path, 'a') as file: pass",
        "def neu(path):\n    with path.open(mode='wb') as file: pass",
        "def neu(c):\n    c.exec_driver_sql('DELETE FROM akte')",
    ],
)
def test_a_new_function_that_writes_is_found(source: str) -> None:
    made = {one.name: one for one in functions(source, "sro.store.erfunden")}
    assert unguarded(every_function() | made) == {*OHNE_PERSON, *made}


def test_a_new_door_is_found() -> None:
    source = "from sro.store.rows import write_entry\ndef neu(c, wer: Akteur):\n    write_entry(c, 1, wer.name, 2, 3)"
    made = {one.name: one for one in functions(source, "sro.intake.erfunden")}
    assert doors(every_function() | made) == {*TUEREN, *made}


@pytest.mark.parametrize("wer", BELOW, ids=lambda one: one.rolle)
@pytest.mark.parametrize("name", TUEREN)
def test_a_door_refuses_whoever_lacks_the_role(lage: Lage, name: str, wer: Akteur) -> None:
    before = _after_preparation(lage, name)
    with pytest.raises(NichtErlaubt):
        TUEREN[name](lage, wer)
    assert lage.spur() == before


def _after_preparation(lage: Lage, name: str) -> tuple[object, ...]:
    """What can be removed has to be there first."""
    if name.endswith(":reset"):
        TUEREN["sro.intake.grenzen.schreiben:write"](lage, PLANERIN)
    return lage.spur()


@pytest.mark.parametrize("name", sorted(TUEREN.keys() - {"sro.intake.grenzen.osm:import_osm"}))
def test_a_door_opens_for_the_planning(lage: Lage, name: str) -> None:
    """Otherwise the test above would hold for a door that does nothing. OpenStreetMap has tests of its own."""
    before = _after_preparation(lage, name)
    TUEREN[name](lage, PLANERIN)
    assert lage.spur() != before


@pytest.mark.parametrize("wer", BELOW, ids=lambda one: one.rolle)
@pytest.mark.parametrize("name", VERRAET_NICHTS)
def test_a_refusal_comes_before_what_would_be_told(lage: Lage, name: str, wer: Akteur) -> None:
    """A conflict brings the record along, and so does a key that was used; who may not change it may not read it so."""
    with pytest.raises(NichtErlaubt):
        VERRAET_NICHTS[name](lage, wer)


def test_professionals_write_what_they_work_on_together_and_nothing_else(lage: Lage) -> None:
    fachkraft, oeffentlich = BELOW
    akten = lage.store.akten
    made = akten.anlegen(FACHLICH, wer=fachkraft)
    with pytest.raises(NichtErlaubt):
        akten.anlegen(FACHLICH, wer=oeffentlich)
    with pytest.raises(NichtErlaubt):
        akten.aendern(made.id, FACHLICH, basis=1, wer=oeffentlich)
    for inhalt in VERSPERRT:
        if inhalt.freigabe is not Freigabe.FACHKREIS:
            with pytest.raises(NichtErlaubt):
                akten.aendern(made.id, inhalt, basis=1, wer=fachkraft)
    assert akten.akte(BEDARF).fassung == 1


def makes_a_person(source: str) -> bool:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return any(isinstance(call.func, ast.Name) and call.func.id == "Akteur" for call in calls)


def test_nobody_gives_out_roles_but_the_login_and_the_command_line() -> None:
    """So every person that a page hands to a door is the one whom the login decided on."""
    assert makes_a_person("from sro.model.akteur import Akteur\nx = Akteur('a', r)")
    files = [*(ROOT / "sro").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    found = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in files
        if makes_a_person(file.read_text(encoding="utf-8"))
    }
    assert found == ROLLENGEBER
