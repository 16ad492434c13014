"""A tab's knowledge of its page, from messages as Streamlit sends them."""

from __future__ import annotations

from collections.abc import Sequence

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.load.page import Page

URL = "http://localhost:1"


def started(*fragments: str) -> ForwardMsg:
    message = ForwardMsg()
    message.new_session.SetInParent()
    message.metadata.run.fragment_ids.extend(fragments)
    return message


def navigation(**pages: str) -> ForwardMsg:
    message = ForwardMsg()
    for path, hash in pages.items():
        message.navigation.app_pages.add(url_pathname=path, page_script_hash=hash)
    message.navigation.page_script_hash = next(iter(pages.values()))
    return message


def selectbox(id: str, options: Sequence[str], fragment: str = "", told: str = "") -> ForwardMsg:
    message = ForwardMsg()
    message.delta.fragment_id = fragment
    box = message.delta.new_element.selectbox
    box.id, box.label, box.default = id, id, 0
    box.options.extend(options)
    if told:
        box.set_value, box.raw_value = True, told
    return message


def ended(status: ForwardMsg.ScriptFinishedStatus.ValueType = ForwardMsg.FINISHED_SUCCESSFULLY) -> ForwardMsg:
    return ForwardMsg(script_finished=status)


def arrived(*drawn: ForwardMsg) -> Page:
    """A page after its first run."""
    page = Page(URL, "karte")
    page.arrival()
    for message in (started(), navigation(karte="k", profil="p"), *drawn, ended()):
        page.take(message)
    return page


def test_first_message_knows_the_address_alone() -> None:
    state = Page(URL, "karte").arrival().rerun_script
    assert (state.page_name, state.page_script_hash, state.query_string) == ("karte", "", "")
    assert state.context_info.url == "http://localhost:1/karte"


def test_choice_sends_all_widgets_and_the_fragment() -> None:
    page = arrived(selectbox("a", ["1", "2"], "f"), selectbox("b", ["3", "4"], "f", told="4"))
    page.take(ForwardMsg(page_info_changed={"query_string": "jahr=2024"}))
    state = page.choose(page.widgets["a"], ["2"]).rerun_script
    assert (state.fragment_id, state.page_script_hash, state.query_string) == ("f", "k", "jahr=2024")
    assert {one.id: one.string_value for one in state.widget_states.widgets} == {"a": "2", "b": "4"}


def test_browser_keeps_its_choice_where_the_app_says_nothing() -> None:
    page = arrived(selectbox("a", ["1", "2"], "f"))
    page.choose(page.widgets["a"], ["2"])
    for message in (started("f"), selectbox("a", ["1", "2"], "f"), ended()):
        page.take(message)
    assert page.widgets["a"].value == ("2",)


def test_widgets_that_a_fragment_no_longer_draws_are_forgotten_and_others_stay() -> None:
    page = arrived(selectbox("a", ["1"], "f"), selectbox("b", ["1"], "f"), selectbox("c", ["1"], "g"))
    page.choose(page.widgets["a"], ["1"])
    for message in (started("f"), selectbox("a", ["1"], "f"), ended(ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)):
        page.take(message)
    assert set(page.widgets) == {"a", "c"}


def test_click_in_the_navigation_starts_without_parameters_and_widgets() -> None:
    page = arrived(selectbox("a", ["1"], "f"))
    page.take(ForwardMsg(page_info_changed={"query_string": "jahr=2024"}))
    state = page.visit("profil").rerun_script
    assert (state.page_script_hash, state.query_string, state.fragment_id) == ("p", "", "")
    assert (page.path, page.widgets) == ("profil", {})


def test_run_ends_only_with_the_one_that_was_asked_for() -> None:
    page = Page(URL, "karte")
    page.arrival()
    page.take(ended())  # of the run before
    assert not page.finished
    page.take(started())
    page.take(ended(ForwardMsg.FINISHED_EARLY_FOR_RERUN))
    assert not page.finished
    page.take(started())
    page.take(ended())
    assert page.finished


def test_errors_on_the_page_are_faults() -> None:
    exception, alert, hint = ForwardMsg(), ForwardMsg(), ForwardMsg()
    exception.delta.new_element.exception.type = "ValueError"
    alert.delta.new_element.alert.format, alert.delta.new_element.alert.body = Alert.ERROR, "Geht nicht."
    hint.delta.new_element.alert.format = Alert.WARNING
    assert arrived(exception).faults == ["Ausnahme auf der Seite: ValueError"]
    assert arrived(alert).faults == ["Fehlermeldung auf der Seite: Geht nicht."]
    assert arrived(hint).faults == []
    assert arrived(ended(ForwardMsg.FINISHED_WITH_COMPILE_ERROR)).faults == ["Skript nicht ausführbar"]


def test_files_of_the_map_are_read_out_of_its_arguments_and_its_message() -> None:
    message = ForwardMsg()
    component = message.delta.new_element.component_instance
    component.component_name = "paket.karte"
    component.json_args = (
        '{"script": "start(\\"/geometrie/58bd12f7e168/stadtteil.geojson\\", \\"/sro/34ed/karte.js\\")"}'
    )
    assert arrived(message).addresses == {
        "/component/paket.karte/index.html",
        "/geometrie/58bd12f7e168/stadtteil.geojson",
        "/sro/34ed/karte.js",
    }
