"""The navigation as people use it: a section opens, its pages are inside."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def section(page: Page, name: str) -> Locator:
    """The button that opens a section."""
    return page.get_by_role("button", name=name, exact=True)


def entry(page: Page, name: str) -> Locator:
    """A page's entry in the section that is open."""
    return page.get_by_role("menuitem", name=name, exact=True)


def go_to(page: Page, bereich: str, name: str) -> None:
    section(page, bereich).click()
    entry(page, name).click()
