"""Roles: decided from headers, address and login; strict wherever something cannot be known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as some
from streamlit.testing.v1 import AppTest

from sro.model.akteur import Akteur, NichtErlaubt, Rolle
from sro.web import anmeldung, rechte
from sro.web.zugang import (
    Anfrage,
    Anmeldeart,
    Einstellung,
    Grund,
    Rollenregel,
    anzeigename,
    entscheide,
    protokollname,
)

JETZT = 1_000_000.0
OEFFENTLICH, FACHKRAFT, PLANUNG = Rolle
DIREKT = {"Host": "localhost:8501", "Origin": "http://localhost:8501", "User-Agent": "Mozilla/5.0"}
OHNE = Einstellung()
MIT = Einstellung(
    Anmeldeart.OIDC,
    "groups",
    Rollenregel(frozenset({"planung", "/amt/planung"}), frozenset({"petra@example.org"})),
    Rollenregel(frozenset({"fachkraft"}), frozenset({"frida@example.org"})),
)
ANGEMELDET = {"is_logged_in": True, "name": "Petra Beispiel"}
FORWARDING = [
    "X-Forwarded-For",
    "x-forwarded-host",
    "X-Forwarded-Proto",
    "X-FORWARDED-SERVER",
    "X-Forwarded",
    "Forwarded",
    "X-Real-IP",
    "Via",
    "X-Client-IP",
    "True-Client-IP",
    "CF-Connecting-IP",
    "X-Cluster-Client-IP",
    "X-Original-Host",
]


def role(headers: dict[str, str], address: str | None = "localhost", remote: str | None = None) -> tuple[Rolle, Grund]:
    """Without a login."""
    akteur, grund = entscheide(Anfrage(headers, address, remote), None, OHNE, JETZT)
    return akteur.rolle, grund


def logged_in(setting: Einstellung = MIT, **claims: Any) -> tuple[Rolle, Grund]:
    akteur, grund = entscheide(Anfrage({}, None), ANGEMELDET | claims, setting, JETZT)
    return akteur.rolle, grund


@pytest.mark.parametrize("address", ["localhost", "127.0.0.1", "::1", "LOCALHOST"])
@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "localhost", "LocalHost:80"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_browser_on_this_machine_may_do_everything(address: str, host: str, scheme: str) -> None:
    assert role({"host": host, "origin": f"{scheme}://{host}"}, address) == (PLANUNG, Grund.LOKAL)


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.168.1.5", "sozialraum.example.de", "unix://x"])  # noqa: S104
def test_whoever_listens_elsewhere_lets_nobody_write(address: str | None) -> None:
    assert role(DIREKT, address) == (OEFFENTLICH, Grund.NICHT_NUR_LOKAL)


@pytest.mark.parametrize("name", FORWARDING)
@pytest.mark.parametrize("value", ["127.0.0.1", "localhost", ""])
def test_a_header_of_a_proxy_lets_nobody_write(name: str, value: str) -> None:
    assert role(DIREKT | {name: value}) == (OEFFENTLICH, Grund.WEITERGELEITET)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "sozialraum.example.de",
        "localhost.example.de",
        "example.localhost",
        "localhost:8501, example.de",
        "localhost.",
        "localhost:x",
        "127.0.0.1.nip.io:8501",
        "127.0.0.2",
        "0.0.0.0:8501",
        "a@localhost:8501",
        "localhost:8501\n",
    ],
)
def test_a_foreign_name_lets_nobody_write(host: str) -> None:
    assert role({"Host": host, "Origin": f"http://{host}"}) == (OEFFENTLICH, Grund.FREMDER_NAME)


@pytest.mark.parametrize(
    "origin",
    [None, "", "null", "http://example.de", "http://localhost", "http://localhost:3000", "http://127.0.0.1:8501"],
)
def test_another_page_in_the_same_browser_may_not_write(origin: str | None) -> None:
    headers = {"Host": "localhost:8501"} | ({} if origin is None else {"Origin": origin})
    assert role(headers) == (OEFFENTLICH, Grund.FREMDE_HERKUNFT)


def test_another_machine_may_not_write_even_if_the_setting_says_localhost() -> None:
    """Another ASGI server may listen elsewhere than Streamlit's setting says."""
    assert role(DIREKT, remote="192.168.1.9") == (OEFFENTLICH, Grund.ANDERER_RECHNER)


