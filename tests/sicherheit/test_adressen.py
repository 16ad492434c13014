"""Every parameter of every page's address, with what people who mean no good write there.

A codec neither fails nor says again what it was given. What it takes over is a word of ours, a number in its range, or
free text without control characters.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.leitbild import leitbild
from sro.reference.stimmenworte import stimmenworte
from sro.web.auswahl import Angebot
from tests.akten.beispielakten import beispielakten
from tests.akten.transferakten import transferakten
from tests.sicherheit.feindliches import FEINDLICH
from tests.sicherheit.schreibstellen import every_function

YEARS = {"sgb2_unter_18": {"stadtteil": (2022, 2023, 2024)}, "hze_ohne_28": {"stadtteil": (2024,)}}
ANGEBOT = Angebot(city(), YEARS, YEARS)
IDS = tuple(one.id for one in catalogue().indikatoren)
# What each codec is told beside the address; the order is that of its parameters.
BEIGABEN: dict[str, Callable[[], tuple[Any, ...]]] = {
    "sro.web.auswahl": lambda: (ANGEBOT, "hze_ohne_28"),
    "sro.web.analyse.auswahl": lambda: (ANGEBOT, catalogue(), "hze_ohne_28"),
    "sro.web.dialog.auswahl": lambda: (beispielakten(), city(), leitbild()),
    "sro.web.handbuch.lesestelle": lambda: (("eine-zahl-finden",),),
    "sro.web.holstentor.auswahl": lambda: (city().modellprojekt, stimmenworte(), ("BE-1",)),
    "sro.web.leitlinien.auswahl": lambda: (leitbild(),),
    "sro.web.methodik.lesestelle": lambda: (catalogue(), city()),
    "sro.web.transfer.auswahl": lambda: (transferakten(), IDS),
    "sro.web.werkstatt.auswahl": lambda: (beispielakten(), city(), stimmenworte()),
}
# What people type; escaped where it is shown.
FREE = {("sro.web.methodik.lesestelle", "suche"), ("sro.web.dialog.auswahl", "stelle")}
NUMBERS = {"-1", "1_000", "٣٣"}  # hostile to most parameters, numbers to those that take any
SHORT = {"nan", "²", *NUMBERS}  # too short to be told from words of ours


class Recorded(dict[str, str]):
    """Parameters that remember which were asked for."""

    def __init__(self, given: Mapping[str, str]) -> None:
        super().__init__(given)
        self.asked: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        self.asked.add(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        self.asked.add(str(name))
        return super().__contains__(name)


def read(module: str, params: Mapping[str, str]) -> tuple[Any, tuple[str, ...]]:
    found: tuple[Any, tuple[str, ...]] = importlib.import_module(module).decode(params, *BEIGABEN[module]())
    return found


def parameters() -> Iterator[tuple[str, str]]:
    """Each codec with each parameter that it reads."""
    for module in BEIGABEN:
        recorded = Recorded({})
        read(module, recorded)
        yield from ((module, name) for name in sorted(recorded.asked))


ALL = list(parameters())


def test_every_codec_of_an_address_is_tried_here() -> None:
    found = {
        name.partition(":")[0] for name, one in every_function().items() if one.kurz == "decode" and one.raum == "web"
    }
    assert found == BEIGABEN.keys()
    assert len(ALL) > 40


@pytest.mark.parametrize(("module", "name"), ALL)
def test_hostile_words_become_the_default_and_are_not_echoed(module: str, name: str) -> None:
    default, _ = read(module, {})
    for text in FEINDLICH:
        wahl, notices = read(module, {name: text})
        assert not any(text in notice for notice in notices if text not in SHORT), (name, text)
        if (module, name) in FREE and not notices:
            assert text.isprintable()
            assert len(text) <= 200
        elif text not in NUMBERS:
            assert wahl == default, (name, text)
            assert notices or not text.strip(","), (name, text)


@settings(max_examples=60)
@given(some.sampled_from(list(BEIGABEN)), some.data())
def test_no_address_at_all_breaks_a_page(module: str, data: some.DataObject) -> None:
    names = [name for place, name in ALL if place == module] + ["erfunden"]
    params = data.draw(some.dictionaries(some.sampled_from(names), some.text(max_size=60)))
    _, notices = read(module, params)
    assert all(notice.startswith(("Die Angabe „", "Das ", "Der ", "Die ")) for notice in notices)
