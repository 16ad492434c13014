"""Loads what the pages need while the first browser still loads Streamlit's own files."""

from __future__ import annotations

import gc
import importlib
import logging
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from sro.model.gebiet import Stadt
from sro.reference.city import city

# Not sro.web.karte: streamlit_folium registers its component when it is imported, and only a page run can do that.
MODULES = ("sro.views.karte.folium", "sro.web.ueberblick", "sro.web.controls", "sro.web.map_downloads", "scipy.special")
NAME = "warmup"
PATIENCE = 60.0  # seconds
SWITCH = 0.0005  # seconds; with Python's 5 ms the server sends nothing for so long while a page computes
log = logging.getLogger("sro")
_done = threading.Event()


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """Starlette's lifespan: the server answers at once and warms up beside it."""
    sys.setswitchinterval(SWITCH)
    threading.Thread(target=_warm_up, name=NAME, daemon=True).start()
    yield


def wait_until_warm() -> None:
    """For the frame, before it imports a page.

    Two threads must not import the same library at once: altair looks at a half-imported pandas and fails. Returns at
    once where nothing warms up, as in a test of a single page.
    """
    if any(thread.name == NAME for thread in threading.enumerate()):
        _done.wait(PATIENCE)


def _warm_up() -> None:
    gc.disable()  # all of it stays, and looking for garbage in it takes as long as reading it
    try:
        for module in MODULES:
            importlib.import_module(module)
        _trust_charts()
        _read_once(city())
        _tell_open_fields()
    except Exception:  # a page will meet the same error and tell it to a person
        log.exception("Vorbereitung fehlgeschlagen")
    _done.set()
    try:
        _make_bodies(city())
    finally:
        # What is loaded now stays for good; the garbage collector need not look at it again and again.
        gc.freeze()
        gc.enable()


def _trust_charts() -> None:
    """Altair would check every part of every chart against its schema, which takes longer than making it; tests do."""
    from altair.utils import schemapi

    schemapi.disable_debug_mode()


def _read_once(stadt: Stadt) -> None:
    from sro.web import data, geometry

    active = data.datenstand()
    if active:
        data.offer(active.id, mit_stadt=False)
    for ebene in stadt.ebenen:
        geometry.drawn(ebene.id)


def _make_bodies(stadt: Stadt) -> None:
    """What browsers fetch only after their page has come."""
    from sro.web import geometry

    with suppress(FileNotFoundError):  # a level without boundaries has no map
        for ebene in reversed(stadt.ebenen):
            _ = geometry.geometry(ebene.id).body


def _tell_open_fields() -> None:
    """Whoever starts the app reads what the office has not filled in yet."""
    from sro.reference.texte import ERKLAERUNGEN, statement
    from sro.views.texte import open_fields, open_sentence

    if sentence := open_sentence({title: open_fields(statement(name)) for name, title in ERKLAERUNGEN.items()}):
        log.warning(sentence)
