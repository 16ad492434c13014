"""Markdown of others made safe and calm: no HTML, no second page title, no links that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

FIELD = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)  # what an office has to fill in
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TITLE = re.compile(r"\A\s*#\s[^\n]*\n")
HEADING = re.compile(r"^(#{1,3})(?=\s)", re.MULTILINE)
CODE = re.compile(r"(^```.*?^```|`[^`\n]+`)", re.MULTILINE | re.DOTALL)
PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
LINK = re.compile(r"\[([^\]]+)\]\((?!https?://|mailto:)[^)]*\)")
COLON = re.compile(r":(?=\w)")  # Streamlit would read ":innen" as one of its own commands


def open_fields(text: str) -> tuple[str, ...]:
    """What an office has not filled in yet."""
    return tuple(" ".join(field.split()) for field in FIELD.findall(COMMENT.sub("", text)))


def with_fields(text: str) -> str:
    """Each open field as a marked piece of text that says that it is one."""
    return FIELD.sub(lambda found: f"`noch einzutragen: {' '.join(found[1].split()).replace('`', '')}`", text)


def for_page(text: str) -> str:
    """Markdown as a section of a page: its own title left out, headings below the section's, links to files as text.

    HTML is not touched: `st.markdown` shows it as text.
    """
    body = TITLE.sub("", COMMENT.sub("", text).lstrip())
    parts = CODE.split(body)  # code at the odd places
    return "".join(part if n % 2 else _calm(part) for n, part in enumerate(parts))


def parts(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What stands before the first heading of the second rank, then each such heading with what follows it."""
    outside = CODE.sub(lambda found: found[0].replace("\n##", "\n\0##"), text)  # a comment in code is no heading
    intro, *rest = re.split(r"^##\s+([^\n]+)\n", outside.replace("\r\n", "\n"), flags=re.MULTILINE)
    plain = [part.replace("\0", "") for part in rest]
    return intro.replace("\0", ""), tuple(zip(plain[::2], plain[1::2], strict=True))


def _calm(prose: str) -> str:
    lowered = HEADING.sub(lambda found: "#" * max(3, len(found[1]) + 1), prose)
    plain = LINK.sub(r"\1", PICTURE.sub(r"\1", lowered))
    return COLON.sub(r"\\:", plain)


def open_sentence(offen: Mapping[str, Sequence[str]]) -> str:
    """How much is open in which statement (its title → its open fields); empty where nothing is."""
    counted = [f"{title} {len(fields)}" for title, fields in offen.items() if fields]
    return f"Noch einzutragen: {', '.join(counted)}. Welche Angaben: python -m sro texte" if counted else ""
