"""Asks the app over HTTP without a server, as a browser or a program would."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import anyio
import httpx
from starlette.applications import Starlette

Ask = Callable[..., httpx.Response]


def asker(app: Starlette) -> Ask:
    """A function of path, method and headers ("if_none_match")."""

    def ask(path: str, method: str = "GET", **headers: str) -> httpx.Response:
        async def go() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://stadt.example") as client:
                named = {name.replace("_", "-"): value for name, value in headers.items()}
                return await client.request(method, path, headers=named)

        # In a thread of its own: a browser test before this one has left an event loop in the main one.
        with ThreadPoolExecutor(1) as beside:
            return beside.submit(anyio.run, go).result()

    return ask
