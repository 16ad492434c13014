from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.export.offen.abfrage import FILTER, Abfrage, Umfang, read_query
from sro.export.offen.parameter import LONGEST, Abfragefehler, Parameter
from sro.model.gebiet import Ebene, Gebiet, GebietKey, Stadt
from tests.beispiele import ANTEIL, DICHTE, area, seen
from tests.export.mitgift import KATALOG, LUEBECK, STADTTEILE

EBENEN = (Ebene("stadt", "Stadt", "Stadt", 0), Ebene("stadtteil", "Stadtteil", "Stadtteile", 1),
          Ebene("stadtbezirk", "Stadtbezirk", "Stadtbezirke", 2))  # fmt: skip
BEZIRK = Gebiet("stadtbezirk", "01", "Altstadt", (), STADTTEILE[0].key)
STADT = Stadt("l", "Lübeck", EBENEN, (LUEBECK, *STADTTEILE, BEZIRK))
JAHRE = {
    DICHTE.id: {"stadt": (2020, 2021), "stadtteil": (2020, 2022)},
    ANTEIL.id: {"stadtteil": (2021,), "stadtbezirk": (2021,)},
}
UMFANG = Umfang(KATALOG, STADT, JAHRE)


def ask(*angaben: tuple[str, str]) -> Abfrage:
    return read_query(Parameter(angaben, FILTER), UMFANG)


def pieces(abfrage: Abfrage) -> list[tuple[str, str]]:
    return [(stueck.indikator.id, stueck.ebene) for stueck in abfrage.stuecke]


def test_without_filter_everything_in_the_order_of_catalogue_and_city() -> None:
    assert pieces(ask()) == [
        (ANTEIL.id, "stadtteil"), (ANTEIL.id, "stadtbezirk"), (DICHTE.id, "stadt"), (DICHTE.id, "stadtteil"),
    ]  # fmt: skip
    assert ask().jahre is None


def test_several_values_by_comma_or_again() -> None:
    both = ask(("indikator", f"{DICHTE.id},{ANTEIL.id}"), ("ebene", "stadtteil"))
    assert both == ask(("indikator", ANTEIL.id), ("indikator", DICHTE.id), ("ebene", "stadtteil"))
    assert pieces(both) == [(ANTEIL.id, "stadtteil"), (DICHTE.id, "stadtteil")]


@pytest.mark.parametrize(
    ("zeit", "jahre"),
    [("2021", {2021}), ("2020-2021", {2020, 2021}), ("2020,2022", {2020, 2022}), ("1990-2020", {2020})],
)
def test_years(zeit: str, jahre: set[int]) -> None:
    assert ask(("zeit", zeit)).jahre == jahre


def test_an_area_is_found_at_its_level() -> None:
    found = ask(("gebiet", "02"))
    assert found.gebiete == {GebietKey("stadtteil", "02")}
    assert {ebene for _, ebene in pieces(found)} == {"stadtteil"}
    assert found.takes(seen(ANTEIL, area("02"), 2021, 5))
    assert not found.takes(seen(ANTEIL, area("03"), 2021, 5))


def test_an_id_of_two_levels_needs_one_of_them() -> None:
    with pytest.raises(Abfragefehler, match="Möglich: stadtteil, stadtbezirk"):
        ask(("gebiet", "01"))
    assert ask(("gebiet", "01"), ("ebene", "stadtbezirk")).gebiete == {BEZIRK.key}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("indikator", "nix", "„indikator“ kennt „nix“ nicht. Möglich: kinder_sgb2, hze_ohne_28."),
        ("ebene", "planet", "„ebene“ kennt „planet“ nicht. Möglich: stadt, stadtteil, stadtbezirk."),
        ("gebiet", "99", "„gebiet“ kennt „99“ nicht. Möglich: 00, 01, 02, 03, 04, 05."),
        ("zeit", "2099", "„zeit“ kennt „2099“ nicht."),
        ("zeit", "2022-2020", "Möglich: 2020, 2021, 2022."),
        ("zeit", "2021-", "eine Spanne wie 2020-2024"),
        ("zeit", "²⁰²¹", "„zeit“ kennt"),
        ("ebene", "", "„ebene“ ist leer"),
        ("ebene", "stadt,", "„ebene“ ist leer"),
        ("jahr", "2020", "Den Parameter „jahr“ gibt es hier nicht. Möglich: indikator, ebene, gebiet, zeit."),
    ],
)
def test_what_there_is_not_is_said_with_parameter_value_and_what_is_possible(name: str, value: str, said: str) -> None:
    with pytest.raises(Abfragefehler) as caught:
        ask((name, value))
    assert said in str(caught.value)


def refusal(name: str, value: str) -> str:
    """The sentence, empty where the question can be answered."""
    try:
        ask((name, value))
    except Abfragefehler as error:
        return str(error)
    return ""


@given(st.sampled_from(FILTER), st.text(min_size=1))
def test_whatever_is_asked_the_answer_is_a_query_or_one_line(name: str, value: str) -> None:
    sentence = refusal(name, value)
    assert sentence.isprintable()
    assert len(sentence) < 300 + LONGEST
