"""A database holds figures of one kind by one method; rounded ones say so wherever they go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sro.intake.freigabe import release
from sro.intake.nachpruefung import audited
from sro.intake.uebernahme import prepare
from sro.intake.vorschau import Vorschau
from sro.model.akteur import Akteur, Rolle
from sro.model.datenstand import Datenstand
from sro.model.geheimhaltung import Geheimhaltung, Verfahren
from sro.model.indikator import Katalog
from sro.model.wert import Status
from sro.stats.reihe import rest_series
from sro.store import Store, open_store
from sro.views.lieferung.nachpruefung import audit_lines
from sro.views.quelle import datenstand_label, source_line
from sro.views.words import rounding
from tests.intake.kleine_stadt import KATALOG, KOPF, STADT

RUNDEN = Geheimhaltung(Verfahren.RUNDEN, 5)
OHNE_NULL = Geheimhaltung(null_zeigen=False)
KINDER = (
    "sprache;stadt;00;2024;33;1003",
    "sprache;stadtteil;01;2024;2;402",
    "sprache;stadtteil;02;2024;31;601",
)
SYNTHETISCH = tuple(f"{row};synthetisch" for row in KINDER)
PLANUNG = Akteur("Planung", Rolle.PLANUNG)


def nach(geheimhaltung: Geheimhaltung) -> Katalog:
    return replace(KATALOG, geheimhaltung=geheimhaltung)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'sro.sqlite'}", STADT)
    yield opened
    opened.close()


def look(store: Store, folder: Path, katalog: Katalog, rows: tuple[str, ...], kopf: str = KOPF) -> Vorschau:
    file = folder / "kinder.csv"
    file.write_text("\n".join((kopf, *rows)), encoding="utf-8")
    return prepare([file], store=store, katalog=katalog, stadt=STADT)


def published(store: Store, vorschau: Vorschau) -> Datenstand:
    assert not vorschau.has_errors, vorschau.befunde
    reasons = dict.fromkeys(vorschau.warnungen, "Versuch")
    return release(vorschau, store=store, akteur=PLANUNG, bestaetigt=reasons)


def test_what_is_released_is_rounded_and_says_so(tmp_path: Path, store: Store) -> None:
    datenstand = published(store, look(store, tmp_path, nach(RUNDEN), KINDER))
    assert datenstand.geheimhaltung == RUNDEN
    values = {one.gebiet.id: one for one in store.values(datenstand.id, "sprache")}
    assert {key: (one.zaehler, one.nenner) for key, one in values.items()} == {
        "00": (30, 1005),
        "01": (0, 400),
        "02": (30, 600),
    }
    assert values["01"].status is Status.OK
    assert values["01"].gerundet
    assert rounding(values["01"]) == ", gerundet (0 heißt: keine oder wenige)"
    assert rounding(values["02"]) == ", gerundet"
    assert datenstand_label(datenstand).endswith(", Zahlen auf Vielfache von 5 gerundet")
    assert "auf Vielfache von 5 gerundet" in source_line(KATALOG["sprache"], "2024", datenstand)


def test_a_suppressed_datenstand_says_nothing_of_rounding(tmp_path: Path, store: Store) -> None:
    datenstand = published(store, look(store, tmp_path, KATALOG, KINDER))
    assert datenstand.rundungsbasis is None
    assert "gerundet" not in datenstand_label(datenstand)
    assert not any(one.gerundet or rounding(one) for one in store.values(datenstand.id, "sprache"))


def test_a_rounded_datenstand_is_audited_by_its_own_method(tmp_path: Path, store: Store) -> None:
    """Also where the rules have changed since."""
    datenstand = published(store, look(store, tmp_path, nach(RUNDEN), KINDER))
    for katalog in (nach(RUNDEN), KATALOG):
        found = audited(store, datenstand, katalog, STADT)
        assert found.sicher
        assert found.gefunden.gerundet == 6
        lines = dict(audit_lines(found.gefunden, found.veroeffentlicht, found.anteil_geheim, len(found.zusammen)))
        assert lines["davon gerundet"] == "6"
        assert lines["Kleinste Spanne einer kleinen Zahl"] == "2"


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (
            Geheimhaltung(),
            RUNDEN,
            "kleine Zahlen unterdrückt, Nullen gezeigt. Nach geheimhaltung.yaml gilt jetzt: Zahlen ",
        ),
        (
            RUNDEN,
            Geheimhaltung(),
            "Zahlen auf Vielfache von 5 gerundet. Nach geheimhaltung.yaml gilt jetzt: kleine Zahlen",
        ),
        (RUNDEN, Geheimhaltung(Verfahren.RUNDEN, 10), "gilt jetzt: Zahlen auf Vielfache von 10 gerundet"),
        (Geheimhaltung(), OHNE_NULL, "gilt jetzt: kleine Zahlen unterdrückt, Nullen geheim"),
    ],
)
def test_another_method_for_the_same_kind_is_refused(
    tmp_path: Path, store: Store, before: Geheimhaltung, now: Geheimhaltung, said: str
) -> None:
    published(store, look(store, tmp_path, nach(before), KINDER))
    vorschau = look(store, tmp_path, nach(now), KINDER)
    assert [one.code for one in vorschau.befunde if one.code == "geheimhaltung_gewechselt"]
    assert vorschau.has_errors
    assert vorschau.ergebnis is None
    assert said in vorschau.befunde[-1].text
    assert "eigene Datenbank" in vorschau.befunde[-1].text


def test_made_up_figures_by_another_method_do_not_matter(tmp_path: Path, store: Store) -> None:
    published(store, look(store, tmp_path, KATALOG, SYNTHETISCH, f"{KOPF};herkunft"))
    datenstand = published(store, look(store, tmp_path, nach(RUNDEN), KINDER))
    assert datenstand.rundungsbasis == 5


def test_the_next_year_goes_with_the_rounded_ones(tmp_path: Path, store: Store) -> None:
    published(store, look(store, tmp_path, nach(RUNDEN), KINDER))
    later = tuple(row.replace("2024", "2025") for row in KINDER)
    datenstand = published(store, look(store, tmp_path, nach(RUNDEN), later))
    assert {one.jahr for one in store.values(datenstand.id, "sprache")} == {2024, 2025}
    assert audited(store, datenstand, nach(RUNDEN), STADT).sicher


def test_the_rest_of_the_city_is_not_exactly_zero_where_figures_are_rounded(tmp_path: Path, store: Store) -> None:
    datenstand = published(store, look(store, tmp_path, nach(RUNDEN), KINDER))
    city, _, area = store.values(datenstand.id, "sprache")
    assert city.zaehler == area.zaehler
    assert rest_series(KATALOG["sprache"], [city], [area], [2024]).punkte[0].status is Status.OK
    exact = [replace(one, gerundet=False) for one in (city, area)]
    assert rest_series(KATALOG["sprache"], exact[:1], exact[1:], [2024]).punkte[0].status is Status.NULL
