"""The rules of disclosure control: resolved for every name of the catalogue, never weaker for what is missing."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sro.model.geheimhaltung import Geheimhaltung, Verfahren
from sro.model.indikator import Anteilsart
from sro.reference.catalogue import KatalogUnvollstaendig, catalogue, read_catalogue
from sro.reference.places import ROOT
from sro.reference.rules import Schutzregeln
from sro.reference.rules_gaps import Names, find_rule_gaps

CONTENT: dict[str, Any] = yaml.safe_load((ROOT / "data" / "geheimhaltung.yaml").read_text(encoding="utf-8"))
NAMES = Names(
    frozenset({"faelle", "kinder", "betroffene", "plaetze"}),
    {"hilfen": "faelle", "anteil": "betroffene", "versorgung": "plaetze"},
    {"hilfen": Anteilsart.DICHTE, "anteil": Anteilsart.ANTEIL, "versorgung": Anteilsart.VERHAELTNIS},
)


def small() -> dict[str, Any]:
    """Rules with one entry of each kind."""
    return {
        "verfahren": "unterdruecken",
        "rundungsbasis": 5,
        "null_zeigen": True,
        "schwelle": {
            "standard": 5,
            "sensibel": 10,
            "sensibel_sind": [{"grund": "Kinderschutz", "indikatoren": ["anteil"]}],
            "ausnahmen": [
                {"wert": 3, "grund": "Bevölkerung", "merkmale": ["kinder"]},
                {"wert": "keine", "grund": "Plätze", "merkmale": ["plaetze"]},
            ],
        },
        "mindestnenner": {"standard": 50, "ausnahmen": [{"wert": 20, "grund": "wenige", "indikatoren": ["hilfen"]}]},
        "gruppenschutz": {"standard": True, "ausnahmen": [{"wert": False, "grund": "x", "indikatoren": ["anteil"]}]},
    }


def without_exceptions() -> dict[str, Any]:
    content = small()
    del content["schwelle"]["sensibel_sind"]
    for section in ("schwelle", "mindestnenner", "gruppenschutz"):
        del content[section]["ausnahmen"]
    return content


def test_whoever_is_named_has_the_exception() -> None:
    regeln = Schutzregeln(small(), NAMES)
    assert {m: regeln.schwelle(m) for m in sorted(NAMES.merkmale)} == {
        "betroffene": 10,
        "faelle": 5,
        "kinder": 3,
        "plaetze": None,
    }
    assert [regeln.mindestnenner(i) for i in NAMES.zaehler] == [20, 50, 50]
    assert regeln.gruppenschutz("anteil") is False


def test_whoever_is_forgotten_has_the_default_and_no_less() -> None:
    assert find_rule_gaps(without_exceptions(), NAMES) == ()
    regeln = Schutzregeln(without_exceptions(), NAMES)
    assert {regeln.schwelle(m) for m in NAMES.merkmale} == {5}
    assert {regeln.mindestnenner(i) for i in NAMES.zaehler} == {50}
    assert [regeln.gruppenschutz(i) for i in NAMES.zaehler] == [False, True, False]  # only a share has a group


def test_what_holds_for_all_is_in_the_catalogue() -> None:
    assert catalogue().geheimhaltung == Geheimhaltung(Verfahren.UNTERDRUECKEN, 5, True)
    content = {**small(), "verfahren": "runden", "rundungsbasis": 10, "null_zeigen": False}
    assert Schutzregeln(content, NAMES).geheimhaltung == Geheimhaltung(Verfahren.RUNDEN, 10, False)


def test_thresholds_of_the_bundled_catalogue() -> None:
    """Written down here once more by hand: a slip in the file must not pass."""
    katalog = catalogue()
    by_value: dict[int | None, set[str]] = {}
    for merkmal in katalog.merkmale:
        by_value.setdefault(merkmal.schwelle, set()).add(merkmal.id)
    assert by_value.keys() == {3, 5, 10, None}
    assert by_value[None] == {"plaetze_ue3", "okja_vzae", "schulsozialarbeit_vzae", "spielflaeche_m2"}
    assert by_value[10] == {
        *("kinder_sgb2", "arbeitslose_15_25_personen", "mindestsicherung_personen"),
        *("gefaehrdungseinschaetzungen_verfahren", "gefaehrdungen_festgestellt", "inobhutnahmen_ohne_uma"),
        *("sprachfoerderbedarf_kinder", "uebergewicht_kinder", "u8_u9_vollstaendig_kinder"),
    }
    assert by_value[3] == {
        *(m.id for m in katalog.merkmale if m.id.startswith("bevoelkerung")),
        *("geburten", "grundschulkinder", "schuelerinnen", "seu_untersuchte", "abgaenge_klasse_4", "schulentlassene"),
        *("u_hefte_vorgelegt", "u_hefte_nicht_vorgelegt"),
    }
    assert {i.mindestnenner for i in katalog.indikatoren} == {50}
    assert all(i.schwelle == katalog.merkmal(i.zaehler).schwelle for i in katalog.indikatoren)


def change(**parts: Any) -> Callable[[dict[str, Any]], None]:
    return lambda content: content.update(parts)


def within(section: str, **parts: Any) -> Callable[[dict[str, Any]], None]:
    return lambda content: content[section].update(parts)


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (change(verfahren="würfeln"), "„verfahren“ verlangt unterdruecken oder runden, nicht „würfeln“."),
        (change(rundungsbasis=2), "„rundungsbasis“ verlangt eine ganze Zahl ab 3, nicht „2“."),
        (change(null_zeigen=None), "„null_zeigen“ verlangt true oder false, nicht „leer“."),
        (
            change(schwellen=5),
            "Der Schlüssel „schwellen“ ist unbekannt; möglich sind verfahren, rundungsbasis, null_zeigen, schwelle, "
            "mindestnenner, gruppenschutz.",
        ),
        (change(mindestnenner=50), "„mindestnenner“ verlangt einen Abschnitt mit „standard“, nicht „50“."),
        (within("schwelle", standard=0), "„schwelle: standard“ verlangt eine ganze Zahl ab 1, nicht „0“."),
        (within("schwelle", standard="keine"), "„schwelle: standard“ verlangt eine ganze Zahl ab 1, nicht „keine“."),
        (
            within("schwelle", sensibel=4),
            "„schwelle: sensibel“ ist mit 4 kleiner als der Standard 5; bitte mindestens gleich.",
        ),
        (
            within("schwelle", ausnahmen=[{"wert": None, "grund": "Plätze", "merkmale": ["plaetze"]}]),
            "„schwelle: ausnahmen Nr. 1: wert“ verlangt eine ganze Zahl ab 1 oder keine, nicht „leer“.",
        ),
        (
            within("schwelle", ausnahmen=[{"wert": 3, "merkmale": ["kinder"]}]),
            "„schwelle: ausnahmen Nr. 1: grund“ fehlt; bitte ergänzen (einen Grund in Worten).",
        ),
        (
            within("schwelle", ausnahmen=[{"wert": 3, "grund": "Bevölkerung"}]),
            "„schwelle: ausnahmen Nr. 1“ nennt niemanden; bitte merkmale oder indikatoren ergänzen.",
        ),
        (
            within("schwelle", sensibel_sind=[{"grund": "x", "merkmale": ["betrofene"]}]),
            "„schwelle: sensibel_sind Nr. 1: merkmale“ nennt „betrofene“, das der Katalog nicht hat; Schreibweise "
            "prüfen oder entfernen.",
        ),
        (
            within("schwelle", sensibel_sind=[{"grund": "x", "merkmale": ["kinder"]}]),
            "„schwelle: ausnahmen Nr. 1“ nennt „kinder“, das schon in „schwelle: sensibel_sind Nr. 1“ steht; bitte nur "
            "einmal nennen.",
        ),
        (
            within("gruppenschutz", ausnahmen=[{"wert": True, "grund": "x", "indikatoren": ["hilfen"]}]),
            "„gruppenschutz: ausnahmen Nr. 1: indikatoren“ nennt „hilfen“, das kein Anteil ist; Gruppenschutz gibt es "
            "nur dort, entfernen.",
        ),
        (
            within("mindestnenner", ausnahmen=[{"wert": 20, "grund": "x", "merkmale": ["kinder"]}]),
            "Der Schlüssel „mindestnenner: ausnahmen Nr. 1: merkmale“ ist unbekannt; möglich sind grund, wert, "
            "indikatoren.",
        ),
        (
            within("mindestnenner", ausnahmen=None),
            "„mindestnenner: ausnahmen“ verlangt eine Liste oder [], nicht „leer“.",
        ),
    ],
)
def test_what_is_wrong_is_a_sentence_with_key_value_and_remedy(
    broken: Callable[[dict[str, Any]], None], sentence: str
) -> None:
    content = small()
    assert find_rule_gaps(content, NAMES) == ()
    broken(content)
    assert sentence in find_rule_gaps(content, NAMES)


@pytest.mark.parametrize("key", list(small()))
def test_a_missing_part_is_named_and_never_guessed(key: str) -> None:
    content = small()
    del content[key]
    assert any(f"„{key}“ fehlt" in gap for gap in find_rule_gaps(content, NAMES))


def test_all_gaps_come_at_once() -> None:
    content = small()
    content["verfahren"] = "x"
    content["schwelle"]["standard"] = -1
    content["gruppenschutz"]["standard"] = "ja"
    assert len(find_rule_gaps(content, NAMES)) == 3


JUNK = st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=3) | st.lists(st.integers(0, 1), max_size=2)
PLACES = [
    ("verfahren",), ("rundungsbasis",), ("null_zeigen",), ("schwelle",), ("mindestnenner",), ("gruppenschutz",),
    *[("schwelle", key) for key in ("standard", "sensibel", "sensibel_sind", "ausnahmen")],
    *[("schwelle", "ausnahmen", 0), *[("schwelle", "ausnahmen", 0, key) for key in ("wert", "grund", "merkmale")]],
    *[("mindestnenner", "ausnahmen", 0, "indikatoren"), ("gruppenschutz", "ausnahmen", 0, "indikatoren")],
]  # fmt: skip


@given(place=st.sampled_from(PLACES), value=JUNK | st.dictionaries(st.text(max_size=2), JUNK, max_size=2))
def test_whatever_stands_there_gives_sentences_or_rules_never_a_crash(place: tuple[Any, ...], value: Any) -> None:
    content: Any = copy.deepcopy(small())
    part = content
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    gaps = find_rule_gaps(content, NAMES)
    assert all(gap.endswith(".") for gap in gaps)
    if not gaps:
        assert all(Schutzregeln(content, NAMES).schwelle(m) != 0 for m in NAMES.merkmale)


def test_a_city_brings_its_own_file_beside_its_catalogue(tmp_path: Path) -> None:
    catalog = tmp_path / "indikatoren.yaml"
    catalog.write_text((ROOT / "data" / "indikatoren.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(KatalogUnvollstaendig, match=r"geheimhaltung\.yaml gibt es nicht; SRO_GEHEIMHALTUNG prüfen"):
        read_catalogue(catalog)
    own = {**CONTENT, "mindestnenner": {"standard": 30}}
    (tmp_path / "geheimhaltung.yaml").write_text(yaml.safe_dump(own, allow_unicode=True), encoding="utf-8")
    assert {i.mindestnenner for i in read_catalogue(catalog, None).indikatoren} == {30}


def test_the_setting_names_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "regeln.yaml"
    own.write_text(yaml.safe_dump({**CONTENT, "rundungsbasis": 10}, allow_unicode=True), encoding="utf-8")
    monkeypatch.setenv("SRO_GEHEIMHALTUNG", str(own))
    assert catalogue().geheimhaltung.rundungsbasis == 10


def test_rules_that_cannot_be_used_name_their_file(tmp_path: Path) -> None:
    own = tmp_path / "regeln.yaml"
    own.write_text("verfahren: [", encoding="utf-8")
    with pytest.raises(
        KatalogUnvollstaendig, match=r"in regeln\.yaml gelten so nicht \(1\):\nKein gültiges YAML in Zeile"
    ):
        read_catalogue(ROOT / "data" / "indikatoren.yaml", None, own)
