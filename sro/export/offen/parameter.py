"""Reads the parameters of an address, one by one, and says clearly what is wrong with one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

Angaben = Sequence[tuple[str, str]]  # names with values as they stand in the address; a name may come again
LONGEST, MOST_NAMED = 60, 40


class Abfragefehler(ValueError):
    """An address asks for what there is not; one German sentence with parameter, value and what is possible."""


class Parameter:
    """The parameters of one address. Abfragefehler for a name that is not among `known`: a typo must not widen it."""

    def __init__(self, angaben: Angaben, known: Collection[str]) -> None:
        self._given = angaben
        for name, _ in angaben:
            if name not in known:
                raise Abfragefehler(f"Den Parameter „{short(name)}“ gibt es hier nicht. {possible(known)}")

    def values(self, name: str) -> tuple[str, ...]:
        """All values, given again and again or with commas; empty where the name is not there."""
        found = [part.strip() for given, value in self._given if given == name for part in value.split(",")]
        if "" in found:
            raise Abfragefehler(f"Der Parameter „{name}“ ist leer. Bitte einen Wert nennen oder ihn weglassen.")
        return tuple(dict.fromkeys(found))

    def chosen(self, name: str, options: Collection[str]) -> tuple[str, ...]:
        """All values, each of which must be among the options."""
        found = self.values(name)
        for value in found:
            if value not in options:
                raise unknown(name, value, options)
        return found

    def single(self, name: str, options: Collection[str]) -> str | None:
        """At most one value among the options."""
        found = self.chosen(name, options)
        if len(found) > 1:
            raise Abfragefehler(f"Der Parameter „{name}“ nimmt hier nur einen Wert. {possible(options)}")
        return found[0] if found else None


def unknown(name: str, value: str, options: Iterable[str]) -> Abfragefehler:
    return Abfragefehler(f"Der Parameter „{name}“ kennt „{short(value)}“ nicht. {possible(options)}")


def possible(options: Iterable[str]) -> str:
    """ "Möglich: a, b, c." – not all of very many."""
    named = list(options)
    more = f" und {len(named) - MOST_NAMED} weitere" if len(named) > MOST_NAMED else ""
    return f"Möglich: {', '.join(named[:MOST_NAMED]) or 'nichts'}{more}."


def short(text: str) -> str:
    """What somebody has written into an address, as far as it may be told back: one line, not long."""
    shown = "".join(c if c.isprintable() else "�" for c in text[: LONGEST + 1])
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
