"""Headers on every answer, also where something fails; the log then has its place and kind and none of its words."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

import anyio
import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from sro.web.errors import log_without_content
from sro.web.security import FAILED, HEADERS, SecurityHeaders

TYPED = "Frau Beispiel, Musterweg 3"


async def _broken(request: Request) -> Response:
    raise ValueError(TYPED)


async def _broken_off(request: Request) -> Response:
    async def parts() -> AsyncIterator[bytes]:
        yield b"eine Zeile"
        raise ValueError(TYPED)

    return StreamingResponse(parts())


async def _weaker(request: Request) -> Response:
    return Response("x", headers={"Content-Security-Policy": "default-src *", "Set-Cookie": "a=b"})


APP = Starlette(
    routes=[Route("/kaputt", _broken), Route("/halb", _broken_off), Route("/schwach", _weaker)],
    middleware=[Middleware(SecurityHeaders)],
)


def ask(path: str, *, raising: bool = True) -> httpx.Response:
    async def go() -> httpx.Response:
        transport = httpx.ASGITransport(APP, raise_app_exceptions=raising)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get(path)

    with ThreadPoolExecutor(1) as beside:  # a browser test before this one has left an event loop in the main one
        return beside.submit(anyio.run, go).result()


def test_the_headers_shut_out_all_other_hosts() -> None:
    policy = dict(part.split(" ", 1) for part in HEADERS["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'self'"
    assert policy["object-src"] == "'none'"
    assert not any("http" in value or "*" in value for value in policy.values())
    assert HEADERS["X-Content-Type-Options"] == "nosniff"
    assert HEADERS["Referrer-Policy"] == "same-origin"
    assert all(one.endswith("=()") for one in HEADERS["Permissions-Policy"].split(", "))


def test_an_answer_that_fails_is_a_sentence_with_the_headers(caplog: pytest.LogCaptureFixture) -> None:
    answer = ask("/kaputt")
    assert (answer.status_code, answer.text) == (500, FAILED)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "ValueError" in caplog.text
    assert TYPED not in caplog.text


def test_half_an_answer_is_not_finished_as_if_it_were_whole() -> None:
    with pytest.raises(ValueError, match=TYPED):
        ask("/halb")


@pytest.mark.parametrize("path", ["/gibt-es-nicht", "/schwach"])
def test_nothing_within_weakens_the_headers(path: str) -> None:
    answer = ask(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_a_log_names_every_error_of_a_chain_and_quotes_none(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        try:
            try:
                raise KeyError(TYPED)
            except KeyError as first:
                raise RuntimeError(TYPED) from first
        except RuntimeError as error:
            log_without_content("Etwas ging schief.", error)
    assert "Etwas ging schief." in caplog.text
    assert "builtins.KeyError" in caplog.text
    assert "builtins.RuntimeError" in caplog.text
    assert "test_security.py" in caplog.text
    assert "Beispiel" not in caplog.text
