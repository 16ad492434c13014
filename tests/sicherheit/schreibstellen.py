"""Finds in the source every function that writes: rows of the database, files. Read as syntax, nothing is imported.

A function writes where it calls something that does, or another function that writes. Called functions are resolved by
the imports of their module, methods by their name alone; what a nested function does counts for the one around it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SQL = {"insert", "update", "delete"}  # of sqlalchemy, called by their names
ROWS = {"exec_driver_sql", "executemany"}
FILES = {
    "write_text", "write_bytes", "unlink", "mkdir", "makedirs", "rmdir", "rmtree", "touch", "chmod", "rename",
    "symlink_to", "hardlink_to", "copytree", "copyfile", "NamedTemporaryFile", "mkstemp", "TemporaryFile",
}  # fmt: skip
PERSON = "Akteur"


@dataclass
class Funktion:
    """`name` is "sro.store.akten:Aktenlager.anlegen"; `gerufen` are such names and bare names of methods."""

    name: str
    parameter: dict[str, str]
    schreibt_selbst: bool = False
    gerufen: set[str] = field(default_factory=set)

    @property
    def raum(self) -> str:
        return self.name.split(".")[1].partition(":")[0]

    @property
    def kurz(self) -> str:
        return self.name.rpartition(":")[2].rpartition(".")[2]

    @property
    def ist_methode(self) -> bool:
        return "." in self.name.rpartition(":")[2]

    @property
    def person(self) -> str:
        """The parameter that says who works, empty where there is none."""
        return next((name for name, kind in self.parameter.items() if kind == PERSON), "")


def functions(source: str, module: str) -> Iterator[Funktion]:
    """Every function and method of a module, nested ones as part of the one around them."""
    tree = ast.parse(source)
    known = _names(tree, module)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield _read(node, f"{module}:{node.name}", known)
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield _read(inner, f"{module}:{node.name}.{inner.name}", known)


def _names(tree: ast.Module, module: str) -> dict[str, str]:
    """What a bare name of this module means: "module:function", or "module" for an imported module."""
    known = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                known[alias.asname or alias.name] = f"{node.module}:{alias.name}"
    defined = {node.name: f"{module}:{node.name}" for node in tree.body if isinstance(node, ast.FunctionDef)}
    return known | defined


def _read(node: ast.FunctionDef | ast.AsyncFunctionDef, name: str, known: dict[str, str]) -> Funktion:
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    found = Funktion(name, {one.arg: ast.unparse(one.annotation) if one.annotation else "" for one in arguments})
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call):
            found.schreibt_selbst |= _writes(inner, known)
        if isinstance(inner, ast.Attribute):  # also where it is handed over and called elsewhere
            found.gerufen.add(_of_module(inner, known) or inner.attr)
        elif isinstance(inner, ast.Name) and inner.id in known:
            found.gerufen.add(known[inner.id])
    return found


def _of_module(node: ast.Attribute, known: dict[str, str]) -> str:
    """ "zuordnen.save" as "sro.web.lieferung.zuordnen:save"; empty for a method of something."""
    place = known.get(node.value.id, "") if isinstance(node.value, ast.Name) else ""
    module = place.replace(":", ".")
    return f"{module}:{node.attr}" if module.startswith("sro.") and _is_module(module) else ""


def _is_module(module: str) -> bool:
    path = ROOT / module.replace(".", "/")
    return path.with_suffix(".py").is_file() or path.is_dir()


def _writes(call: ast.Call, known: dict[str, str]) -> bool:
    if isinstance(call.func, ast.Name):
        name = call.func.id
        if known.get(name, "").startswith("sro."):
            return known[name] == "sro.store.engine:writing"
        return name in SQL | FILES or (name == "open" and _to_write(call))
    if isinstance(call.func, ast.Attribute):
        name = call.func.attr
        moved = name == "replace" and len(call.args) == 1 and not call.keywords  # of a path; of a text there are two
        return name in ROWS | FILES or moved or (name == "open" and _to_write(call))
    return False


def _to_write(call: ast.Call) -> bool:
    """Whether a file is opened to be changed; a mode that is no literal counts as such."""
    given = [*call.args, *(one.value for one in call.keywords if one.arg == "mode")]
    texts = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return any(len(text) <= 3 and set(text) & set("wax+") for text in texts)


@cache
def every_function() -> dict[str, Funktion]:
    """All functions of the app."""
    files = [*sorted((ROOT / "sro").rglob("*.py")), *sorted((ROOT / "pages").glob("*.py")), ROOT / "app.py"]
    found = {}
    for file in files:
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        found |= {one.name: one for one in functions(file.read_text(encoding="utf-8"), module)}
    return found


def writing(found: dict[str, Funktion]) -> set[str]:
    """Names of all functions that write, themselves or through others."""
    result = {name for name, one in found.items() if one.schreibt_selbst}
    while True:
        methods = {found[name].kurz for name in result if found[name].ist_methode and found[name].person}
        reached = result | {exported(name) for name in result} | methods
        more = {name for name, one in found.items() if one.gerufen & reached} - result
        if not more:
            return result
        result |= more


def exported(name: str) -> str:
    """ "sro.intake.grenzen.schreiben:reset" is also called "sro.intake.grenzen:reset"."""
    module, _, function = name.partition(":")
    return f"{module.rpartition('.')[0]}:{function}"
