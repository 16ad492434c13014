"""From a finding to the cells of the delivered file, in tidy tables and in tables of a form of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sro.intake.assistent import Bedeutung, Seite, Spalte, Wert, Zuordnung
from sro.intake.ausschnitt import FIRST, MOST, excerpts
from sro.intake.lieferung import understand
from sro.intake.pruefung import check_all
from sro.intake.tabelle import read_table
from sro.model.ausschnitt import Ausschnitt
from sro.model.befund import Befund, Schwere
from tests.intake.kleine_stadt import HEUTE, KATALOG, KOPF, STADT

JAHRE = """Kinder und Einwohner;;;;
Stadtteil;2023;;2024;
;Kinder;Alle;Kinder;Alle
Altstadt;120;1000;-4;1010
Neustadt;230;viele;240;2020
Ostern;1;2;3;4
"""
BREIT = Zuordnung(
    (2, 3),
    4,
    None,
    Spalte(1, "Stadtteil"),
    "stadtteil",
    tuple(
        Wert((Spalte(n, f"{jahr} / {kopf}"),), "kinderanteil", seite, jahr)
        for n, jahr, kopf, seite in (
            (2, 2023, "Kinder", Seite.ZAEHLER),
            (3, 2023, "Alle", Seite.NENNER),
            (4, 2024, "Kinder", Seite.ZAEHLER),
            (5, 2024, "Alle", Seite.NENNER),
        )
    ),
)


def checked(path: Path, zuordnung: Zuordnung | None = None) -> tuple[Befund, ...]:
    table = read_table(path, zuordnung)
    return (*table.befunde, *check_all(understand([table], KATALOG, STADT, HEUTE)))


def excerpt(tmp_path: Path, text: str, zuordnung: Zuordnung | None = None) -> Ausschnitt:
    file = tmp_path / "a.csv"
    file.write_text(text, encoding="utf-8")
    (found,) = excerpts([file], checked(file, zuordnung), zuordnung)
    return found


def places(ausschnitt: Ausschnitt) -> set[tuple[str, int, tuple[int, ...]]]:
    return {(fund.befund.code, fund.zeile, fund.spalten) for fund in ausschnitt.funde}


def test_a_tidy_table(tmp_path: Path) -> None:
    text = (
        "nenner;zaehler;zeit;gebiet_id;ebene;indikator_id;notiz\n"
        "100;-3;2024;01;stadtteil;kinderanteil;x\n"
        "viele;5;2024;99;stadtteil;kinderanteil;y\n"
        "1;1;2024;01;stadtteil;kinderanteil;y;und;mehr\n"
    )
    found = excerpt(tmp_path, text)
    assert {
        ("spalte_unbekannt", 1, (7,)),
        ("negativ", 2, (2,)),
        ("gebiet_unbekannt", 3, (4,)),
        ("keine_zahl", 3, (1,)),
        ("zeile_zu_lang", 4, ()),
    } <= places(found)
    assert found.kopf[1][6] == "notiz"
    assert found.zeilen[2][1] == "-3"
    assert found.genutzt == (1, 2, 3, 4, 5, 6)


def test_a_row_that_holds_several_years_is_marked_in_the_right_one(tmp_path: Path) -> None:
    found = excerpt(tmp_path, JAHRE, BREIT)
    assert {("negativ", 4, (4,)), ("keine_zahl", 5, (3,)), ("gebiet_unbekannt", 6, (1,))} <= places(found)
    assert found.kopf[3] == ("", "Kinder", "Alle", "Kinder", "Alle")
    assert sorted(found.kopf) == [2, 3]
    assert found.umfang == 3


def test_added_columns_are_marked_together(tmp_path: Path) -> None:
    both = Wert((Spalte(2, "Jungen"), Spalte(3, "Mädchen")), "kinderanteil", Seite.ZAEHLER)
    alle = Wert((Spalte(4, "Alle"),), "kinderanteil", Seite.NENNER)
    zuordnung = Zuordnung((1,), 2, None, Spalte(1, "Stadtteil"), "stadtteil", (both, alle), jahr=2024)
    found = excerpt(tmp_path, "Stadtteil;Jungen;Mädchen;Alle\nAltstadt;60;70;100\n", zuordnung)
    assert ("zaehler_ueber_nenner", 2, (2, 3)) in places(found)


def test_a_sign_and_a_renamed_column(tmp_path: Path) -> None:
    sign = excerpt(tmp_path, JAHRE.replace("viele", "."), BREIT)
    assert places(sign) == {("zeichen_ungeklaert", 5, (3,))}
    explained = replace(BREIT, zeichen={".": Bedeutung.UNBEKANNT})
    assert "zeichen_ungeklaert" not in {fund.befund.code for fund in excerpt(tmp_path, JAHRE, explained).funde}
    renamed = excerpt(tmp_path, JAHRE.replace("Kinder;Alle;Kinder;Alle", "Kinder;Gesamt;Kinder;Gesamt"), BREIT)
    assert places(renamed) == {("profil_passt_nicht", 3, (3,)), ("profil_passt_nicht", 3, (5,))}


def test_a_long_table_is_shown_around_its_findings_alone(tmp_path: Path) -> None:
    rows = ["kinderanteil;stadtteil;01;2024;1;10"] * 5000
    rows[3000] = "kinderanteil;stadtteil;99;2024;1;10"
    file = tmp_path / "lang.csv"
    file.write_text("\n".join([KOPF, *rows]), encoding="utf-8")
    befund = Befund("gebiet_unbekannt", "Satz.", Schwere.FEHLER, "lang.csv", 3002, "gebiet_id", "99")
    (found,) = excerpts([file], [befund])
    assert list(found.zeilen) == [*range(2, 2 + FIRST), 3001, 3002, 3003]
    assert found.umfang == 5000
    assert found.weitere == {}


def test_very_many_findings_are_counted(tmp_path: Path) -> None:
    rows = ["kinderanteil;stadtteil;99;2024;1;10"] * 1000
    found = excerpt(tmp_path, "\n".join([KOPF, *rows]))
    shown = MOST[Schwere.FEHLER]
    assert sum(fund.befund.schwere is Schwere.FEHLER for fund in found.funde) == shown
    assert found.weitere[Schwere.FEHLER] == 1000 - shown
    assert len(found.zeilen) <= shown + 2


def test_files_of_one_name_and_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    same = [tmp_path / "a.csv", tmp_path / "x" / "a.csv"]
    for file in same:
        file.write_text(f"{KOPF}\nkinderanteil;stadtteil;01;2024;1;10\n", encoding="utf-8")
    broken = tmp_path / "b.xlsx"
    broken.write_bytes(b"\x00")
    assert excerpts([*same, broken], []) == ()
    assert len(excerpts(same[:1], [])) == 1


def test_nothing_of_a_table_is_in_its_repr(tmp_path: Path) -> None:
    assert "-4" not in repr(excerpt(tmp_path, JAHRE, BREIT))
