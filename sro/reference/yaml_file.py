"""Reads a YAML file that people write by hand, stricter than YAML is."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml


class Unlesbar(ValueError):
    """A file that is no YAML; the message is one German sentence with the remedy."""


class _Loader(yaml.SafeLoader):
    """A SafeLoader that refuses a key written twice: plain YAML would silently keep the last one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"„{key.value}“ steht doppelt", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def load(path: Path, variable: str) -> Any:
    """The content of a file; `variable` is the setting that names it. Unlesbar says what is wrong and where."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a SafeLoader
    except FileNotFoundError:
        raise Unlesbar(f"Die Datei {path} gibt es nicht; {variable} prüfen.") from None
    except UnicodeDecodeError:
        raise Unlesbar("Die Datei ist nicht in UTF-8 gespeichert; bitte so speichern.") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"Zeile {mark.line + 1}, Spalte {mark.column + 1}" if mark else "unbekannter Stelle"
        raise Unlesbar(
            f"Kein gültiges YAML in {where} ({error.problem}); Einrückung, Doppelpunkte und Anführungen prüfen."
        ) from None
    except yaml.YAMLError as error:
        raise Unlesbar(f"Kein gültiges YAML: {error}. Sonderzeichen prüfen.") from None