def test_nothing_known_is_public() -> None:
    assert role({}, None)[0] is OEFFENTLICH
    assert role({})[0] is OEFFENTLICH
    unreadable = Einstellung(Anmeldeart.UNLESBAR)
    akteur, grund = entscheide(Anfrage(DIREKT, "localhost"), None, unreadable, JETZT)
    assert (akteur.rolle, grund) == (OEFFENTLICH, Grund.UNLESBAR)


@pytest.mark.parametrize("claims", [None, {}, {"is_logged_in": False}, {"is_logged_in": "true"}, {"is_logged_in": 1}])
def test_without_a_login_a_login_counts_even_on_this_machine(claims: dict[str, Any] | None) -> None:
    akteur, grund = entscheide(Anfrage(DIREKT, "localhost"), claims, MIT, JETZT)
    assert (akteur.rolle, grund) == (OEFFENTLICH, Grund.ABGEMELDET)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ({"groups": ["planung"]}, PLANUNG),
        ({"groups": "planung"}, PLANUNG),
        ({"groups": ["andere", " Planung "]}, PLANUNG),
        ({"groups": ["/Amt/Planung"]}, PLANUNG),
        ({"groups": ["fachkraft"]}, FACHKRAFT),
        ({"groups": ["fachkraft", "planung"]}, PLANUNG),
        ({"groups": ["Bauplanung"]}, OEFFENTLICH),
        ({"groups": "bau planung"}, OEFFENTLICH),
        ({"groups": ["planung,fachkraft"]}, OEFFENTLICH),
        ({"groups": {"planung": True}}, OEFFENTLICH),
        ({"groups": [None, 7, ["planung"]]}, OEFFENTLICH),
        ({"groups": None}, OEFFENTLICH),
        ({"roles": ["planung"]}, OEFFENTLICH),
        ({"name": "planung", "sub": "planung"}, OEFFENTLICH),
        ({"email": "Petra@Example.org"}, PLANUNG),
        ({"email": "frida@example.org", "email_verified": True}, FACHKRAFT),
        ({"email": "frida@example.org", "email_verified": "true"}, FACHKRAFT),
        ({"email": "frida@example.org", "email_verified": False}, OEFFENTLICH),
        ({"email": "frida@example.org", "email_verified": "false"}, OEFFENTLICH),
        ({"email": "frida@example.org", "email_verified": None}, OEFFENTLICH),
        ({"email": ["frida@example.org"]}, OEFFENTLICH),
        ({"email": "fremd@example.org"}, OEFFENTLICH),
        ({"email": "frida@example.org", "groups": ["planung"]}, PLANUNG),
    ],
)
def test_claim_and_address_give_the_role(claims: dict[str, Any], expected: Rolle) -> None:
    assert logged_in(**claims) == (expected, Grund.OHNE_ROLLE if expected is OEFFENTLICH else Grund.ANGEMELDET)


@pytest.mark.parametrize(
    ("name", "claims"),
    [
        ("realm_access.roles", {"realm_access": {"roles": ["planung"]}}),
        ("https://example.org/roles", {"https://example.org/roles": ["planung"]}),
    ],
)
def test_a_claim_may_lie_deeper_or_be_an_address(name: str, claims: dict[str, Any]) -> None:
    setting = Einstellung(Anmeldeart.OIDC, name, MIT.planung, MIT.fachkraft)
    assert logged_in(setting, **claims)[0] is PLANUNG


