"""What a browser's tab knows of the page it shows, from the messages that came; and what it sends back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.load.widget import Widget, widget_of

# Addresses of ours that the map's frame loads: its scripts stand in its arguments, the borders in the message to it.
ADDRESS = re.compile(r"/(?:sro|geometrie)/[0-9a-f]+/[\w.-]+\.(?:js|css|geojson)")
DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


class Page:
    """One tab. `take` every message; `finished` tells whether the run asked for last has ended, `faults` what failed.

    `addresses` are files that have to be fetched to show what came.
    """

    def __init__(self, url: str, path: str) -> None:
        self.url, self.path, self.query = url, path, ""
        self.script_hash = ""
        self.widgets: dict[str, Widget] = {}
        self.pages: dict[str, str] = {}  # path → hash
        self.addresses: set[str] = set()
        self.faults: list[str] = []
        self.finished = True
        self._running: frozenset[str] | None = None  # the fragments of this run; empty: the whole page
        self._seen: set[str] = set()

    def arrival(self) -> BackMsg:
        """The first message of a tab: it knows its address alone."""
        return self._rerun(page_name=self.path)

    def visit(self, path: str) -> BackMsg:
        """A click on a page in the navigation; its address starts without parameters."""
        message = self._rerun(page_script_hash=self.pages[path])
        self.path, self.query, self.script_hash, self.widgets = path, "", self.pages[path], {}
        return message

    def choose(self, widget: Widget, value: Iterable[str]) -> BackMsg:
        """A choice in a widget; all others go with it as they stand."""
        self.widgets[widget.id] = widget.choosing(tuple(value))
        message = self._rerun(
            query_string=self.query, page_script_hash=self.script_hash, fragment_id=widget.fragment or None
        )
        states = (one.state() for one in self.widgets.values())
        message.rerun_script.widget_states.widgets.extend(state for state in states if state)
        return message

    def take(self, message: ForwardMsg) -> None:
        match message.WhichOneof("type"):
            case "new_session":
                self._running, self._seen = frozenset(message.metadata.run.fragment_ids), set()
            case "navigation":
                self.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
                self.script_hash = message.navigation.page_script_hash
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "logo":
                self.addresses.add(message.logo.image)
            case "delta":
                self._take_delta(message.delta)
            case "page_not_found":
                self.faults.append("Seite nicht gefunden")
            case "script_finished":
                self._finish(message.script_finished)

    def _rerun(self, **known: str | None) -> BackMsg:
        self.finished, self._running = False, None
        message = BackMsg()
        state = message.rerun_script
        state.widget_states.SetInParent()
        for name, value in known.items():
            if value:
                setattr(state, name, value)
        about = state.context_info
        about.timezone, about.timezone_offset, about.locale = "Europe/Berlin", -60, "de-DE"
        about.url, about.is_embedded, about.color_scheme = f"{self.url}/{self.path}", False, "light"
        return message

    def _take_delta(self, delta: Delta) -> None:
        if delta.WhichOneof("type") != "new_element":
            return
        element = delta.new_element
        widget = widget_of(element, delta.fragment_id)
        if widget:
            self._seen.add(widget.id)
            known = self.widgets.get(widget.id)
            self.widgets[widget.id] = widget.choosing(known.value) if known and not widget.told else widget
        if element.WhichOneof("type") == "component_instance":
            self.addresses.add(f"/component/{element.component_instance.component_name}/index.html")
            self.addresses.update(ADDRESS.findall(element.component_instance.json_args))
        elif element.WhichOneof("type") == "html":
            self.addresses.update(ADDRESS.findall(element.html.body))
        self.faults += _faults(element)

    def _finish(self, status: ForwardMsg.ScriptFinishedStatus.ValueType) -> None:
        if self._running is None or status == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return  # the end of a run before the one that was asked for, or another one follows
        if status not in DONE:
            self.faults.append("Skript nicht ausführbar")
        drawn = {id for id, one in self.widgets.items() if not self._running or one.fragment in self._running}
        self.widgets = {id: one for id, one in self.widgets.items() if id in self._seen or id not in drawn}
        self.finished = True


def _faults(element: Element) -> list[str]:
    kind = element.WhichOneof("type")
    if kind == "exception":
        return [f"Ausnahme auf der Seite: {element.exception.type}"]
    if kind == "alert" and element.alert.format == Alert.ERROR:
        return [f"Fehlermeldung auf der Seite: {element.alert.body}"]
    return []
