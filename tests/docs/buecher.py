"""The books and the commands in them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
SHELL_BLOCK = re.compile(r"^```(?:sh|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
ANY_BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
ASSIGNMENT = re.compile(r"[A-Z_]+=")
SRO = ["python", "-m", "sro"]


@dataclass(frozen=True)
class Befehl:
    """`umgebung` is what stands before the command; `ausgabe` are the lines that the book shows below it."""

    worte: list[str]
    umgebung: dict[str, str] = field(default_factory=dict)
    ausgabe: tuple[str, ...] = ()

    def __str__(self) -> str:
        return shlex.join(self.worte)

    @property
    def sro(self) -> list[str] | None:
        """What follows `python -m sro`; None for any other command."""
        return self.worte[3:] if self.worte[:3] == SRO else None


def commands(text: str) -> Iterator[Befehl]:
    """Every command in a shell block. In a block with prompts the lines below a prompt are its output."""
    for block in SHELL_BLOCK.findall(text):
        lines = block.splitlines()
        prompts = [n for n, line in enumerate(lines) if line.startswith("$ ")]
        if not prompts:
            yield from filter(None, map(_command, lines))
            continue
        for start, end in zip(prompts, [*prompts[1:], len(lines)], strict=True):
            if found := _command(lines[start][2:], tuple(lines[start + 1 : end])):
                yield found


def _command(line: str, output: tuple[str, ...] = ()) -> Befehl | None:
    words, before = shlex.split(line, comments=True), {}
    while words and ASSIGNMENT.match(words[0]):
        name, _, value = words.pop(0).partition("=")
        before[name] = value
    return Befehl(words, before, output) if words else None


def mentioned_targets(text: str) -> set[str]:
    """Targets of make, in shell blocks and in code spans."""
    spans = (span.split() for span in re.findall(r"`(make [^`]+)`", ANY_BLOCK.sub("", text)))
    blocks = (befehl.worte for befehl in commands(text))
    found = [words for words in [*blocks, *spans] if words[0] == "make"]
    return {word for words in found for word in words[1:] if not ASSIGNMENT.match(word)}
