from __future__ import annotations

from pathlib import Path

from bench.document import HEAD, Section, parsed, put, table


def test_each_command_leaves_the_sections_of_the_others(tmp_path: Path) -> None:
    path = tmp_path / "performance.md"
    put(path, [Section("Karte (3 Wechsel)", "alt"), Section("Erste Karte", "bleibt")])
    put(path, [Section("Last", "viel\n\n| a |")])
    put(path, [Section("Karte (5 Wechsel)", "neu")])
    assert parsed(path.read_text(encoding="utf-8")) == [
        Section("Karte (5 Wechsel)", "neu"),
        Section("Erste Karte", "bleibt"),
        Section("Last", "viel\n\n| a |"),
    ]
    assert path.read_text(encoding="utf-8").startswith(HEAD)


def test_writing_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "performance.md"
    put(path, [Section("Last", "viel")])
    before = path.read_text(encoding="utf-8")
    put(path, parsed(before))
    assert path.read_text(encoding="utf-8") == before


def test_numbers_are_aligned_to_the_right() -> None:
    assert table(("", "Zahl"), [("lang", "1"), ("a", "1.234")]) == [
        "|      |  Zahl |",
        "| ---- | ----: |",
        "| lang |     1 |",
        "| a    | 1.234 |",
    ]
