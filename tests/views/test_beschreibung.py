from __future__ import annotations

from sro.stats.reihe import Rolle, series
from sro.views.zahlen.beschreibung import describe_map, describe_multiples, describe_timeline
from tests.beispiele import ANTEIL, DICHTE, JAHRE, STADT, area, seen, years

A = area("03")


def test_a_timeline_tells_ends_gaps_and_breaks() -> None:
    reihe = series(DICHTE, years(DICHTE, A, [44, None, None, 43, 40, 40, 40, 40, 40, 30]), JAHRE, "Moisling", A)
    assert describe_timeline([reihe], DICHTE) == (
        "Liniendiagramm: Hilfen zur Erziehung ohne § 28, je 1.000 unter 21-Jährige, 2015 bis 2024. "
        "Moisling: 44,0 im Jahr 2015, 30,0 im Jahr 2024; in 2 Jahren ohne Wert (geheim gehalten). "
        "Reihenbruch 2024: Eingliederungshilfe nach SGB IX für Minderjährige im Jugendamt; "
        "Werte davor und danach sind nicht vergleichbar."
    )


def test_a_series_without_values_says_so() -> None:
    reihe = series(ANTEIL, [], (2015,), "Moisling", A)
    assert "Moisling: kein Wert; in 1 Jahr ohne Wert (nicht geliefert)." in describe_timeline([reihe], ANTEIL)
    assert describe_timeline([], ANTEIL).endswith("Keine Werte.")


def test_multiples_tell_the_common_span() -> None:
    areas = [
        series(ANTEIL, years(ANTEIL, area(k), [n, None]), JAHRE[:2], k, area(k)) for k, n in (("01", 84), ("02", 251))
    ]
    city = series(ANTEIL, years(ANTEIL, STADT, [9, 9]), JAHRE[:2], "Stadt", STADT, Rolle.STADT)
    text = describe_multiples([*areas, city], ANTEIL)
    assert text.startswith("2 kleine Zeitreihen auf gleicher Skala: Kinder in SGB-II-Bedarfsgemeinschaften")
    assert text.endswith("Werte von 8,4 bis 25,1\u00a0%. 2 geheim gehalten.")


def test_a_map_tells_span_city_and_states() -> None:
    observations = [seen(ANTEIL, A, 2024, 84), seen(ANTEIL, A, 2024, 251), seen(ANTEIL, A, 2024, None), None]
    assert describe_map(2024, "Stadtteile", observations, seen(ANTEIL, STADT, 2024, 200), ANTEIL) == (
        "Karte: Kinder in SGB-II-Bedarfsgemeinschaften, 31.12.2024, 4 Stadtteile. Werte von 8,4 bis 25,1\u00a0%. "
        "Stadt: 20,0\u00a0%. 1 geheim gehalten, 1 nicht geliefert."
    )


def test_an_all_suppressed_map_says_so() -> None:
    text = describe_map(2024, "Stadtteile", [seen(ANTEIL, A, 2024, None)], None, ANTEIL)
    assert "Kein Wert wird gezeigt. Stadt: nicht geliefert. 1 geheim gehalten." in text
