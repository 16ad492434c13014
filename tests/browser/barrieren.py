"""What is wrong with a page for people who see, hear or move otherwise: axe, and what barrieren.js tells beside it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, Page

Mangel = tuple[str, ...]  # what it is, where

SCRIPTS = (AXE_SCRIPT, Path(__file__).with_name("barrieren.js").read_text(encoding="utf-8"))
STANDARD = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
# Words that no German text has. What people call things in English (Link, App, PNG) is not among them.
ENGLISH = re.compile(
    r"\b(the|of|and|with|from|for|to|your|you|not|no|is|are|open|close|clear|remove|select(ed)?|choose|options?|results?|"
    r"show|hide|view|more|less|file|files|next|previous|month|day|year|value|values|search|loading|running|help|page|"
    r"pages|error|connection|drag|drop|press|apply|submit|axis|scale|titled|visualization|container|sidebar|expand|"
    r"collapse|navigate|home|copy|fullscreen|increment|decrement|shortcut|heading|please|cancel|time|date)\b",
    re.IGNORECASE,
)
DECORATION = (".sro-luecke",)  # lines between the columns of a chain, whose entries name what they lead to
MESSAGE = re.compile(r"^(?=.*\d)\w.*[.)]$", re.DOTALL)  # a sentence with a number of the figure in it
WORDS = 4
AXE, SETTLING = "(rules) => sroBarrieren.axe(rules)", 1_000  # milliseconds


def set_up(context: BrowserContext) -> None:
    """Every page of the context brings the checks along: no address and no tag, its security policy stays as it is."""
    for script in SCRIPTS:
        context.add_init_script(script)


def violations(page: Page) -> list[Mangel]:
    """What axe finds in the page and its frames. Sets the checks up where the context did not."""
    for frame in page.frames:
        if not frame.evaluate("Boolean(window.sroBarrieren)"):
            for script in SCRIPTS:
                frame.evaluate(script)
    found = page.evaluate(AXE, STANDARD)
    if found:  # on a busy machine a page may still be turning from light to dark; what is wrong stays wrong
        page.wait_for_timeout(SETTLING)
        found = page.evaluate(AXE, STANDARD)
    return [tuple(one) for one in found]


def wrong_words(page: Page) -> list[Mangel]:
    said = {word for frame in page.frames for word in frame.evaluate("sroBarrieren.worte()")}
    return sorted(("englisch", one[:120]) for one in said if ENGLISH.search(one))


def wrong_headings(page: Page) -> list[Mangel]:
    """One h1, and no level left out below it; a title in the browser that names the page; German."""
    headings = page.evaluate("sroBarrieren.ueberschriften()")
    levels = [level for level, _ in headings]
    skipped = [
        f"Überschrift übersprungen vor „{text}“"
        for (before, _), (level, text) in pairwise(headings)
        if level > before + 1
    ]
    ones = [] if levels.count(1) == 1 else [f"{levels.count(1)} Überschriften der ersten Ebene"]
    title = page.title()
    named = [] if re.fullmatch(r"\S.* – Chance Sozialraum", title) else [f"Titel „{title}“"]
    spoken = [] if page.locator("html").get_attribute("lang") == "de" else ["Sprache der Seite nicht Deutsch"]
    return [("Überschriften", one) for one in [*ones, *skipped, *named, *spoken]]


def wrong_pictures(page: Page) -> list[Mangel]:
    """Figures without a sentence that has their message, frames and tables without a name."""
    found: list[Mangel] = [("Tabelle ohne Namen", one) for one in page.evaluate("sroBarrieren.tafeln()")]
    for frame in page.frames:
        found += [("Bild ohne Aussage", *one) for one in frame.evaluate("sroBarrieren.bilder()") if not _tells(*one)]
    return found


def _tells(kind: str, where: str, said: str) -> bool:
    if not said:
        return any(where == known for known in DECORATION)
    return kind == "iframe" or (bool(MESSAGE.match(said)) and len(said.split()) >= WORDS)


def cut_off(page: Page) -> list[Mangel]:
    """Text that is not to be read in full, as the page is and with letters and lines further apart (WCAG 1.4.12)."""
    cut = page.evaluate("sroBarrieren.beschnitten()")
    apart = page.evaluate("sroBarrieren.auseinander()")
    return [("abgeschnitten", one) for one in cut] + [("mit Textabstand abgeschnitten", one) for one in apart]
