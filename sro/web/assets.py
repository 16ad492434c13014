"""Files that the browser loads from us: Leaflet, map script, styles. Addressed by content, so cached for good."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import streamlit
from xstatic.pkg import leaflet

from sro.reference.aussehen import appearance
from sro.views import theme
from sro.views.karte.bild import state_words_script
from sro.views.werkstatt.piktogramm import css_piktogramme
from sro.views.zahlen import tabelle

PREFIX = "/sro"
GEOMETRY_PREFIX = "/geometrie"
MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png"}


@lru_cache
def assets() -> dict[str, bytes]:
    """Name → content of every asset."""
    own = files("sro.views") / "assets"
    leaflet_folder = Path(leaflet.BASE_DIR)
    variables = theme.css_variables()
    return {
        "leaflet.js": (leaflet_folder / "leaflet.js").read_bytes().replace(b"//# sourceMappingURL=leaflet.js.map", b""),
        "leaflet.css": (leaflet_folder / "leaflet.css").read_bytes(),
        "karte.js": (state_words_script() + (own / "karte.js").read_text(encoding="utf-8")).encode(),
        "karte.css": (_font_face() + variables + (own / "karte.css").read_text(encoding="utf-8")).encode(),
        "nadeln.js": (own / "nadeln.js").read_bytes(),
        "nadeln.css": ((own / "stil" / "nadel.css").read_bytes() + (own / "nadeln.css").read_bytes()),
        "stil.css": (variables + _style(own / "stil") + tabelle.CSS + css_piktogramme()).encode(),
        "offen.css": (
            _font_face() + theme.css_variables_of_system() + (own / "offen.css").read_text(encoding="utf-8")
        ).encode(),
        "seite.js": (own / "seite.js").read_bytes(),
        icon(): (appearance().favicon or own / "symbol.svg").read_bytes(),
    }


def icon() -> str:
    """The name of the picture in the browser's tab: the city's own or ours."""
    own = appearance().favicon
    return f"symbol{own.suffix.lower()}" if own else "symbol.svg"


@lru_cache
def asset_urls() -> dict[str, str]:
    """Name → address with the digest of the content."""
    return {name: f"{PREFIX}/{hashlib.sha256(body).hexdigest()[:12]}/{name}" for name, body in assets().items()}


def _style(folder: Traversable) -> str:
    """The page's own style: what holds everywhere (grund.css), then a file for each page that needs more."""
    parts = sorted(folder.iterdir(), key=lambda file: (file.name != "grund.css", file.name))
    return "".join(file.read_text(encoding="utf-8") for file in parts)


def _font_face() -> str:
    """Streamlit's own font, for the map's frame, which does not inherit it."""
    media = Path(streamlit.__file__).parent / "static" / "static" / "media"
    fonts = sorted(media.glob("SourceSansVF-Upright*.woff2"))
    if not fonts:
        return ""
    source = f'url("/static/media/{fonts[0].name}")'
    return f'@font-face {{ font-family: "Source Sans"; font-weight: 200 900; src: {source}; }}\n'
