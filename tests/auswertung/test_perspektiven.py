"""The matrix of groups and themes: evidence, contradictions, and three ways of not being there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sro.auswertung.holstentor.perspektiven import Gehoer, perspectives
from sro.model.akte import Akte
from sro.model.beduerfnis import Beduerfnis
from sro.model.stimme import Gruppe
from tests.akten.kettenakten import BROLING, WHEN, kettenakten, voice

THEMEN = ["spielen", "treffpunkte", "wege", "wohnen"]
HERE = [akte for akte in kettenakten().von(Beduerfnis) if akte.id != "BN-5"]
MATRIX = perspectives(HERE, THEMEN, {"BN-3", "BN-4"})


def test_a_cell_has_its_needs_their_mentions_and_what_contradicts() -> None:
    cell = MATRIX.zelle("treffpunkte", Gruppe.KINDER)
    assert ([one.id for one in cell.beduerfnisse], cell.nennungen, cell.widersprechend) == (["BN-4"], 5, 1)
    uncounted = MATRIX.zelle("spielen", Gruppe.ELTERN)
    assert (len(uncounted.beduerfnisse), uncounted.nennungen, uncounted.ohne_zahl) == (1, None, 1)


def test_not_heard_about_a_theme_is_not_the_same_as_never_heard() -> None:
    assert MATRIX.zelle("wege", Gruppe.KINDER).gehoer is Gehoer.NICHT_ZUM_THEMA
    assert MATRIX.zelle("wege", Gruppe.FACHKRAEFTE).gehoer is Gehoer.GAR_NICHT
    assert MATRIX.zelle("wege", Gruppe.ELTERN).gehoer is Gehoer.GEHOERT


def test_the_total_counts_a_need_with_two_themes_once() -> None:
    assert [one.id for one in MATRIX.zelle(None, Gruppe.ELTERN).beduerfnisse] == ["BN-2"]


def test_themes_that_nobody_spoke_about_are_named_apart() -> None:
    assert (MATRIX.themen, MATRIX.stumm) == (("spielen", "treffpunkte", "wege"), ("wohnen",))


VOICES = st.lists(
    st.builds(
        voice,
        st.sampled_from(Gruppe),
        st.just("Text"),
        st.lists(st.sampled_from(THEMEN), min_size=1, unique=True).map(tuple),
        st.just(BROLING),
        st.none() | st.integers(0, 50),
    ),
    max_size=20,
)


@given(VOICES)
def test_no_need_is_lost_and_none_is_invented(voices: list[Beduerfnis]) -> None:
    akten = [Akte(f"BN-{number}", 1, one, WHEN, "Probe") for number, one in enumerate(voices, 1)]
    matrix = perspectives(akten, THEMEN, set())
    totals = [one.id for gruppe in Gruppe for one in matrix.zelle(None, gruppe).beduerfnisse]
    assert sorted(totals) == sorted(akte.id for akte in akten)
    for (thema, gruppe), cell in matrix.zellen.items():
        assert (cell.gehoer is Gehoer.GEHOERT) == bool(cell.beduerfnisse)
        assert all(one.inhalt.gruppe is gruppe and thema in (None, *one.inhalt.themen) for one in cell.beduerfnisse)
