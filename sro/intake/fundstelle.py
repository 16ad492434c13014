"""Which columns of the file a finding is about. Findings name columns of the tidy table or texts of the header."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sro.intake.assistent.zuordnung import Zuordnung
from sro.intake.kopf import SPALTEN, column_name
from sro.intake.raster import Rasterzeile
from sro.model.befund import Befund


@dataclass(frozen=True, slots=True)
class Fundstelle:
    """How the columns of one sheet are found. Columns count from 1; none where a finding is about a whole row."""

    kopfzeilen: tuple[int, ...]
    genutzt: tuple[int, ...]
    spalten: Callable[[Befund], tuple[int, ...]]


def tidy(header: Rasterzeile) -> Fundstelle:
    """A table with our own columns: each name stands in its header."""
    names = [column_name(cell) for cell in header.zellen]

    def columns(befund: Befund) -> tuple[int, ...]:
        wanted = column_name(befund.spalte or "")
        places = tuple(n for n, name in enumerate(names, start=1) if name == wanted) if wanted else ()
        return places if befund.zeile == header.nummer else places[:1]

    return Fundstelle((header.nummer,), tuple(n for n, name in enumerate(names, start=1) if name in SPALTEN), columns)


def mapped(zuordnung: Zuordnung) -> Fundstelle:
    """A table in a form of its own: one of its rows holds many rows of the tidy table, told apart by the finding."""

    def columns(befund: Befund) -> tuple[int, ...]:
        if befund.indikator is None:
            return tuple(column.nummer for column in zuordnung.spalten if column.kopf == befund.spalte)
        match befund.spalte:
            case "gebiet_id" | "ebene":
                return (zuordnung.gebiet.nummer,)
            case "zeit" if zuordnung.zeitspalte:
                return (zuordnung.zeitspalte.nummer,)
            case "herkunft":
                return ()
        return _values(zuordnung, befund)

    return Fundstelle(zuordnung.kopfzeilen, tuple(sorted(c.nummer for c in zuordnung.spalten)), columns)


def _values(zuordnung: Zuordnung, befund: Befund) -> tuple[int, ...]:
    """The columns of one side of an indicator, or of both where the finding is about neither; of its year alone."""
    sides = [wert for wert in zuordnung.werte if wert.indikator == befund.indikator]
    of_year = [wert for wert in sides if wert.jahr is None or str(wert.jahr) == befund.zeit]
    one_side = befund.spalte in ("zaehler", "nenner")
    chosen = [wert for wert in of_year if not one_side or wert.seite == befund.spalte]
    return tuple(dict.fromkeys(column.nummer for wert in chosen for column in wert.spalten))
