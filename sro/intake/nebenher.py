"""Checks a delivery in a process of its own, so that the running app never holds an unprotected count.

The process gets the files' names, tells its steps on standard error, and hands back the Vorschau: what is protected,
and the findings for whoever delivered. Its memory is bounded; a file that needs more ends the process, not the app.
"""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from sro.intake.entwurf import Entwurf
from sro.intake.vorschau import Vorschau
from sro.model.befund import Befund
from sro.reference.places import ROOT

MEMORY = 4 * 1024**3  # bytes of address space; about half of it is ever used
MODULE = "sro.intake.nebenher"
MAPPING = "--zuordnung="
STEP = b"> "  # before each line on standard error that is for the person who waits
Tell = Callable[[str], None]


class PruefungAbgebrochen(Exception):
    """The process ended without an answer; the message is a German sentence."""


def prepare_apart(files: Sequence[Path], tell: Tell, zuordnung: Path | None = None) -> Vorschau:
    """What `prepare` says about the files, read by the mapping in a file where there is one.

    `tell` gets a German sentence per step. PruefungAbgebrochen where the process dies. It is ended as well where
    whoever waits for it goes away.
    """
    mapping = [f"--zuordnung={zuordnung}"] if zuordnung else []
    found: Vorschau = _answer(["pruefen", *mapping, *map(str, files)], tell)
    return found


def propose_apart(file: Path, tell: Tell) -> Entwurf | Befund:
    """The sheet of a file and how it could be read; a finding where there is no table in it."""
    found: Entwurf | Befund = _answer(["vorschlagen", str(file)], tell)
    return found


def _answer(words: Sequence[str], tell: Tell) -> Any:
    with ThreadPoolExecutor(1) as beside, _started([sys.executable, "-m", MODULE, *words]) as (process, steps, output):
        answer = beside.submit(output.read)  # both pipes at once: a full one would stop the process
        for line in steps:  # what libraries say beside may quote a cell: it goes nowhere
            if line.startswith(STEP):
                tell(line.removeprefix(STEP).decode("utf-8", "replace").strip())
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


def _understood(answer: bytes, returncode: int) -> Any:
    if returncode:
        raise PruefungAbgebrochen(
            "Die Prüfung wurde abgebrochen, es wurde nichts gespeichert. Wahrscheinlich ist die Datei zu groß oder "
            "beschädigt. Bitte die Tabelle kürzen oder neu speichern und noch einmal versuchen."
        )
    return pickle.loads(answer)  # noqa: S301 - from our own process


def main(words: Sequence[str]) -> None:
    """The other process: "pruefen [--zuordnung=FILE] FILE...", or "vorschlagen FILE"."""
    task, *rest = words
    found = _propose(Path(rest[0])) if task == "vorschlagen" else _check(rest)
    sys.stdout.buffer.write(pickle.dumps(found))


def _check(words: Sequence[str]) -> Vorschau:
    from sro.intake.assistent import aus_yaml
    from sro.intake.ausschnitt import excerpts
    from sro.intake.uebernahme import prepare
    from sro.reference.catalogue import catalogue
    from sro.reference.city import city
    from sro.store import open_store

    mapping = [word.removeprefix(MAPPING) for word in words if word.startswith(MAPPING)]
    zuordnung = aus_yaml(Path(mapping[0]).read_text(encoding="utf-8")) if mapping else None
    files = [Path(word) for word in words if not word.startswith(MAPPING)]
    found = prepare(
        files,
        store=open_store(),
        katalog=catalogue(),
        stadt=city(),
        zuordnung=zuordnung,
        progress=_step,
    )
    return replace(found, ausschnitte=excerpts(files, found.befunde, zuordnung))


def _step(sentence: str) -> None:
    print(STEP.decode() + sentence, file=sys.stderr, flush=True)


def _propose(file: Path) -> Entwurf | Befund:
    from sro.intake.assistent import vorschlagen
    from sro.intake.befunde import UnreadableError
    from sro.intake.blaetter import choose, read_sheets
    from sro.intake.datei import open_file
    from sro.reference.catalogue import catalogue
    from sro.reference.city import city

    try:
        sheet, _ = choose(read_sheets(open_file(file)), file.name)
        return Entwurf(file.name, sheet, vorschlagen(sheet, catalogue(), city()))
    except UnreadableError as unreadable:
        return unreadable.befund


def _bounded() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    _bounded()
    gc.disable()  # a process that ends soon; looking for garbage would cost it a third of its time
    try:
        main(sys.argv[1:])
    except Exception as error:
        _step(f"Abgebrochen: {type(error).__name__}")
        sys.exit(1)
