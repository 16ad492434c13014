"""The colours: text is read, outlines are seen, classes keep their order in grey, kinds are apart for every eye."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from sro.views.theme import DARK, LIGHT, SERIES, Theme, diverging, sequential, state_colours
from sro.web.auswahl import KLASSEN_MAX
from tests.views.farbmass import SEHWEISEN, contrast, difference, lightness, luminance

ROOT = Path(__file__).parents[2]
STYLES = sorted((ROOT / "sro/views/assets").rglob("*.css"))
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
TEXT, SEEN = 4.5, 3.0  # WCAG 2.1: 1.4.3 for text, 1.4.11 for all else that has to be seen
GREY_STEP = 7.0  # L* between neighbouring classes: two greys side by side are told apart from 2 on
PALETTEN = {f"{k} Klassen": sequential(k) for k in range(2, KLASSEN_MAX + 1)} | {
    f"{below} darunter, {above} darüber": diverging(below, above) for below in (1, 2, 3) for above in (1, 2, 3)
}

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COLOUR = re.compile(r"(?<![\w-])color:\s*var\(--sro-([\w-]+)\)")
GROUND = re.compile(r"(?<![\w-])background(?:-color)?:\s*var\(--sro-([\w-]+)\)")
GROUNDS = ("paper", "panel")  # what lies behind text whose own rule names no ground


def pairs() -> Iterator[tuple[str, str, str]]:
    """Every colour of a text with each ground that it stands on: rule, colour, ground. Inactive controls are exempt."""
    for path in STYLES:
        for selector, body in RULE.findall(path.read_text(encoding="utf-8")):
            if ":disabled" in selector:
                continue
            grounds = GROUND.findall(body)
            for colour in COLOUR.findall(body):
                yield from ((f"{path.name}: {selector.strip()}", colour, one) for one in grounds or _behind(colour))


def _behind(colour: str) -> tuple[str, ...]:
    return ("accent",) if colour == "paper" else GROUNDS  # light on a chosen thing


def of(theme: Theme, name: str) -> str:
    return str(getattr(theme, name.replace("-", "_")))


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)]
)
def test_contrast_is_what_the_guidelines_say(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(("colour", "light"), [("#ffffff", 100), ("#777777", 50.0), ("#0000ff", 32.3)])
def test_lightness_is_that_of_cielab(colour: str, light: float) -> None:
    assert lightness(colour) == pytest.approx(light, abs=0.1)


def test_red_and_green_of_one_lightness_are_alike_to_who_sees_no_red() -> None:
    red, green = "#d24b3c", "#6f7d2c"
    assert difference(red, green, "alle Farben") > 3 * difference(red, green, "ohne Rot")


@THEMES
def test_every_text_is_read_on_what_it_stands_on(theme: Theme) -> None:
    found = set(pairs())
    assert len({colour for _, colour, _ in found}) >= 4
    poor = [(rule, a, b, contrast(of(theme, a), of(theme, b))) for rule, a, b in found]
    assert [one for one in poor if one[-1] < TEXT] == []


@THEMES
@pytest.mark.parametrize("ground", ["paper", "panel", "mark"])
def test_words_are_read_on_every_ground_of_the_page(theme: Theme, ground: str) -> None:
    for word in ("ink", "quiet", "accent"):
        assert contrast(of(theme, word), of(theme, ground)) >= TEXT, word


@THEMES
@pytest.mark.parametrize("ground", GROUNDS)
def test_controls_focus_and_what_is_chosen_are_seen(theme: Theme, ground: str) -> None:
    for part in ("edge", "accent", "selected", "hatch", "quiet"):
        assert contrast(of(theme, part), of(theme, ground)) >= SEEN, part


@THEMES
def test_streamlit_draws_its_controls_in_the_same_colours(theme: Theme) -> None:
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"][theme.name]
    names = {
        "primaryColor": "accent",
        "backgroundColor": "paper",
        "secondaryBackgroundColor": "panel",
        "textColor": "ink",
        "borderColor": "edge",
        "linkColor": "accent",
    }
    assert settings == {name: of(theme, ours) for name, ours in names.items()}


@pytest.mark.parametrize("name", PALETTEN)
def test_classes_grow_darker_by_steps_that_are_seen_in_grey(name: str) -> None:
    steps = [one - two for one, two in pairwise(lightness(colour) for colour in PALETTEN[name])]
    assert min(steps) >= GREY_STEP


@pytest.mark.parametrize("sehweise", SEHWEISEN)
@pytest.mark.parametrize("name", PALETTEN)
def test_neighbouring_classes_are_apart_for_every_eye(name: str, sehweise: str) -> None:
    assert min(difference(one, two, sehweise) for one, two in pairwise(PALETTEN[name])) >= 8


@THEMES
def test_the_line_between_two_areas_is_seen_whatever_their_fills_are(theme: Theme) -> None:
    """It is two lines: of the border's colour, and a finer one of ink in it."""
    fills = {colour for palette in PALETTEN.values() for colour in palette} | set(state_colours(theme).values())
    assert contrast(theme.border, theme.ink) >= SEEN
    for fill in fills:
        assert max(contrast(fill, theme.border), contrast(fill, theme.ink)) >= SEEN, fill


@THEMES
def test_the_chosen_area_has_a_line_that_the_border_sets_off(theme: Theme) -> None:
    assert contrast(theme.selected, theme.ink) >= SEEN or contrast(theme.selected, theme.border) >= SEEN


@THEMES
@pytest.mark.parametrize("sehweise", SEHWEISEN)
def test_kinds_of_statements_are_apart_for_every_eye_and_in_grey(theme: Theme, sehweise: str) -> None:
    kinds = (theme.staerke, theme.problem, theme.wunsch)
    assert min(difference(one, two, sehweise) for one, two in combinations(kinds, 2)) >= 18
    assert min(abs(lightness(one) - lightness(two)) for one, two in combinations(kinds, 2)) >= 15


@pytest.mark.parametrize("sehweise", SEHWEISEN)
@pytest.mark.parametrize(("first", "least"), [(4, 25), (6, 18), (8, 14)])
def test_lines_of_a_chart_are_apart_for_every_eye_the_first_ones_most(sehweise: str, first: int, least: float) -> None:
    assert min(difference(one, two, sehweise) for one, two in combinations(SERIES[:first], 2)) >= least


@pytest.mark.parametrize("colour", SERIES)
def test_a_line_is_seen_on_either_paper(colour: str) -> None:
    assert min(contrast(colour, LIGHT.paper), contrast(colour, DARK.paper)) >= SEEN


def test_no_colour_is_red() -> None:
    """Nothing judges people. Red is what outshines green and blue alike."""
    for colour in (*SERIES, *(one for palette in PALETTEN.values() for one in palette)):
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        assert not (red > 1.7 * green and red > 1.7 * blue), colour
        assert 0 < luminance(colour) < 1
