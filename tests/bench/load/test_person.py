from __future__ import annotations

from bench.load.page import Page
from bench.load.person import PATHS, Choice, Person
from bench.load.widget import Widget

INDIKATOR = Widget("i", "Indikator", "string_value", ("Kita", "Schule"), ("Kita",))
EBENE = Widget("e", "Ebene", "string_array_value", ("Stadtteile",), ("Stadtteile",))
FACH = Widget("m", "Mehr zu dieser Abbildung", "string_array_value", ("Tabelle",), ())
GEBIETE = Widget("g", "Gebiete", "string_array_value", tuple("abcdefgh"), (), most=8)


def choices(path: str, *widgets: Widget) -> list[Choice]:
    page = Page("http://localhost:1", path)
    page.widgets = {one.id: one for one in widgets}
    person = Person(1)
    return [person.choice(page) for _ in range(300)]


def test_person_changes_what_can_be_changed_and_goes_elsewhere_at_times() -> None:
    made = choices("karte", INDIKATOR, EBENE, FACH)
    assert {one.widget.label for one in made if one.widget} == {"Indikator"}
    assert {one.value for one in made if one.widget} == {("Schule",)}
    assert {one.path for one in made if not one.widget} == set(PATHS) - {"karte"}
    assert 30 < sum(one.widget is None for one in made) < 90


def test_person_leaves_a_page_without_anything_to_change() -> None:
    assert all(one.widget is None for one in choices("karte", EBENE, FACH))


def test_person_never_chooses_more_areas_than_are_allowed() -> None:
    page = Page("http://localhost:1", "zeitreihe")
    person, sizes = Person(2), set()
    page.widgets = {"g": GEBIETE}
    for _ in range(200):
        choice = person.choice(page)
        if choice.widget:
            page.widgets["g"] = choice.widget.choosing(choice.value)
            sizes.add(len(choice.value))
            assert len(set(choice.value)) == len(choice.value)
    assert sizes == {1, 2, 3, 4}


def test_same_seed_does_the_same() -> None:
    assert choices("karte", INDIKATOR) == choices("karte", INDIKATOR)
