"""A city's accent: where it can be read it is used everywhere, where it cannot a sentence names one that can."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.reference.places import ROOT
from sro.views.stadtfarbe import LEAST, accent_gap, contrast, luminance, readable
from sro.views.theme import BACKGROUNDS, DARK, LIGHT

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
SHOWN = """
import json
from streamlit import config
from sro.views.theme import DARK, LIGHT
from sro.web.appearance import colour_controls
from sro.web.assets import assets, icon
from sro.web.html import german
colour_controls()
print(json.dumps({
    "light": LIGHT.accent, "dark": DARK.accent, "icon": icon(),
    "streamlit": config.get_option("theme.light.primaryColor"),
    "style": assets()["stil.css"].decode(), "page": german(b"<head><title>Streamlit</title>").decode(),
}))
"""


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Values of the WebAIM contrast checker."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS, st.sampled_from(sorted(BACKGROUNDS)))
def test_the_colour_that_a_sentence_names_can_be_read(colour: str, name: str) -> None:
    papers = BACKGROUNDS[name]
    said = accent_gap(name, colour, papers)
    if not said:
        assert readable(colour, papers) == colour
        return
    found = re.findall(r"#[0-9a-f]{6}", said)
    assert found[0] == colour
    assert min(contrast(found[1], paper) for paper in papers) >= LEAST
    assert (luminance(found[1]) < luminance(colour)) == (name == "akzent")


def test_the_apps_own_accents_can_be_read() -> None:
    assert accent_gap("akzent", LIGHT.accent, BACKGROUNDS["akzent"]) == ""
    assert accent_gap("akzent_dunkel", DARK.accent, BACKGROUNDS["akzent_dunkel"]) == ""


def shown(folder: Path, said: str) -> tuple[dict[str, str], str]:
    """What a new process of this city shows, and what it logs."""
    (folder / "stadt.yaml").write_text(f"id: x\naussehen: {said}\n", encoding="utf-8")
    (folder / "zeichen.png").write_bytes(b"png")
    env = {**os.environ, "SRO_STADT": str(folder)}
    done = subprocess.run([sys.executable, "-c", SHOWN], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    return json.loads(done.stdout), done.stderr


def test_a_readable_accent_is_everywhere(tmp_path: Path) -> None:
    found, _ = shown(tmp_path, '{akzent: "#7a1f5c", akzent_dunkel: "#e59ccb", favicon: zeichen.png}')
    assert (found["light"], found["dark"], found["streamlit"]) == ("#7a1f5c", "#e59ccb", "#7a1f5c")
    assert "--sro-accent: #7a1f5c" in found["style"]
    assert found["icon"] == "symbol.png"
    assert re.search(r'<link rel="icon" href="/sro/[0-9a-f]+/symbol\.png">', found["page"])


def test_an_unreadable_accent_is_not_used_and_the_log_says_why(tmp_path: Path) -> None:
    found, log = shown(tmp_path, '{akzent: "#ffd700"}')
    assert found["light"] == LIGHT.accent
    assert "„akzent“ #ffd700 hebt sich mit 1,29 zu 1 zu wenig vom Hintergrund ab" in log
