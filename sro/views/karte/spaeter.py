"""Texts that are written only when somebody reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import overload


class Spaeter(Sequence[str]):
    """As many texts as said; `schreiben` writes all of them, once, when the first is asked for."""

    def __init__(self, anzahl: int, schreiben: Callable[[], tuple[str, ...]]) -> None:
        self._anzahl = anzahl
        self._schreiben = schreiben

    @cached_property
    def _texte(self) -> tuple[str, ...]:
        return self._schreiben()

    def __len__(self) -> int:
        return self._anzahl

    @overload
    def __getitem__(self, stelle: int) -> str: ...

    @overload
    def __getitem__(self, stelle: slice) -> Sequence[str]: ...

    def __getitem__(self, stelle: int | slice) -> str | Sequence[str]:
        return self._texte[stelle]
