"""Texts that are written when they are read."""

from __future__ import annotations

from sro.views.karte.spaeter import Spaeter


def test_nothing_is_written_before_somebody_reads_and_then_once() -> None:
    asked: list[int] = []

    def schreiben() -> tuple[str, ...]:
        asked.append(1)
        return ("a", "b", "c")

    texte = Spaeter(3, schreiben)
    assert len(texte) == 3
    assert not asked
    assert ";".join(texte) == "a;b;c"
    assert texte[-1] == "c"
    assert list(texte[:2]) == ["a", "b"]
    assert len(asked) == 1
