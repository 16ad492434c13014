"""What people entered shows as it is, wherever Streamlit reads Markdown."""

from __future__ import annotations

import re
from html import unescape
from string import punctuation

import pytest
from hypothesis import given
from hypothesis import strategies as some
from markdown_it import MarkdownIt

from sro.web.klartext import JOINER, plain
from tests.akten.akteninhalte import HOSTILE

NASTY = some.text(alphabet=some.sampled_from(r"""*_`~#[]()<>!|\$:&@.-=+'" ahtps/w1;""" + "\n"), max_size=40)


def shown(markdown: str) -> str:
    """What CommonMark makes of it, as a reader sees it; fails where it is anything but one paragraph of text."""
    html = MarkdownIt("commonmark").render(markdown)
    found = re.fullmatch(r"(?:<p>([^<]*)</p>\n)?", html)
    assert found, html
    return unescape(found[1] or "").replace(JOINER, "")


@given(some.text(max_size=60) | NASTY)
def test_markdown_shows_the_text_itself(text: str) -> None:
    visible = " ".join(text.replace(JOINER, "").split())
    assert shown(plain(text)) == visible.replace("\0", "\ufffd")


@given(some.text(max_size=60) | NASTY)
def test_no_mark_stays_unescaped(text: str) -> None:
    rest = re.sub(rf"\\[{re.escape(punctuation)}]", "", plain(text))
    assert not set(rest) & set(punctuation)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_meant_to_do_harm_is_text(text: str) -> None:
    assert shown(plain(text)) == text


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        (":material/home:", ":|material/home:"),
        (":smile:", ":|smile:"),
        ("https://x.de", "https:|//x.de"),
        ("a@b.de", "a@|b.de"),
        ("www.x.de", "www|.x.de"),
        ("a --> b <- c", "a -|-|> b <|- c"),
        ("12:30 Uhr: so", "12:|30 Uhr: so"),
    ],
)
def test_what_streamlit_replaces_in_finished_text_is_kept_apart(text: str, apart: str) -> None:
    assert re.sub(r"\\(.)", r"\1", plain(text)) == apart.replace("|", JOINER)
