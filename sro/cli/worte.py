"""Sentences that several commands say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sro.protect.schutz import Schutzbericht


def protection(bericht: Schutzbericht) -> str:
    """What disclosure control did, in a sentence."""
    if bericht.gerundet:
        return f"Geheimhaltung: {bericht.zellen} Zellen, davon {bericht.gerundet} gerundet."
    return (
        f"Geheimhaltung: {bericht.zellen} Zellen, davon {bericht.geheim_regel} zu klein und "
        f"{bericht.geheim_ergaenzend} ergänzend geheim."
    )
