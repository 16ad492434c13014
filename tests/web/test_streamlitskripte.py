"""Streamlit's scripts in German: every fragment of ours is there, every answer is whole, nothing else is touched."""

from __future__ import annotations

import gzip

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from sro.web.streamlitskripte import SCRIPTS, GermanScripts, german_script, stem
from sro.web.streamlitworte import WORTE

FILES = {name: [file for file in SCRIPTS.glob("*.js") if stem(file.name) == name] for name in WORTE}
SCRIPT = next(file.name for file in FILES["Multiselect"])


@pytest.mark.parametrize("name", WORTE)
def test_every_fragment_stands_in_the_installed_streamlit(name: str) -> None:
    scripts = [file.read_text(encoding="utf-8") for file in FILES[name]]
    lost = [english for english, _ in WORTE[name] if not any(english in script for script in scripts)]
    assert lost == []


@pytest.mark.parametrize("name", WORTE)
def test_no_fragment_is_left_after_rewriting(name: str) -> None:
    for file in FILES[name]:
        skript = german_script(file.name)
        text = skript.body.decode() if skript else file.read_text(encoding="utf-8")
        assert [english for english, german in WORTE[name] if english in text and english not in german] == []


@pytest.mark.parametrize(("name", "row"), [(name, row) for name, rows in WORTE.items() for row in rows])
def test_a_row_keeps_what_the_script_fills_in(name: str, row: tuple[str, str]) -> None:
    """Backticks and brackets pair, so that the script stays one."""
    english, german = row
    for pair in ("``", "{}", "()", "[]"):
        opened, closed = (german.count(sign) - english.count(sign) for sign in pair)
        assert opened == closed if pair != "``" else german.count("`") % 2 == english.count("`") % 2


@pytest.fixture
def client() -> TestClient:
    def untouched(request: object) -> PlainTextResponse:
        return PlainTextResponse("untouched")

    app = Starlette(routes=[Route("/{path:path}", untouched)], middleware=[Middleware(GermanScripts)])
    return TestClient(app)


def test_a_script_comes_whole_packed_and_once(client: TestClient) -> None:
    plain = client.get(f"/static/js/{SCRIPT}", headers={"Accept-Encoding": "identity"})
    packed = client.get(f"/static/js/{SCRIPT}", headers={"Accept-Encoding": "gzip"})
    assert "Nichts gefunden" in plain.text
    assert "No results" not in plain.text
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    again = client.get(f"/static/js/{SCRIPT}", headers={"If-None-Match": plain.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert gzip.decompress(german_script(SCRIPT).packed) == plain.content  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/PlotlyChart.D9Z0_fxz.js",
        "/static/js/Multiselect.other.js",
        "/static/js/../../../../etc/passwd",
        "/static/js/%2e%2e%2fMultiselect.js",
        "/karte",
        f"/static/css/{SCRIPT}",
    ],
)
def test_all_else_passes_untouched(client: TestClient, path: str) -> None:
    assert client.get(path).text == "untouched"
