"""An area or a Quartier as a word in an address: "stadtteil.06", "quartier.broling-quartier"."""

from __future__ import annotations

from dataclasses import dataclass

from sro.model.gebiet import GebietKey, Stadt


@dataclass(frozen=True, slots=True)
class Raeume:
    """All areas and Quartiere of a city, as they are written in an address."""

    stadt: Stadt

    def __contains__(self, text: str) -> bool:
        return self.stadt.is_raum(raum_of(text))


def raum_of(text: str) -> GebietKey:
    """Whether there is such a place is for `Raeume` to say."""
    ebene, _, name = text.partition(".")
    return GebietKey(ebene, name)


def raum_word(raum: GebietKey | None) -> str | None:
    return ".".join(raum) if raum else None
