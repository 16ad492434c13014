"""Streamlit's page made German."""

from pathlib import Path

import streamlit

from sro.web.assets import asset_urls, assets
from sro.web.html import german


def test_the_page_is_german_and_links_our_assets() -> None:
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    changed = german(page).decode()
    assert '<html lang="de"' in changed
    assert "<title>Chance Sozialraum</title>" in changed
    for name in ("stil.css", "seite.js", "symbol.svg"):
        assert asset_urls()[name] in changed
    assert "favicon.png" not in changed


def test_assets_load_nothing_from_elsewhere() -> None:
    for name in ("karte.js", "karte.css", "stil.css", "seite.js"):
        assert b"http://" not in assets()[name].replace(b"http://www.w3.org/2000/svg", b"")
        assert b"https://" not in assets()[name]
