"""The sheet of an indicator: everything escaped, years with their gaps, pooled years as periods."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sro.model.buendelung import Buendelung
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.views.words import years
from sro.views.zahlen.indikatorblatt import Vorliegend, html_definition

HZE = catalogue()["hze_ohne_28"]


@pytest.mark.parametrize(
    ("jahre", "expected"),
    [((), ""), ((2024,), "2024"), ((2015, 2016, 2017), "2015–2017"), ((2015, 2017, 2018), "2015, 2017–2018")],
)
def test_years_are_told_with_their_gaps(jahre: tuple[int, ...], expected: str) -> None:
    assert years(jahre) == expected


def test_every_text_is_escaped() -> None:
    bad = "<script>x</script>"
    indikator = replace(
        HZE, name=bad, definition=bad, lesehinweis=bad, quelle=bad, paragraf=bad, einheit=bad, einschraenkungen=(bad,)
    )
    text = html_definition(indikator, catalogue(), city(), Vorliegend(1, {"stadt": (2024,)}, True))
    assert "<script>" not in text
    assert text.count("&lt;script&gt;") == 7


def test_pooled_years_are_periods() -> None:
    indikator = replace(HZE, ebenen=("stadt",), stadtweit_gebuendelt=Buendelung(3, 2024, ("stadtteil",)))
    there = Vorliegend(4, {"stadt": (2023, 2024), "stadtteil": (2021, 2024)}, False)
    text = html_definition(indikator, catalogue(), city(), there)
    assert "<dt>Ebenen</dt><dd>Stadt, Stadtteile (3 Jahre zusammen)</dd>" in text
    assert "Das liegt vor (Datenstand 4)" in text
    assert "<dt>Stadt</dt><dd>2023–2024</dd>" in text
    assert "<dt>Stadtteile</dt><dd>2019–2021, 2022–2024</dd>" in text
    assert "synthetisch" not in text


def test_the_group_rule_is_told_where_it_holds() -> None:
    share = catalogue()["sgb2_unter_18"]
    assert "<dt>Gruppenregel</dt><dd>gilt hier nicht</dd>" in html_definition(HZE, catalogue(), city())
    assert f"weniger als {share.schwelle} Personen" in html_definition(share, catalogue(), city())
    without = replace(share, gruppenschutz=False)
    assert "<dt>Gruppenregel</dt><dd>gilt hier nicht</dd>" in html_definition(without, catalogue(), city())
