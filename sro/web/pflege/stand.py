"""What somebody is editing: kept in the session of that person alone, so that nothing typed is lost on the way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import uuid4

import streamlit as st

from sro.model.akte import Akte, Inhalt
from sro.model.aktenart import art_of


@dataclass(frozen=True, slots=True)
class Vorgang:
    """A record in the form. `basis` is the version that the form was loaded with and `vorher` its content.

    `anfang` is what the fields begin with: the same, or what was typed before. `runde` names the widgets of this form.
    A new record has no `akte` and basis 0.
    """

    vorher: Inhalt
    anfang: Inhalt
    akte: str = ""
    basis: int = 0
    versucht: bool = False  # somebody tried to save, so what is wrong is told
    runde: str = field(default_factory=lambda: uuid4().hex)

    @property
    def neu(self) -> bool:
        return not self.akte


@dataclass(frozen=True, slots=True)
class Streit:
    """Somebody else saved in between: the form as it was, what the record is now (None: gone), what was typed here."""

    vorgang: Vorgang
    aktuell: Akte[Inhalt] | None
    eigene: Inhalt


@dataclass(frozen=True, slots=True)
class Pflegestand:
    """The state of one place for editing, under its `key`. What is open of other kinds belongs to another page."""

    key: str
    klassen: tuple[type[Inhalt], ...]

    @property
    def bereich(self) -> str:
        """Tells this place from those of other pages with the same key."""
        return art_of(self.klassen[0]).kuerzel

    @property
    def vorgang(self) -> Vorgang | None:
        found: Vorgang | None = st.session_state.get(self._name("vorgang"))
        return found if found and type(found.vorher) in self.klassen else None

    @property
    def streit(self) -> Streit | None:
        found: Streit | None = st.session_state.get(self._name("streit"))
        return found if found and type(found.eigene) in self.klassen else None

    def new(self, klasse: type[Inhalt]) -> None:
        empty = klasse()
        self._put(Vorgang(empty, empty))

    def open(self, akte: Akte[Inhalt]) -> None:
        self._put(Vorgang(akte.inhalt, akte.inhalt, akte.id, akte.fassung))

    def proceed(self, aktuell: Akte[Inhalt], eigene: Inhalt) -> None:
        """The form once more, on top of the newest version, with what was typed."""
        self._put(Vorgang(aktuell.inhalt, eigene, aktuell.id, aktuell.fassung, versucht=True))

    def as_new(self, eigene: Inhalt) -> None:
        """The form for a new record, with what was typed."""
        self._put(Vorgang(type(eigene)(), eigene, versucht=True))

    def tried(self) -> None:
        if self.vorgang:
            st.session_state[self._name("vorgang")] = replace(self.vorgang, versucht=True)

    def dispute(self, streit: Streit) -> None:
        st.session_state[self._name("streit")] = streit

    def close(self) -> None:
        for name in ("vorgang", "streit"):
            st.session_state.pop(self._name(name), None)

    def say(self, satz: str, *, gelungen: bool = True) -> None:
        """A sentence for the next run, and whether what was asked for was done."""
        st.session_state[self._name("meldung")] = (satz, gelungen)

    def said(self) -> tuple[str, bool]:
        """The sentence, once."""
        found: tuple[str, bool] = st.session_state.pop(self._name("meldung"), ("", True))
        return found

    def widget(self, *teile: str) -> str:
        """The key of a widget; those of a form change with its round."""
        return "_".join((self.key, *teile))

    def _put(self, vorgang: Vorgang) -> None:
        self.close()
        st.session_state[self._name("vorgang")] = vorgang

    def _name(self, was: str) -> str:
        return f"_{self.key}_{was}"
