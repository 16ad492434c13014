"""`make bench GROSS=1`: what 35, 540 and 10,997 areas cost, with 35 indicators over 20 years.

`python -m bench.groesse [FOLDER] [--gebiete 10997]` keeps cities and databases in the folder; what is imported there
already is not imported again, but then its costs of the time before are shown.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.cases import OWN_MARKS
from bench.document import put
from bench.einlesen import Aufwand, measured_import
from bench.kosten import Kosten, section
from bench.machine import described
from bench.measure import Subject, Summary, clocked_context, launch
from bench.stadt.ordner import Erfunden, write_city, write_figures
from bench.stadt.vorlage import LAND, suitable, write_catalogue
from bench.usage import memory, tree
from scripts.app_server import ROOT, Server, app_command, free_port
from scripts.ensure_chromium import chromium
from sro.model.indikator import Katalog
from sro.reference.catalogue import read_catalogue

STAEDTE = {n: Erfunden(n, groups, LAND, einwohner=20_000) for n, groups in ((35, 5), (540, 27), (10_997, 540))}
JAHRE = range(2005, 2025)
STARTS, CHANGES = 3, 12
FEINSTE = LAND[-1].id


@dataclass(frozen=True, slots=True)
class Ort:
    """Where the city lies, its catalogue and its database."""

    folder: Path
    stadt: Erfunden

    @property
    def env(self) -> Mapping[str, str]:
        katalog, var = self.folder / "katalog" / "indikatoren.yaml", self.folder / "var"
        return {"SRO_STADT": str(self.folder / "stadt"), "SRO_KATALOG": str(katalog), "SRO_VAR": str(var)}

    @property
    def katalog(self) -> Katalog:
        return read_catalogue(self.folder / "katalog" / "indikatoren.yaml")

    @property
    def zeilen(self) -> int:
        return (1 + self.stadt.gruppen + self.stadt.zellen) * len(self.katalog.indikatoren) * len(JAHRE)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.groesse", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", metavar="ORDNER", help="bleibt; ohne ihn einer für diesmal")
    parser.add_argument("--gebiete", type=int, nargs="*", choices=list(STAEDTE), default=list(STAEDTE))
    parser.add_argument("--nur-einlesen", action="store_true", help="ohne Browser, ohne docs/performance.md")
    given = parser.parse_args()
    with _folder(given.folder) as folder:
        orte = [Ort(folder / str(n), STAEDTE[n]) for n in given.gebiete]
        imported = {ort: _imported(ort) for ort in orte}
        if given.nur_einlesen:
            return
        with sync_playwright() as playwright:
            browser = launch(playwright, chromium())
            costs = [_costs(ort, aufwand, browser) for ort, aufwand in imported.items()]
            made = section(costs, described(f"Chromium {browser.version} (headless)"))
            browser.close()
    print(made.body)
    put(ROOT / "docs" / "performance.md", [made])


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    if given:
        given.mkdir(parents=True, exist_ok=True)
        yield given.resolve()
    else:
        with tempfile.TemporaryDirectory() as name:
            yield Path(name)


def _imported(ort: Ort) -> Aufwand:
    """Makes the city and imports all its years as one delivery; what it took is kept beside it."""
    kept = ort.folder / "aufwand.json"
    if kept.exists():
        return Aufwand(**json.loads(kept.read_text(encoding="utf-8")))
    made = write_city(ort.folder / "stadt", ort.stadt)
    katalog = write_catalogue(ort.folder / "katalog", LAND)
    files = write_figures(ort.folder / "zahlen", ort.stadt, made, katalog, katalog.indikatoren, JAHRE)
    aufwand = measured_import(files, ort.env)
    print(f"{ort.stadt.zellen} Gebiete: {aufwand}", flush=True)
    for file in files:
        file.unlink()
    kept.write_text(json.dumps(asdict(aufwand)), encoding="utf-8")
    return aufwand


def _costs(ort: Ort, aufwand: Aufwand, browser: Browser) -> Kosten:
    first = statistics.median(_first_map(ort, browser) for _ in range(STARTS))
    port = free_port()
    with Server(app_command(port), port, ort.folder / "server.log", ort.env) as server:
        erste, wechsel = _changes(ort, server, browser)
        tabelle = _table(server, browser)
        held = sum(map(memory, tree(server.process.pid)))
    database = (ort.folder / "var" / "sro.sqlite").stat().st_size
    return Kosten(ort.stadt.zellen, ort.zeilen, aufwand, database, first, wechsel, erste, tabelle, held)


def _first_map(ort: Ort, browser: Browser) -> float:
    """Seconds from the start of the server to the first map in a browser without cache."""
    port = free_port()
    with (
        Server(app_command(port), port, ort.folder / "server.log", ort.env) as server,
        clocked_context(browser) as context,
    ):
        subject = Subject(context.new_page(), OWN_MARKS, ort.stadt.zellen)
        return subject.first_shown(f"{server.url}/karte?ebene={FEINSTE}") / 1000 - server.started


def _changes(ort: Ort, server: Server, browser: Browser) -> tuple[Summary, Summary]:
    """Changes to indicators that nobody has seen since the start, then to the same again."""
    names = [f"{i.kurzname} · {i.thema}" for i in suitable(ort.katalog, FEINSTE)]
    with clocked_context(browser) as context:
        subject = Subject(context.new_page(), OWN_MARKS, ort.stadt.zellen)
        subject.open(f"{server.url}/karte?ebene={FEINSTE}")
        options = [name for name in names if name != subject.chosen()]
        erste = [subject.change(option) for option in options]
        again = [subject.change(options[n % len(options)]) for n in range(CHANGES)]
    return Summary.of(erste), Summary.of(again)


def _table(server: Server, browser: Browser) -> Summary:
    """Changes of the last year in the table of all areas."""
    with clocked_context(browser) as context:
        subject = Subject(context.new_page(), ("table",), box="Bis")
        subject.open(f"{server.url}/analyse?blick=tabelle&ebene={FEINSTE}&indikator=sgb2_unter_18&jahr={JAHRE[-1]}")
        years = [str(jahr) for jahr in JAHRE[-CHANGES:-1]]
        return Summary.of([subject.change(jahr) for jahr in reversed(years)])


if __name__ == "__main__":
    main()
