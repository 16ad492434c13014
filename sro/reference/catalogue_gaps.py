"""Finds every gap and contradiction of a catalogue as it was written. A gap is one German sentence with the remedy."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from sro.model.indikator import Anteilsart, Polaritaet
from sro.reference.catalogue_windows import WANTED, is_window, window_gaps

Entry = dict[str, Any]
Fits = Callable[[Any], bool]


def is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def is_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(is_text(item) for item in value)


def _lists_of_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(is_texts(item) for item in value)


def is_truth(value: Any) -> bool:
    return isinstance(value, bool)


def _slug(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9_]*", value) is not None


def _positive(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < math.inf


def _breaks(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(item, dict) and set(item) == {"jahr", "grund"} and is_whole(item["jahr"]) and is_text(item["grund"])
        for item in value
    )


def _day(value: Any) -> bool:
    periods = ("Kalenderjahr", "Schuljahr", *_MONTHS)
    return value in periods or (isinstance(value, str) and re.fullmatch(r"\d{1,2}\.\d{1,2}\.", value) is not None)


_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
    *("August", "September", "Oktober", "November", "Dezember"),
)
_TEXT = (is_text, "einen Text")
_SLUG = (_slug, "einen Namen aus Kleinbuchstaben, Ziffern und _")
_TRUTH = (is_truth, "true oder false")
_WHOLE = (is_whole, "eine ganze Zahl ab 0")

MOVED = ("schwelle", "mindestnenner", "gruppenschutz")  # to geheimhaltung.yaml

MERKMAL_FIELDS: dict[str, tuple[Fits, str]] = {"id": _SLUG, "name": _TEXT}
MERKMAL_OPTIONAL: dict[str, tuple[Fits, str]] = {
    "summe_aus": (is_texts, "eine Liste von Merkmalen"),
    "auch_summe_aus": (_lists_of_texts, "eine Liste von Listen von Merkmalen"),
    "folgejahr_summe": (is_texts, "eine Liste von Merkmalen"),
    "ganzzahlig": _TRUTH,
    "negativ_moeglich": _TRUTH,
}
INDIKATOR_FIELDS: dict[str, tuple[Fits, str]] = {
    "id": _SLUG,
    **dict.fromkeys(("code", "name", "kurzname", "thema", "zaehler", "nenner", "einheit"), _TEXT),
    "faktor": (_positive, "eine Zahl über 0"),
    "nachkommastellen": _WHOLE,
    "art": (lambda value: value in list(Anteilsart), "eines von " + ", ".join(Anteilsart)),
    "polaritaet": (lambda value: value in list(Polaritaet), "eines von " + ", ".join(Polaritaet)),
    "quelle": _TEXT,
    "stichtag": (_day, "einen Tag („31.12.“), einen Monat, „Schuljahr“ oder „Kalenderjahr“"),
    "ebenen": (is_texts, "eine Liste von Ebenen"),
    "definition": _TEXT,
    "lesehinweis": _TEXT,
    "einschraenkungen": (is_texts, "eine Liste von Texten"),
    "paragraf": _TEXT,
    "reihenbrueche": (_breaks, "eine Liste mit je jahr und grund, oder []"),
    "stadtweit_gebuendelt": (is_window, WANTED),
}
INDIKATOR_OPTIONAL: dict[str, tuple[Fits, str]] = {"leitkennzahl": (is_truth, "true oder false")}


def find_gaps(content: Any, ebenen: tuple[str, ...] | None) -> tuple[str, ...]:
    """Every gap of the file's content, in the order of the file; empty: complete. `ebenen` None: any level."""
    sections = ("merkmale", "indikatoren")
    if not isinstance(content, dict) or not all(isinstance(content.get(section), list) for section in sections):
        return ("Die Datei braucht zwei Listen: „merkmale:“ und „indikatoren:“.",)
    merkmale, indikatoren = (
        [entry if isinstance(entry, dict) else {} for entry in content[section]] for section in sections
    )
    return (
        *_doubled(merkmale, "id", "Merkmal"),
        *_field_gaps(merkmale, "Merkmal", MERKMAL_FIELDS, MERKMAL_OPTIONAL),
        *_sum_gaps(merkmale),
        *_next_year_gaps(merkmale),
        *_doubled(indikatoren, "id", "Indikator"),
        *_doubled(indikatoren, "code", "Indikator"),
        *_field_gaps(indikatoren, "Indikator", INDIKATOR_FIELDS, INDIKATOR_OPTIONAL),
        *_reference_gaps(indikatoren, merkmale, ebenen),
        *window_gaps(indikatoren, ebenen),
        *_unused(indikatoren, merkmale),
    )


def _name(entry: Entry, kind: str, place: int) -> str:
    return f"{kind} „{entry['id']}“" if is_text(entry.get("id")) else f"{kind} Nr. {place}"


def _field_gaps(
    entries: list[Entry], kind: str, required: dict[str, tuple[Fits, str]], optional: dict[str, tuple[Fits, str]]
) -> Iterator[str]:
    known = {**required, **optional}
    for place, entry in enumerate(entries, 1):
        name = _name(entry, kind, place)
        for field in (field for field in required if field not in entry):
            yield f"{name}: Das Feld „{field}“ fehlt; bitte ergänzen."
        for field, value in entry.items():
            if field in MOVED:
                yield f"{name}: „{field}“ steht in geheimhaltung.yaml; hier entfernen und dort festlegen."
            elif field not in known:
                yield f"{name}: Das Feld „{field}“ ist unbekannt; Schreibweise prüfen oder entfernen."
            elif not known[field][0](value):
                yield f"{name}: „{field}“ verlangt {known[field][1]}, nicht „{value}“."


