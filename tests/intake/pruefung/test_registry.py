"""The list of rules is complete and each has a test."""

from __future__ import annotations

from pathlib import Path

from sro.intake import pruefung
from sro.intake.pruefung import PRUEFUNGEN

FOLDER = Path(str(pruefung.__file__)).parent


def test_every_rule_is_registered_under_the_name_of_its_file() -> None:
    files = {file.stem for file in FOLDER.glob("[a-z]*.py")}
    assert [rule.CODE for rule in PRUEFUNGEN] == list(dict.fromkeys(rule.CODE for rule in PRUEFUNGEN))
    assert {rule.CODE for rule in PRUEFUNGEN} == files


def test_every_rule_has_a_test_beside() -> None:
    tests = {file.stem.removeprefix("test_") for file in Path(__file__).parent.glob("test_*.py")}
    assert {rule.CODE for rule in PRUEFUNGEN} <= tests
