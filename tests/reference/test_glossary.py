"""One term for one thing: whatever the code names in German is explained in the glossary."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from enum import Enum

import pytest

import sro.model
from sro.model.indikator import Indikator
from sro.reference.catalogue import catalogue
from sro.reference.places import ROOT

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def _enums() -> list[type[Enum]]:
    modules = [importlib.import_module(f"sro.model.{m.name}") for m in pkgutil.iter_modules(sro.model.__path__)]
    found = {
        cls for module in modules for _, cls in inspect.getmembers(module, inspect.isclass) if issubclass(cls, Enum)
    }
    return sorted((cls for cls in found if cls.__module__.startswith("sro.model")), key=lambda cls: cls.__name__)


def test_the_walk_finds_the_enums() -> None:
    assert {"Status", "Polaritaet", "Anteilsart", "Schwere"} <= {cls.__name__ for cls in _enums()}


@pytest.mark.parametrize("enum", _enums(), ids=lambda cls: cls.__name__)
def test_every_member_is_explained_under_its_enum(enum: type[Enum]) -> None:
    _, heading, rest = GLOSSARY.partition(f"### {enum.__name__}\n")
    assert heading, f"docs/glossary.md needs a section „### {enum.__name__}“"
    section = rest.partition("\n#")[0]
    missing = [member.value for member in enum if f"| `{member.value}` | " not in section]
    assert missing == []


@pytest.mark.parametrize("indikator", catalogue().indikatoren, ids=lambda indikator: indikator.code)
def test_every_indicator_is_explained(indikator: Indikator) -> None:
    assert f"| {indikator.code} | `{indikator.id}` | {indikator.name} | " in GLOSSARY
