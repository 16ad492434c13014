"""What is measured: each case is a server, an address, and the options that are chosen one after the other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench import city540
from scripts.app_server import ROOT, app_command, free_port, streamlit_command
from sro.reference.catalogue import catalogue

APPS = Path(__file__).with_name("apps")
MAP_PATH = "/karte?ebene=stadtbezirk"
LEAPS = ("sprung_zum_vorjahr", "gebietsstand_gewechselt")  # warnings that made-up figures deserve
OWN_MARKS = ("sroPainted", "area")
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
    """The app with a made-up city; its figures go through the import like any others."""
    port = free_port()
    city540.write(folder)
    env = {"SRO_STADT": str(folder / "stadt"), "SRO_VAR": str(folder / "var540")}
    rolled = [f"--bestaetigen={code}=Die Zahlen sind gewürfelt." for code in LEAPS]
    _cli(env, "import", str(folder / "zahlen.csv"), *rolled)
    return Case("Karte, 540 Gebiete", app_command(port), port, OWN_MARKS, MAP_PATH, env, 540, _names())


def tutorial_35() -> Case:
    return _tutorial(35, ROOT / "geodata" / "luebeck")


def tutorial_540(folder: Path) -> Case:
    """The same boundaries as `ours_540`, which has to be made before."""
    return _tutorial(540, folder / "stadt")


def _names() -> tuple[str, ...]:
    """Indicators that both cities have figures for at the finest level, as the selectbox calls them."""
    return tuple(f"{indikator.kurzname} · {indikator.thema}" for indikator in city540.suitable(catalogue()))


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
