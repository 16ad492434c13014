"""A cache that counts what its results hold."""

from __future__ import annotations

from sro.web.speicher import kept


def test_results_are_kept_as_long_as_there_is_room_and_the_one_asked_for_longest_ago_goes_first() -> None:
    made: list[int] = []

    @kept(most=10)
    def zeilen(anzahl: int) -> tuple[int, ...]:
        made.append(anzahl)
        return tuple(range(anzahl))

    for anzahl in (4, 5, 4, 3):  # with the last one they are twelve: five, asked for longest ago, has to go
        assert len(zeilen(anzahl)) == anzahl
    assert made == [4, 5, 3]
    zeilen(4)
    assert made == [4, 5, 3]
    zeilen(5)
    assert made == [4, 5, 3, 5]


def test_one_that_is_too_large_is_kept_until_the_next() -> None:
    made: list[int] = []

    @kept(most=10)
    def zeilen(anzahl: int) -> tuple[int, ...]:
        made.append(anzahl)
        return tuple(range(anzahl))

    zeilen(100)
    zeilen(100)
    zeilen(1)
    zeilen(100)
    assert made == [100, 1, 100]
    zeilen.cache_clear()
    zeilen(100)
    assert made == [100, 1, 100, 100]
