"""The analysis shows what the store holds, in every Blick, and carries its whole filter in the address."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sro.cli import main
from sro.model.gebiet import GebietKey
from sro.model.wert import Status
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.views import words
from sro.web.analyse.auswahl import Blick
from tests.pages.conftest import DEMO, GEHEIMES_JAHR, Page
from tests.pages.test_pages import heading, html_of, shown, stored

TITLE = "Hilfen zur Erziehung ohne Erziehungsberatung nach Stadtteilen, 2024"


def rows(app: AppTest) -> dict[str, str]:
    """Area → its first row without tags."""
    found = re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', html_of(app), re.S)
    table: dict[str, str] = {}
    for name, cells in found:
        plain = html.unescape(re.sub(r"<[^>]+>", "", name)).replace(" (ausgewählt)", "")
        table.setdefault(plain, re.sub(r"<[^>]+>", " ", cells))
    return table


def address(app: AppTest) -> dict[str, str]:
    return {name: value[0] if isinstance(value, list) else value for name, value in dict(app.query_params).items()}


def test_the_table_is_the_store_in_the_order_of_the_alphabet(var: Path, page: Page) -> None:
    app = page("analyse")
    assert heading(app) == TITLE
    table = rows(app)
    areas = {gebiet.name: gebiet for gebiet in city().of_level("stadtteil")}
    assert set(table) == set(areas)
    assert list(table)[:4] == ["Buntekuh", "Innenstadt", "Kücknitz", "Moisling"]
    for name, cells in table.items():
        assert shown("hze_ohne_28", areas[name].key, 2024) in cells
        assert shown("hze_ohne_28", city().oberste.key, 2024) in cells
    assert "Synthetische Daten" in html_of(app)


def test_hidden_values_stay_marks_with_words(var: Path, page: Page) -> None:
    params = {"indikator": "erziehungsberatung", "jahr": str(GEHEIMES_JAHR), "spalten": "wert,zaehler,status"}
    app = page("analyse", params)
    for area in city().of_level("stadtteil"):
        assert stored("erziehungsberatung", area.key, GEHEIMES_JAHR).status is Status.GEHEIM
        assert rows(app)[area.name].count("geheim gehalten") == 3
    assert not re.search(r"\d", " ".join(rows(app).values()))


def test_a_status_filter_leaves_the_others_out(var: Path, page: Page) -> None:
    params = {"indikator": "sgb2_unter_18", "ebene": "stadtbezirk", "jahr": "2024", "status": "geheim"}
    hidden = {g.name for g in city().of_level("stadtbezirk") if stored("sgb2_unter_18", g.key, 2024).status == "geheim"}
    assert hidden
    assert set(rows(page("analyse", params))) == hidden


def test_an_empty_filter_says_what_to_do(var: Path, page: Page) -> None:
    said = html_of(page("analyse", {"indikator": "hze_ohne_28", "status": "nicht_sinnvoll"}))
    assert "Zu diesem Filter gibt es keine Zeile" in said


def test_a_theme_over_years_laid_out_crosswise(var: Path, page: Page) -> None:
    params = {"thema": "Erzieherische Hilfen", "jahr": "2024", "quer": "indikatoren", "ebene": "stadtteil"}
    app = page("analyse", params)
    assert heading(app) == "Erzieherische Hilfen nach Stadtteilen, 2024"
    moisling = GebietKey("stadtteil", "03")
    for indikator in ("hze_ohne_28", "hze_ambulant", "erziehungsberatung"):
        assert shown(indikator, moisling, 2024) in rows(app)["Moisling"]
        assert shown(indikator, city().oberste.key, 2024) in rows(app)["Lübeck"]


def test_sorting_is_a_choice_and_stands_in_the_address(var: Path, page: Page) -> None:
    app = page("analyse")
    app.selectbox(key="w_analyse_sortierung").set_value("wert").run()
    areas = {gebiet.name: gebiet.key for gebiet in city().of_level("stadtteil")}
    values = [stored("hze_ohne_28", areas[name], 2024).wert or 0 for name in rows(app)]
    assert values == sorted(values)
    assert address(app)["sortierung"] == "wert"


def test_years_are_a_span(var: Path, page: Page) -> None:
    app = page("analyse")
    app.selectbox(key="w_analyse_von").set_value(2022).run()
    assert (address(app)["von"], address(app)["jahr"]) == ("2022", "2024")
    assert heading(app).endswith("2022 bis 2024")
    for jahr in (2022, 2023, 2024):
        assert shown("hze_ohne_28", GebietKey("stadtteil", "03"), jahr) in html_of(app)
    app.selectbox(key="w_analyse_bis").set_value(2022).run()
    assert "von" not in address(app)
    assert heading(app).endswith(", 2022")


def test_pooled_years_are_named_as_such(var: Path, page: Page) -> None:
    app = page("analyse", {"indikator": "hze_teilstationaer", "jahr": "2023"})
    assert heading(app).endswith("nach Stadtteilen, 2022–2024")
    for area in city().of_level("stadtteil"):
        observed = stored("hze_teilstationaer", area.key, 2024)
        assert observed.jahre == 3
        wanted = "geheim gehalten" if observed.wert is None else shown("hze_teilstationaer", area.key, 2024)
        assert wanted in rows(app)[area.name]


def test_columns_of_findings_are_computed_when_chosen(var: Path, page: Page) -> None:
    assert "übrigen Stadt" not in " ".join(rows(page("analyse")).values())
    found = rows(page("analyse", {"spalten": "unterschied,auffaellig,trend"}))
    assert all(re.search("übrigen Stadt|kein belegter Unterschied", cells) for cells in found.values())
    assert "über der übrigen Stadt" in found["Moisling"]
    assert "nicht berechenbar" in found["Moisling"]  # three years make no trend


def test_the_filter_goes_through_the_address(var: Path, page: Page) -> None:
    params = {
        "blick": "tabelle", "ebene": "stadtteil", "indikator": "hze_ambulant,hze_stationaer", "jahr": "2024",
        "von": "2022", "gebiete": "03,06", "nur_gewaehlte": "ja", "status": "ok", "spalten": "wert,status",
        "sortierung": "jahr", "absteigend": "ja", "gruppierung": "indikator",
    }  # fmt: skip
    app = page("analyse", params)
    assert address(app) == params
    assert set(rows(app)) == {"Moisling", city().gebiet(GebietKey("stadtteil", "06")).name}
    assert "2022 bis 2024" in heading(app)


@pytest.mark.parametrize("blick", [blick for blick in Blick if blick is not Blick.TABELLE])
def test_every_blick_shows_its_figure_or_says_why_not(var: Path, page: Page, blick: Blick) -> None:
    app = page("analyse", {"blick": blick, "indikator": "hze_ohne_28,sgb2_unter_18", "jahr": "2024"})
    assert heading(app).endswith(", 2024")
    said = html_of(app)
    drawn = app.get("arrow_vega_lite_chart") or app.get("vega_lite_chart")
    charts = (Blick.VERGLEICH, Blick.TRICHTER, Blick.STREUUNG, Blick.QUADRANTEN)
    assert bool(drawn) is (blick in charts)
    wanted = {
        Blick.KORRELATION: "Rangkorrelation",
        Blick.INDEX: "Kein Index",  # the small delivery has a single indicator that tells of a burden
        Blick.RAUM: "Räumliche Muster lassen sich erst ab 35 Gebieten",
    }
    assert wanted.get(blick, "10 Gebiete") in said


def test_the_table_beside_a_chart_is_the_store(var: Path, page: Page) -> None:
    app = page("analyse", {"blick": "trichter", "indikator": "hze_ohne_28", "jahr": "2023"}, fach="Tabelle")
    for area in city().of_level("stadtteil"):
        cells = rows(app)[area.name]
        nenner = stored("hze_ohne_28", area.key, 2023).nenner
        assert nenner is not None
        assert shown("hze_ohne_28", area.key, 2023) in cells
        assert words.count(nenner) in cells


def test_a_help_is_refused_in_the_index_and_the_page_says_why(var: Path, page: Page) -> None:
    said = html_of(page("analyse", {"blick": "index", "index": "sgb2_unter_18:1,hze_ohne_28:2"}))
    assert "Hilfen zur Erziehung gehören nicht in einen Sozialindex" in said


def test_weights_and_directions_of_the_index_stand_in_the_address(var: Path, page: Page) -> None:
    app = page("analyse", {"blick": "index", "index": "sgb2_unter_18:1,unter_21:2:mehr", "jahr": "2024"})
    assert "Gewicht 2" in html_of(app)
    app.number_input(key="w_analyse_gewicht_sgb2_unter_18").set_value(3.5).run()
    assert address(app)["index"] == "sgb2_unter_18:3.5,unter_21:2:mehr"
    assert "Gewicht 3,5" in html_of(app)


def test_an_area_chosen_in_the_drawer_stands_out_in_every_blick(var: Path, page: Page) -> None:
    app = page("analyse", {"blick": "vergleich"})
    app.multiselect(key="w_analyse_gebiete").set_value(["03"]).run()
    assert address(app)["gebiete"] == "03"
    app.get("button_group")[0].set_value("tabelle").run()
    assert re.findall(r"<tr class=gewaehlt><th[^>]*>([^<]+)", html_of(app)) == ["Moisling"]


def test_what_the_map_has_chosen_is_taken_over(var: Path, page: Page) -> None:
    app = page("karte", {"indikator": "sgb2_unter_18", "ebene": "stadtbezirk", "jahr": "2023", "gebiet": "04"})
    chosen = {"_auswahl": app.session_state["_auswahl"]}
    taken = address(page("analyse", None, **chosen))
    assert taken | {"blick": "tabelle"} == {
        "blick": "tabelle", "indikator": "sgb2_unter_18", "ebene": "stadtbezirk", "jahr": "2023", "gebiete": "04",
    }  # fmt: skip


def test_an_empty_store_says_what_to_do(empty_var: Path, page: Page) -> None:
    (info,) = page("analyse").info
    assert "python -m sro import" in info.value


@pytest.mark.parametrize(("parameter", "value"), [("blick", "<script>"), ("indikator", "*fett*"), ("von", "abc")])
def test_an_unknown_parameter_gives_the_default_and_a_notice(var: Path, page: Page, parameter: str, value: str) -> None:
    app = page("analyse", {parameter: value})
    assert heading(app) == TITLE
    (notice,) = app.warning
    assert f"„{parameter}“" in notice.value
    assert value not in notice.value + html_of(app)


def test_names_of_indicators_are_those_of_the_catalogue(var: Path, page: Page) -> None:
    app = page("analyse", {"indikator": "hze_ambulant,hze_stationaer"})
    for indikator in ("hze_ambulant", "hze_stationaer"):
        assert html.escape(catalogue()[indikator].kurzname) in html_of(app)


@pytest.mark.parametrize("blick", [Blick.STREUUNG, Blick.QUADRANTEN])
def test_a_single_indicator_makes_no_pair_and_the_page_says_so(empty_var: Path, page: Page, blick: Blick) -> None:
    demo = (DEMO / "bevoelkerung.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    file = empty_var.parent / "einer.csv"
    file.write_text("".join([demo[0], *(row for row in demo if row.startswith("unter_21,"))]), encoding="utf-8")
    assert main(["import", str(file)]) == 0
    app = page("analyse", {"blick": blick.value})
    assert "Auf dieser Ebene ist nur ein Indikator geliefert; dieser Blick braucht zwei." in html_of(app)
