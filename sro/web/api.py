"""Routes of the open data below /api/: reading for everybody, with the address as the only question.

Nobody is asked who they are: what a release has published is what the role öffentlich sees on every page, with or
without a login for the other roles. So these routes read neither cookie nor session.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from sro.web.antwort import Antwort, Frage, NichtGefunden
from sro.web.warmup import wait_until_warm

PREFIX = "/api"
METHODS = ["GET", "HEAD", "OPTIONS"]
OTHERS = ["POST", "PUT", "PATCH", "DELETE"]
# Any page may read this: it is open data, the same for everybody. With "*" a browser sends no cookies and no login
# along, so no page can read here more than its own visitor could by typing the address.
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Link"}
PREFLIGHT = {
    "Access-Control-Allow-Methods": ", ".join(METHODS),
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
# May be kept, but not used without asking: a release is seen at once, and asking again costs a line (304).
FRESH = {"Cache-Control": "no-cache"}
NAMES = ("katalog.jsonld", "indikatoren.json", "werte.csv", "werte.json", "gebiete.geojson")
ADDRESSES = ", ".join(f"{PREFIX}/{name}" for name in NAMES)
Make = Callable[[Frage], Antwort]


def api_routes() -> Sequence[BaseRoute]:
    """The documents, their index page, and sentences for all other addresses."""
    documents = [Route(f"{PREFIX}/{name}", _document(name), methods=METHODS) for name in NAMES]
    return [
        Route(PREFIX, _to_index, methods=METHODS),
        Route(f"{PREFIX}/", _document("index"), methods=METHODS),
        *documents,
        Route(f"{PREFIX}/{{rest:path}}", _nothing_here, methods=[*METHODS, *OTHERS]),
    ]


async def _to_index(request: Request) -> Response:
    return RedirectResponse(f"{PREFIX}/", status_code=308, headers=OPEN)


async def _nothing_here(request: Request) -> Response:
    if request.method in OTHERS:
        return _error("Hier kann nur gelesen werden (GET oder HEAD).", 405, {"Allow": ", ".join(METHODS)})
    return _error(f"Diese Adresse gibt es nicht. Möglich: {ADDRESSES}; beschrieben unter {PREFIX}/.", 404)


def _document(name: str) -> Callable[[Request], object]:
    """The route of one document."""

    async def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=OPEN | PREFLIGHT)
        frage = Frage(tuple(request.query_params.multi_items()), str(request.base_url))
        return await _sent(request, await run_in_threadpool(_made, name, frage))

    return answer


def _made(name: str, frage: Frage) -> Antwort | Response:
    """In a thread of its own; what reads the store is imported here, after the warm-up."""
    wait_until_warm()
    from sro.export.offen.parameter import Abfragefehler
    from sro.store import DATABASE_ERRORS
    from sro.web.dokumente import DOKUMENTE

    try:
        return DOKUMENTE[name](frage)
    except Abfragefehler as error:
        return _error(str(error), 400)
    except NichtGefunden as error:
        return _error(str(error), 404)
    except DATABASE_ERRORS as error:
        return _error(_away(error), 503)


async def _sent(request: Request, antwort: Antwort | Response) -> Response:
    """Some read the database only now; of what is long, a reader sees by the missing end that it broke off."""
    from sro.store import DATABASE_ERRORS

    try:
        return await _document_sent(request, antwort)
    except DATABASE_ERRORS as error:
        return _error(_away(error), 503)


def _away(error: Exception) -> str:
    from sro.web.errors import told

    number, fault = told(error)
    sentence = fault.satz if fault else "Die Datenbank antwortet falsch."
    return f"{sentence} Bitte später noch einmal versuchen. (Nummer {number})"


async def _document_sent(request: Request, antwort: Antwort | Response) -> Response:
    if isinstance(antwort, Response):
        return antwort
    headers = OPEN | FRESH | dict(antwort.headers) | {"Content-Type": antwort.typ}
    if antwort.etag:
        headers["ETag"] = antwort.etag
        if _has_it(request.headers.get("if-none-match", ""), antwort.etag):
            return Response(status_code=304, headers=headers)
    if antwort.gross:  # nothing is made that nobody reads
        return StreamingResponse([] if request.method == "HEAD" else antwort.teile(), headers=headers)
    body = await run_in_threadpool(lambda: b"".join(antwort.teile()))
    if request.method == "HEAD":  # GDAL asks for the length first and takes none for an empty file
        return Response(headers=headers | {"Content-Length": str(len(body))})
    return Response(body, headers=headers)


def _has_it(named: str, etag: str) -> bool:
    """Whether one of the tags that a browser names is this one; compression makes it weak, which is the same here."""
    known = {tag.strip().removeprefix("W/") for tag in named.split(",")}
    return "*" in known or etag.removeprefix("W/") in known


def _error(sentence: str, status: int, headers: dict[str, str] | None = None) -> Response:
    return JSONResponse({"fehler": sentence}, status_code=status, headers=OPEN | FRESH | (headers or {}))
