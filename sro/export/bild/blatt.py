"""A sheet: an SVG figure between its title and its footer, as SVG or PNG."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from html import escape

import vl_convert as vlc

from sro.export.bild.kopf import Kopf
from sro.views.theme import FONT, LIGHT, Theme

MARGIN = 24
TITLE, SUBTITLE, FOOT = 19, 14, 11.5  # font sizes
CHAR = 0.52  # mean width of a character in parts of the font size, enough to break lines


def sheet(figure: str, width: float, height: float, kopf: Kopf, theme: Theme = LIGHT) -> bytes:
    """The figure (an <svg> element with width and height in pixels) on paper with its Kopf; UTF-8 SVG."""
    titles = _wrapped([kopf.titel], TITLE, width)
    subtitles = _wrapped([kopf.untertitel], SUBTITLE, width)
    notes = _wrapped(kopf.fuss, FOOT, width)
    top = MARGIN + TITLE * 1.3 * len(titles) + SUBTITLE * 1.45 * len(subtitles) + 12
    bottom = top + height + 18
    total = bottom + FOOT * 1.5 * len(notes) + MARGIN - 6
    parts = [
        f'<rect width="100%" height="100%" fill="{theme.paper}"/>',
        _lines(titles, MARGIN + TITLE, TITLE, theme.ink, 1.3, weight=600),
        _lines(subtitles, MARGIN + TITLE * 1.3 * len(titles) + SUBTITLE, SUBTITLE, theme.quiet, 1.45),
        f'<g transform="translate({MARGIN} {top:.1f})">{figure}</g>',
        f'<path d="M{MARGIN} {bottom - 6:.1f}h{width:.1f}" stroke="{theme.line}"/>',
        _lines(notes, bottom + FOOT, FOOT, theme.quiet, 1.5),
    ]
    return opened(width + 2 * MARGIN, total, "".join(parts), kopf.titel).encode()


def opened(width: float, height: float, content: str, titel: str = "") -> str:
    """An <svg> element around its content; `titel` names it for screen readers."""
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    named = f"<title>{escape(titel)}</title>" if titel else ""
    font = escape(FONT, quote=True)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{font}">{named}{content}</svg>'


def text(x: float, y: float, words: str, size: float, colour: str, *, weight: int = 400) -> str:
    """One line of text with its baseline at `y`."""
    font = f'font-size="{size}" font-weight="{weight}" fill="{colour}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {font}>{escape(words)}</text>'


def to_png(svg: bytes, scale: float = 2) -> bytes:
    """The sheet as pixels; 2 is sharp in a document."""
    return vlc.svg_to_png(svg.decode(), scale=scale)


def _wrapped(paragraphs: Sequence[str], size: float, width: float) -> list[str]:
    chars = max(int(width / (size * CHAR)), 20)
    return [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, chars)]


def _lines(lines: Sequence[str], y: float, size: float, colour: str, leading: float, weight: int = 400) -> str:
    return "".join(
        text(MARGIN, y + i * size * leading, line, size, colour, weight=weight) for i, line in enumerate(lines)
    )
