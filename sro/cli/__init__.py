"""The command line. Exit codes: 0 clean, 1 findings, 2 wrong use or something that is not to be had."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

from sro.cli.parser import Parser
from sro.intake.profilfehler import ProfilFehlerhaft
from sro.reference.stadtfehler import Einrichtungsfehler
from sro.store import DATABASE_ERRORS, Stoerung, StoreError, UnknownDatenstandError, stoerung_of

COMMANDS = {
    "import": "sro.cli.importieren",
    "datenstand": "sro.cli.datenstand",
    "audit": "sro.cli.audit",
    "export": "sro.cli.export",
    "report": "sro.cli.report",
    "demo": "sro.cli.demo",
    "stadt": "sro.cli.stadt",
    "geodata": "sro.cli.geodata",
    "einrichtungen": "sro.cli.einrichtungen",
    "stimmen": "sro.cli.stimmen",
    "texte": "sro.cli.texte",
}
WRONG_USE = 2
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; its exit code."""
    try:
        words = sys.argv[1:] if argv is None else list(argv)
        arguments = make_parser(words[:1]).parse_args(words)
        code: int = arguments.func(arguments)
        sys.stdout.flush()
    except SystemExit as wrong_use:
        return wrong_use.code if isinstance(wrong_use.code, int) else WRONG_USE
    except KeyboardInterrupt:
        return _fail("Abgebrochen; es wurde nichts gespeichert.", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has heard enough; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (StoreError, UnknownDatenstandError, Einrichtungsfehler, ProfilFehlerhaft) as error:
        return _fail(str(error))
    except DATABASE_ERRORS as error:
        fault = stoerung_of(error)
        if fault is None:
            raise
        cause = str(getattr(error, "orig", "")).replace("\n", " ").strip()
        return _fail(f"{fault.satz} {fault.abhilfe} Es wurde nichts gespeichert. ({cause})")
    except OSError as error:
        return _fail(f"{error.filename or 'Datei'}: {reason(error)}")
    return code


def make_parser(first: Sequence[str] = ()) -> Parser:
    """The parser with the command that the first word names, else with all: some take seconds to import.

    Each module has a `register(subparsers)` that sets `func`.
    """
    parser = Parser(prog="python -m sro", description="Chance Sozialraum auf der Befehlszeile.")
    subparsers = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True, dest="befehl")
    for name in COMMANDS.keys() & set(first) or COMMANDS:
        importlib.import_module(COMMANDS[name]).register(subparsers)
    return parser


def reason(error: OSError) -> str:
    """What is wrong with a file or folder, in German."""
    if isinstance(error, FileNotFoundError):
        return "Diese Datei gibt es nicht. Bitte den Pfad prüfen."
    if isinstance(error, IsADirectoryError):
        return "Das ist ein Ordner. Bitte eine Datei nennen."
    if isinstance(error, PermissionError):
        return "Der Zugriff ist nicht erlaubt. Bitte die Rechte prüfen."
    if stoerung_of(error) is Stoerung.VOLL:
        return "Auf dem Datenträger ist kein Platz mehr. Bitte Platz schaffen und den Befehl wiederholen."
    return error.strerror or str(error)


def _fail(sentence: str, code: int = WRONG_USE) -> int:
    print(sentence, file=sys.stderr)
    return code
