"""The small table is worked by hand; larger ones with scipy's zscore."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import zscore

from sro.model.indikator import Anteilsart, Indikator, Polaritaet
from sro.model.wert import Beobachtung
from sro.reference.catalogue import catalogue
from sro.stats.grund import Grund
from sro.stats.sozialindex import Bedarfsklasse, Komponente, Sozialindex, classified, is_help, social_index
from sro.stats.standardisiert import Luecke
from tests.beispiele import ANTEIL, area, seen

GEBIETE = [area(f"{i:02}") for i in range(10)]
ARMUT = replace(ANTEIL, id="armut")
ARBEIT = replace(ANTEIL, id="arbeit")
KITA = replace(ANTEIL, id="kita", polaritaet=Polaritaet.ERWUENSCHT)
OFFEN = replace(ANTEIL, id="offen", polaritaet=Polaritaet.AMBIVALENT)


def observed(indikator: Indikator, counts: list[int | None]) -> list[Beobachtung]:
    return [seen(indikator, g, 2020, x) for g, x in zip(GEBIETE, counts, strict=False)]


def of(*columns: tuple[Komponente, list[int | None]]) -> Sozialindex:
    found = [b for komponente, counts in columns for b in observed(komponente.indikator, counts)]
    return social_index([k for k, _ in columns], GEBIETE[: len(columns[0][1])], found)


def test_by_hand() -> None:
    """Eight areas. armut 2 4 4 4 5 5 7 9 (‰): z -1.5 -.5 -.5 -.5 0 0 1 2. kita 9 7 7 7 6 6 4 2, desirable: the same.

    Their weighted mean is the same again, so it is the index: two areas differ from the middle, at -1.5 and at 2.
    """
    found = of(
        (Komponente(ARMUT, 2.0), [2, 4, 4, 4, 5, 5, 7, 9]),
        (Komponente(KITA, 1.0), [9, 7, 7, 7, 6, 6, 4, 2]),
    )
    assert [w.index for w in found.werte] == pytest.approx([-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2])
    assert [w.klasse for w in found.werte] == [
        Bedarfsklasse.GERINGER, *[Bedarfsklasse.MITTLERER] * 6, Bedarfsklasse.HOHER
    ]  # fmt: skip
    assert found.werte[7].beitraege == {"armut": pytest.approx(4 / 3), "kita": pytest.approx(2 / 3)}
    assert all(w.stable for w in found.werte)
    assert (found.ohne, found.grund) == ({}, None)


THREE = st.lists(st.lists(st.integers(10, 900), min_size=10, max_size=10, unique=True), min_size=3, max_size=3)


@given(THREE, st.lists(st.floats(0.1, 10), min_size=3, max_size=3))
def test_agrees_with_scipy_and_drops_one_indicator_as_if_it_had_never_been(
    columns: list[list[int]], weights: list[float]
) -> None:
    indikatoren = [ARMUT, ARBEIT, KITA]
    komponenten = [Komponente(i, w) for i, w in zip(indikatoren, weights, strict=True)]
    found = of(*zip(komponenten, columns, strict=True))  # type: ignore[arg-type]
    if found.grund:
        assert found.grund is Grund.OHNE_STREUUNG
        return
    signed = np.array([zscore(c) * w * s for c, w, s in zip(columns, weights, (1, 1, -1), strict=True)])
    assert [w.index for w in found.werte] == pytest.approx(list(zscore(signed.sum(axis=0))), abs=1e-6)
    for left_out in range(3):
        rest = [pair for i, pair in enumerate(zip(komponenten, columns, strict=True)) if i != left_out]
        other = of(*rest)  # type: ignore[arg-type]
        for one, without in zip(found.werte, other.werte, strict=False):
            if min(abs(without.index - edge) for edge in (-1, 1, 1.5)) > 1e-6:
                assert one.ohne[indikatoren[left_out].id] is without.klasse


@given(THREE)
def test_unit_weights_and_order_do_not_matter(columns: list[list[int]]) -> None:
    komponenten = [Komponente(ARMUT), Komponente(ARBEIT), Komponente(KITA)]
    pairs = list(zip(komponenten, columns, strict=True))
    found = of(*pairs)  # type: ignore[arg-type]
    scaled = [(replace(k, gewicht=7.5), c) for k, c in reversed(pairs)]
    other = of(*scaled)  # type: ignore[arg-type]
    assert [w.index for w in other.werte] == pytest.approx([w.index for w in found.werte], abs=1e-6)


def test_an_area_that_changes_its_class_is_not_stable() -> None:
    found = of(
        (Komponente(ARMUT), [100, 100, 100, 100, 100, 100, 100, 300]),
        (Komponente(ARBEIT), [10, 20, 30, 40, 50, 60, 70, 40]),
        (Komponente(KITA), [500, 510, 520, 530, 540, 550, 560, 530]),
    )
    last = found.werte[-1]
    assert last.klasse is Bedarfsklasse.HOHER
    assert last.ohne["armut"] is Bedarfsklasse.MITTLERER
    assert not last.stable


@pytest.mark.parametrize(
    ("index", "klasse"),
    [
        (-3, Bedarfsklasse.GERINGER),
        (-1, Bedarfsklasse.MITTLERER),
        (1, Bedarfsklasse.MITTLERER),
        (1.2, Bedarfsklasse.ERHOEHTER),
        (1.5, Bedarfsklasse.ERHOEHTER),
        (1.51, Bedarfsklasse.HOHER),
    ],
)
def test_classes(index: float, klasse: Bedarfsklasse) -> None:
    assert classified(index) is klasse


def test_a_hidden_part_leaves_an_area_without_index() -> None:
    whole: list[int | None] = [10, 20, 30, 40, 50, 60]
    found = of((Komponente(ARMUT), whole), (Komponente(ARBEIT), [*whole[:5], None]))
    assert found.ohne == {GEBIETE[5]: Luecke("arbeit", Grund.GEHEIM)}
    assert [w.gebiet for w in found.werte] == GEBIETE[:5]
    five = of((Komponente(ARMUT), whole[:5]), (Komponente(ARBEIT), whole[:5]))
    assert found.werte == five.werte  # nor does its other value enter


HELPS = {
    "hze_ohne_28", "hze_ambulant", "hze_teilstationaer", "hze_stationaer", "eingliederungshilfe_35a",
    "junge_volljaehrige", "erziehungsberatung",
}  # fmt: skip


@pytest.mark.parametrize("indikator", catalogue().indikatoren, ids=lambda i: i.code)
def test_helps_are_told_by_their_statute_alone(indikator: Indikator) -> None:
    assert is_help(replace(indikator, thema="")) is (indikator.id in HELPS)
    assert is_help(indikator) is (indikator.id in HELPS)


@pytest.mark.parametrize(
    ("paragraf", "expected"),
    [
        ("§ 27 SGB VIII", True),
        ("§§ 27 ff. SGB VIII", True),
        ("§§ 8a, 34 SGB VIII", True),
        ("§ 35a Abs. 1 SGB VIII", True),
        ("§ 80 Abs. 2 Nr. 28 SGB VIII", False),
        ("§ 24 Abs. 1 und 30 SGB VIII", False),
        ("§ 28 SGB V, § 80 SGB VIII", False),
        ("§ 30 SGB II", False),
        ("", False),
    ],
)
def test_statutes(paragraf: str, expected: bool) -> None:
    assert is_help(replace(ANTEIL, paragraf=paragraf)) is expected


def test_refuses_what_does_not_belong_and_names_it() -> None:
    hze = replace(ANTEIL, id="hze", paragraf="§ 27 SGB VIII")
    numbers: list[int | None] = [10, 20, 30, 40, 50]
    one = (Komponente(ARMUT), numbers)
    cases = [
        (of(one, (Komponente(hze), numbers)), Grund.HILFE_ZUR_ERZIEHUNG, ("hze",)),
        (of(one, (Komponente(OFFEN), numbers)), Grund.OHNE_RICHTUNG, ("offen",)),
        (of(one), Grund.ZU_WENIG_INDIKATOREN, ()),
        (of((Komponente(ARMUT), numbers[:4]), (Komponente(ARBEIT), numbers[:4])), Grund.ZU_WENIG_GEBIETE, ()),
        (of((Komponente(ARMUT), [None] * 5), (Komponente(ARBEIT), [None] * 5)), Grund.ZU_WENIG_GEBIETE, ()),
        (of(one, (Komponente(ARBEIT), [7] * 5)), Grund.OHNE_STREUUNG, ("arbeit",)),
        (of(one, (Komponente(KITA), numbers)), Grund.OHNE_STREUUNG, ("armut", "kita")),  # they cancel out
    ]
    for found, grund, about in cases:
        assert (found.werte, found.grund, found.betroffen) == ((), grund, about)
        assert found.grund.satz.endswith(".")


def test_a_decided_direction_lets_an_ambivalent_indicator_in() -> None:
    numbers: list[int | None] = [10, 20, 30, 40, 50]
    found = of((Komponente(ARMUT), numbers), (Komponente(OFFEN, richtung=1), numbers))
    assert found.grund is None
    assert found.werte[4].index > 1


def test_ratios_and_balances_may_enter() -> None:
    flaeche = replace(KITA, id="flaeche", art=Anteilsart.VERHAELTNIS)
    assert of((Komponente(ARMUT), [1, 2, 3, 4, 5]), (Komponente(flaeche), [5, 4, 3, 2, 2])).grund is None


@pytest.mark.parametrize("wrong", [{"gewicht": 0.0}, {"gewicht": float("nan")}, {"richtung": 2}])
def test_refuses_impossible_weights(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="Gewichte"):
        Komponente(ARMUT, **wrong)  # type: ignore[arg-type]
