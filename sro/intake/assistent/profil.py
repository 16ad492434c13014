"""Mappings as files that people read and edit: one per table that comes again each year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from sro.intake.assistent.profiltext import Leser, as_data
from sro.intake.assistent.zuordnung import Zuordnung
from sro.intake.profilfehler import ProfilFehlerhaft
from sro.model.akteur import Akteur, Rolle
from sro.reference.places import var_folder
from sro.store.dateien import write_whole

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
LARGEST = 1_000_000  # bytes
DEEPEST = 10  # lists in lists
HEADER = "# Profil: wie eine Tabelle gelesen wird. Spalten zählen ab 1, Zeilen wie in der Datei.\n"


def profile_folder() -> Path:
    """Where profiles lie (SRO_VAR/profile)."""
    return var_folder() / "profile"


def profile_names(folder: Path | None = None) -> tuple[str, ...]:
    """The names of all saved profiles."""
    place = folder or profile_folder()
    return tuple(sorted(path.stem for path in place.glob("*.yaml") if NAME.fullmatch(path.stem)))


def lade_profil(name: str, folder: Path | None = None) -> Zuordnung:
    """The mapping saved under a name; ProfilFehlerhaft with every gap where there is none or it is malformed."""
    path = _path(name, folder)
    try:
        if path.stat().st_size > LARGEST:
            raise ProfilFehlerhaft(name, ("Die Datei ist größer als 1 MB und kein Profil. Bitte prüfen.",))
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        known = ", ".join(profile_names(folder)) or "keine"
        raise ProfilFehlerhaft(name, (f"Es gibt kein Profil „{name}“. Vorhanden: {known}.",)) from None
    except UnicodeDecodeError:
        raise ProfilFehlerhaft(name, ("Die Datei ist nicht in UTF-8 gespeichert; bitte so speichern.",)) from None
    return aus_yaml(text, name)


def sichere_profil(name: str, zuordnung: Zuordnung, folder: Path | None = None, *, wer: Akteur) -> Path:
    """Writes a mapping under a name, in place of one that is there, whole or not at all.

    OSError where there is no place for it, ProfilFehlerhaft where the name is none, NichtErlaubt for whoever may not.
    """
    wer.require(Rolle.PLANUNG)
    (path,) = write_whole({_path(name, folder): als_yaml(zuordnung)})
    return path


def als_yaml(zuordnung: Zuordnung) -> str:
    """A mapping as readable YAML."""
    return HEADER + yaml.safe_dump(
        as_data(zuordnung), allow_unicode=True, sort_keys=False, default_flow_style=None, width=120
    )


def aus_yaml(text: str, name: str = "") -> Zuordnung:
    """The mapping of a YAML text; ProfilFehlerhaft with every gap."""
    reader = Leser()
    zuordnung = reader.read(_load(text, name))
    if zuordnung is None:
        raise ProfilFehlerhaft(name, tuple(reader.luecken))
    return zuordnung


def _load(text: str, name: str) -> Mapping[str, Any]:
    try:
        _check_shape(text, name)
        content = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"Zeile {mark.line + 1}, Spalte {mark.column + 1}" if mark else "unbekannter Stelle"
        sentence = f"Kein gültiges YAML in {where}; Einrückung, Doppelpunkte und Anführungen prüfen."
        raise ProfilFehlerhaft(name, (sentence,)) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if isinstance(error, ProfilFehlerhaft):
            raise
        raise ProfilFehlerhaft(name, ("Kein gültiges YAML. Bitte Sonderzeichen und Zahlen prüfen.",)) from None
    if not isinstance(content, dict):
        raise ProfilFehlerhaft(name, ("Die Datei enthält keine Felder. Bitte das Profil neu sichern.",))
    return content


def _check_shape(text: str, name: str) -> None:
    """Refuses what makes a small file large or slow, before it is loaded: references and lists in lists without end."""
    depth = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise ProfilFehlerhaft(name, ("Verweise (*) sind in Profilen nicht erlaubt; bitte ausschreiben.",))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise ProfilFehlerhaft(name, ("Kein gültiges YAML für ein Profil: zu tief verschachtelt.",))


def _path(name: str, folder: Path | None) -> Path:
    if not NAME.fullmatch(name):
        sentence = (
            f"„{name[:80]}“ ist kein Name für ein Profil. "
            "Erlaubt sind Kleinbuchstaben a bis z, Ziffern, - und _, höchstens 64 Zeichen."
        )
        raise ProfilFehlerhaft(name[:80], (sentence,))
    return (folder or profile_folder()) / f"{name}.yaml"
