"""Who does something, and what that person may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rolle(StrEnum):
    """What somebody may do; each role may do what the ones before it may."""

    OEFFENTLICH = "öffentlich"  # reads what is released and protected
    FACHKRAFT = "fachkraft"  # also dialogues and Vereinbarungen
    PLANUNG = "planung"  # also imports, releases, edits

    @property
    def rang(self) -> int:
        return list(Rolle).index(self)


class NichtErlaubt(PermissionError):
    """Somebody lacks the role for what they asked for; the message is a German sentence."""


@dataclass(frozen=True, slots=True)
class Akteur:
    """Somebody at work, as named in the Protokoll: a name or an address, never a secret."""

    name: str
    rolle: Rolle

    def require(self, rolle: Rolle) -> None:
        """NichtErlaubt where this person's role is too small. Called where the work is done, not where a button is."""
        if self.rolle.rang < rolle.rang:
            raise NichtErlaubt(
                f"Dafür ist die Rolle „{rolle}“ nötig, vorhanden ist „{self.rolle}“. "
                "Bitte anmelden oder die Jugendhilfeplanung fragen."
            )
