"""After the login back to the page that one came from, and to no other host."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import unquote

import anyio
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from sro.web.rueckweg import COOKIE, Rueckweg, own_page

PAGE = "/zeitreihe?indikator=hze_ohne_28&gebiete=03%2C04"


async def provider(_: Request) -> Response:
    return RedirectResponse("https://anmeldung.example.org/?state=x", 302)


async def start(_: Request) -> Response:
    return RedirectResponse("/", 302)


async def other(_: Request) -> Response:
    return PlainTextResponse("da")


APP = Starlette(
    routes=[Route("/auth/login", provider), Route("/oauth2callback", start), Route("/karte", other)],
    middleware=[Middleware(Rueckweg)],
)


def ask(*steps: tuple[str, dict[str, str]]) -> list[httpx.Response]:
    """Answers to addresses with headers, one after the other in one browser."""

    async def go() -> list[httpx.Response]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(APP), base_url="http://localhost:8501") as client:
            return [await client.get(path, headers=headers) for path, headers in steps]

    with ThreadPoolExecutor(1) as beside:  # a browser test before this one has left an event loop in the main thread
        return beside.submit(anyio.run, go).result()


def test_there_and_back() -> None:
    there, back, again = ask(
        ("/auth/login?provider=x", {"referer": f"http://localhost:8501{PAGE}"}),
        ("/oauth2callback?code=1&state=x", {"referer": "https://anmeldung.example.org/"}),
        ("/oauth2callback", {}),
    )
    assert there.headers["location"] == "https://anmeldung.example.org/?state=x", "the way to the provider stays"
    assert "HttpOnly" in there.headers["set-cookie"]
    assert back.headers["location"] == PAGE
    assert again.headers["location"] == "/", "the address is used once"


@pytest.mark.parametrize(
    "referer",
    [
        "",
        "https://boese.example/karte",
        "http://localhost:8502/karte",
        "http://localhost:8501//boese.example/",
        "quark",
    ],
)
def test_only_a_page_of_ours_is_kept(referer: str) -> None:
    there, back = ask(("/auth/login", {"referer": referer}), ("/oauth2callback", {}))
    assert "set-cookie" not in there.headers
    assert back.headers["location"] == "/"


@pytest.mark.parametrize(
    "value",
    ["//boese.example", "%2F%2Fboese.example", "/%5Cboese.example", "https%3A%2F%2Fboese.example", "/a%0D%0Ab", ""],
)
def test_a_cookie_that_somebody_made_up_leads_nowhere(value: str) -> None:
    (back,) = ask(("/oauth2callback", {"cookie": f"{COOKIE}={value}"}))
    assert back.headers["location"] == "/"


def test_other_addresses_are_left_alone() -> None:
    (answer,) = ask(("/karte", {"referer": "http://localhost:8501/daten", "cookie": f"{COOKIE}=%2Fdaten"}))
    assert answer.text == "da"
    assert "set-cookie" not in answer.headers


@given(st.text(max_size=60))
def test_no_text_leads_to_another_host(text: str) -> None:
    for address in (text, f"/{text}", f"/{unquote(text)}"):
        kept = own_page(address)
        if kept is not None:
            url = httpx.URL("http://localhost:8501").join(kept)
            assert (url.host, url.port) == ("localhost", 8501)
            assert "\\" not in kept
            assert kept.isprintable()
