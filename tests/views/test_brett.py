"""The board and its figures as people read them: guarded sentences, nothing of a hidden value, text that stays text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.auswertung.brett.brett import Brett, Brettfilter, board
from sro.auswertung.brett.damals_heute import DamalsHeute, Seither
from sro.model.buendelung import Buendelung
from sro.model.impuls import Umsetzung
from sro.model.vereinbarung import Vereinbarung
from sro.model.wert import Status
from sro.reference.leitbild import leitbild
from sro.views.brett.eintrag import Wege, html_entry, html_figures, html_grounds
from sro.views.brett.karten import html_board, html_short_list, html_summary
from sro.views.theme import DARK, LIGHT
from sro.views.zahlen.damals_heute import html_pair, sentence, svg_stand, verdict
from tests.auswertung.brettakten import EINES, HEUTE, records
from tests.auswertung.test_brett import WERKE
from tests.auswertung.test_damals_heute import found, rate, share, without
from tests.auswertung.werke import KLEINSTADT
from tests.beispiele import ANTEIL, DICHTE, SALDO, area, parsed, seen

A = area("01")
HOSTILE = '<img src=x onerror="alert(1)"> [x](javascript:1)'
CAUSAL = ("wegen", "durch die Vereinbarung", "dank", "bewirk", "führt", "Erfolg", "verbesser", "verschlechter", "weil")


@pytest.mark.parametrize(
    ("vergleich", "expected"),
    [
        (
            found(ANTEIL, share(2020, 48, 80), share(2021, 56, 70)),
            "In Altdorf ist der Anteil von 60,0\u00a0% (31.12.2020) auf 80,0\u00a0% (31.12.2021) gestiegen. "
            "Der Unterschied ist größer, als der Zufall erwarten lässt.",
        ),
        (
            found(ANTEIL, share(2020, 5, 56), share(2021, 0, 29)),
            "In Altdorf lag der Anteil damals bei 8,9\u00a0% (31.12.2020) und jetzt bei 0,0\u00a0% (31.12.2021). "
            "Der Unterschied ist nicht belastbar: So viel kann auch der Zufall ausmachen.",
        ),
        (
            found(DICHTE, rate(2023, 20), rate(2024, 60)),
            "Ob sich etwas verändert hat, lässt sich nicht sagen. Ab 2024 wird anders gezählt: Eingliederungshilfe "
            "nach SGB IX für Minderjährige im Jugendamt.",
        ),
        (
            found(DICHTE, without(DICHTE, 2020, Status.GEHEIM), rate(2021, 60)),
            "Ob sich etwas verändert hat, lässt sich nicht sagen. Ein Wert, der dafür gebraucht wird, ist geheim "
            "gehalten.",
        ),
        (found(DICHTE, rate(2021, 20), rate(2021, 20)), "Seit dem Dialog gibt es keine neueren Zahlen (2021)."),
        (
            found(DICHTE, rate(2021, 20), rate(2021, 60)),
            "Neuere Zahlen gibt es nicht; die Zahl für 2021 ist berichtigt: damals 20,0\u00a0je 1.000 unter "
            "21-Jährige, jetzt 60,0\u00a0je 1.000 unter 21-Jährige. Das ist keine Entwicklung.",
        ),
    ],
)
def test_sentences(vergleich: DamalsHeute, expected: str) -> None:
    assert sentence(vergleich) == expected


STATES = st.sampled_from([None, Status.GEHEIM, Status.FEHLT, Status.NICHT_SINNVOLL])


@given(STATES, STATES, st.integers(0, 60), st.integers(0, 60), st.integers(-1, 3), st.booleans())
def test_no_sentence_names_a_cause_and_a_verdict_only_where_there_is_one(
    first: Status | None, second: Status | None, x: int, y: int, later: int, gross: bool
) -> None:
    then = without(DICHTE, 2021, first) if first else rate(2021, x)
    now = without(DICHTE, 2021 + later, second) if second else rate(2021 + later, y)
    vergleich = found(DICHTE, then, now)
    said = sentence(vergleich) + verdict(vergleich) + html_pair(vergleich, LIGHT, gross)
    assert not [word for word in CAUSAL if word in said]
    sure = vergleich.seither in (Seither.GESTIEGEN, Seither.GESUNKEN)
    assert ("als der Zufall erwarten lässt" in said) is sure
    assert bool(svg_stand(vergleich, vergleich.damals, DARK)) is (first is None)
    for status, word in ((Status.GEHEIM, "geheim gehalten"), (Status.FEHLT, "nicht geliefert")):
        if second is status:
            assert word in said


def test_a_window_without_a_figure_is_named_as_a_window() -> None:
    pooled = replace(DICHTE, stadtweit_gebuendelt=Buendelung(3, 2023, ("stadtteil",)))
    now = rate(2023, 20, 3000, 3)
    vergleich = replace(found(pooled, None, now), damals=replace(found(pooled, now, None).damals, beobachtung=None))
    assert "2021–2023" in html_pair(vergleich, LIGHT).partition("jetzt")[0]


def test_dots_lie_on_one_scale_within_their_limits() -> None:
    vergleich = found(DICHTE, rate(2020, 20), rate(2021, 60))
    before, after = (
        float(parsed(svg_stand(vergleich, one, LIGHT).encode()).findall("{*}circle")[0].attrib["cx"])
        for one in (vergleich.damals, vergleich.heute)
    )
    assert 0 < before < after < 150
    balance = found(SALDO, seen(SALDO, A, 2020, -20), seen(SALDO, A, 2021, 20))
    assert all(svg_stand(balance, one, LIGHT) for one in (balance.damals, balance.heute))


def drawn(vereinbarungen: dict[str, Vereinbarung]) -> tuple[Brett, str]:
    brett = board(records(vereinbarungen), KLEINSTADT, Brettfilter(), HEUTE, WERKE.get, WERKE[2])
    return brett, html_board(brett, _way, KLEINSTADT, leitbild(), LIGHT, None)


def _way(one: str | None) -> str:
    return f"dialog?teil=brett&vereinbarung={one}" if one else "dialog?teil=brett"


WAYS = Wege(
    _way,
    lambda akte: None,
    lambda one: f"leitlinien?bezug={one}",
    lambda one: f"dialog?dialog={one}",
    lambda one: "zeitreihe",
)


def test_empty_columns_are_left_out_but_those_that_every_agreement_passes() -> None:
    _, html = drawn({"VB-1": EINES})
    assert html.count("<section>") == 3
    _, html = drawn({"VB-1": replace(EINES, umsetzung=Umsetzung.VERWORFEN)})
    assert "verworfen <small>1</small>" in html


def test_a_card_says_what_is_overdue_and_since_when() -> None:
    brett, html = drawn({"VB-1": EINES, "VB-2": replace(EINES, umsetzung=Umsetzung.UMGESETZT)})
    assert html.count("überfällig") == 1
    assert '<b class="sro-faellig">überfällig</b> seit 55 Tagen · Frist 30.09.2026' in html
    assert "<b>1</b>überfällig" in html_summary(brett)
    assert "gestiegen, mehr als der Zufall erwarten lässt" in html


@pytest.mark.parametrize("field", ["text", "verantwortlich", "beteiligte", "massstab", "ergebnis"])
def test_entered_text_is_text(field: str) -> None:
    akten = {"VB-1": replace(EINES, **{field: HOSTILE})}
    brett, html = drawn(akten)
    (karte,) = brett.karten
    bestand = records(akten)
    everything = (
        html + html_short_list(brett, _way, "VB-1") + html_entry(karte, WAYS) + html_figures(karte, LIGHT)
    ) + html_grounds(karte, bestand, leitbild(), WAYS)
    assert "<img src=x" not in everything
    assert "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;" in everything


def test_synthetic_is_said_once_where_all_are_and_on_each_where_some_are_not() -> None:
    brett, html = drawn({"VB-1": EINES, "VB-2": EINES})
    assert (html.count("sro-synthetisch"), html_summary(brett).count("sro-synthetisch")) == (0, 1)
    brett, html = drawn({"VB-1": EINES, "VB-2": replace(EINES, synthetisch=False)})
    assert (html.count("sro-synthetisch"), html_summary(brett).count("sro-synthetisch")) == (1, 0)


def test_the_open_one_shows_where_it_comes_from_and_that_the_figure_proves_nothing() -> None:
    brett, _ = drawn({"VB-1": replace(EINES, bausteine=("BS3",))})
    (karte,) = brett.karten
    grounds = html_grounds(karte, records({"VB-1": EINES}), leitbild(), WAYS)
    assert 'href="dialog?dialog=QD-1"' in grounds
    assert 'href="leitlinien?bezug=L2"' in grounds
    assert 'href="leitlinien?bezug=BS3"' in grounds
    figures = html_figures(karte, LIGHT)
    assert "sagt die Zahl nicht" in figures
    assert "Damals: Datenstand 1 vom 01.03.2025 · jetzt: Datenstand 2 vom 01.03.2025" in figures
