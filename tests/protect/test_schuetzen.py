"""Tables whose best protection is known by hand."""

from __future__ import annotations

import pytest

import sro.protect.auswahl
from sro.model.indikator import Anteilsart
from sro.model.wert import Beobachtung, Status
from sro.protect import Rohwert, SchutzUnmoeglich, Widerspruch, protect
from tests.protect.bausteine import (
    JAHR,
    OBEN,
    bezirk,
    flach,
    geheime,
    indikator,
    katalog,
    merkmal,
    nach_ort,
    stadt,
    teil,
    tief,
)

FAELLE = katalog([indikator("faelle", "faelle")], merkmal("faelle"))


def test_nothing_small_nothing_hidden() -> None:
    ergebnis = protect(flach("faelle", [5, 9, 0, 40]), FAELLE, stadt(0, 0, 0, 0))
    assert geheime(ergebnis.beobachtungen, "faelle") == set()
    assert (ergebnis.bericht.geheim, ergebnis.bericht.kleinste_breite) == (0, None)
    assert nach_ort(ergebnis.beobachtungen, "faelle")[teil(3)].status is Status.NULL


def test_the_cheapest_partner_that_leaves_room_is_hidden_too() -> None:
    # 2 + 6 = 8 published through the sum: each of the two can be 1 to 7, six wide.
    ergebnis = protect(flach("faelle", [2, 50, 6, 7]), FAELLE, stadt(0, 0, 0, 0))
    assert geheime(ergebnis.beobachtungen, "faelle") == {teil(1), teil(3)}
    assert (ergebnis.bericht.geheim_regel, ergebnis.bericht.geheim_ergaenzend) == (1, 1)
    assert ergebnis.bericht.aufgedeckt == 0


def test_two_small_ones_do_not_protect_each_other() -> None:
    # 1 + 2 = 3 would leave them between 1 and 2: two hidden cells are not enough, a third one is.
    ergebnis = protect(flach("faelle", [1, 2, 20, 30]), FAELLE, stadt(0, 0, 0, 0))
    assert geheime(ergebnis.beobachtungen, "faelle") == {teil(1), teil(2), teil(3)}


def test_the_whole_goes_only_where_no_part_can() -> None:
    ergebnis = protect(flach("faelle", [3, 0, 0]), FAELLE, stadt(0, 0, 0))
    assert geheime(ergebnis.beobachtungen, "faelle") == {teil(1), OBEN}


def test_the_finer_level_is_hidden_before_the_coarser() -> None:
    ort = stadt(3, 2)
    ergebnis = protect(tief("faelle", ort, [2, 9, 90, 30, 40], [1000] * 5), FAELLE, ort)
    assert geheime(ergebnis.beobachtungen, "faelle") == {bezirk(1), bezirk(2)}


def test_an_only_child_is_hidden_with_its_parent() -> None:
    ort = stadt(1, 2, 2)
    ergebnis = protect(tief("faelle", ort, [3, 20, 30, 8, 60], [1000] * 5), FAELLE, ort)
    assert {teil(1), bezirk(1)} < geheime(ergebnis.beobachtungen, "faelle")
    assert ergebnis.bericht.geheim_regel == 1


def test_a_level_between_that_nobody_delivered_gives_nothing_away() -> None:
    """City and Stadtbezirke alone: the sums of the Stadtteile are not published, yet anyone can add them up."""
    ort = stadt(2, 2)
    roh = [r for r in tief("faelle", ort, [2, 3, 30, 40], [1000] * 4) if r.gebiet.ebene != "stadtteil"]
    ergebnis = protect(roh, FAELLE, ort)
    assert geheime(ergebnis.beobachtungen, "faelle") == {bezirk(1), bezirk(2), bezirk(3)}


ARTEN = katalog(
    [indikator(name, name) for name in ("hze", "ambulant", "stationaer", "teilstationaer")],
    merkmal("hze", 5, ("ambulant", "teilstationaer", "stationaer")),
    merkmal("ambulant"),
    merkmal("teilstationaer"),
    merkmal("stationaer"),
)


