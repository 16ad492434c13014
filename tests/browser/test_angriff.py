"""The running server, asked what no browser would ask: every answer has the headers, none of them is a crash.

Without a login and without a browser's tokens; and what all of that leaves behind in the log.
"""

from __future__ import annotations

import http.client
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from scripts.app_server import Server
from sro.web.api import NAMES
from sro.web.assets import asset_urls
from sro.web.security import HEADERS

STREAMLITS_OWN = {"_streamlit_xsrf", "_streamlit_user", "_streamlit_user_tokens"}
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "ERFUNDEN")
ROUTES = (
    "/", "/karte", "/daten", "/healthz", "/api", "/api/", *(f"/api/{name}" for name in NAMES), "/api/erfunden",
    *asset_urls().values(), "/sro/x/leaflet.js", "/geometrie/x/stadtteil.geojson", "/auth/login", "/auth/logout",
    "/oauth2callback", "/_stcore/health", "/_stcore/upload_file/sitzung/datei", "/media/x", "/component/x/y",
)  # fmt: skip
SCRIPT = "<script>getroffen</script>"
HOSTILE = (
    "/../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/static/..%5c..%5cx",
    "/sro/%2e%2e/%2e%2e/app.py", "/geometrie/..%2f..%2f..%2fetc/passwd.geojson", "/geometrie/x/%2e%2e.geojson",
    "/media/%2e%2e%2f%2e%2e%2fapp.py", "/component/a/%2e%2e/%2e%2e/app.py", "/api/%2e%2e/%2e%2e/app.py",
    "/%00", "/api/%00", "/sro/%00/x", "/api/werte.csv?indikator=%00", "/%ff%fe", "/%F0%9F%98%80", "/api/%E2%80%AE",
    "/" + "a" * 6000, "/api/werte.csv?indikator=" + "x" * 6000, "//boese.example/", "/%5cboese.example",
    "/%3Cscript%3Egetroffen%3C/script%3E", "/api/%3Cscript%3Egetroffen%3C/script%3E",
    "/api/werte.json?indikator=%3Cscript%3Egetroffen%3C/script%3E", "/api/werte.csv?erfunden=%3Cscript%3Egetroffen",
    "/api/?%3Cscript%3Egetroffen%3C/script%3E", "/api/werte.csv?ebene='%20OR%201=1--", "/api/werte.csv?jahr=1e999",
)  # fmt: skip
HOSTS = ("boese.example", f'boese.example"><{SCRIPT}', "localhost:99999", "[::1", "", "boese.example\tx")
FORWARDED = {"X-Forwarded-Host": "boese.example", "X-Forwarded-Proto": "javascript", "X-Forwarded-Prefix": "//boese"}


@dataclass(frozen=True)
class Antwort:
    status: int
    headers: dict[str, str]
    cookies: set[str]
    text: str


def ask(server: Server, method: str, path: str, headers: dict[str, str] | None = None) -> Antwort:
    """Sent as it stands here, without what a library would tidy up."""
    address = urlsplit(server.url)
    connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=30)
    try:
        sent = {"Host": address.netloc, **(headers or {})}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read(400_000)
    finally:
        connection.close()
    cookies = {value.partition("=")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie"}
    return Antwort(
        answer.status, {n.lower(): v for n, v in answer.getheaders()}, cookies, body.decode(errors="replace")
    )


def assert_sound(antwort: Antwort, what: object) -> None:
    assert antwort.status < 500, what
    assert {name: antwort.headers.get(name.lower()) for name in HEADERS} == HEADERS, what
    assert antwort.cookies <= STREAMLITS_OWN, what
    if antwort.headers.get("content-type", "").startswith("text/html"):  # all else is no page, and nosniff keeps it so
        assert SCRIPT not in antwort.text, what
    assert "root:" not in antwort.text, what


@pytest.mark.parametrize("method", METHODS)
def test_every_route_answers_every_method_soundly(app_server: Server, method: str) -> None:
    for path in ROUTES:
        antwort = ask(app_server, method, path)
        assert_sound(antwort, (method, path))
        if method not in ("GET", "HEAD", "OPTIONS"):
            assert antwort.status >= 300, (method, path)  # nothing is taken


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path[:40])
def test_a_hostile_address_is_refused_or_is_the_page(app_server: Server, path: str) -> None:
    antwort = ask(app_server, "GET", path)
    assert_sound(antwort, path)
    assert antwort.status in (400, 404) or "<html" in antwort.text
    assert "st.App(" not in antwort.text  # no source


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("path", ["/", "/api/", "/api/katalog.jsonld", "/healthz", "/auth/login"])
def test_a_hostile_host_leads_nobody_elsewhere(app_server: Server, host: str, path: str) -> None:
    antwort = ask(app_server, "GET", path, {"Host": host, **FORWARDED})
    assert_sound(antwort, (host, path))
    assert "boese" not in antwort.headers.get("location", "")
    assert "javascript:" not in antwort.text[:400_000].split("</head>")[-1]


def test_nothing_is_uploaded_without_a_session(app_server: Server) -> None:
    for headers in ({}, {"X-Xsrftoken": "erfunden", "Cookie": "_streamlit_xsrf=erfunden"}):
        for method in ("PUT", "POST", "DELETE"):
            antwort = ask(app_server, method, "/_stcore/upload_file/sitzung/datei", headers)
            assert antwort.status in (400, 403, 404, 405), (method, headers)