def test_without_the_name_of_a_claim_none_counts() -> None:
    setting = Einstellung(Anmeldeart.OIDC, "", MIT.planung, MIT.fachkraft)
    assert logged_in(setting, groups=["planung"], **{"": "planung"})[0] is OEFFENTLICH


@pytest.mark.parametrize("end", [JETZT, JETZT - 1, 0, -1, None, "morgen", True, float("nan"), []])
def test_a_login_that_is_over_is_none(end: object) -> None:
    assert logged_in(groups=["planung"], exp=end) == (OEFFENTLICH, Grund.ABGELAUFEN)


@pytest.mark.parametrize("end", [JETZT + 1, JETZT + 0.5, int(JETZT) + 3600])
def test_a_login_that_lasts_counts(end: float) -> None:
    assert logged_in(groups=["planung"], exp=end)[0] is PLANUNG


anything = some.recursive(
    some.none() | some.booleans() | some.floats() | some.text(max_size=9) | some.sampled_from(["planung", "fachkraft"]),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
claims_of = some.dictionaries(
    some.sampled_from(["is_logged_in", "groups", "email", "email_verified", "name", "exp", "sub"]), anything
)
headers_of = some.dictionaries(some.text(max_size=12), some.text(max_size=12), max_size=4)


@given(
    headers_of, some.sampled_from(FORWARDING), some.text(max_size=9), claims_of, some.sampled_from([None, "localhost"])
)
def test_no_forwarded_request_gets_more_than_public(
    headers: dict[str, str], name: str, value: str, claims: dict[str, Any], address: str | None
) -> None:
    asked = Anfrage(headers | DIREKT | {name: value}, address)
    for setting in (OHNE, Einstellung(Anmeldeart.KEINE, "groups", MIT.planung, MIT.fachkraft)):
        assert entscheide(asked, claims, setting, JETZT)[0].rolle is OEFFENTLICH


@given(headers_of, some.text(max_size=20), some.text(max_size=20), claims_of)
def test_no_foreign_host_gets_more_than_public(
    headers: dict[str, str], host: str, origin: str, claims: dict[str, Any]
) -> None:
    names = ("localhost", "127.0.0.1", "[::1]")
    asked = Anfrage(headers | {"Host": host, "Origin": origin}, "localhost")
    if not host.lower().startswith(names):
        assert entscheide(asked, claims | {"is_logged_in": True}, OHNE, JETZT)[0].rolle is OEFFENTLICH


@given(claims_of, headers_of)
def test_with_a_login_whoever_is_not_named_gets_no_more_than_public(
    claims: dict[str, Any], headers: dict[str, str]
) -> None:
    """Whatever a provider sends, it neither fails nor gives a role to whom the settings do not name."""
    named = {"sub-nie-geliefert"}
    setting = Einstellung(Anmeldeart.OIDC, "groups", Rollenregel(frozenset(named), frozenset(named)), Rollenregel())
    assert entscheide(Anfrage(headers | DIREKT, "localhost"), claims, setting, JETZT)[0].rolle is OEFFENTLICH


def test_the_page_says_the_name_and_the_protokoll_also_who_that_is() -> None:
    claims = {"name": " Petra\n Beispiel ", "email": "petra@example.org", "sub": "4711"}
    assert anzeigename(claims) == "Petra Beispiel"
    assert protokollname(claims) == "Petra Beispiel (petra@example.org)"
    assert protokollname({"email": "petra@example.org"}) == "petra@example.org"
    assert protokollname({"sub": "4711"}) == "Angemeldet (4711)"
    assert anzeigename({}) == protokollname({"name": 7}) == "Angemeldet"
    assert len(anzeigename({"name": "x" * 999})) < 200


def test_every_reason_has_its_words() -> None:
    assert set(anmeldung.WORTE) == set(Grund)
    assert "alles erlaubt" in anmeldung.hinweis(Grund.LOKAL)
    assert [grund for grund in Grund if not anmeldung.hinweis(grund)] == [
        Grund.ABGEMELDET,
        Grund.ABGELAUFEN,
        Grund.OHNE_ROLLE,
        Grund.ANGEMELDET,
    ]


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SRO_OIDC_FACHKRAFT", "SRO_FACHKRAFT"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {
        "SRO_OIDC_CLAIM": " groups ",
        "SRO_OIDC_PLANUNG": "/Amt/Planung, jhp",
        "SRO_PLANUNG": "Petra@example.org,",
    }.items():
        monkeypatch.setenv(name, value)
    found = rechte.einstellung()
    assert found.claim == "groups"
    assert found.planung == Rollenregel(frozenset({"/amt/planung", "jhp"}), frozenset({"petra@example.org"}))
    assert found.fachkraft == Rollenregel(frozenset({"fachkraft"}), frozenset())


