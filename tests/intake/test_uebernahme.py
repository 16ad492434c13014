"""From files to a Datenstand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sro.intake.uebernahme import Uebernahme, take_over
from sro.model.befund import Schwere
from sro.model.gebiet import GebietKey
from sro.model.wert import Status
from sro.store import Store, open_store
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


def deliver(store: Store, *files: Path, dry_run: bool = False) -> Uebernahme:
    return take_over(files, store=store, katalog=KATALOG, stadt=STADT, dry_run=dry_run)


def test_a_clean_delivery_becomes_the_active_datenstand(tmp_path: Path, store: Store) -> None:
    file = written(tmp_path, "kinder.csv", *KINDER)
    result = deliver(store, file)
    assert places(result.befunde) == [("gebiet_ergaenzt", 2, "gebiet_id", "0")]
    assert result.datenstand == store.active()
    assert result.datenstand is not None
    assert result.datenstand.titel == "Lieferung kinder.csv"
    (herkunft,) = result.datenstand.herkunft
    assert (herkunft.indikator, herkunft.dateiname, herkunft.synthetisch) == ("kinderanteil", "kinder.csv", False)
    assert herkunft.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    found = store.values(1, "kinderanteil")
    assert [(value.gebiet, value.zaehler, value.nenner) for value in found] == [
        (GebietKey("stadt", "00"), 1000, 6000),
        (GebietKey("stadtteil", "01"), 400, 2500),
        (GebietKey("stadtteil", "02"), 600, 3500),
    ]


def test_small_counts_reach_neither_store_nor_file(tmp_path: Path, store: Store) -> None:
    result = deliver(store, written(tmp_path, "hilfen.csv", *HILFEN))
    assert not result.has_errors
    assert result.bericht is not None
    assert result.bericht.geheim_regel == 2
    assert result.bericht.aufgedeckt == 0
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
    result = deliver(store, good, bad, empty)
    errors = [befund for befund in result.befunde if befund.schwere is Schwere.FEHLER]
    assert [(e.datei, e.code, e.zeile, e.spalte, e.wert) for e in errors] == [
        ("leer.csv", "keine_zeilen", None, None, None),
        ("saldo.csv", "keine_zahl", 2, "zaehler", "viele"),
        ("saldo.csv", "negativ", 3, "nenner", "-1000"),
        ("saldo.csv", "zeile_doppelt", 3, "indikator_id", "saldo"),
        ("saldo.csv", "angabe_widerspruechlich", 3, "nenner", "-1000"),
    ]
    assert (result.bericht, result.datenstand, store.datenstaende()) == (None, None, ())


def test_a_dry_run_protects_and_writes_nothing(tmp_path: Path, store: Store) -> None:
    result = deliver(store, written(tmp_path, "hilfen.csv", *HILFEN), dry_run=True)
    assert result.bericht is not None
    assert result.bericht.geheim_regel == 2
    assert (result.datenstand, store.datenstaende()) == (None, ())


def test_what_is_not_delivered_is_carried_over_as_it_was(tmp_path: Path, store: Store) -> None:
    deliver(store, written(tmp_path, "hilfen.csv", *HILFEN))
    result = deliver(store, written(tmp_path, "kinder.csv", *KINDER))
    assert [befund.code for befund in result.befunde] == ["gebiet_ergaenzt", "bestand_weitergefuehrt"]
    assert "ambulant, hilfen, stationaer" in result.befunde[1].text
    assert result.datenstand is not None
    assert {one.indikator: one.dateiname for one in result.datenstand.herkunft} == {
        "kinderanteil": "kinder.csv",
        "hilfen": "hilfen.csv",
        "ambulant": "hilfen.csv",
        "stationaer": "hilfen.csv",
    }
    for name in ("hilfen", "ambulant", "stationaer"):
        assert store.values(1, name) == store.values(2, name) != ()


def test_a_new_delivery_replaces_the_whole_indicator(tmp_path: Path, store: Store) -> None:
    deliver(store, written(tmp_path, "a.csv", "kinderanteil;stadt;00;2023;900;6000"))
    deliver(store, written(tmp_path, "b.csv", "kinderanteil;stadt;00;2024;950;6000"))
    assert [value.jahr for value in store.values(2, "kinderanteil")] == [2024]
    assert [value.jahr for value in store.values(1, "kinderanteil")] == [2023]


@pytest.mark.parametrize("synthetic_first", [True, False])
def test_synthetic_and_real_never_meet(tmp_path: Path, store: Store, synthetic_first: bool) -> None:
    made_up = written(tmp_path, "demo.csv", *SYNTHETISCH, kopf=f"{KOPF};herkunft")
    real = written(tmp_path, "echt.csv", "saldo;stadt;00;2024;-50;1000")
    deliver(store, *([made_up] if synthetic_first else [real]))
    result = deliver(store, *([real] if synthetic_first else [made_up]))
    left = next(befund for befund in result.befunde if befund.code == "bestand_nicht_weitergefuehrt")
    assert left.schwere is Schwere.HINWEIS
    assert ("kinderanteil" if synthetic_first else "saldo") in left.text
    assert result.datenstand is not None
    assert {one.synthetisch for one in result.datenstand.herkunft} == {not synthetic_first}


def test_figures_that_contradict_what_is_carried_over(tmp_path: Path, store: Store) -> None:
    deliver(store, written(tmp_path, "hilfen.csv", *HILFEN))
    other = written(tmp_path, "kinder.csv", "kinderanteil;stadt;00;2024;1001;6000")
    result = deliver(store, other)
    assert [befund.code for befund in result.befunde if befund.schwere is Schwere.FEHLER] == ["zahlen_widerspruechlich"]
    assert len(store.datenstaende()) == 1


def test_what_was_shown_before_cannot_be_hidden_any_more(tmp_path: Path, store: Store) -> None:
    deliver(store, written(tmp_path, "personal.csv", "personal;stadtteil;02;2024;1,5;30"))
    stricter = tuple(replace(one, schwelle=50) if one.id == "kinder" else one for one in KATALOG.merkmale)
    later = written(tmp_path, "kinder.csv", "kinderanteil;stadtteil;02;2024;30;3500")
    katalog = replace(KATALOG, merkmale=stricter)
    result = take_over([later], store=store, katalog=katalog, stadt=STADT)
    assert [befund.code for befund in result.befunde if befund.schwere is Schwere.FEHLER] == ["schutz_unmoeglich"]
    assert "ist im aktiven Datenstand aber schon gezeigt" in result.befunde[-1].text
    assert len(store.datenstaende()) == 1


def test_a_missing_file_is_an_oserror(tmp_path: Path, store: Store) -> None:
    with pytest.raises(FileNotFoundError):
        deliver(store, tmp_path / "nichts.csv")


def test_progress_tells_every_step(tmp_path: Path, store: Store) -> None:
    told: list[str] = []
    file = written(tmp_path, "kinder.csv", *KINDER)
    take_over([file], store=store, katalog=KATALOG, stadt=STADT, progress=told.append)
    assert told[0] == "kinder.csv wird gelesen …"
    assert len(told) == 4


def test_years_that_a_delivery_takes_away_are_told(tmp_path: Path, store: Store) -> None:
    deliver(store, written(tmp_path, "lang.csv", *KINDER, *(row.replace(";2024;", ";2023;") for row in KINDER)))
    shorter = deliver(store, written(tmp_path, "kurz.csv", *KINDER), dry_run=True)
    (told,) = [befund for befund in shorter.befunde if befund.schwere is Schwere.WARNUNG]
    assert told.code == "jahre_entfallen"
    assert "(kinderanteil): Die Jahre 2023 stehen in Datenstand 1" in told.text
    again = deliver(store, written(tmp_path, "lang.csv", *KINDER, *(row.replace(";2024;", ";2023;") for row in KINDER)))
    assert not [befund for befund in again.befunde if befund.schwere is Schwere.WARNUNG]


def test_real_figures_that_replace_synthetic_ones_are_no_loss(tmp_path: Path, store: Store) -> None:
    rows = (*SYNTHETISCH, *(row.replace(";2024;", ";2023;") for row in SYNTHETISCH))
    deliver(store, written(tmp_path, "demo.csv", *rows, kopf=f"{KOPF};herkunft"))
    real = deliver(store, written(tmp_path, "echt.csv", *KINDER))
    assert not [befund for befund in real.befunde if befund.schwere is Schwere.WARNUNG]
