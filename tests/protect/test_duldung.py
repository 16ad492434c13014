"""A threshold that was raised after a release: what is out stays out, and nothing more comes out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sro.model.gebiet import GebietKey
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.protect import Rohwert, Schutzergebnis, SchutzUnmoeglich, audit, audit_together, erneut_gesagt, protect
from tests.protect.aufzaehlung import Zelle, spannen
from tests.protect.bausteine import JAHR, OBEN, bezirk, flach, indikator, katalog, merkmal, stadt, teil

ORT = stadt(2, 1, 2)
ZELLE_VON: dict[GebietKey, Zelle] = {
    **{bezirk(i + 1): (i,) for i in range(5)},
    teil(1): (0, 1),
    teil(2): (2,),
    teil(3): (3, 4),
    OBEN: (0, 1, 2, 3, 4),
}
GROB = (teil(1), teil(2), teil(3), OBEN)
VORHER, JETZT = 3, 5


def mit(schwelle: int) -> Katalog:
    return katalog([indikator("faelle", "faelle"), indikator("gleich", "faelle")], merkmal("faelle", schwelle))


ALT, NEU = mit(VORHER), mit(JETZT)


def zeilen(werte: list[int], orte: tuple[GebietKey, ...], name: str = "faelle") -> list[Rohwert]:
    return [Rohwert(name, ort, JAHR, sum(werte[i] for i in ZELLE_VON[ort]), 1000) for ort in orte]


def gezeigt(beobachtungen: tuple[Beobachtung, ...]) -> dict[Zelle, float]:
    return {ZELLE_VON[b.gebiet]: b.zaehler for b in beobachtungen if b.zaehler is not None}


def freigegeben(
    roh: list[Rohwert], erst: tuple[Beobachtung, ...], bestand: tuple[Beobachtung, ...] = ()
) -> Schutzergebnis | None:
    """By the thresholds of now, else with what earlier ones left; None where that is refused too."""
    for dulden in (False, True):
        try:
            ergebnis = protect(roh, NEU, ORT, bestand, {"Datenstand 1": erst}, dulden=dulden)
        except SchutzUnmoeglich:
            continue
        if not ergebnis.bericht.aufgedeckt:
            return ergebnis
    return None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=5, max_size=5), st.sampled_from([GROB, tuple(ZELLE_VON), (OBEN, teil(1))]))
def test_nothing_is_narrower_than_the_earlier_release_left_it(werte: list[int], vorher: tuple[GebietKey, ...]) -> None:
    """All whole numbers are tried that agree with both. New cells are as safe as the threshold of now asks for."""
    erst = protect(zeilen(werte, vorher), ALT, ORT).beobachtungen
    ergebnis = freigegeben(zeilen(werte, tuple(ZELLE_VON)), erst)
    if ergebnis is None:
        return
    zellen = list(dict.fromkeys(ZELLE_VON.values()))
    alte = list(dict.fromkeys(ZELLE_VON[ort] for ort in vorher))
    nullen = {z: 0.0 for z in zellen if not sum(werte[i] for i in z)}
    davor = spannen(werte, alte, gezeigt(erst), JETZT + 1, gefragt=zellen)
    beide = {**gezeigt(erst), **gezeigt(ergebnis.beobachtungen)}
    danach = spannen(werte, zellen, beide, JETZT + 1)
    erreichbar = spannen(werte, zellen, nullen, JETZT + 1)
    zu_eng = {
        zelle: breite
        for zelle, breite in danach.items()
        if breite < max(1, min(JETZT, erreichbar[zelle])) and breite < davor.get(zelle, 0)
    }
    assert zu_eng == {}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 6), min_size=5, max_size=5), st.lists(st.integers(0, 6), min_size=5, max_size=5), st.data()
)
def test_a_revised_count_is_as_wide_as_before(werte: list[int], andere: list[int], data: st.DataObject) -> None:
    revidiert = data.draw(st.sets(st.integers(0, 4), max_size=2))
    jetzt = [andere[i] if i in revidiert else werte[i] for i in range(5)]
    erst = protect(zeilen(werte, tuple(ZELLE_VON)), ALT, ORT).beobachtungen
    ergebnis = freigegeben(zeilen(jetzt, tuple(ZELLE_VON)), erst)
    if ergebnis is None:
        return
    zellen = list(dict.fromkeys(ZELLE_VON.values()))
    nullen = {z: 0.0 for z in zellen if not sum(jetzt[i] for i in z)}
    davor = spannen(werte, zellen, gezeigt(erst), JETZT + 1)
    danach = spannen(jetzt, zellen, gezeigt(ergebnis.beobachtungen), JETZT + 1)
    erreichbar = spannen(jetzt, zellen, nullen, JETZT + 1)
    zu_eng = {z: b for z, b in danach.items() if b < max(1, min(JETZT, erreichbar[z])) and b < davor.get(z, 0)}
    assert zu_eng == {}


def test_a_cell_that_stays_shown_needs_somebody_who_answers_for_it() -> None:
    """Four cases stand in an indicator that is carried over; another one now counts the same."""
    erst = protect(flach("gleich", [4, 20, 30]), ALT, stadt(0, 0, 0)).beobachtungen
    roh = flach("faelle", [4, 20, 30])
    with pytest.raises(SchutzUnmoeglich, match="muss geheim bleiben, ist im aktiven Datenstand aber schon gezeigt"):
        protect(roh, NEU, stadt(0, 0, 0), erst, {"Datenstand 1": erst})
    ergebnis = protect(roh, NEU, stadt(0, 0, 0), erst, {"Datenstand 1": erst}, dulden=True)
    assert ergebnis.geduldet == ("Der Zähler von „faelle“ (stadtteil 01, 2024)",)
    assert (ergebnis.bericht.frueher_gezeigt, ergebnis.bericht.aufgedeckt) == (1, 0)


def test_what_the_new_release_would_give_away_is_refused_all_the_same() -> None:
    """Another year has nothing to do with what an earlier one showed of the same place."""
    erst = protect(flach("gleich", [4, 20, 30]), ALT, stadt(0, 0, 0)).beobachtungen
    fremd = tuple(replace(b, jahr=JAHR - 1) for b in erst)
    with pytest.raises(SchutzUnmoeglich):
        protect(flach("faelle", [4, 20, 30]), NEU, stadt(0, 0, 0), erst, {"Datenstand 1": fremd}, dulden=True)


def test_the_audit_counts_apart_what_an_old_threshold_showed() -> None:
    """2 and 4 of 26 with threshold 3: the 2 may be one to five, which was wide enough."""
    erst = protect(flach("faelle", [2, 4, 20]), ALT, stadt(0, 0, 0))
    assert erst.bericht.schwellen == {"faelle": VORHER}
    heute = audit(erst.beobachtungen, NEU, stadt(0, 0, 0))
    damals = audit(erst.beobachtungen, NEU, stadt(0, 0, 0), damals=erst.bericht.schwellen)
    assert (heute.aufgedeckt, heute.frueher_gezeigt) == (2, 0)
    assert (damals.aufgedeckt, damals.frueher_gezeigt) == (0, 2)


def test_what_was_open_by_the_old_threshold_too_still_counts() -> None:
    erst = protect(flach("faelle", [2, 4, 20]), ALT, stadt(0, 0, 0)).beobachtungen
    offen = tuple(replace(b, status="ok", zaehler=4, wert=4.0) if b.gebiet == teil(2) else b for b in erst)
    gefunden = audit(offen, NEU, stadt(0, 0, 0), damals={"faelle": VORHER})
    assert (gefunden.aufgedeckt, gefunden.frueher_gezeigt) == (1, 0)


def test_together_with_the_datenstand_that_showed_it_nothing_new_is_told() -> None:
    werte = [3, 1, 9, 5, 6]
    erst = protect(zeilen(werte, tuple(ZELLE_VON)), ALT, ORT).beobachtungen
    dann = freigegeben(zeilen(werte, tuple(ZELLE_VON)), erst)
    assert dann is not None
    frueher = {"Datenstand 1": erst}
    gefunden = audit_together(dann.beobachtungen, frueher, NEU, ORT)
    assert len(gefunden) == 4
    assert erneut_gesagt(gefunden, frueher, NEU, ORT) == gefunden
    assert erneut_gesagt(gefunden, frueher, ALT, ORT) == []
