"""What a release would change, as data and as sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sro.intake.sprache import spans
from sro.intake.vergleich import Art, Indikatorvergleich, Platz, Vergleich, compare, sentences
from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung, Status

STADT, ALTSTADT, NEUSTADT = GebietKey("stadt", "00"), GebietKey("stadtteil", "01"), GebietKey("stadtteil", "02")
SWAPPED = {
    Art.NEU: Art.ENTFALLEN,
    Art.ENTFALLEN: Art.NEU,
    Art.WIRD_GEHEIM: Art.WIRD_SICHTBAR,
    Art.WIRD_SICHTBAR: Art.WIRD_GEHEIM,
    Art.REVIDIERT: Art.REVIDIERT,
    Art.SONST: Art.SONST,
}


def seen(
    zaehler: float | None = 10.0, gebiet: GebietKey = STADT, jahr: int = 2024, indikator: str = "hilfen"
) -> Beobachtung:
    """A shown observation, or a suppressed one where the count is None."""
    if zaehler is None:
        return Beobachtung(indikator, gebiet, jahr, Status.GEHEIM, nenner=100.0)
    return Beobachtung(indikator, gebiet, jahr, Status.OK if zaehler else Status.NULL, zaehler, 100.0, zaehler)


def missing(gebiet: GebietKey = STADT, jahr: int = 2024) -> Beobachtung:
    return Beobachtung("hilfen", gebiet, jahr, Status.FEHLT)


def only(before: list[Beobachtung], after: list[Beobachtung]) -> Indikatorvergleich:
    (found,) = compare(before, after).indikatoren
    return found


def test_what_stays_as_it_is_is_not_told() -> None:
    same = [seen(), seen(None, ALTSTADT), missing(NEUSTADT)]
    assert compare(same, list(reversed(same))) == Vergleich()
    assert sentences(Vergleich()) == ()


def test_each_kind_of_change() -> None:
    before = [
        seen(10.0, jahr=2019),
        seen(10.0, jahr=2020),
        seen(None, jahr=2021),
        seen(0.0, jahr=2022),
        missing(jahr=2023),
    ]
    after = [seen(None, jahr=2020), seen(7.0, jahr=2021), seen(7.0, jahr=2022), seen(7.0, jahr=2023), seen(7.0)]
    found = only(before, after)
    assert {platz.jahr: art for platz, art in found.geaendert.items()} == {
        2019: Art.ENTFALLEN,
        2020: Art.WIRD_GEHEIM,
        2021: Art.WIRD_SICHTBAR,
        2022: Art.REVIDIERT,
        2023: Art.SONST,
        2024: Art.NEU,
    }
    assert found.years(Art.WIRD_GEHEIM, Art.WIRD_SICHTBAR) == (2020, 2021)
    assert found.areas() == (STADT,)
    assert found.of(Art.NEU) == (Platz(STADT, 2024),)
    assert (found.jahre_neu, found.jahre_entfallen) == ((2024,), (2019,))


def test_years_and_areas_that_come_and_go() -> None:
    found = only([seen(), seen(gebiet=ALTSTADT)], [seen(), seen(jahr=2025), seen(gebiet=NEUSTADT)])
    assert (found.gebiete_neu, found.gebiete_entfallen) == ({"stadtteil": ("02",)}, {"stadtteil": ("01",)})
    assert (found.jahre_neu, found.jahre_entfallen) == ((2025,), ())
    assert found.count(Art.NEU) == 2
    assert (found.ist_neu, found.entfaellt) == (False, False)


def test_a_count_without_a_rate_that_gets_one_is_revised_and_a_hidden_one_becomes_visible() -> None:
    too_few = Beobachtung("hilfen", STADT, 2024, Status.NICHT_SINNVOLL, 10.0, 15.0)
    assert only([too_few], [seen()]).count(Art.REVIDIERT) == 1
    assert only([seen(None)], [too_few]).count(Art.WIRD_SICHTBAR) == 1
    assert only([seen(None)], [missing()]).count(Art.SONST) == 1


def test_the_sentences() -> None:
    before = [
        *(seen(jahr=year, indikator="alt") for year in (2022, 2023)),
        *(seen(jahr=year) for year in (2019, 2020, 2022, 2023)),
        seen(gebiet=ALTSTADT),
    ]
    after = [
        seen(indikator="neu"),
        *(seen(7.0, jahr=year) for year in (2020, 2022)),
        seen(None, jahr=2023),
        seen(),
        seen(gebiet=NEUSTADT),
    ]
    assert sentences(compare(before, after)) == (
        "alt: entfällt mit 2 Werten (2022–2023).",
        "hilfen: stadtteil 02 neu; Jahr 2019 nicht mehr dabei; stadtteil 01 nicht mehr dabei; "
        "2 Werte sind neu (2024); 2 Werte entfallen (2019, 2024); 2 Werte sind revidiert (2020, 2022); "
        "1 Wert wird geheim (2023).",
        "neu: neu mit 1 Wert (2024).",
    )


def test_years_are_drawn_together() -> None:
    assert [spans(years) for years in ((), (2015,), (2015, 2016), (2015, 2016, 2017, 2019, 2021, 2022))] == [
        "",
        "2015",
        "2015–2016",
        "2015–2017, 2019, 2021–2022",
    ]


PLACES = st.tuples(
    st.sampled_from(["hilfen", "ambulant"]), st.sampled_from([STADT, ALTSTADT, NEUSTADT]), st.integers(2020, 2022)
)
VALUES = st.sampled_from(["geheim", "fehlt", 0.0, 7.0, 10.0])
PUBLICATIONS = st.dictionaries(PLACES, VALUES).map(
    lambda found: [
        Beobachtung(indikator, gebiet, jahr, Status.FEHLT)
        if value == "fehlt"
        else seen(None if value == "geheim" else float(value), gebiet, jahr, indikator)
        for (indikator, gebiet, jahr), value in found.items()
    ]
)


@given(PUBLICATIONS)
def test_nothing_differs_from_itself(publication: list[Beobachtung]) -> None:
    assert compare(publication, publication) == Vergleich()


@given(PUBLICATIONS, PUBLICATIONS)
def test_swapping_the_sides_swaps_what_comes_and_goes(one: list[Beobachtung], other: list[Beobachtung]) -> None:
    there, back = compare(one, other).indikatoren, compare(other, one).indikatoren
    assert [found.indikator for found in there] == [found.indikator for found in back]
    for forth, reverse in zip(there, back, strict=True):
        assert {platz: SWAPPED[art] for platz, art in forth.geaendert.items()} == reverse.geaendert
        assert (forth.ist_neu, forth.jahre_neu) == (reverse.entfaellt, reverse.jahre_entfallen)
        assert (forth.gebiete_neu, forth.gebiete_entfallen) == (reverse.gebiete_entfallen, reverse.gebiete_neu)


@given(PUBLICATIONS, PUBLICATIONS)
def test_the_changes_lead_from_one_to_the_other(one: list[Beobachtung], other: list[Beobachtung]) -> None:
    """Whatever is not told as changed is equal on both sides."""
    changed = {(found.indikator, platz) for found in compare(one, other).indikatoren for platz in found.geaendert}
    left, right = ({b for b in side if (b.indikator, Platz(b.gebiet, b.jahr)) not in changed} for side in (one, other))
    assert left == right


def test_the_sentences_call_indicators_as_people_do() -> None:
    one = Beobachtung("hilfen", GebietKey("stadt", "00"), 2024, Status.OK, 10, 100, 10.0)
    assert sentences(compare([], [one]), {"hilfen": "Hilfen"}) == ("Hilfen: neu mit 1 Wert (2024).",)
