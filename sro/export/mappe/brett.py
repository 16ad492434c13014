"""The board as a workbook: the agreements, and then-and-now of their figures. Text stays text, numbers are numbers."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sro.auswertung.brett.brett import Brett, Karte
from sro.auswertung.brett.damals_heute import DamalsHeute, Stand
from sro.export.mappe.druck import landscape
from sro.export.mappe.formate import DAY, PLAIN, Formate, decimals, write_text
from sro.model.gebiet import Stadt
from sro.model.leitbild import Leitbild
from sro.stats.vergleich import counts
from sro.views import words
from sro.views.zahlen.damals_heute import NO_CAUSE, pooled_years, sentence, sources, verdict

SYNTHETIC = "Synthetische Einträge – keine echten Vereinbarungen"
Wert = str | float | dt.date | None
AGREED = (
    ("Nummer", 9), ("Stand", 14), ("Vereinbarung", 56), ("Verantwortlich", 24), ("Beteiligte", 28), ("Frist", 12),
    ("Wiedervorlage", 14), ("überfällig seit", 14), ("Was daraus wurde", 48), ("Maßstab", 40), ("Leitlinien", 30),
    ("Dialog", 34), ("Gebiet", 20), ("synthetisch", 11),
)  # fmt: skip
COMPARED = (
    ("Nummer", 9), ("Indikator", 40), ("Einheit", 22), ("Gebiet", 20), ("Zeit damals", 22), ("Wert damals", 13),
    ("von", 9), ("bis", 9), ("Zähler", 10), ("Nenner", 10), ("Zeit jetzt", 22), ("Wert jetzt", 13), ("von", 9),
    ("bis", 9), ("Zähler", 10), ("Nenner", 10), ("Antwort", 34), ("Satz", 70),
)  # fmt: skip


def xlsx(brett: Brett, stadt: Stadt, ideal: Leitbild) -> bytes:
    """What the filter leaves, overdue first; the second sheet only where figures are compared."""
    out = io.BytesIO()
    compared = [(karte, one) for karte in brett.karten for one in karte.vergleiche]
    notes = [SYNTHETIC] if any(one.vereinbarung.synthetisch for one in brett.karten) else []
    with Workbook(out, PLAIN) as buch:
        buch.set_properties({"title": f"Vereinbarungen {stadt.name}", "comments": " · ".join(notes)})
        formate = Formate(buch)
        blatt = buch.add_worksheet("Vereinbarungen")
        _table(blatt, AGREED, [list(_agreed(one, stadt, ideal)) for one in brett.karten], formate)
        landscape(blatt, notes, "Vereinbarungen")
        if compared:
            blatt = buch.add_worksheet("Damals und jetzt")
            rows = [list(_compared(karte, one)) for karte, one in compared]
            digits = [one.indikator.nachkommastellen for _, one in compared]
            _table(blatt, COMPARED, rows, formate, digits)
            foot = (sources([one for _, one in compared]), NO_CAUSE)
            landscape(blatt, foot, "Damals und jetzt")
            write_text(blatt, len(rows) + 2, 0, " · ".join(foot), formate)
    return out.getvalue()


def _agreed(karte: Karte, stadt: Stadt, ideal: Leitbild) -> Iterator[Wert]:
    one, titles = karte.vereinbarung, {line.id: line.titel for line in ideal.leitlinien}
    yield karte.akte.id
    yield str(one.umsetzung)
    yield from (one.text, one.verantwortlich, one.beteiligte)
    yield from (one.frist, one.wiedervorlage, karte.termin.seit)
    yield from (one.ergebnis, one.massstab)
    yield "\n".join(f"{line} {titles[line]}" for line in one.leitlinien if line in titles)
    yield karte.dialog.inhalt.titel if karte.dialog else ""
    yield stadt.raum_name(karte.raum) if karte.raum else stadt.name if karte.dialog else ""
    yield "ja" if one.synthetisch else "nein"


def _compared(karte: Karte, vergleich: DamalsHeute) -> Iterator[Wert]:
    yield karte.akte.id
    yield from (vergleich.indikator.name, vergleich.indikator.einheit, vergleich.gebiet.name)
    yield from _stand(vergleich, vergleich.damals)
    yield from _stand(vergleich, vergleich.heute)
    yield from (verdict(vergleich), sentence(vergleich))


def _stand(vergleich: DamalsHeute, stand: Stand) -> Iterator[Wert]:
    """Period, value or the words for why there is none, limits, counts."""
    b = stand.beobachtung
    pooled = pooled_years(vergleich, stand)
    yield vergleich.indikator.period(stand.jahr, pooled) if stand.jahr is not None else ""
    yield stand.wert if stand.wert is not None else words.STATUS_WORD[stand.status]
    yield from (stand.intervall.unten, stand.intervall.oben) if stand.intervall else (None, None)
    yield from (counts(b) if b else None) or (None, None)


def _table(
    blatt: Worksheet,
    spalten: Sequence[tuple[str, float]],
    zeilen: Sequence[Sequence[Wert]],
    formate: Formate,
    stellen: Sequence[int] = (),
) -> None:
    for column, (title, width) in enumerate(spalten):
        blatt.write_string(0, column, title, formate.head())
        blatt.set_column(column, column, width)
    for row, zeile in enumerate(zeilen, start=1):
        for column, wert in enumerate(zeile):
            counted = spalten[column][0] in ("Zähler", "Nenner")
            _write(blatt, row, column, wert, formate, 0 if counted or not stellen else stellen[row - 1])
    blatt.freeze_panes(1, 1)
    blatt.autofilter(0, 0, max(len(zeilen), 1), len(spalten) - 1)
    blatt.repeat_rows(0)


def _write(blatt: Worksheet, row: int, column: int, wert: Wert, formate: Formate, digits: int) -> None:
    top = {"valign": "top"}
    if isinstance(wert, str):
        write_text(blatt, row, column, wert, formate, text_wrap=True, **top)
    elif isinstance(wert, dt.date):
        midnight = dt.datetime(wert.year, wert.month, wert.day)
        blatt.write_datetime(row, column, midnight, formate.get(num_format=DAY, align="left", **top))
    elif wert is not None:
        blatt.write_number(row, column, wert, formate.get(num_format=decimals(digits), **top))
