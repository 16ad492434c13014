"""Somebody who reads: chooses indicators, years, levels and areas, and goes from page to page."""

from __future__ import annotations

import random
from dataclasses import dataclass

from bench.load.page import Page
from bench.load.session import Session
from bench.load.widget import Widget

PATHS = ("karte", "zeitreihe", "profil", "analyse")
# The widgets of these pages that a reader changes, as they are labelled.
CHANGED = {
    "karte": ("Indikator", "Ebene", "Jahr", "Zeitraum", "Gebiet"),
    "zeitreihe": ("Indikator", "Ebene", "Gebiete"),
    "profil": ("Ebene", "Gebiet"),
    "analyse": ("Blick", "Indikator", "Ebene", "Jahr", "Gebiete hervorheben"),
}
ANOTHER_PAGE = 0.2  # share of the actions that go to another page


@dataclass(frozen=True, slots=True)
class Choice:
    """`widget` set to `value`, or another page where there is no widget."""

    path: str
    widget: Widget | None = None
    value: tuple[str, ...] = ()


class Person:
    """The same seed does the same where it meets the same pages."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.start = self.dice.choice(PATHS)

    async def act(self, session: Session) -> tuple[str, float]:
        """What was done, and seconds until it was shown."""
        choice = self.choice(session.page)
        if choice.widget is None:
            return choice.path, await session.visit(choice.path)
        return f"{choice.path}: {choice.widget.label}", await session.choose(choice.widget, choice.value)

    def choice(self, page: Page) -> Choice:
        usable = [one for one in page.widgets.values() if one.label in CHANGED[page.path] and one.others()]
        if not usable or self.dice.random() < ANOTHER_PAGE:
            return Choice(self.dice.choice([path for path in PATHS if path != page.path]))
        widget = self.dice.choice(sorted(usable, key=lambda one: one.label))
        return Choice(page.path, widget, self._value(widget))

    def _value(self, widget: Widget) -> tuple[str, ...]:
        """Another option; where several may be chosen one more, or one less when there are as many as allowed."""
        if widget.most == 1:
            return (self.dice.choice(widget.others()),)
        if len(widget.value) >= min(widget.most, 4):
            return widget.value[1:]
        return (*widget.value, self.dice.choice(widget.others()))
