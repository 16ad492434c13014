"""A small SVG as a picture in the page: no request, no chart library, and its words for those who do not see it."""

from __future__ import annotations

from html import escape
from urllib.parse import quote


def html_picture(svg: str, alt: str, css: str) -> str:
    """An <img> with its alternative text; empty where there is no picture."""
    if not svg:
        return ""
    data = quote(svg.replace('"', "'"), safe=" =/:;,.'")
    css = f' class="{css}"' if css else ""
    return f'<img{css} alt="{escape(alt, quote=True)}" src="data:image/svg+xml,{data}">'
