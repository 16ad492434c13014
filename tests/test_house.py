"""Rules of the house that no linter knows. Each is a function from source to complaints, tried on bad source first."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "pages").glob("*.py"))
SOURCES = sorted((ROOT / "sro").rglob("*.py"))
ASSETS = sorted(path for path in (ROOT / "sro").rglob("assets/*") if path.suffix in {".css", ".js", ".svg"})
COLOUR_FILES = {"sro/views/theme.py"}  # the only place that names a colour

STATE = {"session_state", "query_params", "cache_data", "cache_resource"}
COMPUTING = {"pandas", "numpy", "geopandas", "folium", "streamlit_folium", "altair", "sqlalchemy", "mapclassify"}
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\b(?![\w-])")
LONGEST_PAGE, LONGEST_SOURCE = 110, 350


def imported(tree: ast.AST) -> Iterator[str]:
    """Full names of the modules that are imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def top(module: str) -> str:
    return module.partition(".")[0]


def used_names(tree: ast.AST) -> Iterator[str]:
    """Names and attributes, however they are reached; strings count too, for getattr."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.alias):
            yield node.name
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def touches_state(source: str) -> list[str]:
    return sorted(STATE & set(used_names(ast.parse(source))))


def computes(source: str) -> list[str]:
    return sorted(COMPUTING & {top(module) for module in imported(ast.parse(source))})


def reaches_past_web(source: str) -> list[str]:
    """Rooms of ours that a page imports beside web and the words it lays out."""
    rooms = {".".join(module.split(".")[:2]) for module in imported(ast.parse(source)) if module.startswith("sro.")}
    return sorted(rooms & {"sro.intake", "sro.protect", "sro.store", "sro.cli"})


def colours(source: str) -> list[str]:
    """Colour literals in strings; comments and docstrings of rules may speak of them."""
    strings = [n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [found for text in strings for found in COLOUR.findall(text)]


def too_long(source: str, most: int) -> list[str]:
    lines = len(source.splitlines())
    return [f"{lines} Zeilen, erlaubt sind {most}"] if lines > most else []


@pytest.mark.parametrize(
    "bad",
    [
        "import streamlit as st\nst.session_state['a'] = 1",
        "import streamlit as st\nst.query_params.clear()",
        "from streamlit import session_state",
        "from streamlit import cache_data as c\n@c\ndef f(): ...",
        "import streamlit as st\n@st.cache_resource\ndef f(): ...",
        "import streamlit as st\ngetattr(st, 'session_state')",
    ],
)
def test_rule_finds_state(bad: str) -> None:
    assert touches_state(bad)


@pytest.mark.parametrize(
    "bad", ["import pandas as pd", "from folium import Map", "def f():\n    import sqlalchemy.orm"]
)
def test_rule_finds_computing(bad: str) -> None:
    assert computes(bad)


@pytest.mark.parametrize(
    "bad", ["from sro.intake import tabelle", "from sro import store", "import sro.protect.rohwert"]
)
def test_rule_finds_rooms_behind_web(bad: str) -> None:
    assert reaches_past_web(bad)


@pytest.mark.parametrize("bad", ["x = '#0b6075'", "x = f'<b style=\"color:#fff\">{1}</b>'", "f(fill='#ABCDEF')"])
def test_rule_finds_colours(bad: str) -> None:
    assert colours(bad)


@pytest.mark.parametrize(
    "good", ["x = '#karte'", "x = 'Frage #12345'", "x = '#abcdefg'", "# #ffffff\nx = 1", "x = '#a-b'"]
)
def test_rule_leaves_what_is_no_colour(good: str) -> None:
    assert colours(good) == []


def test_rule_finds_long_files() -> None:
    assert too_long("\n" * 111, 110)
    assert too_long("\n" * 110, 110) == []


def test_there_are_pages_and_sources() -> None:
    """Otherwise the rules below would hold for nothing."""
    assert PAGES
    assert SOURCES


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_page_holds_layout_and_words_alone(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert touches_state(source) == []
    assert computes(source) == []
    assert reaches_past_web(source) == []
    assert colours(source) == []
    assert too_long(source, LONGEST_PAGE) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_source_is_short_and_names_no_colour(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert too_long(source, LONGEST_SOURCE) == []
    if str(path.relative_to(ROOT)) not in COLOUR_FILES:
        assert colours(source) == []


@pytest.mark.parametrize("path", ASSETS, ids=lambda path: path.name)
def test_asset_takes_its_colours_from_the_theme(path: Path) -> None:
    """Styles and scripts use the variables that the theme writes; a drawing cannot and repeats the colours."""
    found = set(COLOUR.findall(path.read_text(encoding="utf-8")))
    theme = set(colours((ROOT / "sro/views/theme.py").read_text(encoding="utf-8")))
    assert theme
    assert found <= (theme if path.suffix == ".svg" else set())


def test_every_room_stands_in_the_import_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    rooms = {f"sro.{path.parent.name}" for path in (ROOT / "sro").glob("*/__init__.py")}
    assert rooms <= set(layers)


def test_every_room_but_web_is_kept_from_streamlit() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    kept = next(
        contract["source_modules"] for contract in contracts if "streamlit" in contract.get("forbidden_modules", ())
    )
    assert set(kept) == set(layers) - {"sro.web"}


def packages_of(modules: set[str]) -> dict[str, set[str]]:
    """Module → names of the installed packages that carry it; none for the standard library and our own."""
    known = packages_distributions()
    return {module: {plain(name) for name in known.get(module, ())} for module in modules}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def undeclared(modules: set[str], declared: set[str]) -> list[str]:
    """Modules whose package is not among the declared ones."""
    return sorted(module for module, names in packages_of(modules).items() if names and not names & declared)


def unused(modules: set[str], declared: set[str]) -> list[str]:
    """Declared packages that nobody imports."""
    return sorted(declared - set().union(*packages_of(modules).values()))


def declared_packages() -> set[str]:
    lines = (ROOT / "requirements.in").read_text().splitlines()
    return {plain(re.split(r"[\[<>=~ ]", line)[0]) for line in lines if line and not line.startswith("#")}


def imported_modules() -> set[str]:
    files = [*SOURCES, *PAGES, ROOT / "app.py"]
    return {top(module) for path in files for module in imported(ast.parse(path.read_text(encoding="utf-8")))}


def test_rules_find_undeclared_and_unused_packages() -> None:
    assert undeclared({"pytest", "pandas", "json"}, {"pandas"}) == ["pytest"]
    assert unused({"pandas", "json"}, {"pandas", "scipy"}) == ["scipy"]


def test_requirements_name_what_the_app_imports() -> None:
    """What we import ourselves must not hang on what another package happens to bring along."""
    assert undeclared(imported_modules(), declared_packages()) == []


def test_requirements_name_nothing_that_the_app_does_not_import() -> None:
    assert unused(imported_modules(), declared_packages()) == [
        "font-source-sans-pro",  # a typeface for PDF: files without code
        "psycopg",  # SQLAlchemy loads it where SRO_DATABASE_URL names PostgreSQL
    ]


@pytest.mark.parametrize("name", ["requirements.in", "requirements.txt", "requirements-dev.in", "requirements-dev.txt"])
def test_requirements_name_no_address(name: str) -> None:
    text = (ROOT / name).read_text()
    assert not re.search(r"://|--(extra-)?index-url|--find-links", text)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_locked(name: str) -> None:
    lines = [line for line in (ROOT / name).read_text().splitlines() if line and not line.startswith("#")]
    assert lines
    assert [line for line in lines if not re.match(r"[\w.-]+==\S+", line)] == []
