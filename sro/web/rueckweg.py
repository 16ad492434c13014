"""After logging in back to the page, with its query, on which somebody pressed "Anmelden".

Streamlit sends everybody to the start page. The browser tells on the way to the login from which of our pages it comes
(Referer); that address waits in a cookie that lives as long as a login takes, and becomes the answer's Location.
"""

from __future__ import annotations

import re
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOGIN, CALLBACK = "/auth/login", "/oauth2callback"
COOKIE, SECONDS, LONGEST = "sro_zurueck", 900, 1500
# One slash and then none, no backslash: "//elsewhere" and "/\elsewhere" would lead a browser to another host.
PAGE = re.compile(r"/(?:[\w\-.~%][\w\-.~%/]*)?(?:\?[\w\-.~%&=+,:;/?@!$'()*]*)?", re.ASCII)


class Rueckweg:
    """ASGI middleware around Streamlit's two addresses of the login; everything else passes untouched."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http" or not path.endswith((LOGIN, CALLBACK)):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        back = _left(headers) if path.endswith(LOGIN) else _kept(headers)

        async def send_back(message: Message) -> None:
            if message["type"] == "http.response.start" and back:
                _change(MutableHeaders(scope=message), back, keep=path.endswith(LOGIN))
            await send(message)

        await self.app(scope, receive, send_back)


def own_page(address: str) -> str | None:
    """The address where it is path and query of a page of ours; None for anything else."""
    fits = len(address) <= LONGEST and PAGE.fullmatch(address) and not address.partition("?")[0].endswith(CALLBACK)
    return address if fits else None


def _left(headers: Headers) -> str | None:
    """The page of ours that the browser comes from."""
    from_ = urlsplit(headers.get("referer", ""))
    if not from_.netloc or from_.netloc != headers.get("host"):
        return None
    return own_page((from_.path or "/") + (f"?{from_.query}" if from_.query else ""))


def _kept(headers: Headers) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return own_page(unquote(found.value)) if found else None


def _change(headers: MutableHeaders, back: str, *, keep: bool) -> None:
    value, seconds = (quote(back, safe=""), SECONDS) if keep else ("", 0)
    headers.append("Set-Cookie", f"{COOKIE}={value}; Max-Age={seconds}; Path=/; HttpOnly; SameSite=Lax")
    if not keep and "location" in headers:
        headers["location"] = back
