"""A threshold is raised between two deliveries: released only if somebody answers for what is out already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sro.intake.freigabe import release
from sro.intake.nachpruefung import audited
from sro.intake.uebernahme import prepare
from sro.intake.vorschau import Vorschau
from sro.model.akteur import Akteur, NichtErlaubt, Rolle
from sro.model.befund import Schwere
from sro.model.indikator import Katalog
from sro.model.protokoll import SCHWELLE_ERHOEHT, Angaben, Bestaetigung
from sro.store import FreigabeAbgelehnt, Store, open_store
from tests.intake.kleine_stadt import KATALOG, KOPF, STADT
from tests.intake.test_uebernahme import PLANUNG

HILFEN = tuple(
    f"{name};{ort};2024;{zahl};{kinder}"
    for name, zahlen in (("hilfen", (68, 9, 59)), ("ambulant", (36, 6, 30)), ("stationaer", (32, 3, 29)))
    for ort, kinder, zahl in zip(("stadt;00", "stadtteil;01", "stadtteil;02"), (1000, 400, 600), zahlen, strict=True)
)
FACHKRAFT = Akteur("F", Rolle.FACHKRAFT)
ANDERES_JAHR = tuple(row.replace(";2024;", ";2025;") for row in HILFEN)


def mit_schwelle(schwelle: int) -> Katalog:
    hilfen = ("hilfen", "ambulant", "stationaer")
    return replace(
        KATALOG,
        merkmale=tuple(replace(m, schwelle=schwelle) if m.id in hilfen else m for m in KATALOG.merkmale),
    )


STRENGER = mit_schwelle(10)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Datenstand 1 is released by the old threshold: 9 is shown, and so are hidden 3 and 6 between one and eight."""
    opened = open_store(f"sqlite:///{tmp_path / 'sro.sqlite'}", STADT)
    first = look(opened, tmp_path, HILFEN, KATALOG)
    release(first, store=opened, akteur=PLANUNG)
    yield opened
    opened.close()


def look(store: Store, folder: Path, rows: tuple[str, ...], katalog: Katalog) -> Vorschau:
    file = folder / "hilfen.csv"
    file.write_text("\n".join((KOPF, *rows)), encoding="utf-8")
    return prepare([file], store=store, katalog=katalog, stadt=STADT)


def test_the_next_year_is_released_once_somebody_answers_for_it(tmp_path: Path, store: Store) -> None:
    vorschau = look(store, tmp_path, ANDERES_JAHR, STRENGER)
    assert not vorschau.has_errors, vorschau.befunde
    (befund,) = [one for one in vorschau.befunde if one.code == SCHWELLE_ERHOEHT]
    assert befund.schwere is Schwere.WARNUNG
    assert "Der Zähler von „ambulant“ (stadtteil 01, 2024)" in befund.text
    assert "2025" not in befund.text
    gruende = dict.fromkeys(vorschau.warnungen, "Beschluss der AG 78 vom 12.03.2026")
    with pytest.raises(NichtErlaubt):
        release(vorschau, store=store, akteur=FACHKRAFT, bestaetigt=gruende)
    ohne = {code: grund for code, grund in gruende.items() if code != SCHWELLE_ERHOEHT}
    with pytest.raises(FreigabeAbgelehnt, match=SCHWELLE_ERHOEHT):
        release(vorschau, store=store, akteur=PLANUNG, bestaetigt=ohne)
    made = release(vorschau, store=store, akteur=PLANUNG, bestaetigt=gruende)
    assert (
        Bestaetigung(SCHWELLE_ERHOEHT, "Beschluss der AG 78 vom 12.03.2026") in store.protokoll()[0].angaben.bestaetigt
    )
    for number in (1, made.id):
        found = audited(store, store.datenstand(number), STRENGER, STADT)
        assert (found.gefunden.aufgedeckt, found.zusammen, found.sicher) == (0, (), True)
        assert found.frueher_gezeigt > 0
    assert {b.zaehler for b in store.values(made.id, "hilfen", jahr=2024)} == {68, 9, 59}
    neu = [b for name in ("hilfen", "ambulant", "stationaer") for b in store.values(made.id, name, jahr=2025)]
    assert {b.zaehler for b in neu if b.gebiet.ebene == "stadtteil"} == {None}


def test_the_store_asks_for_it_as_well(tmp_path: Path, store: Store) -> None:
    vorschau = look(store, tmp_path, ANDERES_JAHR, STRENGER)
    assert vorschau.ergebnis is not None
    angaben = Angaben(vorschau.dateien)
    with pytest.raises(FreigabeAbgelehnt, match=SCHWELLE_ERHOEHT):
        store.publish(vorschau.ergebnis, vorschau.herkunft, "x", wer=PLANUNG, stand=store.stand(), angaben=angaben)


def test_with_the_same_threshold_there_is_nothing_to_answer_for(tmp_path: Path, store: Store) -> None:
    vorschau = look(store, tmp_path, ANDERES_JAHR, KATALOG)
    assert SCHWELLE_ERHOEHT not in vorschau.warnungen
    assert not vorschau.has_errors
