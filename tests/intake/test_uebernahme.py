"""From files to what may be released, and to a Datenstand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sro.intake.freigabe import release
from sro.intake.uebernahme import prepare
from sro.intake.vergleich import Art
from sro.intake.vorschau import Vorschau
from sro.model.akteur import Akteur, Rolle
from sro.model.befund import Schwere
from sro.model.datenstand import Datenstand
from sro.model.gebiet import GebietKey
from sro.model.wert import Status
from sro.store import FreigabeAbgelehnt, Store, open_store
from tests.intake.kleine_stadt import KATALOG, KOPF, STADT, places

KINDER = (
    "kinderanteil;stadt;0;2024;1000;6000",
    "kinderanteil;stadtteil;01;2024;400;2500",
    "kinderanteil;stadtteil;02;2024;600;3500",
)
HILFEN = tuple(
    f"{name};{ebene};{gebiet};2024;{count};{kinder}"
    for name, counts in (("hilfen", (60, 33, 27)), ("ambulant", (31, 30, 1)), ("stationaer", (29, 3, 26)))
    for (ebene, gebiet, kinder), count in zip(
        (("stadt", "00", 1000), ("stadtteil", "01", 400), ("stadtteil", "02", 600)), counts, strict=True
    )
)
PLANUNG = Akteur("Planung", Rolle.PLANUNG)
SYNTHETISCH = tuple(f"{row};synthetisch" for row in KINDER)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'sro.sqlite'}", STADT)
    yield opened
    opened.close()


def written(folder: Path, name: str, *rows: str, kopf: str = KOPF) -> Path:
    file = folder / name
    file.write_text("\n".join((kopf, *rows)), encoding="utf-8")
    return file


def look(store: Store, *files: Path) -> Vorschau:
    return prepare(files, store=store, katalog=KATALOG, stadt=STADT)


def deliver(store: Store, *files: Path) -> tuple[Vorschau, Datenstand | None]:
    """Looks and releases where there are no errors, with every warning confirmed."""
    vorschau = look(store, *files)
    reasons = dict.fromkeys(vorschau.warnungen, "Versuch")
    made = None if vorschau.has_errors else release(vorschau, store=store, akteur=PLANUNG, bestaetigt=reasons)
    return vorschau, made


def test_a_clean_delivery_becomes_the_active_datenstand(tmp_path: Path, store: Store) -> None:
    file = written(tmp_path, "kinder.csv", *KINDER)
    vorschau, made = deliver(store, file)
    assert places(vorschau.befunde) == [("gebiet_ergaenzt", 2, "gebiet_id", "0")]
    assert made == store.active()
    assert made is not None
    assert made.titel == vorschau.titel == "Lieferung kinder.csv"
    (herkunft,) = made.herkunft
    assert (herkunft.indikator, herkunft.dateiname, herkunft.synthetisch) == ("kinderanteil", "kinder.csv", False)
    assert herkunft.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    found = store.values(1, "kinderanteil")
    assert [(value.gebiet, value.zaehler, value.nenner) for value in found] == [
        (GebietKey("stadt", "00"), 1000, 6000),
        (GebietKey("stadtteil", "01"), 400, 2500),
        (GebietKey("stadtteil", "02"), 600, 3500),
    ]


def test_small_counts_reach_neither_store_nor_file(tmp_path: Path, store: Store) -> None:
    vorschau, _ = deliver(store, written(tmp_path, "hilfen.csv", *HILFEN))
    assert not vorschau.has_errors
    assert vorschau.bericht is not None
    assert vorschau.bericht.geheim_regel == 2
    assert vorschau.bericht.aufgedeckt == 0
    values = {(v.indikator, v.gebiet): v for name in ("ambulant", "stationaer") for v in store.values(1, name)}
    for small in (("ambulant", GebietKey("stadtteil", "02")), ("stationaer", GebietKey("stadtteil", "01"))):
        assert values[small].status is Status.GEHEIM
    assert not {value.zaehler for value in values.values()} & {1.0, 3.0}


def test_missing_stays_missing_and_zero_stays_zero(tmp_path: Path, store: Store) -> None:
    rows = ("kinderanteil;stadt;00;2023;;6000", "kinderanteil;stadt;00;2024;0;6000")
    deliver(store, written(tmp_path, "kinder.csv", *rows))
    assert [value.status for value in store.values(1, "kinderanteil")] == [Status.FEHLT, Status.NULL]


def test_one_error_in_one_file_stops_all_of_them(tmp_path: Path, store: Store) -> None:
    good = written(tmp_path, "kinder.csv", *KINDER)
    bad = written(tmp_path, "saldo.csv", "saldo;stadt;00;2024;viele;1000", "saldo;stadt;00;2024;5;-1000")
    empty = written(tmp_path, "leer.csv")
    result = look(store, good, bad, empty)
    errors = [befund for befund in result.befunde if befund.schwere is Schwere.FEHLER]
    assert [(e.datei, e.code, e.zeile, e.spalte, e.wert) for e in errors] == [
        ("leer.csv", "keine_zeilen", None, None, None),
        ("saldo.csv", "keine_zahl", 2, "zaehler", "viele"),
        ("saldo.csv", "negativ", 3, "nenner", "-1000"),
        ("saldo.csv", "zeile_doppelt", 3, "indikator_id", "saldo"),
        ("saldo.csv", "angabe_widerspruechlich", 3, "nenner", "-1000"),
    ]
    assert (result.bericht, result.ergebnis, result.vergleich, store.datenstaende()) == (None, None, None, ())


def test_looking_protects_and_writes_nothing(tmp_path: Path, store: Store) -> None:
    result = look(store, written(tmp_path, "hilfen.csv", *HILFEN))
    assert result.bericht is not None
    assert result.bericht.geheim_regel == 2
    assert (result.grundlage, result.vergleich) == (None, None)
    assert (store.datenstaende(), store.protokoll()) == ((), ())


def test_what_was_looked_at_shows_no_figures_when_it_is_printed(tmp_path: Path, store: Store) -> None:
    rows = ("kinderanteil;stadt;00;2024;4711;60000", "kinderanteil;stadtteil;01;2024;4711;60001")
    seen = repr(look(store, written(tmp_path, "kinder.csv", *rows)))
    assert "kinder.csv" in seen
    assert not any(figure in seen for figure in ("4711", "60000", "60001"))


def test_a_delivery_is_compared_with_what_is_shown(tmp_path: Path, store: Store) -> None:
    deliver(store, written(tmp_path, "hilfen.csv", *HILFEN))
    deliver(store, written(tmp_path, "kinder.csv", *KINDER))
    again = look(store, written(tmp_path, "kinder.csv", KINDER[0].replace("1000", "1001"), *KINDER[1:2]))
    assert again.has_errors  # 1001 children are not 1000, as the denominator of what is carried over says
    rows = (*KINDER, *(row.replace(";2024;", ";2023;") for row in KINDER))
    longer = look(store, written(tmp_path, "kinder.csv", *rows))
    assert longer.grundlage == 2
    assert longer.vergleich is not None
    (found,) = longer.vergleich.indikatoren
    assert (found.indikator, found.jahre_neu, found.count(Art.NEU)) == ("kinderanteil", (2023,), 3)
    assert len(found.geaendert) == 3


def test_a_rate_that_leaps_is_told_unless_real_figures_replace_synthetic_ones(tmp_path: Path, store: Store) -> None:
    kopf = f"{KOPF};herkunft"
    made_up = "kinderanteil;stadt;00;2023;900;6000;synthetisch", "kinderanteil;stadt;00;2024;950;6000;synthetisch"
    deliver(store, written(tmp_path, "demo.csv", *made_up, kopf=kopf))
    leaping = (made_up[0], made_up[1].replace(";950;", ";95;"))
    assert look(store, written(tmp_path, "demo.csv", *leaping, kopf=kopf)).warnungen == ("sprung_zum_vorjahr",)
    real = "kinderanteil;stadt;00;2024;95;6000"
    assert look(store, written(tmp_path, "echt.csv", real)).warnungen == ()


def test_what_is_not_delivered_is_carried_over_as_it_was(tmp_path: Path, store: Store) -> None:
    deliver(store, written(tmp_path, "hilfen.csv", *HILFEN))
    vorschau, made = deliver(store, written(tmp_path, "kinder.csv", *KINDER))
    assert [befund.code for befund in vorschau.befunde] == ["gebiet_ergaenzt", "bestand_weitergefuehrt"]
    assert "ambulant, hilfen, stationaer" in vorschau.befunde[1].text
    assert made is not None
    assert {one.indikator: one.dateiname for one in made.herkunft} == {
        "kinderanteil": "kinder.csv",
        "hilfen": "hilfen.csv",
        "ambulant": "hilfen.csv",
        "stationaer": "hilfen.csv",
    }
    for name in ("hilfen", "ambulant", "stationaer"):
        assert store.values(1, name) == store.values(2, name) != ()


def test_a_new_delivery_replaces_its_years_as_a_whole(tmp_path: Path, store: Store) -> None:
    """An area that the new one lacks does not keep its old figure beside the new sums."""
    deliver(store, written(tmp_path, "a.csv", *KINDER))
    deliver(store, written(tmp_path, "b.csv", "kinderanteil;stadt;00;2024;950;6000"))
    assert [(value.gebiet.id, value.zaehler) for value in store.values(2, "kinderanteil")] == [("00", 950)]
    assert len(store.values(1, "kinderanteil")) == len(KINDER)


@pytest.mark.parametrize("synthetic_first", [True, False])
def test_synthetic_and_real_never_meet(tmp_path: Path, store: Store, synthetic_first: bool) -> None:
    made_up = written(tmp_path, "demo.csv", *SYNTHETISCH, kopf=f"{KOPF};herkunft")
    real = written(tmp_path, "echt.csv", "saldo;stadt;00;2024;-50;1000")
    deliver(store, *([made_up] if synthetic_first else [real]))
    vorschau, made = deliver(store, *([real] if synthetic_first else [made_up]))
    left = next(befund for befund in vorschau.befunde if befund.code == "bestand_nicht_weitergefuehrt")
    assert left.schwere is Schwere.HINWEIS
    assert ("kinderanteil" if synthetic_first else "saldo") in left.text
    assert made is not None
    assert {one.synthetisch for one in made.herkunft} == {not synthetic_first}


def test_what_earlier_releases_hide_is_not_given_away_by_this_one(tmp_path: Path, store: Store) -> None:
    """Nothing of the new figures is small; but 30 as before, taken from the 31 of before, would tell the 1."""
    deliver(store, written(tmp_path, "hilfen.csv", *HILFEN))
    later = {"hilfen": (87, 50, 37), "ambulant": (41, 30, 11), "stationaer": (46, 20, 26)}
    where = (("stadt", "00", 1000), ("stadtteil", "01", 400), ("stadtteil", "02", 600))
    rows = [
        f"{name};{ebene};{gebiet};2024;{count};{kinder}"
        for name, counts in later.items()
        for (ebene, gebiet, kinder), count in zip(where, counts, strict=True)
    ]
    _, made = deliver(store, written(tmp_path, "neu.csv", *rows))
    assert made is not None
    (kept,) = store.values(made.id, "ambulant", gebiet=GebietKey("stadtteil", "01"))
    assert kept.status is Status.GEHEIM


def test_figures_that_contradict_what_is_carried_over(tmp_path: Path, store: Store) -> None:
    deliver(store, written(tmp_path, "hilfen.csv", *HILFEN))
    other = written(tmp_path, "kinder.csv", "kinderanteil;stadt;00;2024;1001;6000")
    result = look(store, other)
    assert [befund.code for befund in result.befunde if befund.schwere is Schwere.FEHLER] == ["zahlen_widerspruechlich"]
    assert len(store.datenstaende()) == 1


def test_what_a_lower_threshold_showed_is_released_only_by_name(tmp_path: Path, store: Store) -> None:
    deliver(store, written(tmp_path, "personal.csv", "personal;stadtteil;02;2024;1,5;30"))
    stricter = tuple(replace(one, schwelle=50) if one.id == "kinder" else one for one in KATALOG.merkmale)
    later = written(tmp_path, "kinder.csv", "kinderanteil;stadtteil;02;2024;30;3500")
    katalog = replace(KATALOG, merkmale=stricter)
    result = prepare([later], store=store, katalog=katalog, stadt=STADT)
    assert not result.has_errors
    assert "schwelle_erhoeht" in result.warnungen
    with pytest.raises(FreigabeAbgelehnt, match="schwelle_erhoeht"):
        release(result, store=store, akteur=PLANUNG, bestaetigt={"gebiete_unvollstaendig": "Versuch"})
    assert len(store.datenstaende()) == 1


def test_a_missing_file_is_an_oserror(tmp_path: Path, store: Store) -> None:
    with pytest.raises(FileNotFoundError):
        look(store, tmp_path / "nichts.csv")


def test_progress_tells_every_step(tmp_path: Path, store: Store) -> None:
    told: list[str] = []
    file = written(tmp_path, "kinder.csv", *KINDER)
    prepare([file], store=store, katalog=KATALOG, stadt=STADT, progress=told.append)
    assert told[0] == "kinder.csv wird gelesen …"
    assert len(told) == 3


def test_years_that_a_delivery_lacks_stay_and_are_told(tmp_path: Path, store: Store) -> None:
    """An office sends one year after the other; nothing that was published goes because of that."""
    before = tuple(row.replace(";2024;", ";2023;") for row in KINDER)
    deliver(store, written(tmp_path, "erstes_jahr.csv", *before))
    vorschau, made = deliver(store, written(tmp_path, "zweites_jahr.csv", *KINDER))
    told = next(befund for befund in vorschau.befunde if befund.code == "jahre_weitergefuehrt")
    assert told.schwere is Schwere.HINWEIS
    assert told.text == "„Kinderanteil“: Unverändert aus Datenstand 1 weitergeführt: 2023."
    first, second = store.values(1, "kinderanteil"), store.values(2, "kinderanteil")
    assert set(first) == {value for value in second if value.jahr == 2023}
    assert {value.jahr for value in second} == {2023, 2024}
    assert made is not None
    assert {one.dateiname for one in made.herkunft} == {"erstes_jahr.csv", "zweites_jahr.csv"}


def test_two_files_of_the_same_name_are_told_apart(tmp_path: Path, store: Store) -> None:
    deliver(store, written(tmp_path, "a.csv", "kinderanteil;stadt;00;2023;900;6000"))
    _, made = deliver(store, written(tmp_path, "a.csv", "kinderanteil;stadt;00;2024;950;6000"))
    assert made is not None
    assert {one.dateiname for one in made.herkunft} == {"a.csv", "a.csv (Datenstand 1)"}


def test_real_figures_that_replace_synthetic_ones_are_no_loss(tmp_path: Path, store: Store) -> None:
    rows = (*SYNTHETISCH, *(row.replace(";2024;", ";2023;") for row in SYNTHETISCH))
    deliver(store, written(tmp_path, "demo.csv", *rows, kopf=f"{KOPF};herkunft"))
    real = look(store, written(tmp_path, "echt.csv", *KINDER))
    assert not [befund for befund in real.befunde if befund.schwere is Schwere.WARNUNG]


def test_a_level_that_a_delivered_year_loses_has_to_be_confirmed(tmp_path: Path, store: Store) -> None:
    deliver(store, written(tmp_path, "alles.csv", *KINDER))
    top_only = look(store, written(tmp_path, "stadt.csv", "kinderanteil;stadt;00;2024;950;6000"))
    (told,) = [befund for befund in top_only.befunde if befund.code == "ebene_entfaellt"]
    assert told.schwere is Schwere.WARNUNG
    assert "Für 2024 fehlt in der Lieferung: Stadt" in told.text
    assert "ebene_entfaellt" in top_only.warnungen
    other_year = look(store, written(tmp_path, "anderes.csv", "kinderanteil;stadt;00;2023;950;6000"))
    assert not [befund for befund in other_year.befunde if befund.code == "ebene_entfaellt"]


def krisen(jahr: int, altstadt: int, neustadt: int) -> tuple[str, ...]:
    """Single years of an indicator that Stadtteile publish over two years together."""
    return (
        f"krisen;stadt;00;{jahr};{altstadt + neustadt};1000",
        f"krisen;stadtteil;01;{jahr};{altstadt};400",
        f"krisen;stadtteil;02;{jahr};{neustadt};600",
    )


def pooled(store: Store, datenstand: Datenstand) -> dict[tuple[str, int, int], float | None]:
    values = store.values(datenstand.id, "krisen", ebene="stadtteil")
    return {(one.gebiet.id, one.jahr, one.jahre): one.zaehler for one in values}


def test_single_years_are_pooled_before_anything_is_stored(tmp_path: Path, store: Store) -> None:
    rows = (*krisen(2023, 20, 30), *krisen(2024, 21, 31), *krisen(2025, 22, 32))
    vorschau, datenstand = deliver(store, written(tmp_path, "krisen.csv", *rows))
    assert datenstand
    assert "zeitraum_unvollstaendig" in {befund.code for befund in vorschau.befunde}
    assert pooled(store, datenstand) == {("01", 2024, 2): 41, ("02", 2024, 2): 61}
    assert [one.jahr for one in store.values(datenstand.id, "krisen", ebene="stadt")] == [2023, 2024, 2025]


def test_a_window_stays_until_one_of_its_years_is_delivered(tmp_path: Path, store: Store) -> None:
    deliver(store, written(tmp_path, "eins.csv", *krisen(2023, 20, 30), *krisen(2024, 21, 31)))
    _, later = deliver(store, written(tmp_path, "zwei.csv", *krisen(2025, 22, 32), *krisen(2026, 23, 33)))
    assert later
    assert pooled(store, later)["01", 2024, 2] == 41
    one_year = written(tmp_path, "drei.csv", *krisen(2024, 25, 31))
    vorschau = look(store, one_year)
    (text,) = [befund.text for befund in vorschau.befunde if befund.code == "zeitraum_entfaellt"]
    assert "Der Zeitraum 2023–2024 ist in Datenstand 2 auf der Ebene Stadtteil veröffentlicht" in text
    assert "die Lieferung hat dort 2023 nicht" in text
    _, last = deliver(store, one_year)
    assert last
    assert set(pooled(store, last)) == {("01", 2026, 2), ("02", 2026, 2)}


def test_a_small_window_reaches_neither_store_nor_file(tmp_path: Path, store: Store) -> None:
    _, datenstand = deliver(store, written(tmp_path, "krisen.csv", *krisen(2023, 2, 30), *krisen(2024, 1, 31)))
    assert datenstand
    assert pooled(store, datenstand) == {("01", 2024, 2): None, ("02", 2024, 2): None}


def test_a_pooled_rate_that_leaps_is_told_against_the_window_before(tmp_path: Path, store: Store) -> None:
    rows = (*krisen(2021, 20, 30), *krisen(2022, 21, 31), *krisen(2023, 80, 32), *krisen(2024, 90, 33))
    vorschau = look(store, written(tmp_path, "krisen.csv", *rows))
    texts = [befund.text for befund in vorschau.befunde if befund.code == "sprung_zum_vorjahr"]
    assert any("Altstadt: 2023–2024 sind es" in text and "2021–2022 waren es" in text for text in texts)
