"""Routes and headers beside Streamlit's own: assets, geometry, health, open data.

What needs the store is imported when it is asked for: the server answers before the warm-up has loaded it.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from sro.web.api import api_routes
from sro.web.assets import GEOMETRY_PREFIX, MEDIA_TYPES, PREFIX, asset_urls, assets
from sro.web.handbuch.bilder import ROUTE, serve_picture
from sro.web.html import GermanHtml
from sro.web.security import SecurityHeaders
from sro.web.streamlitskripte import GermanScripts

IMMUTABLE = {"Cache-Control": "public, max-age=31536000, immutable"}


def routes() -> Sequence[BaseRoute]:
    """Our routes; Streamlit's own follow after them."""
    return [
        Route(f"{PREFIX}/{{digest}}/{{name}}", _asset),
        Route(f"{GEOMETRY_PREFIX}/{{digest}}/{{ebene}}.geojson", _geometry),
        Route(ROUTE, serve_picture),
        Route("/healthz", _healthz),
        *api_routes(),
    ]


def middleware() -> Sequence[Middleware]:
    return [Middleware(SecurityHeaders), Middleware(GermanScripts), Middleware(GermanHtml)]


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if request.url.path != asset_urls().get(name):
        return PlainTextResponse("Diese Datei gibt es nicht.", status_code=404)
    suffix = name[name.rindex(".") :]
    return Response(assets()[name], media_type=MEDIA_TYPES[suffix], headers=IMMUTABLE)


async def _geometry(request: Request) -> Response:
    from sro.web import geometry

    digest, ebene = request.path_params["digest"], request.path_params["ebene"]
    body = await run_in_threadpool(geometry.served, ebene, digest)
    if body is None:
        return PlainTextResponse("Diese Geometrie gibt es nicht.", status_code=404)
    return Response(body, media_type="application/geo+json", headers=IMMUTABLE)


async def _healthz(request: Request) -> Response:
    """200 while the store answers, 503 otherwise; for a load balancer or a watchdog."""
    from sro.store import DATABASE_ERRORS, stoerung_of

    try:
        active = await run_in_threadpool(_active_datenstand)
    except DATABASE_ERRORS as error:
        fault = stoerung_of(error)
        return JSONResponse({"status": fault.satz if fault else "Die Datenbank antwortet falsch."}, status_code=503)
    return JSONResponse({"status": "ok", "datenstand": active})


def _active_datenstand() -> int | None:
    from sro.web import data

    return data.store().active_id()