def _doubled(entries: list[Entry], field: str, kind: str) -> Iterator[str]:
    found = Counter(str(entry[field]) for entry in entries if field in entry)
    for value, times in found.items():
        if times > 1:
            yield f"{kind}: {field} „{value}“ kommt {times}-mal vor; bitte eindeutig machen."


def _sum_gaps(merkmale: list[Entry]) -> Iterator[str]:
    sums = {m["id"]: list(_sums(m)) for m in merkmale if _slug(m.get("id"))}
    parts = {whole: [part for _, summands in found for part in summands] for whole, found in sums.items()}
    for whole, found in sums.items():
        for field, summands in found:
            for unknown in (part for part in summands if part not in parts):
                yield f"Merkmal „{whole}“: {field} nennt „{unknown}“, das es nicht gibt; unter merkmale ergänzen."
            if len(set(summands)) < len(summands):
                yield f"Merkmal „{whole}“: {field} nennt ein Merkmal doppelt; jedes nur einmal nennen."
        if whole in _reachable(whole, parts):
            yield f"Merkmal „{whole}“: {found[0][0]} führt im Kreis zu sich selbst; eine der Summen entfernen."


def _next_year_gaps(merkmale: list[Entry]) -> Iterator[str]:
    known = {m.get("id") for m in merkmale}
    for merkmal in merkmale:
        parts = merkmal.get("folgejahr_summe") or []
        for unknown in [part for part in parts if part not in known] if is_texts(parts) else []:
            yield (
                f"Merkmal „{merkmal.get('id')}“: folgejahr_summe nennt „{unknown}“, das es nicht gibt; "
                "unter merkmale ergänzen."
            )
    before = _year_before(merkmale)
    for merkmal in merkmale:
        if _parts(merkmal, "folgejahr_summe") and merkmal.get("id") in before:
            yield (
                f"Merkmal „{merkmal.get('id')}“: folgejahr_summe hat nur, was das eigene Jahr zählt; dieses hängt "
                "durch Summen selbst mit dem Vorjahr zusammen. Eine der Summen entfernen."
            )


def _year_before(merkmale: list[Entry]) -> set[str]:
    """The parts of sums over two years and all that sums of one year tie to them."""
    found = {part for merkmal in merkmale for part in _parts(merkmal, "folgejahr_summe")}
    for _ in merkmale:
        for merkmal in merkmale:
            for _, parts in _sums(merkmal):
                group = {str(merkmal.get("id")), *parts}
                found |= group if found & group else set()
    return found


def _sums(merkmal: Entry) -> Iterator[tuple[str, list[str]]]:
    """The field and the parts of each sum of one year."""
    if parts := _parts(merkmal, "summe_aus"):
        yield "summe_aus", parts
    further = merkmal.get("auch_summe_aus") or []
    for parts in further if _lists_of_texts(further) else ():
        yield "auch_summe_aus", list(parts)


def _parts(merkmal: Entry, field: str) -> list[str]:
    parts = merkmal.get(field)
    return list(parts) if parts and is_texts(parts) else []


def _reachable(start: str, parts: dict[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(parts[start])
    while waiting:
        part = waiting.pop()
        if part not in reached:
            reached.add(part)
            waiting.extend(parts.get(part, ()))
    return reached


def _reference_gaps(indikatoren: list[Entry], merkmale: list[Entry], ebenen: tuple[str, ...] | None) -> Iterator[str]:
    by_id = {m["id"]: m for m in merkmale if _slug(m.get("id"))}
    for place, entry in enumerate(indikatoren, 1):
        name = _name(entry, "Indikator", place)
        for role in ("zaehler", "nenner"):
            if is_text(entry.get(role)) and entry[role] not in by_id:
                yield f"{name}: {role} „{entry[role]}“ ist kein Merkmal; unter merkmale ergänzen."
        yield from _level_gaps(name, entry, ebenen)


def _level_gaps(name: str, entry: Entry, ebenen: tuple[str, ...] | None) -> Iterator[str]:
    if ebenen is None or not is_texts(entry.get("ebenen")):
        return
    for ebene in entry["ebenen"]:
        if ebene not in ebenen:
            yield f"{name}: Die Ebene „{ebene}“ gibt es nicht; möglich sind {', '.join(ebenen)}."


def _unused(indikatoren: list[Entry], merkmale: list[Entry]) -> Iterator[str]:
    """A part of a sum is used: it is what disclosure control must not let anyone compute."""
    used = {str(entry.get(role)) for entry in indikatoren for role in ("zaehler", "nenner")}
    used |= {part for merkmal in merkmale for _, parts in _sums(merkmal) for part in parts}
    for merkmal in merkmale:
        if _slug(merkmal.get("id")) and merkmal["id"] not in used:
            yield f"Merkmal „{merkmal['id']}“: Kein Indikator benutzt es; entfernen oder Schreibweise prüfen."
