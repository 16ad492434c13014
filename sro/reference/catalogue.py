"""Reads the catalogue of indicators. What is incomplete or contradictory is refused, with all gaps at once."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sro.model.indikator import Anteilsart, Indikator, Katalog, Merkmal, Polaritaet, Reihenbruch
from sro.reference.catalogue_gaps import find_gaps
from sro.reference.city import city
from sro.reference.places import catalogue_file


class KatalogUnvollstaendig(ValueError):
    """The catalogue cannot be used; `luecken` holds one German sentence per gap."""

    def __init__(self, datei: Path, luecken: tuple[str, ...]) -> None:
        super().__init__("\n".join((f"Der Katalog {datei.name} ist unvollständig ({len(luecken)}):", *luecken)))
        self.luecken = luecken


def catalogue() -> Katalog:
    """The catalogue in use, checked against the levels of the city that is shown; read once per file."""
    return read_catalogue(catalogue_file(), tuple(ebene.id for ebene in city().ebenen))


@lru_cache(maxsize=8)
def read_catalogue(path: Path, ebenen: tuple[str, ...] | None = None) -> Katalog:
    """Reads one file. `ebenen` are the known ids of levels, None: any. KatalogUnvollstaendig names every gap."""
    content = _load(path)
    gaps = find_gaps(content, ebenen)
    if gaps:
        raise KatalogUnvollstaendig(path, gaps)
    return Katalog(
        indikatoren=tuple(_indikator(entry) for entry in content["indikatoren"]),
        merkmale=tuple(_merkmal(entry) for entry in content["merkmale"]),
    )


class _Loader(yaml.SafeLoader):
    """A SafeLoader that refuses a key written twice: plain YAML would silently keep the last one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"„{key.value}“ steht doppelt", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _load(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a SafeLoader
    except FileNotFoundError:
        raise KatalogUnvollstaendig(path, (f"Die Datei {path} gibt es nicht; SRO_KATALOG prüfen.",)) from None
    except UnicodeDecodeError:
        raise KatalogUnvollstaendig(path, ("Die Datei ist nicht in UTF-8 gespeichert; bitte so speichern.",)) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"Zeile {mark.line + 1}, Spalte {mark.column + 1}" if mark else "unbekannter Stelle"
        sentence = f"Kein gültiges YAML in {where} ({error.problem}); Einrückung, Doppelpunkte und Anführungen prüfen."
        raise KatalogUnvollstaendig(path, (sentence,)) from None
    except yaml.YAMLError as error:
        raise KatalogUnvollstaendig(path, (f"Kein gültiges YAML: {error}. Sonderzeichen prüfen.",)) from None


def _merkmal(entry: dict[str, Any]) -> Merkmal:
    return Merkmal(**{**entry, "summe_aus": tuple(entry.get("summe_aus", ()))})


def _indikator(entry: dict[str, Any]) -> Indikator:
    made = {
        "faktor": float(entry["faktor"]),
        "art": Anteilsart(entry["art"]),
        "polaritaet": Polaritaet(entry["polaritaet"]),
        "ebenen": tuple(entry["ebenen"]),
        "einschraenkungen": tuple(entry["einschraenkungen"]),
        "reihenbrueche": tuple(Reihenbruch(**bruch) for bruch in entry["reihenbrueche"]),
    }
    return Indikator(**{**entry, **made})
