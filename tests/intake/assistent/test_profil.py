"""Profiles: written, read again, refused with all gaps, and never outside their folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.intake.assistent import (
    Bedeutung,
    Bedingung,
    ProfilFehlerhaft,
    Seite,
    Spalte,
    Wert,
    Zuordnung,
    als_yaml,
    aus_yaml,
    gaps,
    gaps_against,
    lade_profil,
    profile_names,
    sichere_profil,
)
from sro.model.akteur import Akteur, Rolle
from tests.intake.kleine_stadt import KATALOG, STADT

PROFIL = Zuordnung(
    kopfzeilen=(3, 4),
    erste=5,
    letzte=None,
    gebiet=Spalte(1, "Stadtteil"),
    ebene="stadtteil",
    blatt="Tabelle 1",
    dezimal=",",
    zeichen={"-": Bedeutung.NULL, "0": Bedeutung.NULL, "...": Bedeutung.FEHLT, "()": Bedeutung.ZAHL},
    nur=(Bedingung(Spalte(2, "Merkmal"), "Haushalte"),),
    gebiete={"Insgesamt": "stadt/00"},
    ohne=("Summe", "nein"),
    synthetisch=True,
    werte=(
        Wert((Spalte(3, "2023 / a: b"), Spalte(4, "# c")), "kinderanteil", Seite.ZAEHLER, 2023),
        Wert((Spalte(5, ""),), "kinderanteil", Seite.NENNER, 2023),
    ),
)

PLANERIN = Akteur("Petra", Rolle.PLANUNG)


def refused(text: str) -> tuple[str, ...]:
    with pytest.raises(ProfilFehlerhaft) as error:
        aus_yaml(text, "probe")
    return error.value.luecken


def test_saved_and_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SRO_VAR", str(tmp_path))
    assert profile_names() == ()
    path = sichere_profil("kinder-2023", PROFIL, wer=PLANERIN)
    assert path == tmp_path / "profile" / "kinder-2023.yaml"
    assert lade_profil("kinder-2023") == PROFIL
    sichere_profil("kinder-2023", replace(PROFIL, blatt=None), wer=PLANERIN)
    assert lade_profil("kinder-2023").blatt is None
    assert profile_names() == ("kinder-2023",)
    assert [file.name for file in path.parent.iterdir()] == ["kinder-2023.yaml"]


def test_a_profile_is_readable() -> None:
    text = als_yaml(PROFIL)
    assert "gebiet: {spalte: 1, kopf: Stadtteil}" in text
    assert "herkunft: synthetisch" in text
    assert "python" not in text


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
FILLED = TEXT.filter(str.strip)
COLUMN = st.builds(Spalte, st.integers(1, 1000), TEXT)


@given(
    st.builds(
        Zuordnung,
        kopfzeilen=st.lists(st.integers(1, 5), max_size=3).map(tuple),
        erste=st.just(6),
        letzte=st.none() | st.integers(6, 99),
        gebiet=COLUMN,
        ebene=FILLED,
        werte=st.lists(
            st.builds(Wert, st.tuples(COLUMN), FILLED, st.sampled_from(Seite)),
            min_size=1,
            max_size=4,
            unique_by=lambda wert: (wert.indikator, wert.seite),
        ).map(tuple),
        blatt=st.none() | FILLED,
        zeitspalte=COLUMN,
        dezimal=st.sampled_from([None, ",", "."]),
        zeichen=st.dictionaries(TEXT, st.sampled_from([Bedeutung.NULL, Bedeutung.FEHLT]), max_size=3),
        nur=st.lists(st.builds(Bedingung, COLUMN, FILLED), max_size=2).map(tuple),
        gebiete=st.dictionaries(TEXT, TEXT, max_size=3),
        zeiten=st.dictionaries(TEXT, st.sampled_from(["2024", "31.12.2024"]), max_size=2),
        ohne=st.lists(FILLED, max_size=3).map(tuple),
        synthetisch=st.booleans(),
    )
)
def test_what_is_written_is_read(zuordnung: Zuordnung) -> None:
    assert aus_yaml(als_yaml(zuordnung)) == zuordnung


@pytest.mark.parametrize(
    "name", ["", "..", "../x", "/etc/passwd", "a/b", "a\\b", "A", "a.yaml", "x" * 65, "ä", "-a", "a\n", "a\x00", "con "]
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "profile"
    with pytest.raises(ProfilFehlerhaft, match="kein Name"):
        sichere_profil(name, PROFIL, folder, wer=PLANERIN)
    with pytest.raises(ProfilFehlerhaft, match="kein Name"):
        lade_profil(name, folder)
    assert list(tmp_path.iterdir()) == []


def test_no_such_profile(tmp_path: Path) -> None:
    sichere_profil("anders", PROFIL, tmp_path, wer=PLANERIN)
    with pytest.raises(ProfilFehlerhaft, match="Vorhanden: anders"):
        lade_profil("kinder", tmp_path)


def test_all_gaps_at_once() -> None:
    found = refused(
        """
        kopfzeile: [1]
        kopfzeilen: [0, zwei]
        erste_zeile: -1
        gebiet: Stadtteil
        zeit: bald
        dezimal: ';'
        herkunft: erfunden
        zeichen: {'-': egal}
        nur: [{spalte: 1, kopf: a}]
        gebiete: {Insgesamt: 0}
        werte:
          - {indikator: hilfen, seite: oben, spalten: [{spalte: 0, kopf: 3}], farbe: rot}
          - hilfen
        """
    )
    for part in (
        "„kopfzeile“ ist unbekannt. Ist „kopfzeilen“ gemeint?",
        "kopfzeilen 1:",
        "„zwei“",
        "erste_zeile:",
        "gebiet: Erwartet wird eine Spalte",
        "ebene:",
        "zeit:",
        "dezimal:",
        "herkunft: Möglich sind echt, synthetisch",
        "zeichen „-“: Möglich sind null, unbekannt, fehlt, zahl",
        "nur 1 wert:",
        "gebiete: „Insgesamt: 0“",
        "werte 1 seite: Möglich sind zaehler, nenner, da steht „oben“.",
        "werte 1 spalten 1 spalte:",
        "„farbe“",
        "werte 2:",
    ):
        assert any(part in gap for gap in found), part


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "keine Felder"),
        ("- 1", "keine Felder"),
        ("a: [", "Kein gültiges YAML"),
        ("a: &x [1]\nb: *x", "Verweise"),
        ("!!python/object/apply:os.system ['true']", "Kein gültiges YAML"),
        ("a: 9999-99-99", "Kein gültiges YAML"),
        ("[" * 5000, "Kein gültiges YAML"),
    ],
)
def test_no_profile_at_all(text: str, said: str) -> None:
    assert any(said in gap for gap in refused(text))


def test_a_file_too_large_or_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "gross.yaml").write_text("a" * 1_100_000)
    (tmp_path / "alt.yaml").write_bytes("ebene: Bezirk Süd".encode("cp1252"))
    with pytest.raises(ProfilFehlerhaft, match="größer"):
        lade_profil("gross", tmp_path)
    with pytest.raises(ProfilFehlerhaft, match="UTF-8"):
        lade_profil("alt", tmp_path)


def test_zero_and_null_need_no_quotation_marks() -> None:
    text = als_yaml(replace(PROFIL, zeichen={})).replace("nur:", "zeichen: {0: null, '-': null}\nnur:")
    assert aus_yaml(text).zeichen == {"0": Bedeutung.NULL, "-": Bedeutung.NULL}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"werte": ()}, "keine Spalte"),
        ({"letzte": 4}, "steht vor der ersten Zeile"),
        ({"kopfzeilen": (5,)}, "über der ersten Zeile"),
        ({"zeiten": {"2020_12_32": "bald"}}, "keine Zeit"),
        ({"jahr": 2023}, "mehrfach angegeben"),
        ({"zeichen": {"-": Bedeutung.ZAHL}}, "ist keine Zahl"),
        ({"werte": (PROFIL.werte[0], PROFIL.werte[0])}, "2-mal zugeordnet"),
        ({"werte": (PROFIL.werte[0], replace(PROFIL.werte[1], jahr=None))}, "Nur manche"),
        ({"werte": tuple(replace(wert, jahr=None) for wert in PROFIL.werte)}, "Es fehlt, wo das Jahr steht"),
        ({"werte": (replace(PROFIL.werte[0], spalten=()),)}, "braucht Spalten"),
        ({"werte": (replace(PROFIL.werte[0], spalten=(Spalte(1, "a"),) * 2),)}, "jede nur einmal"),
    ],
)
def test_contradictions(changed: dict[str, object], said: str) -> None:
    assert list(gaps(PROFIL)) == []
    found = list(gaps(replace(PROFIL, **changed)))  # type: ignore[arg-type]
    assert any(said in gap for gap in found)


def test_what_catalogue_and_city_do_not_know() -> None:
    assert list(gaps_against(PROFIL, KATALOG, STADT)) == []
    wrong = replace(
        PROFIL,
        ebene="kreis",
        gebiete={"x": "stadt/99", "y": "stadtteil/01"},
        werte=(replace(PROFIL.werte[0], indikator="kinderanteile"),),
    )
    found = " ".join(gaps_against(wrong, KATALOG, STADT))
    assert "Ist „kinderanteil“ gemeint?" in found
    assert "„kreis“ gibt es nicht" in found
    assert "„stadt/99“" in found
    assert "stadtteil/01" not in found