def test_a_part_that_is_left_out_does_not_follow_from_the_others() -> None:
    """teilstationaer is delivered for the city alone; two cases in area 1 follow from the sum if all else is shown."""
    ambulant, teilweise, stationaer = [20, 30, 40], [2, 9, 11], [15, 25, 35]
    summe = [sum(z) for z in zip(ambulant, teilweise, stationaer, strict=True)]
    roh = [*flach("hze", summe), *flach("ambulant", ambulant), *flach("stationaer", stationaer)]
    roh.append(Rohwert("teilstationaer", OBEN, JAHR, sum(teilweise), 3000))
    ergebnis = protect(roh, ARTEN, stadt(0, 0, 0))
    assert geheime(ergebnis.beobachtungen, "hze") == set()
    assert geheime(ergebnis.beobachtungen, "stationaer") == {teil(1), teil(2)}
    assert ergebnis.bericht.geheim_regel == 0


def test_a_part_that_is_left_out_and_not_small_costs_nothing() -> None:
    roh = [*flach("hze", [40, 50, 60]), *flach("ambulant", [20, 25, 30]), *flach("stationaer", [12, 15, 18])]
    ergebnis = protect(roh, ARTEN, stadt(0, 0, 0))
    assert ergebnis.bericht.geheim == 0


GRUPPE = katalog(
    [indikator("anteil", "betroffene", "kinder", Anteilsart.ANTEIL, gruppenschutz=True, mindestnenner=50)],
    merkmal("betroffene", 5),
    merkmal("kinder", 3),
)


def test_nearly_the_whole_group_is_as_secret_as_nearly_nobody() -> None:
    ergebnis = protect(flach("anteil", [60, 58, 30, 30], [60, 70, 80, 90]), GRUPPE, stadt(0, 0, 0, 0))
    orte = nach_ort(ergebnis.beobachtungen, "anteil")
    assert teil(1) in geheime(ergebnis.beobachtungen, "anteil")
    assert orte[teil(1)].nenner == 60
    assert len(geheime(ergebnis.beobachtungen, "anteil")) == 2


def test_hidden_denominator_hides_the_row_even_a_zero() -> None:
    ergebnis = protect(flach("anteil", [0, 20, 30, 9], [2, 70, 80, 40]), GRUPPE, stadt(0, 0, 0, 0))
    klein = nach_ort(ergebnis.beobachtungen, "anteil")[teil(1)]
    assert (klein.status, klein.zaehler, klein.nenner) == (Status.GEHEIM, None, None)
    assert ergebnis.bericht.aufgedeckt == 0


def test_secret_goes_before_not_meaningful() -> None:
    # The last area is shown without a rate, the first would be too, had it not a secret count.
    ergebnis = protect(flach("anteil", [3, 20, 30, 9], [20, 70, 80, 40]), GRUPPE, stadt(0, 0, 0, 0))
    orte = nach_ort(ergebnis.beobachtungen, "anteil")
    assert (orte[teil(1)].status, orte[teil(1)].nenner) == (Status.GEHEIM, 20)
    assert {b.status for b in orte.values()} == {Status.GEHEIM, Status.OK}


def test_too_small_a_denominator_gives_no_rate() -> None:
    b = protect([Rohwert("anteil", OBEN, JAHR, 20, 40)], GRUPPE, stadt(0)).beobachtungen[0]
    assert (b.status, b.zaehler, b.nenner, b.wert) == (Status.NICHT_SINNVOLL, 20, 40, None)


def test_no_denominator_at_all_gives_no_rate() -> None:
    b = protect([Rohwert("anteil", OBEN, JAHR, 0, 0)], GRUPPE, stadt(0)).beobachtungen[0]
    assert (b.status, b.zaehler, b.nenner) == (Status.NICHT_SINNVOLL, 0, 0)


def test_missing_is_missing() -> None:
    roh = [Rohwert("anteil", OBEN, JAHR, None, 40), Rohwert("anteil", teil(1), JAHR, 4, None)]
    assert {b.status for b in protect(roh, GRUPPE, stadt(0, 0)).beobachtungen} == {Status.FEHLT}


