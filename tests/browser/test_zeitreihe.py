"""The time series in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from scripts.app_server import Server
from tests.browser.conftest import Watch


def open_series(page: Page, server: Server, query: str = "") -> None:
    page.goto(f"{server.url}/zeitreihe{query}")
    page.wait_for_selector("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg", timeout=60_000)


def test_all_areas_are_small_multiples_until_some_are_chosen(page: Page, app_server: Server, watch: Watch) -> None:
    open_series(page, app_server)
    page.get_by_role("radio", name="Tabelle", exact=True).click()
    table = page.locator(".sro-tabelle table")
    expect(table.locator("tbody tr")).to_have_count(11)  # ten Stadtteile and the city
    expect(table.locator("thead th")).to_have_count(11)  # area and ten years
    watch.assert_clean(app_server)


@pytest.mark.parametrize("width", [700, 1000, 1400])
def test_small_multiples_fit_the_window_also_after_it_is_made_narrower(
    page: Page, app_server: Server, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_series(page, app_server)
    chart = page.get_by_test_id("stVegaLiteChart")
    picture = chart.locator("canvas, svg").first
    for now, least in ((width, 0.6), (640, 0.6)):
        page.set_viewport_size({"width": now, "height": 900})
        page.wait_for_timeout(500)
        box = picture.bounding_box()
        assert box is not None
        assert least * now < box["x"] + box["width"] <= now
        assert chart.evaluate(
            "e => e.scrollWidth <= e.clientWidth && e.clientHeight >= e.firstElementChild.scrollHeight"
        )


def test_one_area_is_shown_with_the_city_and_the_rest_of_it(page: Page, app_server: Server) -> None:
    open_series(page, app_server, "?indikator=hze_ohne_28&gebiete=03")
    page.get_by_role("radio", name="Tabelle", exact=True).click()
    rows = page.locator(".sro-tabelle tbody th")
    expect(rows).to_have_text(["Moisling", "Übrige Stadt (ohne Moisling)", "Lübeck"])


def test_a_gap_is_a_mark_with_words_in_the_table(page: Page, app_server: Server) -> None:
    open_series(page, app_server, "?indikator=sprachfoerderbedarf&gebiete=03")
    page.get_by_role("radio", name="Tabelle", exact=True).click()
    row = page.locator(".sro-tabelle tbody tr").first
    expect(row).to_contain_text("nicht geliefert")


def test_figures_can_be_taken_away(page: Page, app_server: Server) -> None:
    open_series(page, app_server, "?indikator=hze_ohne_28&gebiete=03,04")
    page.get_by_role("radio", name="Herunterladen").click()
    for label, start in [
        ("Tabelle für Excel (CSV)", b"\xef\xbb\xbf"),
        ("Grafik als Bild (PNG)", b"\x89PNG"),
        ("Grafik als Vektorgrafik (SVG)", b"<svg"),
    ]:
        with page.expect_download() as download:
            page.get_by_role("button", name=label).click()
        assert download.value.path().read_bytes().startswith(start)
