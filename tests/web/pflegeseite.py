"""A page that is nothing but a place for editing, on a store of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sro.model.akteur import Akteur, Rolle
from sro.store import Store
from sro.web import akten, data, rechte
from sro.web.pflege import liste as pflege_liste
from sro.web.zugang import Grund

CACHES = (data.store, akten._all, akten._for_role, pflege_liste._searchable)


def used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store in a folder of the test; what pages read of another one is forgotten."""
    monkeypatch.setenv("SRO_VAR", str(folder))
    monkeypatch.delenv("SRO_DATABASE_URL", raising=False)
    for cache in CACHES:
        cache.cache_clear()
    yield data.store()
    data.store().close()
    for cache in CACHES:
        cache.cache_clear()


def as_person(monkeypatch: pytest.MonkeyPatch, name: str, rolle: Rolle = Rolle.PLANUNG) -> None:
    """Who works from now on."""
    monkeypatch.setattr(rechte, "entscheid", lambda: (Akteur(name, rolle), Grund.ANGEMELDET))


def page() -> AppTest:
    return AppTest.from_function(_page, default_timeout=60).run()


def _page() -> None:
    from sro.model.bedarf import Bedarf
    from sro.model.beduerfnis import Beduerfnis
    from sro.web.pflege import seite as pflege

    pflege.show((Beduerfnis, Bedarf))


def html(app: AppTest) -> str:
    """All HTML of the page."""
    return "\n".join(element.proto.body for element in app.get("html"))


def press(app: AppTest, label: str) -> AppTest:
    """Presses the one button of this label."""
    (found,) = [button for button in app.button if button.label == label]
    return found.click().run()


def open_record(app: AppTest, akte: str) -> AppTest:
    return app.button(key=f"pflege_oeffnen_{akte}").click().run()


def write(app: AppTest, label: str, text: str) -> None:
    """Types into the field of this title; it reaches the page with the next click."""
    fields = [*app.text_area, *app.text_input]
    (found,) = [field for field in fields if field.label.rstrip(" *") == label]
    found.set_value(text)


def typed(app: AppTest, label: str) -> str:
    (found,) = [field for field in [*app.text_area, *app.text_input] if field.label.rstrip(" *") == label]
    value: str = found.value
    return value