def test_a_missing_area_does_not_follow_from_the_city() -> None:
    roh = [r for r in flach("faelle", [2, 50, 8, 9]) if r.gebiet != teil(1)]
    ergebnis = protect(roh, FAELLE, stadt(0, 0, 0, 0))
    assert geheime(ergebnis.beobachtungen, "faelle") == {teil(3)}
    assert ergebnis.bericht.aufgedeckt == 0


def test_a_balance_of_moves_is_small_on_both_sides() -> None:
    saldo = katalog(
        [indikator("saldo", "saldo", art=Anteilsart.SALDO)],
        merkmal("saldo", 5, negativ=True),
    )
    ergebnis = protect(flach("saldo", [-3, 0, -40, 12, 60]), saldo, stadt(0, 0, 0, 0, 0))
    assert geheime(ergebnis.beobachtungen, "saldo") == {teil(1), teil(4)}


def test_what_is_not_about_persons_is_never_hidden() -> None:
    flaeche = katalog([indikator("flaeche", "m2", "kinder")], merkmal("m2", None), merkmal("kinder", 3))
    ergebnis = protect(flach("flaeche", [1.5, 2, 0]), flaeche, stadt(0, 0, 0))
    assert ergebnis.bericht.geheim == 0


def test_the_same_merkmal_in_two_indicators_is_hidden_in_both() -> None:
    zwei = katalog(
        [indikator("meldungen", "meldungen"), indikator("bestaetigt", "bestaetigt", "meldungen", Anteilsart.ANTEIL)],
        merkmal("meldungen"),
        merkmal("bestaetigt"),
    )
    meldungen, bestaetigt = [3, 40, 9, 30], [0, 20, 6, 12]
    roh = [*flach("meldungen", meldungen), *flach("bestaetigt", bestaetigt, meldungen)]
    ergebnis = protect(roh, zwei, stadt(0, 0, 0, 0))
    assert geheime(ergebnis.beobachtungen, "meldungen") == {teil(1), teil(3)}
    assert {teil(1), teil(3)} <= geheime(ergebnis.beobachtungen, "bestaetigt")
    assert ergebnis.bericht.aufgedeckt == 0


def test_years_are_protected_each_for_itself() -> None:
    vorjahr = [Rohwert(r.indikator, r.gebiet, JAHR - 1, r.zaehler, r.nenner) for r in flach("faelle", [20, 30, 40])]
    ergebnis = protect([*flach("faelle", [2, 30, 40]), *vorjahr], FAELLE, stadt(0, 0, 0))
    assert all(b.status is Status.OK for b in ergebnis.beobachtungen if b.jahr == JAHR - 1)


def test_the_heuristic_is_safe_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sro.protect.auswahl, "GROESSTE", 0)
    ort = stadt(3, 1, 4)
    ergebnis = protect(tief("faelle", ort, [1, 2, 60, 4, 30, 3, 9, 80], [1000] * 8), FAELLE, ort)
    assert ergebnis.bericht.geheim_ergaenzend
    assert ergebnis.bericht.aufgedeckt == 0


def bestand(werte: list[float], ort_anzahl: int = 4) -> tuple[Beobachtung, ...]:
    """Indicator "alt" with the same Merkmal as "faelle", published before."""
    return protect(flach("alt", werte), ZWEI, stadt(*[0] * ort_anzahl)).beobachtungen


ZWEI = katalog([indikator("alt", "faelle"), indikator("faelle", "faelle")], merkmal("faelle"))


def test_hidden_before_stays_hidden_in_the_new_rows() -> None:
    alt = bestand([2, 50, 6, 7])
    ergebnis = protect(flach("faelle", [2, 50, 6, 7]), ZWEI, stadt(0, 0, 0, 0), alt)
    assert geheime(ergebnis.beobachtungen, "faelle") == geheime(alt, "alt") == {teil(1), teil(3)}
    assert ergebnis.beobachtungen[-len(alt) :] == alt
    assert ergebnis.bericht.aufgedeckt == 0


