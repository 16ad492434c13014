"""A file as it arrived: its bytes, checked for size and kind before anything parses them."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from sro.intake.befunde import UnreadableError
from sro.model.befund import Befund

TEXT_SUFFIXES = (".csv", ".txt", ".tsv")
ZIP_SUFFIXES = (".xlsx", ".ods")
SUFFIXES = (*TEXT_SUFFIXES, *ZIP_SUFFIXES, ".xls")
ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # a protected .xlsx lies in the container of the old format
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def max_megabytes() -> float:
    """The largest file that is read (SRO_IMPORT_MAX_MB, default 100): room for a million rows."""
    return float(os.environ.get("SRO_IMPORT_MAX_MB", 100))


@dataclass(frozen=True, slots=True)
class Datei:
    """Name without folder, content, and the content's SHA-256 (the only trace that an import leaves)."""

    name: str
    inhalt: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.inhalt).hexdigest()

    @property
    def endung(self) -> str:
        return Path(self.name).suffix.lower()

    @property
    def is_text(self) -> bool:
        return self.endung in TEXT_SUFFIXES


def open_file(path: Path) -> Datei:
    """The file's content; UnreadableError where size or kind forbid it, OSError where there is no such file."""
    megabytes = path.stat().st_size / 1_000_000
    if megabytes > max_megabytes():
        raise _unreadable(
            path,
            "datei_zu_gross",
            f"Die Datei hat {megabytes:.0f} MB, gelesen werden höchstens {max_megabytes():.0f} MB. "
            "Bitte in mehrere Lieferungen teilen oder SRO_IMPORT_MAX_MB erhöhen.",
        )
    datei = Datei(path.name, path.read_bytes())
    _check_kind(path, datei.inhalt)
    return datei


def _check_kind(path: Path, inhalt: bytes) -> None:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise _unreadable(
            path,
            "format_unbekannt",
            f"Die Endung „{suffix}“ wird nicht gelesen. Bitte als .csv, .xlsx, .xls oder .ods speichern.",
        )
    if not inhalt.strip():
        raise _unreadable(path, "datei_leer", "Die Datei ist leer. Bitte die Tabelle neu speichern.")
    if suffix not in TEXT_SUFFIXES and not inhalt.startswith(OLD_EXCEL if suffix == ".xls" else ZIP):
        raise _unreadable(path, "datei_kaputt", f"Die Datei ist keine Arbeitsmappe{_kind(inhalt)}. {_AGAIN}")
    if suffix in TEXT_SUFFIXES and _is_binary(inhalt):
        raise _unreadable(path, "datei_binaer", f"Die Datei ist kein Text{_kind(inhalt)}. {_AGAIN}")


_AGAIN = "Bitte in der Tabellenkalkulation als „CSV UTF-8“ oder als .xlsx speichern; Umbenennen genügt nicht."


def _is_binary(inhalt: bytes) -> bool:
    return (b"\x00" in inhalt and not inhalt.startswith(UTF16)) or inhalt.startswith((ZIP, OLD_EXCEL, b"%PDF"))


def _kind(inhalt: bytes) -> str:
    if ENCRYPTED in inhalt[:65_536]:
        return ", die sich lesen lässt: Sie ist mit einem Kennwort geschützt"
    if inhalt.lstrip()[:1] == b"<":
        return ", sondern eine Webseite (HTML) mit falscher Endung"
    if inhalt.startswith(ZIP):
        return ", sondern eine Excel- oder ZIP-Datei"
    if inhalt.startswith(OLD_EXCEL):
        return ", sondern hat das alte Excel-Format .xls"
    return ""


def _unreadable(path: Path, code: str, text: str) -> UnreadableError:
    return UnreadableError(Befund(code, text, datei=path.name))
