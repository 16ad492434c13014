"""Values as CSV and JSON, piece by piece: an answer with a million rows takes no more memory than one indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sro.export.csv import Form, head_csv, rows_csv
from sro.export.offen.abfrage import Abfrage, Stueck
from sro.export.offen.beschreibung import compact, head
from sro.export.spalten import NAMEN, SPALTEN, Beigabe, Zeile, cells, record
from sro.model.gebiet import Gebiet, Stadt
from sro.model.wert import Beobachtung

Lesen = Callable[[Stueck], Iterable[Beobachtung]]  # protected observations of an indicator at a level


def values_csv(abfrage: Abfrage, lesen: Lesen, stadt: Stadt, beigabe: Beigabe, form: Form) -> Iterator[bytes]:
    """A header row, then a row an observation."""
    yield head_csv(NAMEN, form)
    for stueck in abfrage.stuecke:
        yield rows_csv((cells(z, stueck.indikator, beigabe) for z in _rows(stueck, abfrage, lesen, stadt)), form)


def values_json(abfrage: Abfrage, lesen: Lesen, stadt: Stadt, beigabe: Beigabe) -> Iterator[bytes]:
    """One object: what it is, what the columns mean, and `werte` as a list of objects."""
    about = head(beigabe, [s.indikator for s in abfrage.stuecke])
    about["spalten"] = {spalte.name: spalte.beschreibung for spalte in SPALTEN}
    yield compact(about)[:-1] + b',"werte":['
    comma = b""
    for stueck in abfrage.stuecke:
        rows = (compact(record(z, stueck.indikator, beigabe)) for z in _rows(stueck, abfrage, lesen, stadt))
        piece = b",\n".join(rows)
        if piece:
            yield comma + b"\n" + piece
            comma = b","
    yield b"\n]}\n"


def _rows(stueck: Stueck, abfrage: Abfrage, lesen: Lesen, stadt: Stadt) -> Iterator[Zeile]:
    for b in lesen(stueck):
        if abfrage.takes(b):
            yield Zeile(_area(b, stadt), b.jahr, b)


def _area(b: Beobachtung, stadt: Stadt) -> Gebiet:
    """An area that the city no longer has keeps its id and has no name."""
    return stadt.gebiet(b.gebiet) if b.gebiet in stadt else Gebiet(b.gebiet.ebene, b.gebiet.id, "")
