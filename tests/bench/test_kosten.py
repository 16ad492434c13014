"""The section about what a city of some size costs."""

from __future__ import annotations

from bench.einlesen import Aufwand
from bench.kosten import Kosten, section
from bench.measure import Summary

ERGEBNIS = (
    "0 Fehler, 0 Warnungen, 0 Hinweise. Geheimhaltung: 42640 Zellen, davon 908 zu klein und 621 ergänzend geheim. "
    "Datenstand 1 „Lieferung“ ist gespeichert und aktiv."
)
EINLESEN = Aufwand(dauer=1234.4, rechenzeit=2100, speicher=8_123_000_000, ergebnis=ERGEBNIS)


def summary(ms: float, received: float = 0) -> Summary:
    return Summary(n=3, mean_ms=ms, median_ms=ms, p90_ms=ms, received=received)


def test_a_row_has_sizes_and_times_in_german_and_what_was_hidden_stands_below() -> None:
    one = Kosten(
        10_997, 8_076_600, EINLESEN, 612_300_000, 4.567, summary(120, 190_400), summary(700), summary(333), 1.2e9
    )
    made = section([one], "Rechner X")
    assert made.name == "Kosten nach Größe"
    assert "Rechner X" in made.body
    [row] = [line for line in made.body.splitlines() if line.startswith("|") and "10.997" in line]
    assert [cell.strip() for cell in row.strip("|").split("|")] == [
        "10.997",
        "8.076.600",
        "1.234 s",
        "2.100 s",
        "8,12 GB",
        "612 MB",
        "4,57 s",
        "120 ms",
        "700 ms",
        "190,4 kB",
        "333 ms",
        "1.200 MB",
    ]
    assert "- 10.997 Gebiete: 42640 Zellen, davon 908 zu klein und 621 ergänzend geheim." in made.body
