"""The ZIP archive that a modern workbook is: checked before anything unpacks it."""

from __future__ import annotations

import zipfile
from io import BytesIO

from sro.intake.befunde import UnreadableError
from sro.intake.datei import Datei, max_megabytes
from sro.model.befund import Befund

INFLATION = 10  # a workbook unpacks to about so many times its size


def check_archive(datei: Datei) -> None:
    """UnreadableError where the archive is broken or unpacks to too much; an entry never yields more than it states."""
    try:
        unpacked = sum(entry.file_size for entry in zipfile.ZipFile(BytesIO(datei.inhalt)).infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise UnreadableError(broken(datei)) from error
    if unpacked > max_megabytes() * INFLATION * 1_000_000:
        raise UnreadableError(
            Befund(
                "datei_zu_gross",
                f"Die Arbeitsmappe hat entpackt {unpacked / 1_000_000:.0f} MB. "
                "Bitte leere Zeilen und andere Blätter löschen oder als CSV speichern.",
                datei=datei.name,
            )
        )


def broken(datei: Datei) -> Befund:
    return Befund(
        "datei_kaputt",
        "Die Arbeitsmappe ist beschädigt oder mit einem Kennwort geschützt und lässt sich nicht öffnen. "
        "Bitte in der Tabellenkalkulation öffnen und ohne Kennwort neu speichern.",
        datei=datei.name,
    )
