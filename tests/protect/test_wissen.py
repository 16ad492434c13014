"""What can be known at the same time: asked quickly, it is what asking value by value says."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from sro.model.wert import Beobachtung, Status
from sro.protect.vorwissen import Veroeffentlichung
from sro.protect.wissen import Verbund, moegliches_wissen
from sro.protect.zellen import Schluessel
from tests.protect.bausteine import JAHR, OBEN, indikator, katalog, merkmal, stadt, teil

ORTE = [teil(nummer) for nummer in range(1, 6)]
FUENF = katalog([indikator("faelle", "faelle")], merkmal("faelle", 5))
SUMME = 30


def verbund(verborgen: int) -> Verbund:
    """The city shows 30; so many Stadtteile are hidden, the others have no case."""
    namen = dict.fromkeys(ORTE, Status.NULL) | dict.fromkeys(ORTE[:verborgen], Status.GEHEIM)
    zeilen = [Beobachtung("faelle", ort, JAHR, status, *zahlen(status)) for ort, status in namen.items()]
    zeilen.append(Beobachtung("faelle", OBEN, JAHR, Status.OK, SUMME, 5000, 6.0))
    (stueck,) = Veroeffentlichung("alt", zeilen, FUENF, stadt(*[0] * len(ORTE))).stuecke
    (einer,) = stueck.verbuende
    return einer


def zahlen(status: Status) -> tuple[float | None, ...]:
    return (0.0, 1000.0, 0.0) if status is Status.NULL else (None, 1000.0, None)


def can_be_true(wissen: Mapping[Schluessel, float], verborgen: int) -> bool:
    """All hidden counts are at least one and make up 30."""
    rest, offen = SUMME - sum(wissen.values()), verborgen - len(wissen)
    return all(wert >= 1 for wert in wissen.values()) and (rest >= offen if offen else rest == 0)


def one_by_one(wissen: Mapping[Schluessel, float], anfang: Schluessel, verborgen: int) -> frozenset[Schluessel]:
    passend: dict[Schluessel, float] = {}
    for zelle, wert in {anfang: wissen[anfang], **wissen}.items():
        if can_be_true({**passend, zelle: wert}, verborgen):
            passend[zelle] = wert
    return frozenset(passend)


@settings(deadline=None)
@given(st.integers(2, 5), st.lists(st.integers(0, 31), min_size=1, max_size=5))
def test_it_is_what_asking_value_by_value_says(verborgen: int, werte: list[int]) -> None:
    zellen = [Schluessel("faelle", JAHR, ort) for ort in ORTE[:verborgen]]
    wissen = dict(zip(zellen, map(float, werte), strict=False))
    found = {frozenset(eines) for eines in moegliches_wissen(verbund(verborgen), wissen)}
    if can_be_true(wissen, verborgen):
        assert found == {frozenset(wissen)}
    else:
        assert found == {one_by_one(wissen, anfang, verborgen) for anfang in wissen}


def test_what_only_shown_counts_tie_is_asked_apart() -> None:
    """Two Stadtteile of two Stadtbezirke each, whose sums are shown."""
    ort = stadt(2, 2)
    geheim = [Beobachtung("faelle", b.key, JAHR, Status.GEHEIM, nenner=100.0) for b in ort.of_level("stadtbezirk")]
    oben = [Beobachtung("faelle", teil(n), JAHR, Status.OK, 9.0, 200.0, 45.0) for n in (1, 2)]
    alle = [*geheim, *oben, Beobachtung("faelle", OBEN, JAHR, Status.OK, 18.0, 400.0, 45.0)]
    (stueck,) = Veroeffentlichung("alt", alle, FUENF, ort).stuecke
    assert sorted(len(einer.verborgen) for einer in stueck.verbuende) == [2, 2]
