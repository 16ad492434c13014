"""What a page's session looks at: one frozen value, kept in the session and mirrored in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar

import streamlit as st

T = TypeVar("T")
Decoded = tuple[T, tuple[str, ...]]  # a value, and a notice for each parameter that had to be replaced


class Merkstelle(Generic[T]):
    """The value is the truth: widgets are set to it at every run and speak only through their callbacks.

    `name` keeps the pages apart in the session; `encode` gives the value's query parameters.
    """

    def __init__(self, name: str, encode: Callable[[T], dict[str, str]]) -> None:
        self._name, self._encode = name, encode
        self._value, self._written, self._notices = f"_{name}", f"_{name}_adresse", f"_{name}_hinweise"

    def take(
        self,
        decode: Callable[[Mapping[str, str]], Decoded[T]],
        fit: Callable[[T], T] = lambda value: value,
        *,
        empty_too: bool = False,
    ) -> T:
        """From the session, or from an address that somebody typed, shared, followed or went back to.

        `fit` bends what was kept to what there is now. With `empty_too` an address without parameters counts as one.
        """
        params = st.query_params.to_dict()
        stored: T | None = st.session_state.get(self._value)
        asked = bool(params or empty_too) and params != st.session_state.get(self._written)
        if stored is None or asked:
            stored, st.session_state[self._notices] = decode(params)
            st.session_state[self._written] = params  # a part that is refused ends the page before it is written
        st.session_state[self._value] = fit(stored)
        return self.current()

    def current(self) -> T:
        """The value as it stands, for callbacks."""
        value: T = st.session_state[self._value]
        return value

    def change(self, **changes: Any) -> None:
        """Changes parts of the value; what the address got wrong is no longer spoken of."""
        self.put(replace(self.current(), **changes))  # type: ignore[type-var]

    def put(self, value: T) -> None:
        """Another value altogether."""
        st.session_state[self._value] = value
        st.session_state[self._notices] = ()

    def controlled(self, name: str, value: Any, changes: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        """Arguments for a widget that shows `value` and reports to the value of the page."""
        key = f"w_{self._name}_{name}"
        if st.session_state.get(key) != value:
            st.session_state[key] = value
        return {"key": key, "on_change": lambda: self.change(**changes(st.session_state[key]))}

    def show_notices(self) -> None:
        """Says what in the address could not be taken over."""
        for notice in st.session_state.get(self._notices, ()):
            st.warning(notice)

    def write_address(self) -> None:
        """Last on the page, because the browser draws the whole page for it."""
        params = self._encode(self.current())
        st.session_state[self._written] = params
        if st.query_params.to_dict() != params:
            st.query_params.from_dict(params)
