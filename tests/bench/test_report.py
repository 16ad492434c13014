import pytest

from bench.measure import Change, Summary
from bench.report import FirstPaint, Row, Target, first_paint_lines, lines, sections

BARE = Summary(n=9, mean_ms=100, median_ms=90, p90_ms=150, received=900)


def test_summary_takes_mean_median_and_ninetieth_percentile():
    changes = [Change(ms=float(ms), received=ms * 10) for ms in (50, 10, 40, 20, 30, 60, 70, 80, 90, 100, 1000)]
    assert Summary.of(changes) == Summary(
        n=11, mean_ms=pytest.approx(1550 / 11), median_ms=60, p90_ms=100, received=600
    )


def test_target_is_reached_only_where_time_and_bytes_are():
    target = Target(kilobytes=12, ratio=1.5)
    quick_and_small = Summary(n=9, mean_ms=150, median_ms=140, p90_ms=200, received=12_000)
    slow = Summary(n=9, mean_ms=151, median_ms=140, p90_ms=200, received=12_000)
    big = Summary(n=9, mean_ms=150, median_ms=140, p90_ms=200, received=12_001)
    table = lines([Row("gut", quick_and_small, target), Row("langsam", slow, target), Row("gross", big, target)], BARE)
    assert [line.split("|")[-2].strip() for line in table[2:]] == ["ja", "nein", "nein"]


def test_table_writes_numbers_in_german():
    [row] = lines([Row("Karte", Summary(n=9, mean_ms=1234, median_ms=1200, p90_ms=2000, received=4560))], BARE)[2:]
    assert [cell.strip() for cell in row.strip("|").split("|")] == [
        "Karte",
        "1.234 ms",
        "1.200 ms",
        "2.000 ms",
        "12,34 ×",
        "4,6 kB",
        "",
        "",
    ]


def test_first_paint_may_take_twice_the_bare_app_and_a_second():
    assert "eingehalten" in first_paint_lines(FirstPaint(n=3, bare=2.0, ours=5.0))[0]
    assert "überschritten" in first_paint_lines(FirstPaint(n=3, bare=2.0, ours=5.1))[0]


def test_sections_name_the_machine_and_the_number_of_changes():
    changes, first = sections(["| a |"], FirstPaint(n=3, bare=2.0, ours=4.0), "Rechner X", 16)
    assert "Rechner X" in changes.body
    assert "16 Wechsel" in changes.title
    assert "Start des Servers" in first.body
