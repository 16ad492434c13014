"""Files are written whole or not at all: the disk is full in the middle of them."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sro.store import Stoerung, stoerung_of
from sro.store.dateien import write_whole

ROOM = 10_000  # bytes


@contextmanager
def little_room() -> Iterator[None]:
    """No file may become longer than ROOM."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_all_are_written(tmp_path: Path) -> None:
    files = {tmp_path / "neu" / "a.txt": "ä", tmp_path / "b.txt": "b"}
    assert write_whole(files) == tuple(files)
    assert {path: path.read_text(encoding="utf-8") for path in files} == files
    assert (tmp_path / "b.txt").stat().st_mode & 0o777 == 0o644


def test_where_one_finds_no_place_none_is_changed_and_nothing_is_left(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    write_whole({first: "alt", second: "alt"})
    with little_room(), pytest.raises(OSError, match="large") as told:
        write_whole({first: "neu", second: "x" * 2 * ROOM})
    assert stoerung_of(told.value) is Stoerung.VOLL
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.txt": "alt", "b.txt": "alt"}
    assert write_whole({first: "neu", second: "x" * 2 * ROOM}) == (first, second)
