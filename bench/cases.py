"""What is measured: each case is a server, an address, and the options that are chosen one after the other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.einlesen import measured_import
from bench.stadt.ordner import Erfunden, write_city, write_figures
from bench.stadt.vorlage import STADT, suitable
from scripts.app_server import ROOT, app_command, free_port, streamlit_command
from sro.reference.catalogue import catalogue
from sro.views.words import number

APPS = Path(__file__).with_name("apps")
MAP_PATH = "/karte?ebene=stadtbezirk"
OWN_MARKS = ("sroPainted", "area")
YEARS = (2023, 2024)
WORDS = ("Rot", "Blau", "Grün", "Gelb", "Braun")  # what bare.py and tutorial.py offer


@dataclass(frozen=True, slots=True)
class Case:
    """`marks` are the kinds of clock.js that count as shown, `areas` the number of outlines that must be there."""

    name: str
    command: Sequence[str]
    port: int
    marks: tuple[str, ...]
    path: str = "/"
    env: Mapping[str, str] = field(default_factory=dict)
    areas: int = 0
    options: tuple[str, ...] = WORDS


def bare() -> Case:
    port = free_port()
    return Case("Streamlit allein (ein Text)", streamlit_command(APPS / "bare.py", port), port, ("text",))


def ours_35(folder: Path) -> Case:
    """The app with its demo data."""
    port = free_port()
    env = {"SRO_VAR": str(folder / "var35")}
    _cli(env, "demo")
    return Case("Karte, 35 Gebiete", app_command(port), port, OWN_MARKS, MAP_PATH, env, 35, _names())


def ours_540(folder: Path) -> Case:
    """The app with a made-up city."""
    return _made_up(folder / "540", Erfunden(540, 27, STADT))


def ours_10997(folder: Path) -> Case:
    """The app with as many areas as a large country has municipalities."""
    return _made_up(folder / "10997", Erfunden(10_997, 540, STADT))


def _made_up(folder: Path, stadt: Erfunden) -> Case:
    """Figures of a made-up city go through the import like any others."""
    port, katalog = free_port(), catalogue()
    made = write_city(folder / "stadt", stadt)
    files = write_figures(folder / "zahlen", stadt, made, katalog, suitable(katalog), YEARS)
    env = {"SRO_STADT": str(folder / "stadt"), "SRO_VAR": str(folder / "var")}
    measured_import(files, env)
    name = f"Karte, {number(stadt.zellen)} Gebiete"
    return Case(name, app_command(port), port, OWN_MARKS, MAP_PATH, env, stadt.zellen, _names())


def tutorial_35() -> Case:
    return _tutorial(35, ROOT / "geodata" / "luebeck")


def tutorial_540(folder: Path) -> Case:
    """The same boundaries as `ours_540`, which has to be made before."""
    return _tutorial(540, folder / "540" / "stadt")


def _names() -> tuple[str, ...]:
    """Indicators that both cities have figures for at the finest level, as the selectbox calls them."""
    return tuple(f"{indikator.kurzname} · {indikator.thema}" for indikator in suitable(catalogue()))


def _tutorial(areas: int, city: Path) -> Case:
    port = free_port()
    env = {"BENCH_GRENZEN": str(city / "grenzen" / "stadtbezirk.geojson")}
    command = streamlit_command(APPS / "tutorial_app.py", port)
    return Case(f"folium.Choropleth, {areas} Gebiete", command, port, ("area",), env=env, areas=areas)


def _cli(env: Mapping[str, str], *words: str) -> None:
    """Runs our command line; RuntimeError with its output where it fails."""
    command = [sys.executable, "-m", "sro", *words]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **env}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} endete mit {done.returncode}:\n{done.stdout}\n{done.stderr}")
