"""Text that people entered, for places where Streamlit would read Markdown: labels, captions, messages."""

from __future__ import annotations

import re
from string import punctuation

JOINER = "\u2060"  # nothing to see; keeps apart what is only understood together
_SPECIAL = re.compile(f"[{re.escape(punctuation)}]")
# What Streamlit replaces in finished text, where escaping does not reach: emoji, icons, addresses, arrows.
_LATER = re.compile(r":(?=\S)|@(?=\w)|www(?=\.)|[-<>~=](?=[-<>=])", re.IGNORECASE)


def plain(text: str) -> str:
    """The text so that Markdown shows it as it is, on one line: every mark escaped, nothing becomes link or colour."""
    apart = _LATER.sub(lambda found: found[0] + JOINER, " ".join(text.split()))
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", apart)