def test_hidden_before_with_unknown_value_counts_in_the_attack() -> None:
    """Only the other parts of the sum come anew; what is hidden stays covered by what was hidden with it."""
    alt = bestand([2, 50, 6, 7])
    neu = [r for r in flach("faelle", [2, 50, 6, 7]) if r.gebiet in (teil(2), teil(4))]
    ergebnis = protect(neu, ZWEI, stadt(0, 0, 0, 0), alt)
    assert geheime(ergebnis.beobachtungen, "faelle") == set()


def test_shown_before_cannot_be_hidden_any_more() -> None:
    """Another partner must be found: the cheapest is public already."""
    alt = [b for b in bestand([20, 50, 6, 70]) if b.gebiet == teil(3)]
    ergebnis = protect(flach("faelle", [2, 50, 6, 70]), ZWEI, stadt(0, 0, 0, 0), alt)
    assert geheime(ergebnis.beobachtungen, "faelle") == {teil(1), teil(2)}


def test_small_and_shown_before_is_refused() -> None:
    gezeigt = Beobachtung("alt", teil(1), JAHR, Status.OK, 2, 1000, 2.0)
    with pytest.raises(SchutzUnmoeglich, match=r"Zähler von „faelle“ \(stadtteil 01, 2024\).*schon gezeigt"):
        protect([Rohwert("faelle", teil(1), JAHR, 2, 1000)], ZWEI, stadt(0, 0), [gezeigt])


def test_computable_from_what_was_shown_before_is_refused() -> None:
    alt = [b for b in bestand([8, 50, 6, 70]) if b.gebiet != teil(1)]
    with pytest.raises(SchutzUnmoeglich, match=r"Zähler von „faelle“ \(stadtteil 01, 2024\).*berechnen"):
        protect(
            [Rohwert("faelle", teil(1), JAHR, 4, 1000)],
            ZWEI,
            stadt(0, 0, 0, 0),
            [b if b.gebiet != OBEN else Beobachtung("alt", OBEN, JAHR, Status.OK, 130, 4000, 32.5) for b in alt],
        )


def test_one_cell_with_two_values_is_refused() -> None:
    with pytest.raises(Widerspruch, match="hat zwei Werte, 51 und 50"):
        protect(
            flach("faelle", [51, 60]), ZWEI, stadt(0, 0), [Beobachtung("alt", teil(1), JAHR, Status.OK, 50, 1000, 50)]
        )


def test_sums_that_do_not_add_up_are_refused() -> None:
    roh = [*flach("faelle", [20, 30])[:2], Rohwert("faelle", OBEN, JAHR, 60, 2000)]
    with pytest.raises(Widerspruch, match="ist 60, die Teile ergeben 50"):
        protect(roh, FAELLE, stadt(0, 0))


def test_more_than_the_group_is_refused() -> None:
    with pytest.raises(Widerspruch, match="größer als die Gruppe „kinder“ mit 70"):
        protect([Rohwert("anteil", OBEN, JAHR, 71, 70)], GRUPPE, stadt(0))


def test_parts_above_their_sum_are_refused() -> None:
    roh = [*flach("faelle", [20, 30, 40])[1:3], Rohwert("faelle", OBEN, JAHR, 60, 3000)]
    with pytest.raises(Widerspruch, match="wäre als Rest -10"):
        protect(roh, FAELLE, stadt(0, 0, 0))


def test_the_same_row_twice_is_refused() -> None:
    with pytest.raises(Widerspruch, match="kommt doppelt vor"):
        protect([Rohwert("faelle", OBEN, JAHR, 9, 100)] * 2, FAELLE, stadt(0))
    alt = bestand([20, 30, 40, 50])
    with pytest.raises(Widerspruch, match="steht schon im Bestand"):
        protect([Rohwert("alt", OBEN, JAHR, 140, 4000)], ZWEI, stadt(0, 0, 0, 0), alt)
