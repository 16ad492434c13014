"""Übergreifender Bedarf: what a person has recognised as needed, and why."""

from __future__ import annotations

from dataclasses import dataclass

from sro.model.akte import Inhalt
from sro.model.feld import Vokabular, feld
from sro.model.gebiet import GebietKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Bedarf(Inhalt):
    """A recognised need. Which groups name it follows from its Bedürfnisse; nothing here is computed or scored.

    `prioritaet` stays empty until a body decides, and is never without `prioritaet_durch`.
    """

    titel: str = feld("Bedarf", "", pflicht=True)
    begruendung: str = feld(
        "Begründung", "", lang=True, pflicht=True, hilfe="Warum aus den Bedürfnissen ein Bedarf wird."
    )
    beduerfnisse: tuple[str, ...] = feld("Bedürfnisse", (), aus=Vokabular.BEDUERFNIS, pflicht=True)
    indikatoren: tuple[str, ...] = feld("Indikatoren", (), aus=Vokabular.INDIKATOR)
    themen: tuple[str, ...] = feld("Themen", (), aus=Vokabular.THEMA)
    raum: GebietKey | None = feld("Raum", None)
    widerspruch: str = feld("Widerspruch", "", lang=True, hilfe="Was einander widerspricht, und wer was sagt.")
    widersprechende: tuple[str, ...] = feld("Widersprechende Bedürfnisse", (), aus=Vokabular.BEDUERFNIS)
    prioritaet: str = feld("Priorität", "", hilfe="Bleibt leer, bis ein Gremium entschieden hat.")
    prioritaet_durch: str = feld("Entschieden durch", "", hilfe="Gremium und Datum, zum Beispiel: JHA, 06.03.2025.")
