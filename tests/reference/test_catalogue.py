"""The catalogue is complete, and an incomplete one is refused with every gap at once."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sro.model.indikator import Anteilsart
from sro.reference.catalogue import KatalogUnvollstaendig, catalogue, read_catalogue
from sro.reference.catalogue_gaps import INDIKATOR_FIELDS, find_gaps
from sro.reference.places import ROOT

LEVELS = ("stadt", "stadtteil", "stadtbezirk")
FAMILIES = {"B": 4, "S": 4, "K": 4, "E": 3, "H": 7, "P": 3, "O": 2, "J": 2, "F": 2, "G": 2, "W": 2}
CODES = [f"{letter}{number}" for letter, count in FAMILIES.items() for number in range(1, count + 1)]
CONTENT: dict[str, Any] = yaml.safe_load((ROOT / "data" / "indikatoren.yaml").read_text(encoding="utf-8"))


def small() -> dict[str, Any]:
    """A catalogue of one indicator: complete, to be broken by the tests."""
    indikator = copy.deepcopy(next(i for i in CONTENT["indikatoren"] if i["code"] == "H2"))
    return {
        "merkmale": [
            {"id": "hze_ambulant_faelle", "name": "Ambulante Hilfen"},
            {"id": "bevoelkerung_0_21", "name": "Unter 21-Jährige"},
        ],
        "indikatoren": [indikator],
    }


def written(content: Any, folder: Path) -> Path:
    path = folder / "indikatoren.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return path


def test_all_indicators_of_the_field_are_there_in_order() -> None:
    assert [indikator.code for indikator in catalogue().indikatoren] == CODES
    assert catalogue() is catalogue()


def test_one_merkmal_for_one_quantity() -> None:
    katalog = catalogue()
    assert katalog["unter_21"].zaehler == katalog["hze_ohne_28"].nenner
    assert katalog["gefaehrdungseinschaetzungen"].zaehler == katalog["gefaehrdung_bestaetigt"].nenner
    assert katalog["sprachfoerderbedarf"].nenner == katalog["uebergewicht"].nenner


def test_hilfearten_add_up_in_the_catalogue() -> None:
    parts = catalogue().merkmal("hze_ohne_28_faelle").summe_aus
    assert parts == ("hze_ambulant_faelle", "hze_teilstationaer_faelle", "hze_stationaer_faelle")
    assert "eingliederungshilfe_35a_faelle" not in parts
    assert "junge_volljaehrige_faelle" not in parts


def test_rare_and_sensitive_services_stay_on_city_level() -> None:
    katalog = catalogue()
    only_city = {i.code for i in katalog.indikatoren if i.ebenen == ("stadt",)}
    assert only_city == {"E3", "H3", "H6", "P2", "P3", "J2"}
    assert {i.code for i in katalog.indikatoren if i.stadtweit_gebuendelt} == {"H3", "H6", "P3"}
    services = {"Erzieherische Hilfen", "Kinderschutz"}
    assert all("stadtbezirk" not in i.ebenen for i in katalog.indikatoren if i.thema in services)


def test_service_use_is_ambivalent() -> None:
    assert {i.polaritaet for i in catalogue().indikatoren if i.code[0] in "HP"} == {"ambivalent"}


def test_persons_have_a_threshold_and_shares_protect_the_group() -> None:
    katalog = catalogue()
    assert {i.code for i in katalog.indikatoren if i.schwelle is None} == {"K3", "O1", "J1", "W1"}
    unprotected = {i.code for i in katalog.indikatoren if i.art is Anteilsart.ANTEIL and not i.gruppenschutz}
    assert unprotected == {"W2"}


@pytest.mark.parametrize(
    ("indikator", "period"),
    [
        ("unter_21", "31.12.2024"),
        ("betreuung_u3", "1.3.2024"),
        ("sgb2_unter_18", "Dezember 2024"),
        ("uebergewicht", "Schuljahr 2024/25"),
        ("hze_ohne_28", "2024"),
    ],
)
def test_periods_are_written_as_planners_write_them(indikator: str, period: str) -> None:
    assert catalogue()[indikator].period(2024) == period


def test_pooled_years_are_named_with_both_ends() -> None:
    assert catalogue()["inobhutnahmen"].period(2024, 3) == "2022 bis 2024 (3 Jahre zusammen)"
    assert catalogue()["uebergewicht"].period(2024, 2) == "Schuljahr 2023/24 bis Schuljahr 2024/25 (2 Jahre zusammen)"


def test_windows_are_fixed_in_the_catalogue() -> None:
    pooled = catalogue()["hze_teilstationaer"].stadtweit_gebuendelt
    assert pooled
    assert [pooled.letztes(jahr) for jahr in range(2015, 2026)] == [2015, *[2018] * 3, *[2021] * 3, *[2024] * 3, 2027]
    assert catalogue()["hze_teilstationaer"].jahre_zusammen("stadtteil") == 3
    assert catalogue()["hze_teilstationaer"].jahre_zusammen("stadt") == 1


def two_pooled(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    content = small()
    one = content["indikatoren"][0] | {"ebenen": ["stadt"]}
    content["indikatoren"] = [
        one | {"stadtweit_gebuendelt": first},
        one | {"id": "zweiter", "code": "H9", "stadtweit_gebuendelt": second},
    ]
    return content


WINDOW = {"jahre": 3, "bis": 2024, "ebenen": ["stadtteil"]}


def test_windows_on_one_grid_may_have_other_anchors() -> None:
    assert find_gaps(two_pooled(WINDOW, WINDOW | {"bis": 2030}), LEVELS) == ()


@pytest.mark.parametrize("other", [{"bis": 2023}, {"jahre": 2}, {"jahre": 6}])
def test_windows_that_overlap_are_refused(other: dict[str, Any]) -> None:
    (gap,) = find_gaps(two_pooled(WINDOW, WINDOW | other), LEVELS)
    assert "Die Zeiträume in stadtweit_gebuendelt überlappen sich" in gap


@pytest.mark.parametrize(
    "wrong", [3, {"jahre": 3}, WINDOW | {"jahre": 1}, WINDOW | {"ebenen": []}, WINDOW | {"jahre": True}]
)
def test_a_window_that_lacks_something_is_refused(wrong: Any) -> None:
    content = small()
    content["indikatoren"][0]["stadtweit_gebuendelt"] = wrong
    assert any("„stadtweit_gebuendelt“ verlangt null oder jahre" in gap for gap in find_gaps(content, LEVELS))


def test_a_level_is_published_by_single_years_or_pooled() -> None:
    content = small()
    content["indikatoren"][0].update(
        ebenen=["stadt", "stadtteil"], stadtweit_gebuendelt=WINDOW | {"ebenen": ["stadtteil", "strasse"]}
    )
    assert [gap.partition("Die Ebene ")[2][:40] for gap in find_gaps(content, LEVELS)] == [
        "„stadtteil“ steht unter ebenen und in st",
        "„strasse“ in stadtweit_gebuendelt gibt e",
    ]


def test_only_the_eingliederungshilfe_breaks_in_2024() -> None:
    breaks = {(i.code, bruch.jahr) for i in catalogue().indikatoren for bruch in i.reihenbrueche}
    assert breaks == {("H5", 2024)}


def test_the_small_catalogue_is_complete() -> None:
    assert find_gaps(small(), LEVELS) == ()


def test_every_gap_is_told_at_once(tmp_path: Path) -> None:
    content = small()
    first, second = content["merkmale"]
    del first["name"]
    second["summe_aus"] = ["bevoelkerung_0_18"]
    indikator = content["indikatoren"][0]
    del indikator["paragraf"]
    indikator.update(definition=" ", polaritaet="gut", ebenen=["stadt", "strasse"], nenner="einwohner", farbe="rot")
    content["indikatoren"].append({**small()["indikatoren"][0], "schwelle": 5})
    with pytest.raises(KatalogUnvollstaendig) as refused:
        read_catalogue(written(content, tmp_path), LEVELS)
    assert sorted(refused.value.saetze) == sorted(
        (
            "Merkmal „hze_ambulant_faelle“: Das Feld „name“ fehlt; bitte ergänzen.",
            "Indikator „hze_ambulant“: „schwelle“ steht in geheimhaltung.yaml; hier entfernen und dort festlegen.",
            "Merkmal „bevoelkerung_0_21“: summe_aus nennt „bevoelkerung_0_18“, das es nicht gibt; "
            "unter merkmale ergänzen.",
            "Indikator: id „hze_ambulant“ kommt 2-mal vor; bitte eindeutig machen.",
            "Indikator: code „H2“ kommt 2-mal vor; bitte eindeutig machen.",
            "Indikator „hze_ambulant“: Das Feld „paragraf“ fehlt; bitte ergänzen.",
            "Indikator „hze_ambulant“: „definition“ verlangt einen Text, nicht „ “.",
            "Indikator „hze_ambulant“: „polaritaet“ verlangt eines von erwuenscht, belastung, ambivalent, nicht „gut“.",
            "Indikator „hze_ambulant“: Das Feld „farbe“ ist unbekannt; Schreibweise prüfen oder entfernen.",
            "Indikator „hze_ambulant“: nenner „einwohner“ ist kein Merkmal; unter merkmale ergänzen.",
            "Indikator „hze_ambulant“: Die Ebene „strasse“ gibt es nicht; möglich sind stadt, stadtteil, stadtbezirk.",
        )
    )
    assert all(gap in str(refused.value) for gap in refused.value.saetze)


def test_a_sum_that_leads_back_to_itself_is_refused() -> None:
    content = small()
    content["merkmale"][0]["summe_aus"] = ["bevoelkerung_0_21"]
    content["merkmale"][1]["summe_aus"] = ["hze_ambulant_faelle"]
    assert find_gaps(content, LEVELS) == (
        "Merkmal „hze_ambulant_faelle“: summe_aus führt im Kreis zu sich selbst; eine der Summen entfernen.",
        "Merkmal „bevoelkerung_0_21“: summe_aus führt im Kreis zu sich selbst; eine der Summen entfernen.",
    )


def test_a_sum_over_two_years_of_what_counts_the_year_before_itself_is_refused() -> None:
    content = small()
    content["merkmale"][0]["folgejahr_summe"] = ["bevoelkerung_0_21"]
    assert find_gaps(content, LEVELS) == ()
    content["merkmale"][1]["summe_aus"] = ["hze_ambulant_faelle"]
    (gap,) = find_gaps(content, LEVELS)
    assert gap.startswith("Merkmal „hze_ambulant_faelle“: folgejahr_summe hat nur, was das eigene Jahr zählt;")


def test_unused_merkmale_are_refused() -> None:
    content = small()
    content["merkmale"].append({"id": "hunde", "name": "Hunde"})
    assert find_gaps(content, LEVELS) == (
        "Merkmal „hunde“: Kein Indikator benutzt es; entfernen oder Schreibweise prüfen.",
    )


def test_a_merkmal_that_is_only_part_of_a_sum_is_allowed() -> None:
    """No indicator publishes it, but it could be computed."""
    content = small()
    content["merkmale"][1]["summe_aus"] = ["bevoelkerung_0_18", "bevoelkerung_18_21"]
    content["merkmale"] += [{"id": part, "name": part} for part in content["merkmale"][1]["summe_aus"]]
    assert find_gaps(content, LEVELS) == ()


def test_every_age_group_that_subtraction_gives_is_in_the_catalogue() -> None:
    katalog = catalogue()
    helpers = {m.id for m in katalog.merkmale} - {m for i in katalog.indikatoren for m in (i.zaehler, i.nenner)}
    assert helpers == {
        *("bevoelkerung_6_12", "bevoelkerung_6_18", "bevoelkerung_12_18", "bevoelkerung_15_18_und_21_25"),
        *("bevoelkerung_21_65", "bevoelkerung_65_plus", "bevoelkerung_6_6_5_vorjahr", "u_hefte_nicht_vorgelegt"),
    }


@pytest.mark.parametrize("content", [None, [], "text", {}, {"merkmale": []}, {"merkmale": {}, "indikatoren": []}])
def test_a_file_of_another_shape_is_refused(content: Any) -> None:
    assert find_gaps(content, LEVELS) == ("Die Datei braucht zwei Listen: „merkmale:“ und „indikatoren:“.",)


def test_broken_yaml_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "indikatoren.yaml"
    path.write_text("merkmale:\n  - {id: a, name: b\nindikatoren: []\n", encoding="utf-8")
    with pytest.raises(KatalogUnvollstaendig, match=r"Kein gültiges YAML in Zeile 3"):
        read_catalogue(path, LEVELS)


def test_a_field_written_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "indikatoren.yaml"
    path.write_text("merkmale:\n  - id: a\n    name: eins\n    name: zwei\n", encoding="utf-8")
    with pytest.raises(KatalogUnvollstaendig, match=r"Zeile 4, Spalte 5 \(„name“ steht doppelt\)"):
        read_catalogue(path, LEVELS)


def test_wrong_encoding_and_missing_file_are_sentences(tmp_path: Path) -> None:
    path = tmp_path / "indikatoren.yaml"
    with pytest.raises(KatalogUnvollstaendig, match="gibt es nicht"):
        read_catalogue(path, LEVELS)
    path.write_bytes("merkmale: [ü]".encode("cp1252"))
    with pytest.raises(KatalogUnvollstaendig, match="UTF-8"):
        read_catalogue(path, LEVELS)


@given(place=st.integers(0, len(CODES) - 1), field=st.sampled_from(sorted(INDIKATOR_FIELDS)))
def test_whichever_field_is_missing_is_named(place: int, field: str) -> None:
    content = {**CONTENT, "indikatoren": [dict(entry) for entry in CONTENT["indikatoren"]]}
    name = content["indikatoren"][place]["id"]
    del content["indikatoren"][place][field]
    entry = f"Indikator Nr. {place + 1}" if field == "id" else f"Indikator „{name}“"
    assert f"{entry}: Das Feld „{field}“ fehlt; bitte ergänzen." in find_gaps(content, LEVELS)


JUNK = st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=3) | st.lists(st.integers(0, 1), max_size=2)


@given(field=st.sampled_from(sorted(INDIKATOR_FIELDS)), value=JUNK | st.dictionaries(st.text(max_size=2), JUNK))
def test_whatever_stands_in_a_field_gives_sentences_or_a_catalogue_never_a_crash(field: str, value: Any) -> None:
    content = small()
    content["indikatoren"][0][field] = value
    assert all(gap.endswith(".") for gap in find_gaps(content, LEVELS))
