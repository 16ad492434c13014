"""Finds everything that is wrong in geheimhaltung.yaml. A gap is one German sentence with key, value and remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sro.model.geheimhaltung import Verfahren
from sro.model.indikator import Anteilsart
from sro.reference.catalogue_gaps import is_text, is_texts, is_truth, is_whole

Entry = dict[str, Any]
Wanted = tuple[Callable[[Any], bool], str]  # what fits, and how to say it

KEINE = "keine"  # in so many words: an empty field must never mean less protection


def _from(least: int) -> Callable[[Any], bool]:
    return lambda value: is_whole(value) and value >= least


COUNT: Wanted = (_from(1), "eine ganze Zahl ab 1")
THRESHOLD: Wanted = (lambda value: value == KEINE or _from(1)(value), "eine ganze Zahl ab 1 oder keine")
WHOLE: Wanted = (is_whole, "eine ganze Zahl ab 0")
TRUTH: Wanted = (is_truth, "true oder false")
NAMES = ("merkmale", "indikatoren")

TOP: dict[str, Wanted] = {
    "verfahren": (lambda value: value in list(Verfahren), " oder ".join(Verfahren)),
    "rundungsbasis": (_from(3), "eine ganze Zahl ab 3"),
    "null_zeigen": TRUTH,
}
# section → its keys, the key for exceptions with what their „wert“ may be
SECTIONS: dict[str, dict[str, Wanted]] = {
    "schwelle": {"standard": COUNT, "sensibel": COUNT},
    "mindestnenner": {"standard": WHOLE},
    "gruppenschutz": {"standard": TRUTH},
}
EXCEPTIONS: dict[str, Wanted] = {"schwelle": THRESHOLD, "mindestnenner": WHOLE, "gruppenschutz": TRUTH}


@dataclass(frozen=True, slots=True)
class Names:
    """What the catalogue knows: its Merkmale, and for each Indikator the Merkmal of its numerator and its kind."""

    merkmale: frozenset[str]
    zaehler: Mapping[str, str]
    art: Mapping[str, Anteilsart]


def find_rule_gaps(content: Any, names: Names) -> tuple[str, ...]:
    """Every gap of the file's content, in the order of the file; empty: complete and free of contradictions."""
    if not isinstance(content, dict):
        return (f"Die Datei braucht die Schlüssel {', '.join([*TOP, *SECTIONS])}.",)
    gaps = [
        *_unknown(content, [*TOP, *SECTIONS], ""),
        *_values(content, TOP, ""),
        *(gap for section in SECTIONS for gap in _section_gaps(content, section, names)),
    ]
    return tuple(gaps) or (*_sensitive_is_stricter(content), *_named_twice(content, names))


def groups(content: Entry, section: str) -> Iterator[tuple[str, Entry]]:
    """Where it stands, and the group itself: those that are sensitive, then the exceptions."""
    for key in ("sensibel_sind", "ausnahmen"):
        for place, group in enumerate(content[section].get(key) or (), 1):
            yield f"{section}: {key} Nr. {place}", group


def cells(group: Entry, names: Names) -> tuple[str, ...]:
    """The Merkmale that a group is about; an Indikator stands for its numerator."""
    return (*group.get("merkmale", ()), *(names.zaehler[one] for one in group.get("indikatoren", ())))


def _section_gaps(content: Entry, section: str, names: Names) -> Iterator[str]:
    if section not in content:
        yield f"Der Abschnitt „{section}“ fehlt; bitte mit „standard“ ergänzen."
        return
    part = content[section]
    if not isinstance(part, dict):
        yield f"„{section}“ verlangt einen Abschnitt mit „standard“, nicht „{part}“."
        return
    lists = ["ausnahmen", *(["sensibel_sind"] if section == "schwelle" else [])]
    yield from _unknown(part, [*SECTIONS[section], *lists], f"{section}: ")
    yield from _values(part, SECTIONS[section], f"{section}: ")
    for key in lists:
        yield from _list_gaps(part.get(key, []), section, key, names)


def _list_gaps(found: Any, section: str, key: str, names: Names) -> Iterator[str]:
    if not isinstance(found, list):
        yield f"„{section}: {key}“ verlangt eine Liste oder [], nicht „{_shown(found)}“."
        return
    wanted: dict[str, Wanted] = {"grund": (is_text, "einen Grund in Worten")}
    if key == "ausnahmen":
        wanted["wert"] = EXCEPTIONS[section]
    for place, group in enumerate(found, 1):
        where = f"{section}: {key} Nr. {place}: "
        if isinstance(group, dict):
            yield from _unknown(group, [*wanted, *_name_keys(section)], where)
            yield from _values(group, wanted, where)
            yield from _name_gaps(group, section, where, names)
        else:
            yield f"„{where[:-2]}“ verlangt {', '.join(wanted)} und {' oder '.join(_name_keys(section))}."


def _name_keys(section: str) -> tuple[str, ...]:
    """A threshold belongs to what is counted, all else to an Indikator."""
    return NAMES if section == "schwelle" else ("indikatoren",)


def _name_gaps(group: Entry, section: str, where: str, names: Names) -> Iterator[str]:
    keys = [key for key in _name_keys(section) if key in group]
    if not keys:
        yield f"„{where[:-2]}“ nennt niemanden; bitte {' oder '.join(_name_keys(section))} ergänzen."
    for key in keys:
        known = names.merkmale if key == "merkmale" else names.zaehler.keys()
        if not is_texts(group[key]):
            yield f"„{where}{key}“ verlangt eine Liste von Namen, nicht „{_shown(group[key])}“."
            continue
        for name in group[key]:
            if name not in known:
                yield f"„{where}{key}“ nennt „{name}“, das der Katalog nicht hat; Schreibweise prüfen oder entfernen."
            elif section == "gruppenschutz" and names.art[name] is not Anteilsart.ANTEIL:
                yield f"„{where}{key}“ nennt „{name}“, das kein Anteil ist; Gruppenschutz gibt es nur dort, entfernen."


def _unknown(part: Entry, known: list[str], where: str) -> Iterator[str]:
    for key in part:
        if key not in known:
            yield f"Der Schlüssel „{where}{key}“ ist unbekannt; möglich sind {', '.join(known)}."


def _values(part: Entry, wanted: dict[str, Wanted], where: str) -> Iterator[str]:
    for key, (fits, say) in wanted.items():
        if key not in part:
            yield f"„{where}{key}“ fehlt; bitte ergänzen ({say})."
        elif not fits(part[key]):
            yield f"„{where}{key}“ verlangt {say}, nicht „{_shown(part[key])}“."


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "leer" if value is None else str(value)


def _sensitive_is_stricter(content: Entry) -> Iterator[str]:
    standard, sensitive = (content["schwelle"][key] for key in ("standard", "sensibel"))
    if sensitive < standard:
        yield f"„schwelle: sensibel“ ist mit {sensitive} kleiner als der Standard {standard}; bitte mindestens gleich."


def _named_twice(content: Entry, names: Names) -> Iterator[str]:
    for section in SECTIONS:
        seen: dict[str, str] = {}
        for where, group in groups(content, section):
            for name in cells(group, names) if section == "schwelle" else group["indikatoren"]:
                if name in seen:
                    yield f"„{where}“ nennt „{name}“, das schon in „{seen[name]}“ steht; bitte nur einmal nennen."
                seen.setdefault(name, where)
