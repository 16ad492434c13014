"""The words that fields of records may take, where these are data: ids and what a person reads for them."""

from __future__ import annotations

from sro.model.feld import Vokabular
from sro.reference.catalogue import catalogue
from sro.reference.leitbild import leitbild
from sro.reference.stimmenworte import stimmenworte


def words(vokabular: Vokabular) -> dict[str, str]:
    """Id → German words, in the order in which they are offered; empty for vocabularies that are records."""
    ideal, voices = leitbild(), stimmenworte()
    leitlinien = {one.id: f"{one.id} {one.titel}" for one in ideal.leitlinien}
    bausteine = {one.id: f"{one.id} {one.titel}" for one in ideal.bausteine}
    match vokabular:
        case Vokabular.INDIKATOR:
            return {one.id: one.kurzname for one in catalogue().indikatoren}
        case Vokabular.LEITLINIE:
            return leitlinien
        case Vokabular.BAUSTEIN:
            return bausteine
        case Vokabular.BEZUG:
            return leitlinien | bausteine | {one.id: one.titel for one in ideal.projekte}
        case Vokabular.THEMA:
            return {one.id: one.name for one in voices.themen}
        case Vokabular.SCHNITTSTELLE:
            return {one.id: one.name for one in voices.schnittstellen}
    return {}


def known(vokabular: Vokabular, wort: str) -> bool:
    """Whether a word that is data exists."""
    return wort in words(vokabular)
