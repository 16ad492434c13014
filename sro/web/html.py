"""Streamlit's one HTML page, made German: language, title, and the links to our style and script."""

from __future__ import annotations

import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sro.web.assets import asset_urls, icon

TITLE = "Chance Sozialraum"
NO_SCRIPT = "<noscript><p>Diese Anwendung braucht JavaScript. Bitte im Browser erlauben.</p></noscript>"
# On a deep link Streamlit's page would first look for its server below the page's own address, and log a 404 for it.
BACKEND = 'window.__streamlit={BACKEND_BASE_URL:location.origin+"/"}'


class GermanHtml:
    """ASGI middleware that rewrites text/html answers to GET requests; everything else passes untouched."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        # Streamlit's page must arrive whole and uncompressed to be rewritten, never as "304 not modified".
        if not scope["path"].rpartition("/")[2].count("."):
            dropped = (b"if-none-match", b"if-modified-since", b"accept-encoding")
            scope = {**scope, "headers": [h for h in scope["headers"] if h[0] not in dropped]}
        await self.app(scope, receive, _Rewriter(send))


class _Rewriter:
    """Holds an HTML answer until it is whole, then sends it rewritten."""

    def __init__(self, send: Send):
        self.send = send
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_plain_html(message):
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        body = german(self.body)
        kept = [h for h in start["headers"] if h[0].lower() not in (b"content-length", b"etag", b"last-modified")]
        await self.send({**start, "headers": [*kept, (b"content-length", str(len(body)).encode())]})
        await self.send({"type": "http.response.body", "body": body})


def _is_plain_html(start: Message) -> bool:
    headers = {name.lower(): value for name, value in start["headers"]}
    return headers.get(b"content-type", b"").startswith(b"text/html") and b"content-encoding" not in headers


def german(page: bytes) -> bytes:
    """Streamlit's index.html with lang="de", our title and our assets."""
    links = (
        f"<script>{BACKEND}</script>"
        f'<link rel="icon" href="{asset_urls()[icon()]}">'
        f'<link rel="stylesheet" href="{asset_urls()["stil.css"]}">'
        f'<script defer src="{asset_urls()["seite.js"]}"></script>'
    )
    without_icon = re.sub(rb'<link rel="shortcut icon"[^>]*>', b"", page, count=1)
    return (
        re.sub(rb"<noscript>.*?</noscript>", NO_SCRIPT.encode(), without_icon, count=1, flags=re.DOTALL)
        .replace(b'<html lang="en"', b'<html lang="de"', 1)
        .replace(b"<title>Streamlit</title>", f"<title>{TITLE}</title>".encode(), 1)
        .replace(b"<head>", b"<head>" + links.encode(), 1)
    )
