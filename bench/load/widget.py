"""A widget as a browser knows it from a delta: what it is called, what it offers, what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from streamlit.proto.ButtonGroup_pb2 import ButtonGroup
from streamlit.proto.Checkbox_pb2 import Checkbox
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.MultiSelect_pb2 import MultiSelect
from streamlit.proto.Selectbox_pb2 import Selectbox
from streamlit.proto.Slider_pb2 import Slider
from streamlit.proto.WidgetStates_pb2 import WidgetState


@dataclass(frozen=True, slots=True)
class Widget:
    """`kind` is the field of WidgetState that carries its value; `value` are the options that are chosen.

    A switch has no options: its value is one empty word where it is on. `most` is how many options may be chosen.
    `told` where the app says what the widget shows; else a browser keeps what it knows, and takes this at the start.
    """

    id: str
    label: str
    kind: str
    options: tuple[str, ...]
    value: tuple[str, ...]
    fragment: str = ""
    most: int = 1
    told: bool = False

    def others(self) -> tuple[str, ...]:
        """The options that are not chosen."""
        return tuple(option for option in self.options if option not in self.value)

    def choosing(self, value: Sequence[str]) -> Widget:
        return replace(self, value=tuple(value))

    def state(self) -> WidgetState | None:
        """What the browser sends of it with every rerun; nothing of a box in which nothing is chosen."""
        if self.kind == "string_value" and not self.value:
            return None
        state = WidgetState(id=self.id)
        if self.kind == "string_array_value":
            state.string_array_value.SetInParent()  # an empty choice is one, too
            state.string_array_value.data.extend(self.value)
        elif self.kind == "bool_value":
            state.bool_value = bool(self.value)
        else:
            state.string_value = self.value[0]
        return state


def widget_of(element: Element, fragment: str) -> Widget | None:
    """The widget that an element is; None for all that has no value, and for kinds that no reader's page has."""
    match element.WhichOneof("type"):
        case "selectbox":
            return _selectbox(element.selectbox, fragment)
        case "slider":
            return _slider(element.slider, fragment)
        case "button_group":
            return _button_group(element.button_group, fragment)
        case "multiselect":
            return _multiselect(element.multiselect, fragment)
        case "checkbox":
            return _checkbox(element.checkbox, fragment)
    return None


def _selectbox(box: Selectbox, fragment: str) -> Widget:
    options = tuple(box.options)
    if box.set_value:
        value = (box.raw_value,) if box.HasField("raw_value") else ()
    else:
        value = (options[box.default],) if box.HasField("default") and options else ()
    return Widget(box.id, box.label, "string_value", options, value, fragment, told=box.set_value)


def _slider(slider: Slider, fragment: str) -> Widget | None:
    if slider.type != Slider.SELECT_SLIDER:
        return None
    options = tuple(slider.options)
    value = slider.raw_value if slider.set_value else [options[int(place)] for place in slider.default]
    return Widget(slider.id, slider.label, "string_array_value", options, tuple(value), fragment, told=slider.set_value)


def _button_group(group: ButtonGroup, fragment: str) -> Widget:
    options = tuple(option.content for option in group.options)
    value = group.raw_values if group.set_value else [options[place] for place in group.default]
    most = 1 if group.click_mode == ButtonGroup.SINGLE_SELECT else len(options)
    return Widget(
        group.id, group.label, "string_array_value", options, tuple(value), fragment, most, told=group.set_value
    )


def _multiselect(box: MultiSelect, fragment: str) -> Widget:
    options = tuple(box.options)
    value = box.raw_values if box.set_value else [options[place] for place in box.default]
    most = box.max_selections or len(options)
    return Widget(box.id, box.label, "string_array_value", options, tuple(value), fragment, most, told=box.set_value)


def _checkbox(box: Checkbox, fragment: str) -> Widget:
    on = box.value if box.set_value else box.default
    return Widget(box.id, box.label, "bool_value", (), ("",) if on else (), fragment, told=box.set_value)
