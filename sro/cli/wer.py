"""Who is at the command line, for the Protokoll."""

from __future__ import annotations

import argparse
import getpass

from sro.model.akteur import Akteur, Rolle
from sro.store import StoreError


def add_who(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--wer", metavar="NAME", help="Name für das Protokoll (ohne: der angemeldete Benutzer)")


def actor(arguments: argparse.Namespace) -> Akteur:
    """Whoever can start a command can reach the database as well, so the role is the highest; only the name is asked.

    StoreError where there is no name to be had.
    """
    name = (_user() if arguments.wer is None else arguments.wer).strip()
    if not name:
        raise StoreError("Für das Protokoll fehlt ein Name. Bitte mit --wer NAME angeben.")
    return Akteur(name, Rolle.PLANUNG)


def operator() -> Akteur:
    """The same where nothing is written into the Protokoll, so no name is needed."""
    return Akteur(_user() or "Befehlszeile", Rolle.PLANUNG)


def _user() -> str:
    """The operating system's name; empty for a user that it does not know, as in some containers."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
