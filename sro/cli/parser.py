"""argparse in German; Python brings no translation of its own."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

SENTENCES = (
    (r"the following arguments are required: (.+)", r"Es fehlt: \1."),
    (r"unrecognized arguments: (.+)", r"Unbekannte Angabe: \1."),
    (r"argument (.+): invalid choice: (.+?) \(choose from (.+)\)", r"\1: \2 gibt es nicht; möglich sind \3."),
    (r"argument (.+): invalid int value: (.+)", r"\1: \2 ist keine ganze Zahl."),
    (r"argument (.+): expected one argument", r"\1: Es fehlt ein Wert."),
    (r"argument (.+): expected at least one argument", r"\1: Es fehlt mindestens ein Wert."),
    (r"one of the arguments (.+) is required", r"Eines davon fehlt: \1."),
    (r"argument (.+): not allowed with argument (.+)", r"\1 geht nicht zusammen mit \2."),
    (r"argument (.+?): (.+ hat nicht die Form .+)", r"\1: \2"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 ist mehrdeutig: \2."),
)


class Formatter(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that speaks German; subparsers are of the same class."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", Formatter)
        super().__init__(**{**settings, "add_help": False})
        self._positionals.title, self._optionals.title = "Angaben", "Optionen"
        self.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.format_usage()}{german(message)}\n")


def german(message: str) -> str:
    """argparse's message, translated where it is one of the usual ones."""
    for english, sentence in SENTENCES:
        found = re.fullmatch(english, message)
        if found:
            return found.expand(sentence)
    return message
