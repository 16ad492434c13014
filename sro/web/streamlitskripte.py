"""Serves Streamlit's scripts with German words: rewritten once, kept, and the browser does nothing more for it."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sro.web.streamlitworte import WORTE

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
ADDRESS = "/static/js/"
# Streamlit's names of files change with its content, not with our words: asked for again after an hour, by digest.
CACHE = "public, max-age=3600"


@dataclass(frozen=True, slots=True)
class Skript:
    """A script as it is sent."""

    body: bytes
    packed: bytes  # the same for a browser that takes gzip
    digest: str  # with quotation marks, as an ETag has them


class GermanScripts:
    """ASGI middleware that answers for the scripts that have words of ours; all else passes untouched."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["type"] == "http" and scope["method"] == "GET" and ADDRESS in scope["path"]
        skript = german_script(scope["path"].rpartition(ADDRESS)[2]) if asked else None
        if skript is None:
            await self.app(scope, receive, send)
        else:
            await _answer(skript, Headers(scope=scope))(scope, receive, send)


def _answer(skript: Skript, asked: Headers) -> Response:
    headers = {"ETag": skript.digest, "Cache-Control": CACHE, "Vary": "Accept-Encoding"}
    if asked.get("if-none-match") == skript.digest:
        return Response(status_code=304, headers=headers)
    if "gzip" in asked.get("accept-encoding", ""):
        return Response(skript.packed, media_type="text/javascript", headers=headers | {"Content-Encoding": "gzip"})
    return Response(skript.body, media_type="text/javascript", headers=headers)


@lru_cache(maxsize=64)
def german_script(name: str) -> Skript | None:
    """The script of this name with our words; None where there are none in it or there is no such file."""
    if name not in _names():
        return None
    before = (SCRIPTS / name).read_text(encoding="utf-8")
    after = german(before, name)
    if after == before:
        return None
    body = after.encode()
    return Skript(body, gzip.compress(body, 6), f'"{hashlib.sha256(body).hexdigest()[:20]}"')


def german(script: str, name: str) -> str:
    """The script with every fragment of its row in WORTE replaced, wherever it stands."""
    for english, said in WORTE[stem(name)]:
        script = script.replace(english, said)
    return script


def stem(name: str) -> str:
    """ "Multiselect.DBsRqIhx.js" → "Multiselect"."""
    return name.partition(".")[0]


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """The scripts that a row of WORTE may belong to; a name from outside is only ever compared with these."""
    return frozenset(file.name for file in SCRIPTS.glob("*.js") if stem(file.name) in WORTE)
