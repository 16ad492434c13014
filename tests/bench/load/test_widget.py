"""Widgets as they are read out of the elements that Streamlit itself makes."""

from __future__ import annotations

import pytest
from streamlit.proto.Element_pb2 import Element

from bench.load.widget import Widget, widget_of


def selectbox(**known: object) -> Element:
    element = Element()
    element.selectbox.id, element.selectbox.label = "s", "Indikator"
    element.selectbox.options.extend(["Kita", "Schule", "Hort"])
    for name, value in known.items():
        setattr(element.selectbox, name, value)
    return element


def found(element: Element) -> Widget:
    widget = widget_of(element, "f")
    assert widget is not None
    return widget


def test_selectbox_shows_its_default_until_the_app_says_otherwise() -> None:
    first = found(selectbox(default=1))
    told = found(selectbox(default=1, set_value=True, raw_value="Hort"))
    assert (first.value, first.told, first.fragment) == (("Schule",), False, "f")
    assert (told.value, told.told) == (("Hort",), True)
    assert told.others() == ("Kita", "Schule")


def test_selectbox_without_choice_sends_nothing() -> None:
    assert found(selectbox()).state() is None
    assert found(selectbox()).choosing(["Kita"]).state().string_value == "Kita"


def test_slider_of_options_reads_places_and_words() -> None:
    element = Element()
    element.slider.id, element.slider.type = "j", element.slider.SELECT_SLIDER
    element.slider.options.extend(["2022", "2023", "2024"])
    element.slider.default.append(2)
    assert found(element).value == ("2024",)
    element.slider.set_value = True
    element.slider.raw_value.append("2022")
    assert found(element).value == ("2022",)


def test_button_group_of_one_and_of_several() -> None:
    element = Element()
    group = element.button_group
    group.id, group.click_mode = "e", group.SINGLE_SELECT
    for word in ("Stadtteile", "Stadtbezirke"):
        group.options.add(content=word)
    group.default.append(0)
    assert (found(element).value, found(element).most) == (("Stadtteile",), 1)
    group.click_mode = group.MULTI_SELECT
    assert found(element).most == 2


def test_multiselect_allows_as_many_as_it_says() -> None:
    element = Element()
    element.multiselect.id = "g"
    element.multiselect.options.extend(["a", "b", "c"])
    element.multiselect.default.extend([2, 0])
    assert (found(element).value, found(element).most) == (("c", "a"), 3)
    element.multiselect.max_selections = 2
    assert found(element).most == 2


@pytest.mark.parametrize("value", [(), ("a", "b")])
def test_choice_of_several_is_sent_also_when_it_is_empty(value: tuple[str, ...]) -> None:
    state = Widget("g", "Gebiete", "string_array_value", ("a", "b"), value).state()
    assert state is not None
    assert state.WhichOneof("value") == "string_array_value"
    assert tuple(state.string_array_value.data) == value


@pytest.mark.parametrize("on", [True, False])
def test_switch_sends_whether_it_is_on(on: bool) -> None:
    element = Element()
    element.checkbox.id, element.checkbox.default = "t", on
    state = found(element).state()
    assert state is not None
    assert state.WhichOneof("value") == "bool_value"
    assert state.bool_value is on


def test_what_has_no_value_is_no_widget() -> None:
    element = Element()
    element.html.body = "<p>"
    assert widget_of(element, "") is None
