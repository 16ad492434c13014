"""Incomplete families."""

from __future__ import annotations

from pathlib import Path

from sro.intake.pruefung import check_all
from sro.intake.pruefung.familie_unvollstaendig import families
from tests.intake.kleine_stadt import KATALOG, deliver, places


def test_a_part_without_total_and_sibling(tmp_path: Path) -> None:
    (found,) = check_all(deliver(tmp_path, "saldo;stadt;00;2024;-8;1000", "ambulant;stadt;00;2024;20;1000"))
    assert places((found,)) == [("familie_unvollstaendig", 3, "indikator_id", "ambulant")]
    assert "„Hilfen“ (hilfen), „Stationaer“ (stationaer)" in found.text


def test_families_of_the_catalogue() -> None:
    assert [[one.id for one in family] for family in families(KATALOG)] == [["hilfen", "ambulant", "stationaer"]]
