"""Where zeros are hidden like small counts, nobody can tell one from the other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sro.model.gebiet import GebietKey
from sro.model.geheimhaltung import Geheimhaltung
from sro.model.indikator import Anteilsart, Katalog
from sro.model.wert import Beobachtung, Status
from sro.protect import Rohwert, audit, protect
from tests.protect.aufzaehlung import Zelle, spannen
from tests.protect.bausteine import (
    JAHR,
    OBEN,
    bezirk,
    flach,
    geheime,
    indikator,
    katalog,
    merkmal,
    nach_ort,
    stadt,
    teil,
    tief,
)

SCHWELLE = 3
ORT = stadt(2, 1, 2)
ZELLE_VON: dict[GebietKey, Zelle] = {
    **{bezirk(i + 1): (i,) for i in range(5)},
    teil(1): (0, 1),
    teil(2): (2,),
    teil(3): (3, 4),
    OBEN: (0, 1, 2, 3, 4),
}


def ohne_nullen(gezeigt: Katalog) -> Katalog:
    return replace(gezeigt, geheimhaltung=Geheimhaltung(null_zeigen=False))


FAELLE = katalog([indikator("faelle", "faelle")], merkmal("faelle", SCHWELLE))
ANTEIL = katalog(
    [indikator("anteil", "betroffene", "kinder", Anteilsart.ANTEIL, gruppenschutz=True)],
    merkmal("betroffene", SCHWELLE),
    merkmal("kinder", None),
)
ARTEN = katalog(
    [indikator("gesamt", "gesamt"), indikator("ambulant", "ambulant")],
    merkmal("gesamt", SCHWELLE, ("ambulant", "stationaer")),
    merkmal("ambulant", SCHWELLE),
    merkmal("stationaer", SCHWELLE),
)
kleine = st.lists(st.integers(0, 6), min_size=5, max_size=5)
oft = settings(max_examples=30, deadline=None)


def assert_weit(werte: list[int], beobachtungen: tuple[Beobachtung, ...]) -> None:
    gezeigt = {ZELLE_VON[b.gebiet]: b.zaehler for b in beobachtungen if b.zaehler is not None}
    hoechstens = {ZELLE_VON[b.gebiet]: float(b.nenner) for b in beobachtungen if b.nenner is not None}
    zellen = list(set(ZELLE_VON.values()))
    offen = spannen(werte, zellen, gezeigt, SCHWELLE + 1, hoechstens, mindestens=0)
    erreichbar = spannen(werte, zellen, {}, SCHWELLE + 1, hoechstens, mindestens=0)
    assert not {z: b for z, b in offen.items() if b < max(1, min(SCHWELLE, erreichbar[z]))}


@oft
@given(kleine)
def test_no_hidden_cell_can_be_solved_be_it_zero_or_not(werte: list[int]) -> None:
    ergebnis = protect(tief("faelle", ORT, werte, [100] * 5), ohne_nullen(FAELLE), ORT)
    versteckt = {b.gebiet for b in ergebnis.beobachtungen if b.status is Status.GEHEIM}
    assert versteckt >= {ort for ort, zelle in ZELLE_VON.items() if sum(werte[i] for i in zelle) < SCHWELLE}
    assert_weit(werte, ergebnis.beobachtungen)
    assert ergebnis.bericht.aufgedeckt == 0


@oft
@given(kleine, st.data())
def test_no_hidden_share_can_be_solved(werte: list[int], data: st.DataObject) -> None:
    gruppen = [data.draw(st.integers(max(w, 2), w + 5)) for w in werte]
    ergebnis = protect(tief("anteil", ORT, werte, gruppen), ohne_nullen(ANTEIL), ORT)
    assert_weit(werte, ergebnis.beobachtungen)
    assert ergebnis.bericht.aufgedeckt == 0


@pytest.mark.parametrize(("null_zeigen", "status"), [(True, Status.NULL), (False, Status.GEHEIM)])
def test_the_switch_decides_about_a_true_zero(null_zeigen: bool, status: Status) -> None:
    k = replace(FAELLE, geheimhaltung=Geheimhaltung(null_zeigen=null_zeigen))
    ort = stadt(0, 0, 0, 0)
    ergebnis = protect(flach("faelle", [0, 30, 40, 50]), k, ort)
    assert nach_ort(ergebnis.beobachtungen, "faelle")[teil(1)].status is status


def test_a_hidden_zero_needs_a_second_hidden_cell() -> None:
    """One alone would follow from the sum."""
    ort = stadt(0, 0, 0, 0)
    ergebnis = protect(flach("faelle", [0, 30, 40, 50]), ohne_nullen(FAELLE), ort)
    assert teil(1) in geheime(ergebnis.beobachtungen, "faelle")
    assert len(geheime(ergebnis.beobachtungen, "faelle")) == 2


def test_a_zero_that_nobody_delivered_does_not_follow_either() -> None:
    """All help of a Stadtteil is ambulant: the rest would be zero, and known."""
    ort = stadt(0, 0, 0)
    roh = flach("gesamt", [30, 40, 50]) + flach("ambulant", [30, 20, 20])
    assert not geheime(protect(roh, ARTEN, ort).beobachtungen, "gesamt")
    ergebnis = protect(roh, ohne_nullen(ARTEN), ort)
    assert ergebnis.bericht.aufgedeckt == 0
    assert teil(1) in geheime(ergebnis.beobachtungen, "gesamt") | geheime(ergebnis.beobachtungen, "ambulant")


def test_the_audit_notices_a_zero_that_follows() -> None:
    k, ort = ohne_nullen(FAELLE), stadt(0, 0, 0, 0)
    zeilen = [
        Beobachtung("faelle", OBEN, JAHR, Status.OK, 120, 1000, 120.0),
        Beobachtung("faelle", teil(1), JAHR, Status.GEHEIM, nenner=1000),
        *(Beobachtung("faelle", teil(i), JAHR, Status.OK, 40, 1000, 40.0) for i in (2, 3, 4)),
    ]
    assert audit(zeilen, k, ort).aufgedeckt == 1


def test_with_zeros_hidden_a_hidden_cell_may_be_zero() -> None:
    """Two hidden cells that make 5: 1 to 4 each where zeros are shown, else 0 to 5."""
    ort = stadt(0, 0, 0, 0)
    zeilen = [
        Beobachtung("faelle", OBEN, JAHR, Status.OK, 85, 1000, 85.0),
        *(Beobachtung("faelle", teil(i), JAHR, Status.GEHEIM, nenner=1000) for i in (1, 2)),
        *(Beobachtung("faelle", teil(i), JAHR, Status.OK, 40, 1000, 40.0) for i in (3, 4)),
    ]
    weit = katalog([indikator("faelle", "faelle")], merkmal("faelle", 5))
    assert audit(zeilen, weit, ort).aufgedeckt == 2
    assert audit(zeilen, ohne_nullen(weit), ort).aufgedeckt == 0


def test_a_group_of_zeros_alone_is_not_quiet() -> None:
    """The shortcut for figures with nothing to hide must not take a zero for one of them."""
    ort = stadt(0, 0)
    roh = [Rohwert("gesamt", o, JAHR, 40, 1000) for o in (teil(1), teil(2))]
    roh += [Rohwert("ambulant", o, JAHR, n, 1000) for o, n in ((teil(1), 40), (teil(2), 20))]
    ergebnis = protect(roh, ohne_nullen(ARTEN), ort)
    assert ergebnis.bericht.geheim_ergaenzend
    assert ergebnis.bericht.aufgedeckt == 0
