"""Finds what is wrong with the windows of pooled indicators: levels, and windows that would overlap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Entry = dict[str, Any]
FIELD = "stadtweit_gebuendelt"
KEYS = {"jahre", "bis", "ebenen"}
WANTED = "null oder jahre (ab 2), bis (letztes Jahr eines Zeitraums) und ebenen"


def is_window(value: Any) -> bool:
    """Nothing, or a length, an anchor year and levels."""
    if value is None:
        return True
    if not isinstance(value, dict) or set(value) != KEYS:
        return False
    jahre, bis, ebenen = value["jahre"], value["bis"], value["ebenen"]
    years = all(isinstance(number, int) and not isinstance(number, bool) for number in (jahre, bis))
    named = isinstance(ebenen, list) and bool(ebenen) and all(isinstance(ebene, str) for ebene in ebenen)
    return years and named and jahre > 1 and bis > 0


def window_gaps(indikatoren: list[Entry], ebenen: tuple[str, ...] | None) -> Iterator[str]:
    """A sentence for each level that cannot be, and for each indicator whose windows overlap those of the first one.

    All share one grid: numerators hang together by sums and all of them share denominators, and of two windows that
    overlap the difference is a single year.
    """
    pooled = [entry for entry in indikatoren if entry.get(FIELD) and is_window(entry[FIELD])]
    for entry in pooled:
        yield from _level_gaps(entry, ebenen)
    for entry in pooled[1:]:
        if _grid(entry) != _grid(pooled[0]):
            yield (
                f"Indikator „{entry.get('id')}“: Die Zeiträume in {FIELD} überlappen sich mit denen von "
                f"„{pooled[0].get('id')}“; aus zwei überlappenden Zeiträumen ließe sich ein einzelnes Jahr errechnen. "
                "Bitte überall dieselben Werte für jahre und bis."
            )


def _level_gaps(entry: Entry, ebenen: tuple[str, ...] | None) -> Iterator[str]:
    for ebene in entry[FIELD]["ebenen"]:
        if ebenen is not None and ebene not in ebenen:
            yield (
                f"Indikator „{entry.get('id')}“: Die Ebene „{ebene}“ in {FIELD} gibt es nicht; möglich sind "
                f"{', '.join(ebenen)}."
            )
        if ebene in (entry.get("ebenen") or ()):
            yield (
                f"Indikator „{entry.get('id')}“: Die Ebene „{ebene}“ steht unter ebenen und in {FIELD}; bitte nur "
                "einmal nennen, denn neben einzelnen Jahren wird nichts gebündelt."
            )


def _grid(entry: Entry) -> tuple[int, int]:
    """Length and place of the windows; anchors that lie whole windows apart are the same grid."""
    window = entry[FIELD]
    return window["jahre"], window["bis"] % window["jahre"]
