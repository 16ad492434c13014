"""A profile that cannot be used. In a file of its own, because the command line knows it without the assistant."""

from __future__ import annotations


class ProfilFehlerhaft(ValueError):
    """A profile that cannot be used; `luecken` holds one German sentence per gap."""

    def __init__(self, name: str, luecken: tuple[str, ...]) -> None:
        super().__init__("\n".join((f"Das Profil „{name}“ ist nicht zu gebrauchen ({len(luecken)}):", *luecken)))
        self.luecken = luecken
