from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from sro.auswertung.profil.profil import KOPFZAHLEN, profile
from sro.auswertung.profil.vergleichbare import Vergleichbare, comparable_areas
from sro.stats.grund import Grund
from tests.auswertung.werke import A1, GANZ, LEUTE, A, B, werk
from tests.beispiele import ANTEIL, DICHTE, seen

WERK = werk(
    [seen(LEUTE, key, 2024, 200) for key in (A, B, A1, GANZ)],
    [seen(ANTEIL, key, 2024, 100) for key in (A, B, GANZ)],
    [seen(DICHTE, GANZ, 2024, 90)],
)


def test_a_profile_names_what_is_around_and_inside() -> None:
    profil = profile(WERK, A1)
    assert [area.name for area in profil.eltern] == ["Altdorf", "Kleinstadt"]
    assert profil.teile == ()
    assert [area.name for area in profile(WERK, A).teile] == ["Altdorf Mitte", "Altdorf Rand"]


def test_themes_say_what_the_level_does_not_have() -> None:
    profil = profile(WERK, A)
    social = next(thema for thema in profil.themen if thema.name == "Soziale Lage")
    assert [k.indikator for k in social.kennwerte] == [ANTEIL]
    assert social.nur_groeber == (DICHTE,)
    finer = profile(WERK, A1)
    assert [k.indikator for k in finer.kennwerte] == [LEUTE]
    assert [i for thema in finer.themen for i in thema.nur_groeber] == [ANTEIL, DICHTE]


def test_a_profile_holds_the_comparable_areas_or_why_there_are_none() -> None:
    profil = profile(WERK, A)
    assert profil.vergleichbare == comparable_areas(WERK, A)
    assert (profil.vergleichbare.gebiete, profil.vergleichbare.grund) == ((), Grund.ZU_WENIG_GEBIETE)
    with pytest.raises(FrozenInstanceError):
        profil.vergleichbare = Vergleichbare()  # type: ignore[misc]


def test_headlines_are_at_most_six_and_in_the_order_of_the_catalogue() -> None:
    profil = profile(WERK, A)
    assert [k.indikator for k in profil.kopfzahlen] == [LEUTE, ANTEIL]
    assert len(profil.kopfzahlen) <= KOPFZAHLEN
