"""Pooling: what is too rare for single years is published over several years together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Buendelung:
    """Windows of `jahre` years at some levels. One of them ends with `bis`; all others lie end to end with it.

    The anchor is a fixed year of the catalogue, not the last one delivered: each year then belongs to one window for
    good. Windows that moved on with every delivery would overlap, and the difference of two is a single year.
    """

    jahre: int
    bis: int
    ebenen: tuple[str, ...]

    def letztes(self, jahr: int) -> int:
        """The last year of the window that a year lies in."""
        return jahr + (self.bis - jahr) % self.jahre

    def fenster(self, jahr: int) -> range:
        """All years of the window that a year lies in."""
        return zeitraum(self.letztes(jahr), self.jahre)


def zeitraum(jahr: int, jahre: int) -> range:
    """The years of a period by its last year and its length; a single year has the length 1."""
    return range(jahr - jahre + 1, jahr + 1)


def zeitraum_kurz(jahr: int, jahre: int) -> str:
    """ "2024" or "2022–2024"."""
    return str(jahr) if jahre == 1 else f"{jahr - jahre + 1}–{jahr}"
