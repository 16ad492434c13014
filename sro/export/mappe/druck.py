"""A sheet on paper: A4, and below it what must be known wherever its figures go."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

A4 = 9


def landscape(blatt: Worksheet, fuss: Sequence[str], titel: str = "") -> None:
    """One page wide, as long as it needs."""
    blatt.set_paper(A4)
    blatt.set_landscape()
    blatt.fit_to_pages(1, 0)
    _around(blatt, fuss, titel)


def upright(blatt: Worksheet, fuss: Sequence[str], titel: str = "") -> None:
    """All on one page."""
    blatt.set_paper(A4)
    blatt.fit_to_pages(1, 1)
    _around(blatt, fuss, titel)


def _around(blatt: Worksheet, fuss: Sequence[str], titel: str) -> None:
    if titel:
        blatt.set_header(f"&L&9{_plain(titel)}")
    blatt.set_footer(f"&L&8{_plain(' · '.join(fuss))}&R&8&P/&N")


def _plain(text: str) -> str:
    """As headers take it, where "&" is a sign of its own."""
    return text.replace("&", "&&")[:200]
