"""Checks a delivery in a process of its own, so that the running app never holds an unprotected count.

The process gets the files' names, tells its steps on standard error, and hands back the Vorschau: what is protected,
and the findings for whoever delivered. Its memory is bounded; a file that needs more ends the process, not the app.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sro.intake.vorschau import Vorschau
from sro.reference.places import ROOT

MEMORY = 2 * 1024**3  # bytes
MODULE = "sro.intake.nebenher"


class PruefungAbgebrochen(Exception):
    """The process ended without an answer; the message is a German sentence."""


def prepare_apart(files: Sequence[Path], tell: Callable[[str], None]) -> Vorschau:
    """What `prepare` says about the files; `tell` gets a German sentence per step.

    PruefungAbgebrochen where the process dies. It is ended as well where whoever waits for it goes away.
    """
    command = [sys.executable, "-m", MODULE, *map(str, files)]
    with ThreadPoolExecutor(1) as beside, _started(command) as (process, steps, output):
        answer = beside.submit(output.read)  # both pipes at once: a full one would stop the process
        for line in steps:
            tell(line.decode("utf-8", "replace").strip())
        return _understood(answer.result(), process.wait())


@contextmanager
def _started(command: Sequence[str]) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes]]]:
    """The process with its two pipes; it ends with the block, whatever happens."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603
    assert process.stderr is not None  # noqa: S101
    assert process.stdout is not None  # noqa: S101
    try:
        yield process, process.stderr, process.stdout
    finally:
        process.kill()
        process.wait()


def _understood(answer: bytes, returncode: int) -> Vorschau:
    if returncode:
        raise PruefungAbgebrochen(
            "Die Prüfung wurde abgebrochen, es wurde nichts gespeichert. Wahrscheinlich ist die Datei zu groß oder "
            "beschädigt. Bitte die Tabelle kürzen oder neu speichern und noch einmal versuchen."
        )
    found: Vorschau = pickle.loads(answer)  # noqa: S301 - from our own process
    return found


def main(names: Sequence[str]) -> None:
    """The other process. An error leaves no trace of the delivery: it says its kind alone, and exits with 1."""
    from sro.intake.uebernahme import prepare
    from sro.reference.catalogue import catalogue
    from sro.reference.city import city
    from sro.store import open_store

    vorschau = prepare(
        [Path(name) for name in names],
        store=open_store(),
        katalog=catalogue(),
        stadt=city(),
        progress=lambda sentence: print(sentence, file=sys.stderr, flush=True),
    )
    sys.stdout.buffer.write(pickle.dumps(vorschau))


def _bounded() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    _bounded()
    try:
        main(sys.argv[1:])
    except Exception as error:
        print(f"Abgebrochen: {type(error).__name__}", file=sys.stderr)
        sys.exit(1)
