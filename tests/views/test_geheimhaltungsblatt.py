"""The rules in plain words follow the settings of the installation."""

from __future__ import annotations

from dataclasses import replace

from sro.model.geheimhaltung import Geheimhaltung, Verfahren
from sro.protect.regeln import schwellen
from sro.reference.catalogue import catalogue
from sro.views.methodik.geheimhaltung import html_rules, thresholds
from sro.views.methodik.zeichen import html_legend_of_states
from sro.views.theme import LIGHT


def test_thresholds_are_those_that_disclosure_control_applies() -> None:
    katalog = catalogue()
    stricter = replace(katalog.indikatoren[0], schwelle=40)
    for tried in (katalog, replace(katalog, indikatoren=(stricter, *katalog.indikatoren[1:]))):
        told = {merkmal: schwelle for merkmal, schwelle in thresholds(tried).items() if schwelle}
        assert told == schwellen(tried)


def test_different_denominators_are_counted() -> None:
    katalog = catalogue()
    larger = replace(katalog.indikatoren[0], mindestnenner=1200)
    text = html_rules(replace(katalog, indikatoren=(larger, *katalog.indikatoren[1:])))
    least = katalog.indikatoren[1].mindestnenner
    assert f"{least} ({len(katalog.indikatoren) - 1} Indikatoren), 1.200 (1 Indikator)" in text


def test_a_hidden_zero_is_told_in_rules_and_legend() -> None:
    hidden = Geheimhaltung(null_zeigen=False)
    assert "Eine echte Null wird gezeigt" in html_rules(catalogue())
    assert "Eine echte Null wird gezeigt" not in html_rules(replace(catalogue(), geheimhaltung=hidden))
    assert "Sie kann auch null sein." in html_legend_of_states(LIGHT, hidden)
    assert "Sie ist nicht null." in html_legend_of_states(LIGHT, Geheimhaltung())


def test_rounding_takes_the_place_of_suppression() -> None:
    rounding = Geheimhaltung(verfahren=Verfahren.RUNDEN, rundungsbasis=7)
    text = html_rules(replace(catalogue(), geheimhaltung=rounding))
    assert "auf ein Vielfaches von 7 gerundet" in text
    assert "geheim gehalten" not in text
