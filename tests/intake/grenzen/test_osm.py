"""Boundaries from an Overpass server: a local one that answers with what the test makes up."""

from __future__ import annotations

import json
import threading
import time
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from sro.intake import grenzen
from sro.intake.grenzen.osm import assemble
from sro.model.akteur import Akteur, Rolle
from sro.model.gebiet import Stadt
from sro.store.grenzen import boundaries, imported_file

Points = list[tuple[float, float]]
import_osm = partial(grenzen.import_osm, wer=Akteur("Petra", Rolle.PLANUNG))


def way(points: Points, role: str = "outer") -> dict[str, Any]:
    return {"type": "way", "role": role, "geometry": [{"lon": lon, "lat": lat} for lon, lat in points]}


def ring(west: float, south: float, side: float = 0.01) -> Points:
    east, north = round(west + side, 4), round(south + side, 4)
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


def relation(id: int, west: float, south: float) -> dict[str, Any]:
    """A square of two ways, the second drawn backwards, with members that do not count."""
    points = ring(west, south)
    label = {"type": "node", "role": "label", "lat": south, "lon": west}
    return {"type": "relation", "id": id, "members": [label, way(points[2:][::-1]), way(points[:3], "")]}


RELATIONS = [relation(1001, 10, 50), relation(1002, 10.01, 50), relation(1003, 10, 50.01), relation(1004, 10.01, 50.01)]


@dataclass
class Overpass:
    """What the server answers, and what it was asked."""

    url: str = ""
    status: int = 200
    body: bytes = b""
    seconds: float = 0.0
    asked: list[str] = field(default_factory=list)

    def says(self, elements: list[dict[str, Any]], **more: str) -> None:
        self.body = json.dumps({"version": 0.6, "elements": elements, **more}).encode()


@pytest.fixture
def overpass() -> Iterator[Overpass]:
    answer = Overpass()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            answer.asked.append(urllib.parse.parse_qs(body)["data"][0])
            time.sleep(answer.seconds)
            self.send_response(answer.status)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    answer.url = f"http://127.0.0.1:{server.server_port}/api/interpreter"
    yield answer
    server.shutdown()
    server.server_close()
    thread.join()


def test_relations_become_boundaries_with_attribution(stadt: Stadt, overpass: Overpass) -> None:
    overpass.says(RELATIONS)
    ergebnis = import_osm("block", stadt, url=overpass.url)
    assert ergebnis.fehler == ()
    assert overpass.asked == ["[out:json][timeout:120];relation(id:1001,1002,1003,1004);out geom;"]
    for ebene in ("block", "viertel", "stadt"):
        assert boundaries(ebene).quelle == "© OpenStreetMap-Mitwirkende (ODbL)"
        assert not boundaries(ebene).schematisch
    shapes = {
        f["properties"]["id"]: shapely.geometry.shape(f["geometry"]) for f in boundaries("block").geojson()["features"]
    }
    assert shapes["04"].equals(shapely.box(10.01, 50.01, 10.02, 50.02))


def test_the_server_comes_from_the_environment(
    stadt: Stadt, overpass: Overpass, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SRO_OVERPASS_URL", overpass.url)
    overpass.says(RELATIONS)
    assert import_osm("block", stadt, dry_run=True).geschrieben == ()
    assert len(overpass.asked) == 1


def test_missing_and_open_relations_block_unless_told_so(stadt: Stadt, overpass: Overpass) -> None:
    torn = {**RELATIONS[2], "members": RELATIONS[2]["members"][:2]}
    overpass.says([*RELATIONS[:2], torn])
    ergebnis = import_osm("block", stadt, url=overpass.url)
    assert [b.code for b in ergebnis.fehler] == ["osm_offen", "osm_fehlt", "gebiet_fehlt"]
    assert "Relation 1003 (03 Mühle)" in ergebnis.fehler[0].text
    assert not imported_file("block").exists()
    told = import_osm("block", stadt, url=overpass.url, allow_incomplete=True)
    assert told.fehler == ()
    assert boundaries("block").ids == ("01", "02")


@pytest.mark.parametrize(
    ("status", "body", "code", "says"),
    [
        (429, b"", "server_fehler", "keine weiteren Anfragen"),
        (504, b"", "server_fehler", "überlastet"),
        (400, b"", "server_fehler", "Fehler 400"),
        (200, b"<html>Wartung</html>", "antwort_unlesbar", "<html>Wartung</html>"),
        (200, b"[]", "antwort_unlesbar", "Overpass"),
        (200, b'{"elements": [], "remark": "runtime error: out of memory"}', "antwort_abgebrochen", "out of memory"),
    ],
)
def test_a_server_that_fails_is_answered_with_one_sentence(
    stadt: Stadt, overpass: Overpass, status: int, body: bytes, code: str, says: str
) -> None:
    overpass.status, overpass.body = status, body
    (befund,) = import_osm("block", stadt, url=overpass.url).befunde
    assert befund.code == code
    assert says in befund.text
    assert not imported_file("block").exists()


def test_a_silent_and_an_absent_server(stadt: Stadt, overpass: Overpass) -> None:
    overpass.seconds = 0.6
    (silent,) = import_osm("block", stadt, url=overpass.url, timeout=0.2).befunde
    assert silent.code == "server_stumm"
    (absent,) = import_osm("block", stadt, url="http://127.0.0.1:9/").befunde
    assert absent.code == "server_fehlt"
    (wrong,) = import_osm("block", stadt, url="file:///etc/hostname").befunde
    assert wrong.code == "server_adresse"


def test_a_level_without_relations_names_the_one_that_has_them(stadt: Stadt) -> None:
    (befund,) = import_osm("viertel", stadt, url="http://127.0.0.1:9/").befunde
    assert befund.code == "osm_ohne_relation"
    assert "--ebene block" in befund.text


def test_inner_rings_are_cut_out_and_exclaves_kept() -> None:
    members = [way(ring(10, 50)), way(ring(10.002, 50.002, 0.002), "inner"), way(ring(10.1, 50))]
    shape = assemble(members)
    assert shape is not None
    assert shape.geom_type == "MultiPolygon"
    assert shape.area == pytest.approx(2 * 0.01**2 - 0.002**2)


@given(
    cuts=st.sets(st.integers(1, 15), min_size=1), order=st.randoms(use_true_random=False), flip=st.integers(0, 2**15)
)
def test_ways_come_in_any_order_and_direction(cuts: set[int], order: Any, flip: int) -> None:
    corners: Points = (
        [(10 + i / 100, 50.0) for i in range(9)] + [(10.08 - i / 100, 50.01) for i in range(8)] + [(10.0, 50.0)]
    )
    ends = [0, *sorted(cuts), len(corners) - 1]
    pieces = [corners[a : b + 1] for a, b in pairwise(ends)]
    ways = [way(piece[::-1] if flip >> n & 1 else piece) for n, piece in enumerate(pieces)]
    order.shuffle(ways)
    assert shapely.equals(assemble(ways), shapely.Polygon(corners))
    assert assemble(ways[1:]) is None
