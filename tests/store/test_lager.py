"""Publishing and reading, on SQLite and on PostgreSQL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from sro.model.akteur import Akteur, NichtErlaubt, Rolle
from sro.model.datenstand import Herkunft
from sro.model.gebiet import GebietKey
from sro.model.geheimhaltung import Geheimhaltung, Verfahren
from sro.model.jahreszahlen import Jahreszahlen
from sro.model.wert import Beobachtung, Status
from sro.protect import Schutzbericht, Schutzergebnis
from sro.store import FreigabeAbgelehnt, Store, StoreError, UnknownDatenstandError, open_store

STADT = GebietKey("stadt", "00")
BERICHT = Schutzbericht(4, 1, 1, 0, 0, 4.5)
HERKUNFT = (Herkunft("kinderanteil", "a.csv", "ab12", True),)
PLANUNG = Akteur("Planung", Rolle.PLANUNG)


def shown(
    gebiet: GebietKey = STADT, jahr: int = 2024, zaehler: float = 10.0, indikator: str = "kinderanteil"
) -> Beobachtung:
    status = Status.OK if zaehler else Status.NULL
    return Beobachtung(indikator, gebiet, jahr, status, zaehler, 100.0, zaehler)


def secret(gebiet: GebietKey = STADT, jahr: int = 2024) -> Beobachtung:
    return Beobachtung("kinderanteil", gebiet, jahr, Status.GEHEIM, nenner=100.0)


def published(store: Store, *beobachtungen: Beobachtung) -> int:
    ergebnis = Schutzergebnis(beobachtungen, BERICHT)
    return store.publish(ergebnis, HERKUNFT, "Lieferung", wer=PLANUNG, stand=store.stand()).id


def test_an_empty_store_has_nothing(store: Store) -> None:
    assert store.datenstaende() == ()
    assert store.active() is None
    assert store.available(1) == {}
    assert store.values(1, "kinderanteil") == ()


def test_a_published_datenstand_comes_back_whole(store: Store) -> None:
    before = dt.datetime.now(dt.UTC)
    ergebnis = Schutzergebnis((shown(),), BERICHT)
    made = store.publish(ergebnis, HERKUNFT, "Lieferung 2024", wer=PLANUNG, stand=0)
    assert (made.id, made.titel, made.aktiv, made.herkunft) == (1, "Lieferung 2024", True, HERKUNFT)
    assert before <= made.erstellt <= dt.datetime.now(dt.UTC)
    assert store.active() == made
    assert store.bericht(1) == BERICHT


@pytest.mark.parametrize(
    "now", [Geheimhaltung(Verfahren.RUNDEN, 5), Geheimhaltung(null_zeigen=False)], ids=["runden", "null_geheim"]
)
def test_a_release_by_another_method_is_refused_whoever_asks(store: Store, now: Geheimhaltung) -> None:
    """Made-up and real figures each have a method of their own."""
    published(store, shown())
    other = Schutzergebnis((shown(),), BERICHT, now)
    with pytest.raises(
        FreigabeAbgelehnt, match=r"Datenstand 1 so veröffentlicht: kleine Zahlen unterdrückt, Nullen gez"
    ):
        store.publish(other, HERKUNFT, "Lieferung", wer=PLANUNG, stand=store.stand())
    assert [one.id for one in store.datenstaende()] == [1]
    real = (Herkunft("kinderanteil", "a.csv", "ab12", False),)
    assert store.publish(other, real, "Lieferung", wer=PLANUNG, stand=store.stand()).geheimhaltung == now


def test_pooled_years_come_back_as_they_were(store: Store) -> None:
    pooled = Beobachtung("kinderanteil", GebietKey("stadtteil", "01"), 2024, Status.OK, 30.0, 300.0, 10.0, jahre=3)
    number = published(store, shown(), pooled)
    assert store.values(number, "kinderanteil", ebene="stadtteil") == (pooled,)
    assert [b.jahre for b in store.values(number, "kinderanteil", ebene="stadt")] == [1]


def test_every_status_comes_back_as_it_was(store: Store) -> None:
    every = (
        Beobachtung("kinderanteil", STADT, 2020, Status.OK, 1.5, 3.25, 46.15, vorlaeufig=True),
        Beobachtung("kinderanteil", STADT, 2021, Status.NULL, 0.0, 100.0, 0.0, revidiert=True),
        Beobachtung("kinderanteil", STADT, 2022, Status.GEHEIM, nenner=100.0),
        Beobachtung("kinderanteil", STADT, 2023, Status.FEHLT),
        Beobachtung("kinderanteil", STADT, 2024, Status.NICHT_SINNVOLL, 12.0, 30.0),
    )
    assert store.values(published(store, *every), "kinderanteil") == every


def test_values_come_in_the_order_of_the_city_and_the_years(store: Store) -> None:
    areas = [GebietKey("stadtbezirk", "02"), GebietKey("stadtteil", "01"), STADT, GebietKey("stadtbezirk", "01")]
    number = published(store, *(shown(area, year) for area in areas for year in (2024, 2023)))
    found = [(value.gebiet.ebene, value.gebiet.id, value.jahr) for value in store.values(number, "kinderanteil")]
    assert found == [
        ("stadt", "00", 2023),
        ("stadt", "00", 2024),
        ("stadtteil", "01", 2023),
        ("stadtteil", "01", 2024),
        ("stadtbezirk", "01", 2023),
        ("stadtbezirk", "01", 2024),
        ("stadtbezirk", "02", 2023),
        ("stadtbezirk", "02", 2024),
    ]


def test_reading_is_narrowed_by_level_area_and_year(store: Store) -> None:
    bezirk, teil = GebietKey("stadtbezirk", "01"), GebietKey("stadtteil", "01")
    number = published(store, *(shown(area, year) for area in (bezirk, teil) for year in (2023, 2024)))
    assert store.values(number, "kinderanteil", ebene="stadtteil") == (shown(teil, 2023), shown(teil, 2024))
    assert store.values(number, "kinderanteil", gebiet=bezirk, jahr=2024) == (shown(bezirk, 2024),)
    assert store.values(number, "kinderanteil", ebene="stadtteil", gebiet=bezirk) == ()
    assert store.values(number, "hilfen") == ()


def test_available_years_show_something_covered_years_have_rows(store: Store) -> None:
    teil, andere = GebietKey("stadtteil", "01"), GebietKey("stadtteil", "02")
    number = published(
        store, shown(teil, 2022, 0.0), secret(teil, 2023), secret(teil, 2024), shown(andere, 2024), shown(STADT, 2021)
    )
    assert store.available(number) == {"kinderanteil": {"stadt": (2021,), "stadtteil": (2022, 2024)}}
    assert store.coverage(number) == {"kinderanteil": {"stadt": (2021,), "stadtteil": (2022, 2023, 2024)}}


def test_bare_numbers_of_a_level_are_those_of_its_observations(store: Store) -> None:
    a, b, c = (GebietKey("stadtteil", number) for number in ("01", "02", "03"))
    rows = [
        shown(a, 2023, 4),
        shown(b, 2023, 6),
        secret(c, 2023),
        shown(a, 2024, 0),
        shown(b, 2024, 7),
        secret(c, 2024),
    ]
    others = [shown(jahr=2022), shown(a, 2023, 99, "anderer")]
    found = store.shown(published(store, *rows, *others), "kinderanteil", "stadtteil")
    assert found == {2023: Jahreszahlen((4.0, 6.0)), 2024: Jahreszahlen((7.0,), nullen=1)}
    assert found[2024].alle == (7.0, 0.0)
    assert found == {jahr: Jahreszahlen.of(b for b in rows if b.jahr == jahr) for jahr in (2023, 2024)}


def test_pooled_periods_are_told_apart_from_single_years(store: Store) -> None:
    pooled = Beobachtung("kinderanteil", GebietKey("stadtteil", "01"), 2024, Status.OK, 30.0, 300.0, 10.0, jahre=3)
    number = published(store, pooled, shown(jahr=2024))
    assert store.periods(number, "kinderanteil", "stadtteil") == ((2024, 3),)
    assert store.periods(number, "kinderanteil", "stadt") == ()


def test_the_newest_is_active_until_another_is_activated(store: Store, reopen: Callable[[], Store]) -> None:
    first, second = published(store, shown(zaehler=1.0)), published(store, shown(zaehler=2.0))
    assert [(one.id, one.aktiv) for one in store.datenstaende()] == [(second, True), (first, False)]
    assert store.activate(first, PLANUNG).aktiv
    assert [(one.id, one.aktiv) for one in reopen().datenstaende()] == [(second, False), (first, True)]
    assert reopen().values(first, "kinderanteil") == (shown(zaehler=1.0),)


def test_an_unknown_number_is_told(store: Store) -> None:
    for ask in (store.datenstand, lambda number: store.activate(number, PLANUNG), store.bericht):
        with pytest.raises(UnknownDatenstandError, match="Datenstand 9 gibt es nicht"):
            ask(9)


@pytest.mark.parametrize("other", [None, (), [], (shown(),), "x"])
def test_only_what_disclosure_control_returned_is_taken(store: Store, other: Any) -> None:
    with pytest.raises(TypeError, match="nur ein Schutzergebnis"):
        store.publish(other, HERKUNFT, "Lieferung", wer=PLANUNG, stand=0)
    assert store.datenstaende() == ()


def test_what_can_be_computed_is_refused(store: Store) -> None:
    ergebnis = Schutzergebnis((shown(),), Schutzbericht(4, 1, 1, 0, 1, 0.0))
    with pytest.raises(ValueError, match="ließen sich errechnen"):
        store.publish(ergebnis, HERKUNFT, "Lieferung", wer=PLANUNG, stand=0)
    assert store.datenstaende() == ()


def test_publishing_is_all_or_nothing(store: Store) -> None:
    with pytest.raises(DBAPIError):
        published(store, shown(), shown())
    assert store.datenstaende() == ()
    assert published(store, shown()) == store.datenstaende()[0].id


@pytest.mark.parametrize("table", ["datenstand", "aktivierung", "herkunft", "beobachtung", "abdeckung", "protokoll"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET {}"])
def test_the_database_itself_refuses_changes(store: Store, table: str, change: str) -> None:
    number = published(store, shown())
    column = "indikator = 'x'" if table in ("herkunft", "beobachtung", "abdeckung") else "id = 9"
    with pytest.raises(DBAPIError, match="unveraenderlich"), store._engine.begin() as connection:
        connection.execute(text(change.format(table, column)))
    assert store.values(number, "kinderanteil") == (shown(),)


def test_the_database_itself_refuses_a_secret_with_a_number(store: Store) -> None:
    number = published(store, shown())
    columns = "datenstand_id, indikator, ebene, gebiet, jahr, status, zaehler, nenner, wert, vorlaeufig, revidiert"
    row = f"({number}, 'hilfen', 'stadt', '00', 2024, 'geheim', 3, 100, NULL, false, false)"
    with pytest.raises(DBAPIError, match="geheim_ohne_zahl"), store._engine.begin() as connection:
        connection.execute(text(f"INSERT INTO beobachtung ({columns}) VALUES {row}"))


def test_several_writers_wait_for_each_other(store: Store, reopen: Callable[[], Store]) -> None:
    stores = [store, reopen(), reopen()]
    with ThreadPoolExecutor(3) as threads:
        numbers = list(threads.map(published_sometime, stores * 3))
    assert sorted(numbers) == list(range(1, 10))
    assert store.active_id() == 9


def published_sometime(store: Store) -> int:
    """Tries again until nobody comes in between."""
    while True:
        try:
            return published(store, shown())
        except FreigabeAbgelehnt:
            continue


def test_of_several_that_looked_at_the_same_one_wins(store: Store, reopen: Callable[[], Store]) -> None:
    published(store, shown())
    stand, stores = store.stand(), [store, reopen(), reopen(), reopen()]

    def publish(one: Store) -> str:
        ergebnis = Schutzergebnis((shown(),), BERICHT)
        try:
            one.publish(ergebnis, HERKUNFT, "Lieferung", wer=PLANUNG, stand=stand)
        except FreigabeAbgelehnt as told:
            return str(told)
        return ""

    with ThreadPoolExecutor(4) as threads:
        told = sorted(threads.map(publish, stores))
    assert [sentence == "" for sentence in told] == [True, False, False, False]
    assert told[1].startswith("Inzwischen ist Datenstand 2 freigegeben oder aktiviert worden. Bitte")
    assert len(store.datenstaende()) == len(store.protokoll()) == 2


def test_a_release_that_was_taken_back_still_counts_as_somebody_in_between(store: Store) -> None:
    """What it published is known outside, whichever Datenstand is active again."""
    first, stand = published(store, shown()), store.stand()
    published(store, shown())
    store.activate(first, PLANUNG)
    with pytest.raises(FreigabeAbgelehnt, match="Inzwischen ist Datenstand 1 freigegeben oder aktiviert worden"):
        store.publish(Schutzergebnis((), BERICHT), HERKUNFT, "Lieferung", wer=PLANUNG, stand=stand)
    assert store.stand() == 3


@pytest.mark.parametrize("rolle", [Rolle.OEFFENTLICH, Rolle.FACHKRAFT])
def test_who_may_not_release_writes_nothing(store: Store, rolle: Rolle) -> None:
    number, wer = published(store, shown()), Akteur("Jemand", rolle)
    with pytest.raises(NichtErlaubt):
        store.publish(Schutzergebnis((), BERICHT), HERKUNFT, "Lieferung", wer=wer, stand=store.stand())
    with pytest.raises(NichtErlaubt):
        store.activate(number, wer)
    assert (len(store.datenstaende()), len(store.protokoll())) == (1, 1)


def test_an_address_that_is_none(tmp_path_factory: pytest.TempPathFactory) -> None:
    for address in ("quatsch", "nichts://da", "postgresql+gibtsnicht://x/y"):
        with pytest.raises(StoreError, match="SRO_DATABASE_URL"):
            open_store(address)
    with pytest.raises(StoreError, match="nicht erreichbar"):
        open_store("postgresql+psycopg://niemand:geheim@127.0.0.1:1/nichts")
    with pytest.raises(StoreError) as told:
        open_store("postgresql+psycopg://niemand:geheim@127.0.0.1:1/nichts")
    assert "geheim@" not in str(told.value)
