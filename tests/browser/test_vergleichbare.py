"""Comparable areas lead to their profiles."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from scripts.app_server import Server
from sro.model.gebiet import normalised


def test_a_profile_leads_to_those_of_comparable_areas(page: Page, app_server: Server) -> None:
    page.goto(f"{app_server.url}/profil?ebene=stadtteil&gebiet=03")
    section = page.locator("section", has=page.get_by_role("heading", name="Vergleichbare Gebiete"))
    expect(section).to_contain_text("in der Reihenfolge des Alphabets")
    names = section.get_by_role("link").all_inner_texts()
    assert len(names) == 3
    assert names == sorted(names, key=normalised)
    assert "Moisling" not in names
    section.get_by_role("link").first.click()
    expect(page.locator("h1")).to_have_text(names[0])
    expect(page).to_have_url(re.compile(r"/profil\?ebene=stadtteil&gebiet=(?!03)\d\d"))
