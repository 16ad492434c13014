"""Whether a note could be what a child tells of harm. Such a note is not kept anywhere; a person is called instead."""

from __future__ import annotations

import re
from functools import lru_cache

from sro.reference.signalwoerter import signalwoerter


def needs_protection(text: str) -> bool:
    """Whether a signal word stands in the text. Which one is nobody's business but the writer's, so it is not said."""
    return any(pattern.search(text) for pattern in _patterns(signalwoerter()))


@lru_cache(maxsize=2)
def _patterns(sources: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)
