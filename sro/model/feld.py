"""What a field of a record is to a person: its name, how it is entered, which words it may take.

Forms, workbooks, histories and checks are all made from this one description, so they cannot disagree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from sro.model.gebiet import GebietKey

METADATA = "feld"


class Form(StrEnum):
    """How a field is entered and shown."""

    ZEILE = "zeile"
    TEXT = "text"
    ZAHL = "zahl"
    KOMMAZAHL = "kommazahl"
    DATUM = "datum"
    JA_NEIN = "ja-nein"
    AUSWAHL = "auswahl"
    MEHRFACH = "mehrfach"
    RAUM = "raum"
    RAEUME = "raeume"


@dataclass(frozen=True, slots=True)
class Feld:
    """One field. `worte` are the members of an enum; `vokabular` names the words that are data (see `Vokabular`)."""

    name: str
    titel: str
    form: Form
    hilfe: str = ""
    pflicht: bool = False
    intern: bool = False  # never shown to the public, whatever the record's Freigabe
    vokabular: Vokabular | None = None
    worte: tuple[StrEnum, ...] = ()


class Vokabular(StrEnum):
    """Words that are data and not code: what a field of ids points to. Records are named by their Art."""

    INDIKATOR = "indikator"
    LEITLINIE = "leitlinie"
    BAUSTEIN = "baustein"
    BEZUG = "bezug"  # a Leitlinie, a Baustein or a project
    THEMA = "thema"
    SCHNITTSTELLE = "schnittstelle"
    WERKSTATT = "werkstatt"
    AUSSAGE = "aussage"
    BEDUERFNIS = "beduerfnis"
    BEDARF = "bedarf"
    IMPULS = "impuls"
    DIALOG = "dialog"
    VEREINBARUNG = "vereinbarung"
    TRANSFER = "transfer"


def feld(
    titel: str,
    default: Any,
    *,
    hilfe: str = "",
    lang: bool = False,
    pflicht: bool = False,
    intern: bool = False,
    aus: Vokabular | None = None,
) -> Any:
    """A dataclass field with its description; `lang` is a text of several lines, `aus` the words it may take."""
    described = {"titel": titel, "hilfe": hilfe, "pflicht": pflicht, "intern": intern, "vokabular": aus}
    return field(default=default, metadata={METADATA: described, "lang": lang})


def felder(art: type) -> tuple[Feld, ...]:
    """The described fields of a dataclass; what it defines itself before what it inherits."""
    return _felder(cast(Hashable, art))


@lru_cache(maxsize=64)
def _felder(art: Any) -> tuple[Feld, ...]:
    hints = get_type_hints(art)
    inherited = {one.name for base in art.__mro__[1:] if hasattr(base, "__dataclass_fields__") for one in _fields(base)}
    own = [one for one in _fields(art) if one.name not in inherited]
    rest = [one for one in _fields(art) if one.name in inherited]
    return tuple(_described(one, hints[one.name]) for one in (*own, *rest) if METADATA in one.metadata)


def feld_named(art: type, name: str) -> Feld:
    """KeyError where the dataclass describes no such field."""
    found = {one.name: one for one in felder(art)}
    return found[name]


def _fields(art: Any) -> tuple[Any, ...]:
    return fields(art)


def _described(one: Any, hint: Any) -> Feld:
    inner = _inner(hint)
    described = one.metadata[METADATA]
    form = _form(hint, inner, one.metadata["lang"], described["vokabular"])
    return Feld(name=one.name, form=form, worte=_words(inner), **described)


def _inner(hint: Any) -> Any:
    """The type without `| None` and without the tuple around it."""
    if get_origin(hint) in (UnionType,):
        return next(part for part in get_args(hint) if part is not NoneType)
    return get_args(hint)[0] if get_origin(hint) is tuple else hint


def _words(inner: Any) -> tuple[StrEnum, ...]:
    return tuple(cast(Any, inner)) if isinstance(inner, type) and issubclass(inner, StrEnum) else ()


PLAIN = {int: Form.ZAHL, float: Form.KOMMAZAHL, dt.date: Form.DATUM, bool: Form.JA_NEIN}


def _form(hint: Any, inner: Any, lang: bool, vokabular: Vokabular | None) -> Form:
    many = get_origin(hint) is tuple
    if inner is GebietKey:
        return Form.RAEUME if many else Form.RAUM
    if vokabular or _words(inner):
        return Form.MEHRFACH if many else Form.AUSWAHL
    return PLAIN.get(inner, Form.TEXT if lang else Form.ZEILE)
