"""The pictures of the handbook, served from our own address with a digest, so that browsers keep them for good."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sro.reference.texte import HANDBUCH

ROUTE = "/handbuchbild/{digest}/{name}"
HEADERS = {"Cache-Control": "public, max-age=31536000, immutable"}


@lru_cache
def pictures() -> dict[str, bytes]:
    """Name → content; empty where the handbook was not installed along."""
    return {path.name: path.read_bytes() for path in sorted((HANDBUCH.parent / "bilder").glob("*.webp"))}


@lru_cache
def picture_address(name: str) -> str:
    """KeyError where there is no such picture."""
    digest = hashlib.sha256(pictures()[name]).hexdigest()[:12]
    return ROUTE.format(digest=digest, name=name)


async def serve_picture(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in pictures() or request.url.path != picture_address(name):
        return PlainTextResponse("Dieses Bild gibt es nicht.", status_code=404)
    return Response(pictures()[name], media_type="image/webp", headers=HEADERS)
