"""Whether a mapping still fits a sheet: an office renames columns, moves its header, adds rows."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.assistent.gitter import Gitter
from sro.intake.assistent.kopfzeilen import column_names
from sro.intake.assistent.luecken import gaps
from sro.intake.assistent.zeichen import is_number
from sro.intake.assistent.zuordnung import Spalte, Zuordnung
from sro.intake.sprache import listed
from sro.model.befund import Befund, Schwere

FARTHEST = 20  # rows that a header is looked for above and below its place


def misfits(gitter: Gitter, zuordnung: Zuordnung, datei: str) -> tuple[Befund, ...]:
    """Everything that keeps a mapping from being used on this sheet, all at once."""
    wrong = tuple(Befund("zuordnung_unvollstaendig", gap, datei=datei) for gap in gaps(zuordnung))
    names = column_names(gitter, zuordnung.kopfzeilen)
    columns = tuple(
        Befund(
            "profil_passt_nicht", text, datei=datei, zeile=max(zuordnung.kopfzeilen, default=None), spalte=column.kopf
        )
        for column in zuordnung.spalten
        if (text := _misfit(column, names))
    )
    moved = _moved_header(gitter, zuordnung, datei) if columns else ()
    return (*wrong, *(moved or columns))


def left_out(gitter: Gitter, zuordnung: Zuordnung, end: int, datei: str) -> Iterator[Befund]:
    """Rows with an area and a number right above or below those that are read."""
    places = [column.stelle for wert in zuordnung.werte for column in wert.spalten]
    rows = [
        row.nummer
        for row in gitter.blatt.zeilen
        if (max(zuordnung.kopfzeilen, default=0) < row.nummer < zuordnung.erste or row.nummer > end)
        and row.zelle(zuordnung.gebiet.stelle)
        and any(is_number(row.zelle(place)) for place in places)
    ]
    if rows:
        text = (
            f"Zeile {listed([str(number) for number in rows])} sieht nach Daten aus, gelesen werden aber nur Zeile "
            f"{zuordnung.erste} bis {end}. Bitte erste und letzte Zeile prüfen."
        )
        yield Befund("zeilen_ausserhalb", text, Schwere.WARNUNG, datei, rows[0])


def same(name: str, other: str) -> bool:
    """Names of columns alike, whatever their case and blanks."""
    return " ".join(name.casefold().split()) == " ".join(other.casefold().split())


def _misfit(column: Spalte, names: tuple[str, ...]) -> str | None:
    here = names[column.stelle] if 0 <= column.stelle < len(names) else None
    if here is not None and same(here, column.kopf):
        return None
    places = [n for n, name in enumerate(names, start=1) if column.kopf and same(name, column.kopf)]
    if places:
        return (
            f"Die Spalte „{column.kopf}“ steht in Spalte {listed([str(n) for n in places])} und nicht wie im Profil in "
            f"Spalte {column.nummer}. Bitte die Zuordnung erneuern."
        )
    now = f"Dort steht „{here}“." if here else "Dort steht nichts."
    return (
        f"Die Spalte „{column.kopf}“ (Spalte {column.nummer}) gibt es nicht mehr. {now} Bitte die Zuordnung erneuern."
    )


def _moved_header(gitter: Gitter, zuordnung: Zuordnung, datei: str) -> tuple[Befund, ...]:
    """Whether the same header stands some rows above or below."""
    for by in sorted(range(-FARTHEST, FARTHEST + 1), key=abs):
        rows = tuple(number + by for number in zuordnung.kopfzeilen)
        names = column_names(gitter, rows) if by and rows and rows[0] > 0 else ()
        if names and not any(_misfit(column, names) for column in zuordnung.spalten):
            text = (
                f"Der Tabellenkopf steht in Zeile {_rows(rows)} und nicht wie im Profil in Zeile "
                f"{_rows(zuordnung.kopfzeilen)}. Bitte die Zuordnung erneuern."
            )
            return (Befund("kopf_verschoben", text, datei=datei, zeile=rows[0]),)
    return ()


def _rows(numbers: tuple[int, ...]) -> str:
    return listed([str(number) for number in numbers])
