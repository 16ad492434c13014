"""Finds every fault in what a city's two files say. A fault is one German sentence with the remedy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sro.reference.catalogue_gaps import is_text

NEEDED = ("ebene", "id", "name", "aliase", "eltern_ebene", "eltern_id")
LEVEL = {"id", "name", "plural"}
FIELDS = {
    "id", "name", "amtlich", "mittelpunkt", "ebenen", "quartiere", "raumsummen", "modellprojekt", "herausgabe",
    "aussehen", "demodaten", "ohne_seiten", "schulnamen",
}  # fmt: skip
# Pages that a city may do without; the others are what the app is for.
DISPENSABLE = ("analyse", "dialog", "leitlinien", "modellprojekt", "transfer", "werkstaetten", "zeitreihe")

Row = dict[str, str]


def description_gaps(found: Any) -> tuple[str, ...]:
    """Every fault of what stadt.yaml says; empty: it can be used."""
    if not isinstance(found, dict):
        return ("Die Datei braucht mindestens id, name, mittelpunkt und ebenen.",)
    return (*_field_gaps(found), *_centre_gaps(found.get("mittelpunkt")), *_level_gaps(found.get("ebenen")))


def unknown_fields(found: dict[str, Any]) -> tuple[str, ...]:
    """A sentence for each field that nobody reads; it stops nothing and may be a slip."""
    known = ", ".join(sorted(FIELDS))
    return tuple(f"„{one}“ liest niemand; möglich sind {known}." for one in sorted(map(str, found.keys() - FIELDS)))


def column_gaps(columns: list[str]) -> tuple[str, ...]:
    """A sentence where gebiete.csv lacks columns."""
    missing = [column for column in NEEDED if column not in columns]
    return (f"Es fehlt: {', '.join(missing)}. Die erste Zeile muss heißen: {','.join(NEEDED)}",) if missing else ()


def _field_gaps(found: dict[str, Any]) -> Iterator[str]:
    for field in ("id", "name"):
        if not is_text(found.get(field)):
            yield f"„{field}“ fehlt oder ist kein Text; bitte ergänzen."
    unwanted = found.get("ohne_seiten") or []
    if not isinstance(unwanted, list) or set(map(str, unwanted)) - {*DISPENSABLE}:
        yield f"„ohne_seiten“ verlangt eine Liste; möglich sind {', '.join(DISPENSABLE)}."
    if is_text(found.get("id")) and not re.fullmatch(r"[a-z0-9-]+", found["id"]):
        yield f"„id“ verlangt Kleinbuchstaben, Ziffern und Bindestriche ohne Umlaute, nicht „{found['id']}“."


def _centre_gaps(centre: Any) -> Iterator[str]:
    if not isinstance(centre, list) or len(centre) != 2 or not all(isinstance(one, int | float) for one in centre):
        yield "„mittelpunkt“ verlangt Breite und Länge, etwa [53.9, 10.7]."
    elif not (47 <= centre[0] <= 56 and 5 <= centre[1] <= 16):
        swapped = " Vielleicht sind Breite und Länge vertauscht." if 47 <= centre[1] <= 56 else ""
        yield f"„mittelpunkt“ {centre} liegt nicht in Deutschland; erst die Breite, dann die Länge.{swapped}"


def _level_gaps(levels: Any) -> Iterator[str]:
    if not isinstance(levels, list) or not levels:
        yield "„ebenen“ verlangt eine Liste von grob nach fein; die erste ist die ganze Stadt."
        return
    for place, level in enumerate(levels, 1):
        if not isinstance(level, dict) or set(level) != LEVEL or not all(is_text(one) for one in level.values()):
            yield f"Ebene Nr. {place} braucht genau id, name und plural, jedes als Text."
    ids = Counter(str(level.get("id")) for level in levels if isinstance(level, dict))
    for doubled in (one for one, times in ids.items() if times > 1):
        yield f"Die Ebene „{doubled}“ kommt doppelt vor; jede braucht eine eigene id."


def area_gaps(rows: list[Row], ebenen: tuple[str, ...]) -> tuple[str, ...]:
    """Every fault of the areas; rows are counted as a table does, the head is row 1."""
    ids = Counter((row["ebene"], row["id"]) for row in rows)
    by_row = (gap for place, row in enumerate(rows, 2) for gap in _row_gaps(place, row, ebenen, ids))
    return (*by_row, *_whole_gaps(ebenen, ids))


def _whole_gaps(ebenen: tuple[str, ...], ids: Counter[tuple[str, str]]) -> Iterator[str]:
    for (ebene, id), times in ids.items():
        if times > 1:
            yield f"{ebene} „{id}“ kommt {times}-mal vor; jede id je Ebene nur einmal."
    used = Counter(ebene for ebene, _ in ids)
    if used[ebenen[0]] != 1:
        yield f"Genau ein Gebiet ist die ganze Stadt (Ebene „{ebenen[0]}“); vorhanden: {used[ebenen[0]]}."
    for level in (level for level in ebenen[1:] if not used[level]):
        yield f"Für die Ebene „{level}“ gibt es keine Zeile; ergänzen oder die Ebene in stadt.yaml streichen."


def _row_gaps(place: int, row: Row, ebenen: tuple[str, ...], ids: Counter[tuple[str, str]]) -> Iterator[str]:
    name = f"Zeile {place} ({row['name'] or row['id'] or 'leer'})"
    if not row["id"] or not row["name"]:
        yield f"{name}: id und name dürfen nicht leer sein."
    if row["ebene"] not in ebenen:
        yield f"{name}: hat die Ebene „{row['ebene']}“, die stadt.yaml nicht nennt; möglich: {', '.join(ebenen)}."
        return
    rang = ebenen.index(row["ebene"])
    parent = (row["eltern_ebene"], row["eltern_id"])
    if rang == 0 and any(parent):
        yield f"{name}: ist die ganze Stadt; eltern_ebene und eltern_id leer lassen."
    elif rang and parent[0] != ebenen[rang - 1]:
        yield f"{name}: eltern_ebene muss „{ebenen[rang - 1]}“ sein, nicht „{parent[0]}“."
    elif rang and parent not in ids:
        lost = _lost_zero(parent, ids)
        yield f"{name}: braucht ein übergeordnetes Gebiet; {parent[0]} „{parent[1]}“ gibt es nicht.{lost}"


def _lost_zero(parent: tuple[str, str], ids: Counter[tuple[str, str]]) -> str:
    """Excel drops the zero of "04"."""
    padded = next((id for ebene, id in ids if ebene == parent[0] and id.lstrip("0") == parent[1].lstrip("0")), None)
    return f" Gemeint ist vielleicht „{padded}“: Excel lässt führende Nullen weg." if padded and parent[1] else ""
