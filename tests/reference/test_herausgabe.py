from __future__ import annotations

from pathlib import Path

import pytest

from sro.reference.herausgabe import LIZENZEN, VORLAGE, publication, read_publication


def folder(tmp_path: Path, said: str) -> Path:
    (tmp_path / "stadt.yaml").write_text(f"id: a\nname: A\n{said}", encoding="utf-8")
    return tmp_path


def test_a_city_that_says_nothing_gets_a_template(tmp_path: Path) -> None:
    found = read_publication(folder(tmp_path, ""))
    assert (found.herausgeber, found.bestaetigt, found.lizenz.id) == (VORLAGE, False, "dl-de/by-2-0")


def test_what_a_city_says_is_taken(tmp_path: Path) -> None:
    own = "herausgeber: A, lizenz: cc-by/4.0, bestaetigt: true"
    said = f"herausgabe: {{{own}, adresse: https://a.example, lizenz_grenzen: odbl}}"
    found = read_publication(folder(tmp_path, said))
    assert (found.herausgeber, found.bestaetigt, found.lizenz) == ("A", True, LIZENZEN["cc-by/4.0"])
    assert (found.adresse, found.lizenz_grenzen) == ("https://a.example/", LIZENZEN["odbl"])


@pytest.mark.parametrize("said", ["herausgabe: {lizenz: geheim}", "herausgabe: {herausgaber: A}"])
def test_what_cannot_be_understood_is_refused_with_what_is_possible(tmp_path: Path, said: str) -> None:
    with pytest.raises(ValueError, match="Möglich"):
        read_publication(folder(tmp_path, said))


def test_the_bundled_city_is_a_template_until_the_office_confirms_it() -> None:
    assert not publication().bestaetigt
