"""What points to what, in both directions."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sro.akten.bestand import Bestand, pointed_at, title, words_of
from sro.model.akte import Akte, Inhalt
from sro.model.aktenart import AKTENARTEN, art_of
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.impuls import Impuls
from tests.akten.akteninhalte import KLASSEN, inhalte

WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)


def bestand(**contents: Inhalt) -> Bestand:
    """Records named by keywords: BN_1 is BN-1."""
    named = {name.replace("_", "-"): inhalt for name, inhalt in contents.items()}
    return Bestand(1, tuple(Akte(name, 1, inhalt, WHEN, "Probe") for name, inhalt in named.items()))


KETTE = bestand(
    BN_1=Beduerfnis(text="Ein Treffpunkt", themen=("treffpunkte",)),
    BN_2=Beduerfnis(text="Kein Treffpunkt"),
    BE_1=Bedarf(titel="Treffpunkte", beduerfnisse=("BN-1",), widersprechende=("BN-2", "BN-1"), indikatoren=("a",)),
    IM_1=Impuls(titel="Öffnen", bedarfe=("BE-1", "BE-9")),
)


def test_links_are_followed_in_both_directions() -> None:
    assert [one.id for one in KETTE.hin("BE-1", Beduerfnis)] == ["BN-1", "BN-2"]
    assert [one.id for one in KETTE.her("BN-2", Bedarf)] == ["BE-1"]
    assert [one.id for one in KETTE.her("BE-1", Impuls)] == ["IM-1"]
    assert KETTE.her("BN-1", Impuls) == ()


def test_a_link_to_what_is_not_there_leads_nowhere() -> None:
    assert [one.id for one in KETTE.hin("IM-1", Bedarf)] == ["BE-1"]
    assert "BE-9" not in KETTE
    with pytest.raises(KeyError):
        KETTE.akte("BE-9")


def test_words_are_no_records() -> None:
    assert words_of(KETTE.akte("BE-1").inhalt) == ("a",)
    assert pointed_at(KETTE.akte("BE-1").inhalt) == ("BN-1", "BN-2", "BN-1")
    assert [one.id for one in KETTE.mit("treffpunkte", Beduerfnis)] == ["BN-1"]


def test_a_record_without_title_is_called_by_its_id() -> None:
    assert title(KETTE.akte("BN-1")) == "Ein Treffpunkt"
    assert title(Akte("AU-7", 1, Aussage(), WHEN, "Probe")) == "AU-7"


@settings(max_examples=60)
@given(some.lists(some.sampled_from(KLASSEN).flatmap(inhalte), max_size=8))
def test_both_directions_agree(contents: list[Inhalt]) -> None:
    counts = dict.fromkeys(KLASSEN, 0)
    records = []
    for inhalt in contents:
        counts[type(inhalt)] += 1
        records.append(Akte(f"{art_of(type(inhalt)).kuerzel}-{counts[type(inhalt)]}", 1, inhalt, WHEN, "Probe"))
    found = Bestand(1, tuple(records))
    kinds = [art.klasse for art in AKTENARTEN]
    forth = {(one.id, other.id) for one in records for kind in kinds for other in found.hin(one.id, kind)}
    back = {(other.id, one.id) for one in records for kind in kinds for other in found.her(one.id, kind)}
    assert forth == back
