"""Files that would like to be more than a table: each made from a good workbook by changing one part of it."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

KOPF = ("indikator_id", "ebene", "gebiet_id", "zeit", "zaehler", "nenner")
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="T"><table:table-row><table:table-cell office:value-type="string">'
    "<text:p>{text}</text:p></table:table-cell></table:table-row></table:table>"
    "</office:spreadsheet></office:body></office:document-content>"
)
LEVELS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE x [<!ENTITY a0 "{"x" * 1000}">{LEVELS}]>'


def workbook() -> bytes:
    """A table as it would be delivered."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Tabelle")
        for row, cells in enumerate((KOPF, ("hze_ohne_28", "stadtteil", "03", "2024", "84", "2150"))):
            sheet.write_row(row, 0, cells)
    return out.getvalue()


def changed(content: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The same archive with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            raw = old.read(entry)
            new.writestr(entry.filename, change(raw.decode()) if entry.filename == name else raw)
    return out.getvalue()


def with_more(content: bytes, **members: bytes) -> bytes:
    """The same archive with more members; "__" in a name stands for what Python does not allow there."""
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        for name, raw in members.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), raw)
    return out.getvalue()


def _declared(text: str, doctype: str, entity: str) -> str:
    """With a document type, and the entity in the place of a text."""
    head, _, rest = text.partition("?>")
    return f"{head}?>{doctype}{rest.replace('stadtteil', entity)}"


def xlsx_bomb() -> bytes:
    return changed(workbook(), "xl/sharedStrings.xml", lambda text: _declared(text, BOMB, "&a11;"))


def xlsx_sheet_bomb() -> bytes:
    return changed(workbook(), "xl/worksheets/sheet1.xml", lambda text: _declared(text, BOMB, "&a11;"))


def reading(secret: Path) -> str:
    """A document type whose entity is a file of this machine."""
    return f'<!DOCTYPE x [<!ENTITY geheim SYSTEM "{secret.as_uri()}">]>'


def xlsx_reading(secret: Path) -> bytes:
    return changed(workbook(), "xl/sharedStrings.xml", lambda text: _declared(text, reading(secret), "&geheim;"))


def ods(content: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return out.getvalue()


def ods_reading(secret: Path) -> bytes:
    return ods(reading(secret) + ODS.format(text="&geheim;"))


def ods_bomb() -> bytes:
    return ods(BOMB + ODS.format(text="&a11;"))


def xlsx_with_macro() -> bytes:
    return with_more(workbook(), xl__vbaProject_DOT_bin=b'Sub Auto_Open() : Shell "boese"')


def xlsx_climbing() -> bytes:
    """Members whose names lead out of the archive."""
    out = io.BytesIO(workbook())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("../../boese.txt", b"x")
        archive.writestr("/tmp/boese.txt", b"x")  # noqa: S108 - never written
    return out.getvalue()


def linked(name: str) -> zipfile.ZipInfo:
    """A member that is a symbolic link."""
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry
