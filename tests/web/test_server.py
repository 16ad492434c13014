"""Routes and headers, asked the way a browser asks."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from sro.reference.city import city
from sro.web import data
from sro.web.assets import asset_urls
from sro.web.geometry import geometry
from sro.web.server import middleware, routes


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("SRO_VAR", str(tmp_path))
    data.store.cache_clear()
    app = Starlette(routes=list(routes()), middleware=list(middleware()))

    def get(path: str) -> httpx.Response:
        import anyio

        async def go() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
                return await client.get(path)

        # In a thread of its own: a browser test before this one has left an event loop in the main one.
        with ThreadPoolExecutor(1) as beside:
            return beside.submit(anyio.run, go).result()

    yield get
    data.store.cache_clear()


def test_geometry_is_immutable_and_in_the_order_of_the_areas(ask) -> None:  # type: ignore[no-untyped-def]
    answer = ask(geometry("stadtbezirk").url)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]
    features = json.loads(answer.text)["features"]
    assert [f["properties"]["id"] for f in features] == [g.id for g in city().of_level("stadtbezirk")]
    assert [f["properties"]["name"] for f in features] == [g.name for g in city().of_level("stadtbezirk")]


@pytest.mark.parametrize(
    "path",
    [
        "/geometrie/falsch/stadtbezirk.geojson",
        "/geometrie/x/planet.geojson",
        "/sro/000000000000/leaflet.js",
        "/sro/x/y",
    ],
)
def test_an_unknown_address_is_not_found(ask, path: str) -> None:  # type: ignore[no-untyped-def]
    assert ask(path).status_code == 404


def test_every_asset_answers(ask) -> None:  # type: ignore[no-untyped-def]
    for url in asset_urls().values():
        assert ask(url).status_code == 200


def test_headers_allow_no_other_host(ask) -> None:  # type: ignore[no-untyped-def]
    headers = ask("/healthz").headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"


def test_health_names_the_datenstand_or_says_what_is_wrong(ask, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    assert ask("/healthz").json() == {"status": "ok", "datenstand": None}
    data.store.cache_clear()
    monkeypatch.setenv("SRO_DATABASE_URL", "postgresql+psycopg://niemand@127.0.0.1:9/nichts")
    assert ask("/healthz").status_code == 503


def test_health_also_notices_a_database_that_goes_away(ask, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert ask("/healthz").status_code == 200
    for file in tmp_path.glob("sro.sqlite*"):
        file.unlink()
    (tmp_path / "sro.sqlite").write_text("no database")
    data.store().close()
    assert ask("/healthz").status_code == 503
