"""One browser's session: its websocket, and the files that it fetches when it arrives."""

from __future__ import annotations

import asyncio
import re
import ssl
import time
from collections.abc import Iterable
from types import TracebackType
from typing import Self

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

from bench.load.page import Page
from bench.load.widget import Widget

# The server closes connections that nobody used for 5 s; a browser that asks at that moment asks again.
CLOSED_WHILE_IDLE = (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError)
PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # without certificates: loading them anew for each browser takes long
LIMIT = 30.0  # seconds that anything may take
AT_ONCE = 6  # files that a browser fetches from one host at the same time
# The proxy that betrieb.md describes says whom it speaks for: such sessions read, as the public does.
HEADERS = {"X-Forwarded-For": "192.0.2.1"}
ASKED_FIRST = ("/_stcore/health", "/_stcore/host-config")
LOADED = re.compile(r'<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css|woff2|svg))"')


class Fault(Exception):
    """Something that a person at a browser would have met as an error; the text says what."""


class Session:
    """`async with` opens the page at `path` as a browser without cache: its files, the websocket, the map's files.

    `cached`: the browser has the files already, and asks only for the page itself.
    """

    def __init__(self, url: str, path: str, cached: bool = False) -> None:
        self.page, self._cached = Page(url, path), cached
        self.arrived = 0.0  # seconds from the first request to the end of the first run
        self._url = url
        self._socket: ClientConnection | None = None
        self._files = self._client()
        self._fetched: set[str] = set()

    async def __aenter__(self) -> Self:
        started = time.perf_counter()
        try:
            html = await _fetch(self._files, f"/{self.page.path}")
            files = set() if self._cached else set(map(_absolute, LOADED.findall(html)))
            await _fetch_all(self._files, {*files, *ASKED_FIRST})
            await self._connect()
            await self._run(self.page.arrival())
            self.arrived = time.perf_counter() - started
            await self._fetch_what_came()
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        await self._files.aclose()
        if self._socket:
            await self._socket.close()

    async def choose(self, widget: Widget, value: Iterable[str]) -> float:
        """Seconds from the choice to the end of the run that it caused."""
        return await self._shown(self.page.choose(widget, value))

    async def visit(self, path: str) -> float:
        """Seconds from the click in the navigation to the end of the page's run."""
        return await self._shown(self.page.visit(path))

    async def _shown(self, message: BackMsg) -> float:
        took = await self._run(message)
        await self._fetch_what_came()
        return took

    def _client(self) -> httpx.AsyncClient:
        limits = httpx.Limits(max_connections=AT_ONCE)
        return httpx.AsyncClient(
            base_url=self._url, headers=HEADERS, timeout=LIMIT, limits=limits, verify=PLAIN, trust_env=False
        )

    async def _connect(self) -> None:
        try:
            self._socket = await connect(
                f"{self._url.replace('http', 'ws', 1)}/_stcore/stream",
                origin=Origin(self._url),
                subprotocols=[Subprotocol("streamlit")],
                additional_headers=HEADERS,
                open_timeout=LIMIT,
                max_size=None,
                proxy=None,
            )
        except (OSError, WebSocketException) as error:
            raise Fault(f"Keine Verbindung: {type(error).__name__}") from error

    async def _run(self, message: BackMsg) -> float:
        socket = self._socket
        if socket is None:
            raise Fault("Keine Verbindung")
        started = time.perf_counter()
        try:
            async with asyncio.timeout(LIMIT):
                await socket.send(message.SerializeToString())
                while not self.page.finished:
                    self.page.take(ForwardMsg.FromString(bytes(await socket.recv(decode=False))))
        except TimeoutError as error:
            raise Fault(f"Nach {LIMIT:.0f} s nicht fertig") from error
        except (OSError, WebSocketException) as error:
            raise Fault(f"Verbindung getrennt: {type(error).__name__}") from error
        took = time.perf_counter() - started
        if self.page.faults:
            raise Fault("; ".join(self.page.faults))
        return took

    async def _fetch_what_came(self) -> None:
        """Files that what is shown needs, each once: they are served to be kept."""
        if self._cached:
            return
        came = self.page.addresses - self._fetched
        self._fetched |= came
        frames = {address for address in came if address.endswith(".html")}
        await _fetch_all(self._files, came - frames)
        for frame in frames:
            folder = frame.rpartition("/")[0]
            loaded = LOADED.findall(await _fetch(self._files, frame))
            await _fetch_all(self._files, {_absolute(address, folder) for address in loaded})


def _absolute(address: str, folder: str = "") -> str:
    return f"{folder}/{address[2:]}" if address.startswith("./") else address


async def _fetch_all(client: httpx.AsyncClient, addresses: Iterable[str]) -> None:
    await asyncio.gather(*(_fetch(client, address) for address in sorted(addresses)))


async def _fetch(client: httpx.AsyncClient, address: str) -> str:
    try:
        try:
            answer = await client.get(address)
        except CLOSED_WHILE_IDLE:
            answer = await client.get(address)
    except httpx.HTTPError as error:
        raise Fault(f"{address}: {type(error).__name__}") from error
    if answer.status_code >= 400:
        raise Fault(f"{address}: HTTP {answer.status_code}")
    return answer.text if address.endswith(".html") or "." not in address else ""
