from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sro.auswertung.profil.alter import age_structure
from sro.reference.catalogue import catalogue
from tests.auswertung.werke import GANZ, LEUTE, A, werk
from tests.beispiele import seen


def test_groups_follow_from_published_counts() -> None:
    alter = age_structure(werk([seen(LEUTE, A, 2024, 200)], [seen(LEUTE, GANZ, 2024, 900, 3000)]), A)
    assert alter is not None
    assert (alter.zeitpunkt, alter.gesamt) == ("31.12.2024", 1000)
    assert [(g.anzahl, g.anteil, g.stadtanteil) for g in alter.gruppen] == [(200, 0.2, 0.3), (800, 0.8, 0.7)]


def test_a_hidden_group_leaves_no_structure() -> None:
    assert age_structure(werk([seen(LEUTE, A, 2024, None)]), A) is None


def test_an_older_year_stands_in_where_the_newest_shows_too_little() -> None:
    alter = age_structure(werk([seen(LEUTE, A, 2023, 200), seen(LEUTE, A, 2024, None)]), A)
    assert alter is not None
    assert alter.zeitpunkt == "31.12.2023"


@given(st.lists(st.integers(3, 5000), min_size=6, max_size=6))
def test_the_groups_of_the_catalogue_always_add_up(counts: list[int]) -> None:
    """Six true groups, published only as the catalogue's indicators do it, are found again."""
    names = ("bevoelkerung_0_6", "bevoelkerung_6_12", "bevoelkerung_12_18", "bevoelkerung_18_21", "bevoelkerung_21_65")
    true = dict(zip((*names, "bevoelkerung_65_plus"), map(float, counts), strict=True))
    katalog = catalogue()

    def total(merkmal: str) -> float:
        return true[merkmal] if merkmal in true else sum(total(part) for part in katalog.merkmal(merkmal).summe_aus)

    published = [
        replace(seen(i, A, 2024, 50), zaehler=1.0, nenner=total(i.nenner), wert=i.rate(1, total(i.nenner)))
        for i in katalog.indikatoren
        if i.nenner.startswith("bevoelkerung") and not i.nenner.endswith("vorjahr")
        if i.nenner != "bevoelkerung_15_25"
    ]
    b1 = katalog["unter_21"]
    people = total("bevoelkerung_0_21")
    published.append(seen(b1, A, 2024, people, total(b1.nenner)))
    distinct = {b.indikator: b for b in published}
    found = werk(distinct.values(), indikatoren=katalog.indikatoren)
    alter = age_structure(replace(found, katalog=katalog), A)
    assert alter is not None
    assert [g.anzahl for g in alter.gruppen] == [true[g.merkmal.id] for g in alter.gruppen]
    assert len(alter.gruppen) == len(true)
    assert abs(sum(g.anteil for g in alter.gruppen) - 1) < 1e-9
