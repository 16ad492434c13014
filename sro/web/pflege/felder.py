"""The widget of each field, made from its description alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sro.akten.bestand import RECORDS, Bestand
from sro.akten.maengel import EARLIEST, LATEST
from sro.akten.werte import raeume, raum_text, word_text
from sro.model.aktenart import AKTENARTEN
from sro.model.feld import Feld, Form, Vokabular
from sro.model.gebiet import Stadt
from sro.reference.vokabular import words
from sro.views.pflege.akte import html_help

WIDE = (Form.ZEILE, Form.TEXT, Form.MEHRFACH, Form.RAEUME)
ABREAST = 3  # narrow fields in one row
NOTHING = "–"
CHOOSE = "bitte wählen"


@dataclass(frozen=True, slots=True)
class Eingabe:
    """What the widgets of one form need to know."""

    bestand: Bestand
    stadt: Stadt
    name: Callable[[str], str]  # field → key of its widget

    def draw(self, felder: Sequence[Feld], anfang: object) -> tuple[dict[str, Any], dict[str, DeltaGenerator]]:
        """All widgets in rows; the values by field, and below each a place for what is to be said about it."""
        empty = type(anfang)()
        values: dict[str, Any] = {}
        places: dict[str, DeltaGenerator] = {}
        for row in rows(felder):
            columns = [st.container()] if row[0].form in WIDE else st.columns(ABREAST, vertical_alignment="top")
            for feld, column in zip(row, columns, strict=False):
                with column:
                    values[feld.name] = self.widget(feld, getattr(anfang, feld.name), getattr(empty, feld.name))
                    places[feld.name] = st.empty()
                    if feld.hilfe:
                        places[feld.name].html(html_help(feld.hilfe))
        return values, places

    def widget(self, feld: Feld, wert: Any, leer: Any) -> Any:
        """One widget that begins with `wert`; its value as the dataclass holds it. `leer` is what it is by default."""
        about: dict[str, Any] = {"label": label(feld), "key": self.name(feld.name), "persist_state": "session"}
        match feld.form:
            case Form.TEXT:
                return st.text_area(value=wert, height="content", **about)
            case Form.ZAHL:
                return st.number_input(value=wert, step=1, placeholder="", **about)
            case Form.KOMMAZAHL:
                return st.number_input(value=wert, step=0.001, format="%.5f", placeholder="", **about)
            case Form.DATUM:
                first, last = min(wert or EARLIEST, EARLIEST), max(wert or LATEST, LATEST)
                return st.date_input(value=wert, min_value=first, max_value=last, format="DD.MM.YYYY", **about)
            case Form.JA_NEIN:
                return st.checkbox(value=wert, **about)
            case Form.AUSWAHL | Form.RAUM:
                return self._one(feld, wert, leer, about)
            case Form.MEHRFACH | Form.RAEUME:
                return self._many(feld, wert, about)
            case _:
                return st.text_input(value=wert, **about)

    def _one(self, feld: Feld, wert: Any, leer: Any, about: dict[str, Any]) -> Any:
        """A field whose default is a word of its own cannot be left empty."""
        nothing = [leer] if leer in (None, "") else []
        options = with_present([*nothing, *self.options(feld)], [wert])
        return st.selectbox(
            options=options, index=options.index(wert), format_func=self.text(feld), placeholder=CHOOSE, **about
        )

    def _many(self, feld: Feld, wert: Sequence[Any], about: dict[str, Any]) -> tuple[Any, ...]:
        options = with_present(self.options(feld), wert)
        chosen = st.multiselect(
            options=options, default=list(wert), format_func=self.text(feld), placeholder=CHOOSE, **about
        )
        return tuple(chosen)

    def options(self, feld: Feld) -> list[Any]:
        """What can be chosen, in the order in which it is offered."""
        if feld.form in (Form.RAUM, Form.RAEUME):
            return list(raeume(self.stadt))
        if feld.vokabular in RECORDS:
            return [akte.id for akte in self.bestand.von(_class_of(feld.vokabular))]
        return list(words(feld.vokabular)) if feld.vokabular else list(feld.worte)

    def text(self, feld: Feld) -> Callable[[Any], str]:
        """What an option is called; lists of Streamlit show it as it is."""

        def called(wert: Any) -> str:
            if wert in (None, ""):
                return NOTHING
            area = feld.form in (Form.RAUM, Form.RAEUME)
            return raum_text(wert, self.stadt) if area else word_text(feld, wert, self.bestand)

        return called


def rows(felder: Sequence[Feld]) -> Iterator[list[Feld]]:
    """Wide fields alone, narrow ones that follow each other in one row."""
    row: list[Feld] = []
    for feld in felder:
        if row and (feld.form in WIDE or len(row) == ABREAST):
            yield row
            row = []
        if feld.form in WIDE:
            yield [feld]
        else:
            row.append(feld)
    if row:
        yield row


def label(feld: Feld) -> str:
    """The field's title; a star where it is required, "intern" where the public never sees it. Words of ours alone."""
    inner = " (intern)" if feld.intern and "intern" not in feld.titel else ""
    return f"{feld.titel}{inner}{' *' if feld.pflicht else ''}"


def with_present(options: Sequence[Any], present: Iterable[Any]) -> list[Any]:
    """The options with what a record holds already, also where it is no longer offered."""
    return [*options, *(one for one in present if one not in options)]


def _class_of(vokabular: Vokabular | None) -> type[Any]:
    return next(art.klasse for art in AKTENARTEN if art.vokabular is vokabular)
