"""Two people changed the same record: what each of them changed, and how both come together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sro.model.akte import Inhalt
from sro.model.feld import Feld, Form, felder

MANY = (Form.MEHRFACH, Form.RAEUME)


class Wahl(StrEnum):
    """Whose value a field takes that both changed."""

    ANDERE = "andere"
    EIGENE = "eigene"
    BEIDES = "beides"


@dataclass(frozen=True, slots=True)
class Feldvergleich:
    """A field that somebody changed: as both read it, as it is now, as the second one wants it."""

    feld: Feld
    vorher: Any
    andere: Any
    eigene: Any

    @property
    def strittig(self) -> bool:
        """Whether both changed it, and not to the same."""
        return self.vorher not in (self.andere, self.eigene) and self.andere != self.eigene

    @property
    def moeglich(self) -> tuple[Wahl, ...]:
        """What can be chosen: lists and long texts can be kept both."""
        return tuple(Wahl) if self.feld.form in (*MANY, Form.TEXT) and self.andere and self.eigene else tuple(Wahl)[:2]

    def wert(self, wahl: Wahl) -> Any:
        """The value that a choice gives; a field that one side changed takes that side's, whatever is chosen."""
        if not self.strittig:
            return self.andere if self.eigene == self.vorher else self.eigene
        if wahl is Wahl.BEIDES and wahl in self.moeglich:
            return self._both()
        return self.eigene if wahl is Wahl.EIGENE else self.andere

    def _both(self) -> Any:
        """Of lists what neither took away and what each added; of texts one below the other."""
        if self.feld.form not in MANY:
            return f"{self.andere}\n\n{self.eigene}"
        kept = [one for one in self.andere if one in self.eigene or one not in self.vorher]
        return (*kept, *(one for one in self.eigene if one not in self.vorher and one not in kept))


def vergleiche(vorher: Inhalt, andere: Inhalt, eigene: Inhalt) -> tuple[Feldvergleich, ...]:
    """Every field that one of both changed, in the order of the fields. All three are of one class."""
    names = [(feld, [getattr(one, feld.name) for one in (vorher, andere, eigene)]) for feld in felder(type(vorher))]
    return tuple(Feldvergleich(feld, *values) for feld, values in names if values[1:] != [values[0]] * 2)


def zusammen(vergleich: Sequence[Feldvergleich], andere: Inhalt, wahl: Mapping[str, Wahl]) -> Inhalt:
    """The newest content with what the second one wanted; KeyError where a field that both changed has no choice."""
    changes = {one.feld.name: one.wert(wahl[one.feld.name] if one.strittig else Wahl.EIGENE) for one in vergleich}
    return replace(andere, **changes)
