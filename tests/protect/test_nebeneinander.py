"""Protecting piece by piece, in several processes or in one, changes nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sro.model.wert import Beobachtung
from sro.protect import Schutzergebnis, SchutzUnmoeglich, Widerspruch, nebeneinander, schuetzen
from sro.protect.nebeneinander import protect_by_years
from sro.protect.rohwert import Rohwert
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.places import ROOT
from tests.protect.bausteine import indikator, katalog, merkmal, stadt, tief
from tests.protect.test_demodaten import lieferung
from tests.protect.test_fenster import ZWEI_JAHRE

ORT = stadt(2, 3)
JAHRE = (2021, 2022, 2023, 2024)
ZWEI = katalog([indikator("faelle", "faelle"), indikator("andere", "andere")], merkmal("faelle"), merkmal("andere"))
ZAHLEN = st.lists(st.integers(0, 30), min_size=5, max_size=5)


@pytest.fixture
def in_einem(monkeypatch: pytest.MonkeyPatch) -> None:
    """Piece by piece, but in this process: quick enough for many examples."""
    monkeypatch.setattr(nebeneinander, "PROZESSE", 1)


def zeilen(name: str, jahr: int, werte: Sequence[int]) -> list[Rohwert]:
    return [Rohwert(r.indikator, r.gebiet, jahr, r.zaehler, r.nenner) for r in tief(name, ORT, werte, [100] * 5)]


def ausgang(schuetzer, *was, **wie) -> Schutzergebnis | type:  # type: ignore[no-untyped-def]
    try:
        return schuetzer(*was, **wie)
    except (SchutzUnmoeglich, Widerspruch) as fehler:
        return type(fehler)


def test_the_demo_data_come_out_the_same_from_several_processes() -> None:
    gesagt: list[str] = []
    ergebnis = protect_by_years(lieferung(), catalogue(), city(), tell=gesagt.append, viele=0)
    assert ergebnis == schuetzen.protect(lieferung(), catalogue(), city())
    assert ergebnis.bericht.geheim_ergaenzend
    assert gesagt[-1] == f"Geheimhaltung: {len(gesagt)} von {len(gesagt)} Teilen …"
    assert len(gesagt) > 1


@pytest.mark.usefixtures("in_einem")
@settings(deadline=None, max_examples=25)
@given(st.lists(ZAHLEN, min_size=4, max_size=4), st.lists(ZAHLEN, min_size=4, max_size=4), st.randoms())
def test_with_figures_that_stay_and_earlier_ones_nothing_changes(neu, alt, zufall) -> None:  # type: ignore[no-untyped-def]
    frueher = {"Datenstand 1": geschuetzt("faelle", [[w + 1 for w in werte] for werte in neu])}
    bestand = geschuetzt("andere", alt)
    rohwerte = [roh for jahr, werte in zip(JAHRE, neu, strict=True) for roh in zeilen("faelle", jahr, werte)]
    zufall.shuffle(rohwerte)
    einmal = ausgang(schuetzen.protect, rohwerte, ZWEI, ORT, bestand, frueher)
    assert ausgang(protect_by_years, rohwerte, ZWEI, ORT, bestand, frueher, viele=0) == einmal


def geschuetzt(name: str, werte: Sequence[Sequence[int]]) -> tuple[Beobachtung, ...]:
    rohwerte = [roh for jahr, zahlen in zip(JAHRE, werte, strict=True) for roh in zeilen(name, jahr, zahlen)]
    return schuetzen.protect(rohwerte, ZWEI, ORT).beobachtungen


@pytest.mark.usefixtures("in_einem")
@settings(deadline=None, max_examples=15)
@given(st.lists(ZAHLEN, min_size=4, max_size=4))
def test_windows_are_pooled_once(werte) -> None:  # type: ignore[no-untyped-def]
    faelle = replace(indikator("faelle", "faelle"), stadtweit_gebuendelt=ZWEI_JAHRE)
    k = katalog([faelle, indikator("andere", "andere")], merkmal("faelle"), merkmal("andere"))
    rohwerte = [
        roh
        for jahr, zahlen in zip(JAHRE, werte, strict=True)
        for roh in (*zeilen("andere", jahr, [40] * 5), *zeilen("faelle", jahr, zahlen))
        if roh.gebiet.ebene != "stadtbezirk"
    ]
    einmal = ausgang(schuetzen.protect, rohwerte, k, ORT)
    assert ausgang(protect_by_years, rohwerte, k, ORT, viele=0) == einmal
    if isinstance(einmal, Schutzergebnis):
        assert {b.jahre for b in einmal.beobachtungen} == {1, 2}


def test_a_contradiction_found_in_another_process_is_told() -> None:
    falsch = [Rohwert(r.indikator, r.gebiet, 2024, 99, r.nenner) for r in zeilen("faelle", 2024, [9] * 5)[:1]]
    rohwerte = [*zeilen("faelle", 2023, [9] * 5), *falsch, *zeilen("faelle", 2024, [9] * 5)[1:]]
    with pytest.raises(Widerspruch, match="ergeben"):
        protect_by_years(rohwerte, ZWEI, ORT, viele=0)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_the_other_processes_end_with_the_first_even_where_it_is_killed() -> None:
    erster = subprocess.Popen([sys.executable, "-c", WARTEN], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert erster.stdout
    anderer = int(erster.stdout.readline())
    os.kill(erster.pid, signal.SIGKILL)
    erster.wait()
    ende = time.monotonic() + 20
    while lebt(anderer) and time.monotonic() < ende:
        time.sleep(0.05)
    assert not lebt(anderer)


def lebt(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


WARTEN = """
import multiprocessing, os, time
from concurrent.futures import ProcessPoolExecutor
from sro.protect.nebeneinander import _begonnen

with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _begonnen) as andere:
    print(andere.submit(os.getpid).result(), flush=True)
    andere.submit(time.sleep, 600).result()
"""