def secrets(monkeypatch: pytest.MonkeyPatch, files: list[Path]) -> None:
    """Streamlit with these files of secrets and none of the person who runs the tests."""
    fresh = type(st.secrets)()
    monkeypatch.setattr(st, "secrets", fresh)
    monkeypatch.setattr("streamlit.runtime.secrets.secrets_singleton", fresh)
    original = st.get_option
    monkeypatch.setattr(
        st, "get_option", lambda key: [str(f) for f in files] if key == "secrets.files" else original(key)
    )
    monkeypatch.setattr("streamlit.config.get_option", st.get_option)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, Anmeldeart.KEINE),
        ("[andere]\nx = 1\n", Anmeldeart.KEINE),
        ('[auth]\nclient_id = "a"\n', Anmeldeart.OIDC),
        ("[auth\n", Anmeldeart.UNLESBAR),
    ],
)
def test_the_file_of_secrets_says_whether_there_is_a_login(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None, expected: Anmeldeart
) -> None:
    file = tmp_path / "secrets.toml"
    if text is not None:
        file.write_text(text)
    secrets(monkeypatch, [file])
    assert rechte.einstellung().anmeldung is expected


def test_outside_of_a_session_nobody_may_more_than_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets(monkeypatch, [tmp_path / "secrets.toml"])
    assert rechte.akteur().rolle is OEFFENTLICH
    assert rechte.darf(OEFFENTLICH)
    assert not rechte.darf(FACHKRAFT)
    with pytest.raises(NichtErlaubt):
        rechte.akteur().require(PLANUNG)


def _a_page_for_planners() -> None:
    import streamlit as st

    from sro.model.akteur import Rolle
    from sro.web import rechte

    wer = rechte.nur_fuer(Rolle.PLANUNG)
    st.write(f"Nur für die Planung, hier {wer.name}")


@pytest.mark.parametrize("rolle", [OEFFENTLICH, FACHKRAFT])
@pytest.mark.parametrize("grund", Grund)
def test_a_page_refuses_in_words_and_ends(monkeypatch: pytest.MonkeyPatch, rolle: Rolle, grund: Grund) -> None:
    monkeypatch.setattr(rechte, "entscheid", lambda: (Akteur("Frida", rolle), grund))
    seen = AppTest.from_function(_a_page_for_planners).run()
    assert not seen.exception
    assert not seen.markdown
    _, words = (element.proto.body for element in seen.get("html"))
    assert "Nötig ist die Rolle „Planung“" in words
    assert anmeldung.rollenname(rolle) in words
    assert len(seen.button) == (grund in anmeldung.ANMELDBAR)


def test_a_page_goes_on_for_whom_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rechte, "entscheid", lambda: (Akteur("Petra", PLANUNG), Grund.ANGEMELDET))
    seen = AppTest.from_function(_a_page_for_planners).run()
    assert [element.value for element in seen.markdown] == ["Nur für die Planung, hier Petra"]
