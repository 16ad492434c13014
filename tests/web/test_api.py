"""The open data, asked the way Excel, QGIS and portals ask, of a store that was filled by the command line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from sro.cli import main
from sro.model.wert import Beobachtung, Status
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.places import ROOT
from sro.web import data
from sro.web.server import middleware, routes
from tests.web.fragen import Ask, asker

INDIKATOREN, JAHRE = ("eingliederungshilfe_35a", "sgb2_unter_18"), ("2015", "2016", "2017")
CACHES = (data.store, data._active, data._years, data.observations, data.offer, data.map_data)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Starlette]:
    """Two Datenstände (synthetisch); the first has suppressed cells and values without meaning."""
    folder = tmp_path_factory.mktemp("api")
    rows = [r for p in sorted((ROOT / "data/demo").glob("*.csv")) for r in csv.DictReader(p.open(encoding="utf-8"))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SRO_VAR", str(folder / "var"))
        patch.delenv("SRO_DATABASE_URL", raising=False)
        _forget()
        for titel, years in (("Erste", JAHRE), ("Zweite", ("2018",))):
            file = folder / f"{titel}.csv"
            chosen = [r for r in rows if r["indikator_id"] in INDIKATOREN and r["zeit"] in years]
            with file.open("w", encoding="utf-8", newline="") as out:
                writer = csv.DictWriter(out, rows[0].keys())
                writer.writeheader()
                writer.writerows(chosen)
            assert main(["import", str(file), "--titel", titel]) == 0
        yield Starlette(routes=list(routes()), middleware=list(middleware()))
        data.store().close()
        _forget()


@pytest.fixture
def ask(app: Starlette) -> Ask:
    return asker(app)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ask]:
    monkeypatch.setenv("SRO_VAR", str(tmp_path))
    monkeypatch.delenv("SRO_DATABASE_URL", raising=False)
    _forget()
    yield asker(Starlette(routes=list(routes()), middleware=list(middleware())))
    data.store().close()
    _forget()


def _forget() -> None:
    for cache in CACHES:
        cache.cache_clear()


def table(answer: httpx.Response, delimiter: str = ",") -> list[dict[str, str]]:
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=delimiter))


def stored(datenstand: int) -> dict[tuple[str, str, str, int], Beobachtung]:
    levels = [ebene.id for ebene in city().ebenen]
    found = [b for i in INDIKATOREN for e in levels for b in data.store().values(datenstand, i, ebene=e)]
    return {(b.indikator, b.gebiet.ebene, b.gebiet.id, b.jahr): b for b in found}


def number(text: str) -> float | None:
    return float(text) if text else None


def near(value: float | None) -> object:
    return None if value is None else pytest.approx(value, abs=1e-6)


def test_csv_and_json_show_what_the_store_has_and_nothing_else(ask: Ask) -> None:
    expected = stored(2)
    assert {b.status for b in expected.values()} >= {Status.OK, Status.GEHEIM, Status.NICHT_SINNVOLL}
    rows, objects = table(ask("/api/werte.csv")), ask("/api/werte.json").json()["werte"]
    assert len(rows) == len(objects) == len(expected)
    for row, found in zip(rows, objects, strict=True):
        b = expected[(row["indikator"], row["ebene"], row["gebiet_id"], int(row["jahr"]))]
        assert row["status"] == found["status"] == b.status.value
        for name in ("zaehler", "nenner", "wert"):
            assert number(row[name]) == found[name] == near(getattr(b, name))


def test_a_suppressed_cell_carries_no_number_in_any_format(ask: Ask) -> None:
    hidden = [key for key, b in stored(2).items() if b.status is Status.GEHEIM]
    assert hidden
    indikator, ebene, gebiet, jahr = hidden[0]
    asked = f"indikator={indikator}&ebene={ebene}&zeit={jahr}"
    (row,) = table(ask(f"/api/werte.csv?{asked}&gebiet={gebiet}"))
    (found,) = ask(f"/api/werte.json?{asked}&gebiet={gebiet}").json()["werte"]
    features = ask(f"/api/gebiete.geojson?{asked}").json()["features"]
    feature = next(f["properties"] for f in features if f["properties"]["gebiet_id"] == gebiet)
    for one in (row, found, feature):
        assert one["status"] == "geheim"
        assert not any(one[name] for name in ("zaehler", "wert", "unten_95", "oben_95"))


def test_geojson_is_the_newest_year_with_values_or_the_one_asked_for(ask: Ask) -> None:
    address = "/api/gebiete.geojson?ebene=stadtbezirk&indikator=sgb2_unter_18"
    assert {f["properties"]["jahr"] for f in ask(address).json()["features"]} == {2018}
    assert {f["properties"]["jahr"] for f in ask(f"{address}&zeit=2016").json()["features"]} == {2016}
    assert len(ask("/api/gebiete.geojson?ebene=stadtteil").json()["features"]) == len(city().of_level("stadtteil"))


def test_a_datenstand_can_be_pinned(ask: Ask) -> None:
    assert {row["jahr"] for row in table(ask("/api/werte.csv?ebene=stadt"))} == {*JAHRE, "2018"}
    pinned = table(ask("/api/werte.csv?ebene=stadt&datenstand=1"))
    assert {(row["jahr"], row["datenstand"]) for row in pinned} == {(jahr, "1") for jahr in JAHRE}


def test_for_excel_there_are_semicolons_and_decimal_commas(ask: Ask) -> None:
    answer = ask("/api/werte.csv?indikator=sgb2_unter_18&ebene=stadt&zeit=2015&trennzeichen=semikolon")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    (row,) = table(answer, ";")
    assert "," in row["wert"]
    assert "." not in row["wert"]


def test_indicators_name_meaning_years_and_addresses(ask: Ask) -> None:
    content = ask("/api/indikatoren.json").json()
    assert [i["id"] for i in content["indikatoren"]] == [i.id for i in catalogue().indikatoren if i.id in INDIKATOREN]
    (sgb2,) = [i for i in content["indikatoren"] if i["id"] == "sgb2_unter_18"]
    assert sgb2["jahre"]["stadtbezirk"] == [2015, 2016, 2017, 2018]
    assert sgb2["werte"]["csv"] == "http://stadt.example/api/werte.csv?indikator=sgb2_unter_18"
    assert content["synthetisch"]
    assert content["status"]["geheim"] == "geheim gehalten"


def test_every_address_of_the_catalogue_answers_with_its_media_type(ask: Ask) -> None:
    graph = ask("/api/katalog.jsonld").json()["@graph"]
    distributions = [node for node in graph if node["@type"] == "dcat:Distribution"]
    assert len(distributions) == 2 * 2 + 2 + 3  # CSV and JSON each, GeoJSON for the levels that they have
    for node in distributions:
        answer = ask(node["dcat:downloadURL"]["@id"].removeprefix("http://stadt.example"))
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] in node["dcat:mediaType"]["@id"]


@pytest.mark.parametrize(
    "path",
    ["katalog.jsonld", "indikatoren.json", "werte.csv", "werte.json?ebene=stadt", "gebiete.geojson?ebene=stadtteil"],
)
def test_nothing_is_sent_twice(ask: Ask, path: str) -> None:
    first = ask(f"/api/{path}")
    tag = first.headers["etag"]
    for named in (tag, tag.removeprefix("W/"), f'"x", {tag}', "*"):
        again = ask(f"/api/{path}", if_none_match=named)
        assert (again.status_code, again.content) == (304, b"")
    assert ask(f"/api/{path}", if_none_match='W/"anders"').content == first.content
    head = ask(f"/api/{path}", "HEAD")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", tag)
    assert head.headers["content-type"] == first.headers["content-type"]
    assert head.headers.get("content-length") == (None if "werte" in path else str(len(first.content)))


def test_other_content_has_another_tag(ask: Ask) -> None:
    paths = (
        "werte.csv",
        "werte.csv?ebene=stadt",
        "werte.csv?datenstand=1",
        "werte.csv?trennzeichen=semikolon",
        "werte.json",
    )
    assert len({ask(f"/api/{path}", "HEAD").headers["etag"] for path in paths}) == len(paths)


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("werte.csv?indikator=nix", 400, "„indikator“ kennt „nix“ nicht. Möglich: unter_21"),
        ("werte.json?ebene=planet", 400, "Möglich: stadt, stadtteil, stadtbezirk."),
        ("werte.csv?gebiet=04", 400, "nicht eindeutig"),
        ("werte.csv?zeit=1999", 400, "Möglich: 2015, 2016, 2017, 2018."),
        ("werte.csv?datenstand=9", 400, "„datenstand“ kennt „9“ nicht. Möglich: 2, 1."),
        ("werte.csv?trennzeichen=tab", 400, "Möglich: komma, semikolon."),
        ("werte.json?trennzeichen=komma", 400, "Den Parameter „trennzeichen“ gibt es hier nicht"),
        ("gebiete.geojson", 400, "„ebene“ fehlt"),
        ("gebiete.geojson?ebene=stadt,stadtteil", 400, "nimmt hier nur einen Wert"),
        ("gebiete.geojson?ebene=stadtbezirk&indikator=eingliederungshilfe_35a", 400, "keine Werte. Möglich: stadt"),
        ("gebiete.geojson?ebene=stadtteil&indikator=sgb2_unter_18&zeit=2014", 400, "„zeit“ kennt „2014“ nicht"),
        ("gebiete.geojson?ebene=stadtteil&zeit=2015", 400, "gehört hier „indikator“"),
        ("nichts", 404, "/api/werte.csv"),
        ("werte.csv/mehr", 404, "Diese Adresse gibt es nicht"),
    ],
)
def test_mistakes_are_told_in_a_sentence(ask: Ask, path: str, status: int, said: str) -> None:
    answer = ask(f"/api/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/json"
    assert said in answer.json()["fehler"]
    assert list(answer.json()) == ["fehler"]


def test_what_is_told_back_is_short_and_no_page(ask: Ask) -> None:
    answer = ask("/api/werte.csv?indikator=%3Cscript%3Ealert(1)%3C/script%3E%0d%0a" + "x" * 5000)
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert len(answer.content) < 2000


def test_any_page_may_read_and_nobody_may_write(ask: Ask) -> None:
    for path in ("/api/", "/api/werte.csv?ebene=stadt", "/api/nichts", "/api/werte.csv?x=1"):
        answer = ask(path, origin="https://andere.example")
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in answer.headers
        assert "set-cookie" not in answer.headers
        assert "content-security-policy" in answer.headers
    assert ask("/api/werte.csv", "OPTIONS").headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        assert ask("/api/werte.csv", method).status_code == 405


def test_a_login_changes_nothing(ask: Ask) -> None:
    address = "/api/werte.csv?ebene=stadt"
    assert ask(address, cookie="_streamlit_user=irgendwer").content == ask(address).content


def test_index_is_a_german_page_of_ours_alone(ask: Ask) -> None:
    page = ask("/api/").text
    assert '<html lang="de">' in page
    assert "Synthetische Daten" in page
    assert "Schematische Karte" in page
    for address in ("werte.csv", "werte.json", "gebiete.geojson", "indikatoren.json", "katalog.jsonld"):
        assert f"http://stadt.example/api/{address}" in page
    assert ask("/api").headers["location"] == "/api/"
    assert ask("/api/?x=1").status_code == 400


def test_before_the_first_release_there_is_a_sentence(empty: Ask) -> None:
    assert empty("/api/").status_code == 200
    answer = empty("/api/werte.csv")
    assert answer.status_code == 404
    assert "noch keinen Datenstand" in answer.json()["fehler"]


def test_a_database_that_is_away_is_no_crash(empty: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SRO_DATABASE_URL", "postgresql+psycopg://niemand@127.0.0.1:9/nichts")
    answer = empty("/api/werte.csv")
    assert answer.status_code == 503
    assert "niemand" not in answer.text
    monkeypatch.undo()
    _forget()


def test_json_is_json(ask: Ask) -> None:
    for path in ("werte.json?zeit=2015-2016", "indikatoren.json", "katalog.jsonld", "gebiete.geojson?ebene=stadt"):
        json.loads(ask(f"/api/{path}").content, parse_constant=lambda constant: pytest.fail(constant))
