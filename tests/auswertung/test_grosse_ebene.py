"""A large level is read by area and by year; whatever is made of it is the same as if it had been read as a whole."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from sro.auswertung.analyse.tabelle import Abfrage, rows
from sro.auswertung.kennwert import figure
from sro.auswertung.profil.vergleichbare import comparable_areas
from sro.auswertung.zahlenwerk import Abdeckung, Zahlenwerk
from sro.model import gebiet
from sro.model.gebiet import Gebiet, GebietKey
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status
from tests.auswertung.werke import GANZ, KLEINSTADT, LEUTE, werk
from tests.beispiele import ANTEIL, DICHTE

JAHRE = range(2016, 2025)
ORTE = [GebietKey("stadtbezirk", f"{n:02d}") for n in range(11, 31)]
STADT = replace(
    KLEINSTADT,
    gebiete=(
        *(one for one in KLEINSTADT.gebiete if one.ebene != "stadtbezirk"),
        *(Gebiet("stadtbezirk", ort.id, f"Bezirk {ort.id}", eltern=GebietKey("stadtteil", "01")) for ort in ORTE),
    ),
)
INDIKATOREN = (LEUTE, ANTEIL, DICHTE)


def observed(indikator: Indikator, ort: GebietKey, jahr: int, dice: random.Random) -> Beobachtung:
    nenner = dice.randint(80, 900) * (20 if ort == GANZ else 1)
    zaehler = round(nenner * dice.choice((0.1, 0.2, 0.21, 0.22, 0.5)))
    if dice.random() < 0.1:
        return Beobachtung(indikator.id, ort, jahr, Status.GEHEIM, nenner=nenner)
    return Beobachtung(indikator.id, ort, jahr, Status.OK, zaehler, nenner, indikator.rate(zaehler, nenner))


def read_whole(seed: int) -> tuple[Zahlenwerk, list[Beobachtung]]:
    dice = random.Random(seed)
    places = [(i, ort, jahr) for i in INDIKATOREN for ort in (GANZ, *ORTE) for jahr in JAHRE if dice.random() < 0.95]
    found = [observed(*place, dice) for place in places]
    return replace(werk(found), stadt=STADT), found


def read_in_parts(ganz: Zahlenwerk, found: Sequence[Beobachtung], asked: list[str]) -> Zahlenwerk:
    def lesen(
        indikator: str, ebene: str, *, gebiet: GebietKey | None = None, jahr: int | None = None
    ) -> list[Beobachtung]:
        if ebene == ORTE[0].ebene and gebiet is None and jahr is None:
            asked.append(indikator)
        here = [b for b in found if b.indikator == indikator and b.gebiet.ebene == ebene]
        return [b for b in here if gebiet in (None, b.gebiet) and jahr in (None, b.jahr)]

    def years(shown: bool) -> dict[str, dict[str, tuple[int, ...]]]:
        return {
            i.id: {
                ebene: tuple(
                    sorted(
                        {
                            b.jahr
                            for b in found
                            if b.indikator == i.id and b.gebiet.ebene == ebene and (b.wert is not None or not shown)
                        }
                    )
                )
                for ebene in ("stadt", "stadtbezirk")
            }
            for i in INDIKATOREN
        }

    return replace(ganz, lesen=lesen, abdeckung=Abdeckung(years(shown=False), years(shown=True)))


@pytest.mark.parametrize("seed", range(5))
def test_figures_rows_and_comparable_areas_are_the_same_and_nobody_reads_the_whole_level(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    ganz, found = read_whole(seed)
    asked: list[str] = []
    teile = read_in_parts(ganz, found, asked)
    abfrage = Abfrage("stadtbezirk", INDIKATOREN, tuple(JAHRE))

    def answers(one: Zahlenwerk) -> tuple[object, ...]:
        figures = [figure(one, i, ort, jahr) for i in INDIKATOREN for ort in ORTE for jahr in (2019, 2024, None)]
        return figures, rows(one, abfrage), [comparable_areas(one, ort) for ort in ORTE[:4]]

    expected = answers(ganz)
    monkeypatch.setattr(gebiet, "GROSS", len(ORTE) - 1)
    assert answers(teile) == expected
    assert not asked


def test_a_level_is_large_above_the_limit_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gebiet, "GROSS", len(ORTE))
    assert not STADT.is_large("stadtbezirk")
    monkeypatch.setattr(gebiet, "GROSS", len(ORTE) - 1)
    assert STADT.is_large("stadtbezirk")
    assert not STADT.is_large("stadtteil")
