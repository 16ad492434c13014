"""Sex beside the type of help: two breakdowns of one total, with a third group and by areas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sro.model.gebiet import GebietKey
from sro.model.indikator import Anteilsart, Katalog
from sro.protect import Rohwert, audit_together, protect
from tests.protect.aufzaehlung import Zelle, spannen
from tests.protect.bausteine import JAHR, OBEN, indikator, katalog, merkmal, stadt, teil
from tests.protect.gleichungen import folgt, zu_enge

SCHWELLE = 5
GESCHLECHTER = ("weiblich", "maennlich", "divers")
ARTEN = ("ambulant", "stationaer")
PAARE = tuple(product(ARTEN, GESCHLECHTER))
BLAETTER = tuple(product((1, 2, 3), ARTEN, GESCHLECHTER))
ORT = stadt(0, 0, 0)
ZAHLEN = st.one_of(st.integers(0, 6), st.integers(0, 40))
WEGLASSEN = (
    (),
    ("divers", *(f"{art}_divers" for art in ARTEN)),
    tuple(f"{art}_{wer}" for art, wer in PAARE),  # only the margins
    ("hilfen",),
    (*ARTEN, "maennlich"),
)


def _katalog() -> Katalog:
    """As indikatoren.yaml says it: `summe_aus` for the types of help, `auch_summe_aus` for sex."""
    namen = ("hilfen", *ARTEN, *GESCHLECHTER, *(f"{art}_{wer}" for art, wer in PAARE))
    teile = {art: tuple(f"{art}_{wer}" for wer in GESCHLECHTER) for art in ARTEN}
    teile |= {wer: tuple(f"{art}_{wer}" for art in ARTEN) for wer in GESCHLECHTER}
    einfach = (merkmal(name, SCHWELLE, teile.get(name, ())) for name in namen if name != "hilfen")
    hilfen = replace(merkmal("hilfen", SCHWELLE, ARTEN), auch_summe_aus=(GESCHLECHTER,))
    return katalog([indikator(name, name) for name in namen], hilfen, *einfach)


KATALOG = _katalog()


def zelle_von(name: str, ort: GebietKey) -> Zelle:
    arten = [art for art in ARTEN if art in name] or ARTEN
    wer = [einer for einer in GESCHLECHTER if einer in name] or GESCHLECHTER
    return tuple(
        stelle
        for stelle, (nummer, art, einer) in enumerate(BLAETTER)
        if art in arten and einer in wer and ort in (OBEN, teil(nummer))
    )


def lieferung(werte: list[int], ohne: Iterable[str]) -> list[Rohwert]:
    namen = [i.id for i in KATALOG.indikatoren if i.id not in ohne]
    orte = (teil(1), teil(2), teil(3), OBEN)
    return [Rohwert(n, ort, JAHR, sum(werte[i] for i in zelle_von(n, ort)), 1000) for n in namen for ort in orte]


@settings(max_examples=15, deadline=None)
@given(st.lists(ZAHLEN, min_size=len(BLAETTER), max_size=len(BLAETTER)), st.sampled_from(WEGLASSEN))
def test_nothing_follows_from_areas_sexes_and_types_of_help(werte: list[int], ohne: tuple[str, ...]) -> None:
    ergebnis = protect(lieferung(werte, ohne), KATALOG, ORT)
    zellen = list(dict.fromkeys(zelle_von(b.indikator, b.gebiet) for b in ergebnis.beobachtungen))
    gezeigt = {zelle_von(b.indikator, b.gebiet): b.zaehler for b in ergebnis.beobachtungen if b.zaehler is not None}
    ungeliefert = (zelle_von(name, ort) for name in ohne for ort in (teil(1), teil(2), teil(3), OBEN))
    kleine = [z for z in ungeliefert if 0 < sum(werte[i] for i in z) < SCHWELLE and folgt(z, zellen, len(BLAETTER))]
    assert zu_enge(werte, zellen, gezeigt, SCHWELLE, kleine) == {}
    assert ergebnis.bericht.aufgedeckt == 0


def test_without_the_second_breakdown_a_small_group_would_follow() -> None:
    """The attacker finds what it should: the same table, of which nobody said that the sexes add up."""
    werte = [2, 30, 20, 40, 30, 20] * 3
    ohne = ("ambulant", "stationaer", *(f"{art}_{wer}" for art, wer in PAARE))
    werte[0], werte[3] = 2, 0  # two girls in the first area, none of them in residential help
    einzeln = (
        replace(m, summe_aus=m.summe_aus if m.id == "hilfen" else (), auch_summe_aus=()) for m in KATALOG.merkmale
    )
    taub = replace(KATALOG, merkmale=tuple(einzeln))
    for welcher, gefunden in ((KATALOG, False), (taub, True)):
        beobachtungen = protect(lieferung(werte, ohne), welcher, ORT).beobachtungen
        zellen = list(dict.fromkeys(zelle_von(b.indikator, b.gebiet) for b in beobachtungen))
        gezeigt = {zelle_von(b.indikator, b.gebiet): b.zaehler for b in beobachtungen if b.zaehler is not None}
        assert zelle_von("weiblich", teil(1)) not in gezeigt
        assert bool(zu_enge(werte, zellen, gezeigt, SCHWELLE)) is gefunden


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=6, max_size=6))
def test_no_table_of_whole_numbers_gives_a_sex_away(werte: list[int]) -> None:
    """Two areas, three groups, threshold 3: every table that agrees with the publication is tried."""
    wer = katalog(
        [indikator(n, n) for n in ("alle", *GESCHLECHTER)],
        replace(merkmal("alle", 3), auch_summe_aus=(GESCHLECHTER,)),
        *(merkmal(n, 3) for n in GESCHLECHTER),
    )
    orte = {teil(1): (0, 1, 2), teil(2): (3, 4, 5), OBEN: (0, 1, 2, 3, 4, 5)}
    zelle = {("alle", ort): wo for ort, wo in orte.items()}
    zelle |= {
        (n, ort): tuple(i for i in wo if i % 3 == k) for ort, wo in orte.items() for k, n in enumerate(GESCHLECHTER)
    }
    roh = [Rohwert(n, ort, JAHR, sum(werte[i] for i in z), 1000) for (n, ort), z in zelle.items()]
    ergebnis = protect(roh, wer, stadt(0, 0))
    gezeigt = {zelle[b.indikator, b.gebiet]: b.zaehler for b in ergebnis.beobachtungen if b.zaehler is not None}
    zellen = sorted(set(zelle.values()))
    nullen = {z: 0.0 for z in zellen if not sum(werte[i] for i in z)}
    offen, erreichbar = spannen(werte, zellen, gezeigt, 4), spannen(werte, zellen, nullen, 4)
    assert {z: b for z, b in offen.items() if b < max(1, min(3, erreichbar[z]))} == {}


def test_denominators_by_sex_add_up_too() -> None:
    """Of a group whose share leaves nobody out, sex must not tell who is left."""
    k = katalog(
        [indikator(f"quote_{n}", f"betroffen_{n}", f"kinder_{n}", Anteilsart.ANTEIL) for n in ("alle", "w", "m")],
        replace(merkmal("betroffen_alle"), auch_summe_aus=(("betroffen_w", "betroffen_m"),)),
        replace(merkmal("kinder_alle", 3), auch_summe_aus=(("kinder_w", "kinder_m"),)),
        *(merkmal(f"betroffen_{n}") for n in "wm"),
        *(merkmal(f"kinder_{n}", 3) for n in "wm"),
    )
    zahlen = {"alle": (12, 42), "w": (10, 40), "m": (2, 2)}
    roh = [Rohwert(f"quote_{n}", OBEN, JAHR, z, g) for n, (z, g) in zahlen.items()]
    ergebnis = protect(roh, k, stadt(0))
    sichtbar = {b.indikator: (b.zaehler, b.nenner) for b in ergebnis.beobachtungen}
    assert sichtbar["quote_m"] == (None, None)
    assert None in (sichtbar["quote_alle"][1], sichtbar["quote_w"][1])
    assert None in (sichtbar["quote_alle"][0], sichtbar["quote_w"][0])
    assert ergebnis.bericht.aufgedeckt == 0


@pytest.mark.parametrize("ohne", WEGLASSEN[:2], ids=["alles", "ohne divers"])
def test_zeros_of_a_third_group_are_shown_and_cost_nothing(ohne: tuple[str, ...]) -> None:
    werte = [0 if wer == "divers" else 20 for _, _, wer in BLAETTER]
    ergebnis = protect(lieferung(werte, ohne), KATALOG, ORT)
    assert ergebnis.bericht.geheim == 0


def test_two_datenstaende_with_one_sex_each_do_not_tell_of_the_third() -> None:
    """42 in all are out; 40 of them are girls, and nobody delivers boys: neither publication hides anything."""
    k = katalog(
        [indikator(n, n) for n in ("alle", "w", "m")], merkmal("alle", 5, ("w", "m")), merkmal("w"), merkmal("m")
    )
    erst = protect([Rohwert("alle", OBEN, JAHR, 42, 1000)], k, stadt(0)).beobachtungen
    roh = [Rohwert("w", OBEN, JAHR, 40, 1000)]
    assert protect(roh, k, stadt(0)).beobachtungen[0].zaehler == 40
    assert protect(roh, k, stadt(0), (), {"Datenstand 1": erst}).beobachtungen[0].zaehler is None
    frei = protect(roh, k, stadt(0)).beobachtungen
    (verrat,) = audit_together(frei, {"Datenstand 1": erst}, k, stadt(0))
    assert (verrat.zelle.merkmal, verrat.spanne) == ("m", (2.0, 2.0))
