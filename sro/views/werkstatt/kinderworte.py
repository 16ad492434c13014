"""What became of a statement, in words that a child of nine reads: short sentences, one thought each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sro.model.aussage import Aussage, Bearbeitung, Valenz

TITLE = ("Das habt ihr gesagt.", "Das passiert jetzt.")
NO_ANSWER = "Wir haben noch keine Antwort."
OPEN = frozenset({Bearbeitung.NEU, Bearbeitung.IN_PRUEFUNG, Bearbeitung.WEITERGELEITET})
STATE = {
    Bearbeitung.NEU: NO_ANSWER,
    Bearbeitung.IN_PRUEFUNG: "Das prüfen wir noch.",
    Bearbeitung.AUFGENOMMEN: "Das machen wir.",
    Bearbeitung.UMGESETZT: "Das ist fertig.",
    Bearbeitung.TEILWEISE: "Ein Teil ist fertig.",
    Bearbeitung.NICHT_UMSETZBAR: "Das geht leider nicht.",
    Bearbeitung.WEITERGELEITET: "Das haben wir weitergegeben.",
}
SAID = {
    Valenz.STAERKE: "Das findet ihr gut:",
    Valenz.PROBLEM: "Das stört euch:",
    Valenz.WUNSCH: "Das wünscht ihr euch:",
}
REASON = "Der Grund ist:"
ENDS = re.compile(r"(?<=[.!?…])\s+(?=[„»A-ZÄÖÜ0-9])|\s*\n+\s*")
ABBREVIATIONS = re.compile(r"\b(?:[A-Za-z]|bzw|ca|Nr|St|Dr|[0-9]{1,2})\.$")  # "z. B.", "3. Mai"


def said(aussage: Aussage) -> tuple[str, ...]:
    """The public words, a sentence a line; in quotation marks where a child said just that."""
    lines = list(sentences(aussage.wortlaut))
    if aussage.zitat and lines:
        lines[0], lines[-1] = f"„{lines[0]}", f"{lines[-1]}“" if len(lines) > 1 else f"„{lines[0]}“"
    return tuple(lines)


def state(aussage: Aussage, stellen: Sequence[str]) -> str:
    """What became of it; `stellen` are the names of those it was handed on to."""
    if aussage.bearbeitung is Bearbeitung.WEITERGELEITET and stellen:
        return f"Das haben wir an die Fachleute für {_listed(stellen)} weitergegeben."
    return STATE[aussage.bearbeitung]


def answer(aussage: Aussage) -> tuple[str, ...]:
    """What happens now, a sentence a line: the reason where something cannot be done, and that an answer is missing."""
    lines = sentences(aussage.antwort)
    if aussage.bearbeitung is Bearbeitung.NICHT_UMSETZBAR and not lines and (why := sentences(aussage.grund)):
        return (REASON, *why)
    missing = not lines and aussage.bearbeitung in OPEN and aussage.bearbeitung is not Bearbeitung.NEU
    return (NO_ANSWER,) if missing else lines


def has_answer(aussage: Aussage) -> bool:
    """Whether there is anything to tell beyond "not yet"."""
    return bool(aussage.antwort.strip()) or aussage.bearbeitung not in OPEN


def sentences(text: str) -> tuple[str, ...]:
    """Each sentence for itself; "z. B." and "3. Mai" end none."""
    found: list[str] = []
    for part in ENDS.split(text.strip()):
        if found and ABBREVIATIONS.search(found[-1]):
            found[-1] += f" {part}"
        elif part:
            found.append(part)
    return tuple(found)


def _listed(names: Iterable[str]) -> str:
    """ "Sport, Schule und Verkehr" """
    *first, last = names
    return f"{', '.join(first)} und {last}" if first else last
