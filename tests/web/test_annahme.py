"""What browsers call a file is only a name: no path, nothing that hides or pretends."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.web.lieferung.annahme import safe_name


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("tabelle.csv", "tabelle.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Daten\\HzE 2024.xlsx", "HzE 2024.xlsx"),
        ("/", "lieferung"),
        ("..", "lieferung"),
        ("a\nb\u202ecsv.exe", "a_b_csv.exe"),
        (".htaccess", "htaccess"),
    ],
)
def test_a_name_is_a_name(given_name: str, name: str) -> None:
    assert safe_name(given_name) == name


@given(st.text(max_size=300))
def test_no_name_leaves_its_folder(text: str) -> None:
    path = Path("/ordner") / safe_name(text)
    assert path.parent == Path("/ordner")
    assert 0 < len(path.name) <= 120
