"""Two people changed one record: nothing that either wrote is lost unless somebody says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sro.akten.zusammenfuehren import MANY, Wahl, vergleiche, zusammen
from sro.model.akte import Inhalt
from sro.model.bedarf import Bedarf
from sro.model.feld import felder
from tests.akten.akteninhalte import KLASSEN, inhalte

VORHER = Bedarf(titel="Licht", begruendung="Viele sagen es.", themen=("wege", "sicherheit"))
DREI = some.sampled_from(KLASSEN).flatmap(lambda klasse: some.tuples(*[inhalte(klasse)] * 3))


def test_fields_that_one_side_changed_come_together() -> None:
    andere, eigene = replace(VORHER, titel="Mehr Licht"), replace(VORHER, begruendung="Alle sagen es.")
    found = vergleiche(VORHER, andere, eigene)
    assert [(one.feld.name, one.strittig) for one in found] == [("titel", False), ("begruendung", False)]
    assert zusammen(found, andere, {}) == replace(andere, begruendung="Alle sagen es.")


def test_what_both_changed_to_the_same_is_not_disputed() -> None:
    both = replace(VORHER, titel="Mehr Licht")
    assert [one.strittig for one in vergleiche(VORHER, both, both)] == [False]


def test_what_both_changed_needs_a_choice() -> None:
    andere, eigene = replace(VORHER, titel="A"), replace(VORHER, titel="B")
    found = vergleiche(VORHER, andere, eigene)
    assert found[0].moeglich == (Wahl.ANDERE, Wahl.EIGENE)
    with pytest.raises(KeyError):
        zusammen(found, andere, {})
    assert zusammen(found, andere, {"titel": Wahl.EIGENE}) == eigene
    assert zusammen(found, andere, {"titel": Wahl.ANDERE}) == andere


def test_lists_and_texts_can_be_kept_both() -> None:
    andere = replace(VORHER, themen=("wege", "sport"), begruendung="Sie sagen es.")
    eigene = replace(VORHER, themen=("sicherheit", "wege", "kultur"), begruendung="Er sagt es.")
    found = vergleiche(VORHER, andere, eigene)
    both = zusammen(found, andere, {"themen": Wahl.BEIDES, "begruendung": Wahl.BEIDES})
    assert both.themen == ("wege", "sport", "kultur")
    assert both.begruendung == "Sie sagen es.\n\nEr sagt es."


@settings(max_examples=60)
@given(DREI)
def test_whoever_changed_nothing_changes_nothing(three: tuple[Inhalt, Inhalt, Inhalt]) -> None:
    vorher, andere, _ = three
    assert zusammen(vergleiche(vorher, andere, vorher), andere, {}) == andere
    mine = zusammen(vergleiche(vorher, vorher, andere), vorher, {})
    assert mine == replace(andere, synthetisch=vorher.synthetisch)


@settings(max_examples=60)
@given(DREI, some.sampled_from(Wahl))
def test_every_field_has_the_value_of_who_changed_it(three: tuple[Inhalt, Inhalt, Inhalt], wahl: Wahl) -> None:
    vorher, andere, eigene = three
    found = vergleiche(vorher, andere, eigene)
    made = zusammen(found, andere, {one.feld.name: wahl for one in found})
    for feld in felder(type(vorher)):
        before, other, own, now = (getattr(one, feld.name) for one in (vorher, andere, eigene, made))
        if own == before:
            assert now == other
        elif other in (before, own):
            assert now == own
        elif wahl is not Wahl.BEIDES:
            assert now == (own if wahl is Wahl.EIGENE else other)
        elif feld.form in MANY and other and own:
            added, taken = {*other, *own} - {*before}, {*before} - ({*other} & {*own})
            assert added <= {*now}
            assert not taken & {*now}
