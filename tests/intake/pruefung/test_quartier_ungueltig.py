"""Figures of Quartiere outside of their validity."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sro.intake.lieferung import understand
from sro.intake.pruefung import check_all, quartier_ungueltig
from sro.intake.tabelle import read_table
from tests.intake.kleine_stadt import HEUTE, KOPF, findings, places
from tests.intake.quartiersstadt import QUARTIERSKATALOG, QUARTIERSSTADT


def told(folder: Path, *rows: str) -> list[tuple[str, int | None, str | None, str | None]]:
    file = folder / "tabelle.csv"
    file.write_text("\n".join((KOPF, *rows)), encoding="utf-8")
    return places(check_all(understand([read_table(file)], QUARTIERSKATALOG, QUARTIERSSTADT, HEUTE)))


@pytest.mark.parametrize(
    ("indikator", "quartier", "jahr", "gilt"),
    [
        ("kinderanteil", "kante", 2023, False),
        ("kinderanteil", "kante", 2024, True),
        ("kinderanteil", "inseln", 2022, True),
        ("kinderanteil", "inseln", 2023, False),  # 31.12.2023 is after its end
        ("saldo", "inseln", 2020, False),  # a whole year that began before it
        ("saldo", "inseln", 2021, True),
        ("sprache", "inseln", 2022, False),  # a school year ends in July
        ("sprache", "inseln", 2021, True),
    ],
)
def test_the_day_that_is_counted_decides(tmp_path: Path, indikator: str, quartier: str, jahr: int, gilt: bool) -> None:
    zeit = f"{jahr}/{(jahr + 1) % 100}" if indikator == "sprache" else str(jahr)
    found = told(tmp_path, f"{indikator};quartier;{quartier};{zeit};20;100")
    assert found == ([] if gilt else [("quartier_ungueltig", 2, "zeit", zeit)])


def test_it_says_from_when_to_when(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    rows = ("kinderanteil;quartier;inseln;2023;20;100", "kinderanteil;quartier;Kai;2023;20;100")
    file.write_text("\n".join((KOPF, *rows)), encoding="utf-8")
    delivered = understand([read_table(file)], QUARTIERSKATALOG, QUARTIERSSTADT, HEUTE)
    ended, new = (befund.text for befund in quartier_ungueltig.check(delivered))
    assert ended.startswith("Das Quartier Inseln gilt nach stadt.yaml vom 01.03.2020 bis 30.06.2023; geliefert ist")
    assert "vom 01.01.2024 an; geliefert ist eine Zahl für 31.12.2023. Bitte die Zeile weglassen" in new


def test_a_quartier_that_does_not_exist_and_an_indicator_without_quartiere(tmp_path: Path) -> None:
    rows = ("kinderanteil;quartier;kannte;2024;20;100", "hilfen;quartier;kante;2024;20;100")
    found = told(tmp_path, *rows)
    assert [one for one in found if one[0] != "familie_unvollstaendig"] == [
        ("gebiet_unbekannt", 2, "gebiet_id", "kannte"),
        ("ebene_unpassend", 3, "ebene", "quartier"),
    ]


def test_a_city_without_quartiere_knows_no_such_level(tmp_path: Path) -> None:
    assert findings(tmp_path, "kinderanteil;quartier;kante;2024;20;100") == [
        ("ebene_unbekannt", 2, "ebene", "quartier")
    ]
    assert replace(QUARTIERSSTADT, quartiere=()).of_level("quartier") == ()
