"""Incomplete families."""

from __future__ import annotations

from dataclasses import replace
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


def test_age_groups_that_no_indicator_counts_make_no_family() -> None:
    merkmale = tuple(
        replace(one, summe_aus=("kinder", "x")) if one.id == "einwohner" else one for one in KATALOG.merkmale
    )
    assert families(replace(KATALOG, merkmale=merkmale)) == families(KATALOG)


def test_families_that_share_a_part_are_one() -> None:
    merkmale = tuple(
        replace(one, summe_aus=("ambulant", "vzae")) if one.id == "kinder" else one for one in KATALOG.merkmale
    )
    (family,) = families(replace(KATALOG, merkmale=merkmale))
    assert [one.id for one in family] == ["kinderanteil", "hilfen", "ambulant", "stationaer", "personal"]
