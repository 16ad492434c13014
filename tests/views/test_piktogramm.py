"""Every theme, state and kind of statement has a pictogram, and each is a drawing in one colour."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from sro.model.aussage import Bearbeitung, Valenz
from sro.reference.stimmenworte import stimmenworte
from sro.views.werkstatt.piktogramm import PIKTOGRAMME, USUAL, css_piktogramme, html_piktogramm, known, svg_piktogramm
from sro.web.assets import assets


@pytest.mark.parametrize("zeichen", [thema.zeichen for thema in stimmenworte().themen])
def test_every_theme_names_a_pictogram_that_there_is(zeichen: str) -> None:
    assert known(zeichen)


@pytest.mark.parametrize("word", [*Bearbeitung, *Valenz])
def test_every_state_and_kind_has_one(word: str) -> None:
    assert known(word)


def test_no_two_are_the_same() -> None:
    assert len(set(PIKTOGRAMME.values())) == len(PIKTOGRAMME)


@pytest.mark.parametrize("name", PIKTOGRAMME)
def test_each_is_a_drawing_in_the_colour_asked_for(name: str) -> None:
    drawn = svg_piktogramm(name, "black")
    root = ElementTree.fromstring(drawn)  # noqa: S314 (our own drawing)
    assert root.get("viewBox") == "0 0 48 48"
    assert list(root)
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawn)) <= {"none", "black"}


@pytest.mark.parametrize("name", PIKTOGRAMME)
def test_each_stays_within_its_square(name: str) -> None:
    """Absolute points, which begin every path."""
    points = re.findall(r"M([\d.]+)[ ,]([\d.]+)", svg_piktogramm(name, "black").upper())
    assert all(0 <= float(x) <= 48 and 0 <= float(y) <= 48 for x, y in points)


def test_the_style_sheet_has_them_all() -> None:
    style = assets()["stil.css"].decode()
    assert css_piktogramme() in style
    assert all(f".sro-p-{name} {{" in style for name in PIKTOGRAMME)


def test_one_that_is_not_drawn_becomes_the_usual_one_and_no_one_hears_it() -> None:
    assert html_piktogramm('"><img src=x>') == f'<i class="sro-piktogramm sro-p-{USUAL} " aria-hidden="true"></i>'
