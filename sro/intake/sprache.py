"""Words for the sentences of findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches


def number(value: float) -> str:
    """1234.5 → "1.234,5"."""
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,")).replace("-", "−")


def listed(texts: Sequence[str], at_most: int = 8) -> str:
    """ "a, b und 3 weitere"."""
    if len(texts) <= at_most:
        return ", ".join(texts)
    return f"{', '.join(texts[:at_most])} und {len(texts) - at_most} weitere"


def meant(text: str, possible: Iterable[str]) -> str:
    """ " Ist „…“ gemeint?" with the most similar of what is possible, "" where nothing is similar."""
    near = get_close_matches(text, list(possible), 1)
    return f" Ist „{near[0]}“ gemeint?" if near else ""


def spans(years: Iterable[int]) -> str:
    """Ascending years, neighbours drawn together: "2015–2019, 2021"."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1][1:] = [year]
        else:
            runs.append([year])
    return ", ".join("–".join(map(str, run)) for run in runs)
