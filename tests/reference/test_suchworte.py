"""Words for searching: a catalogue without them does without, a broken file says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from sro.reference.suchworte import read_synonyms


def test_a_catalogue_without_words_has_none(tmp_path: Path) -> None:
    assert read_synonyms(tmp_path / "suchworte.yaml") == ()


@pytest.mark.parametrize("bad", ["a: b", "- wort", "- [eins]", "- [eins, 2]", "- [eins, ''", "- [eins, '']"])
def test_a_broken_file_is_refused_with_a_sentence(tmp_path: Path, bad: str) -> None:
    path = tmp_path / "suchworte.yaml"
    path.write_text(bad, encoding="utf-8")
    with pytest.raises(ValueError, match=r"suchworte\.yaml"):
        read_synonyms(path)
