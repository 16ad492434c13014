"""Who asks and what they may do, decided from the request, the server's address and the login alone.

Strict: what cannot be determined is öffentlich. No Streamlit here, so that tests can try every combination.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from sro.model.akteur import Akteur, Rolle

Claims = Mapping[str, Any]

LOOPBACK_ADDRESSES = frozenset({"localhost", "127.0.0.1", "::1"})
# A page of another host whose name was made to point here (DNS rebinding) still says that name.
LOOPBACK_HOST = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?")
# What proxies add. One that adds none of these still gives another Host or Origin away.
FORWARDING = re.compile(
    r"x-forwarded\b.*|forwarded|via|x-real-ip|x-original-.*|x-host|(x-|x-cluster-|true-|cf-)?(client|connecting)-ip"
)
LONGEST_NAME = 120


class Anmeldeart(Enum):
    """Whether people can log in."""

    KEINE = auto()
    OIDC = auto()
    UNLESBAR = auto()  # there is a file of secrets that cannot be read: nobody knows what it was to say


class Grund(Enum):
    """Why somebody has the role they have."""

    LOKAL = auto()
    NICHT_NUR_LOKAL = auto()
    WEITERGELEITET = auto()
    FREMDER_NAME = auto()
    FREMDE_HERKUNFT = auto()
    ANDERER_RECHNER = auto()
    UNLESBAR = auto()
    ABGEMELDET = auto()
    ABGELAUFEN = auto()
    OHNE_ROLLE = auto()
    ANGEMELDET = auto()


@dataclass(frozen=True, slots=True)
class Rollenregel:
    """Who has a role: values of the claim, addresses. All in small letters."""

    werte: frozenset[str] = frozenset()
    adressen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Einstellung:
    """What the people who run the app have set."""

    anmeldung: Anmeldeart = Anmeldeart.KEINE
    claim: str = ""
    planung: Rollenregel = Rollenregel()
    fachkraft: Rollenregel = Rollenregel()


@dataclass(frozen=True, slots=True)
class Anfrage:
    """How somebody reached the server: headers, what it listens on, and the other machine's address if not this one."""

    headers: Mapping[str, str]
    adresse: str | None
    gegenstelle: str | None = None

    def header(self, name: str) -> str:
        """Its values in small letters; several count as one that is none of the allowed ones."""
        return ", ".join(value for key, value in self.headers.items() if key.lower() == name).lower()


def entscheide(anfrage: Anfrage, claims: Claims | None, einstellung: Einstellung, jetzt: float) -> tuple[Akteur, Grund]:
    """Who this is, and why. `jetzt` in seconds since 1970, as in a login's `exp`."""
    if einstellung.anmeldung is Anmeldeart.OIDC:
        return _angemeldet(claims or {}, einstellung, jetzt)
    if einstellung.anmeldung is Anmeldeart.UNLESBAR:
        return _oeffentlich(Grund.UNLESBAR)
    grund = _lokal(anfrage)
    if grund is Grund.LOKAL:
        return Akteur("Lokaler Betrieb", Rolle.PLANUNG), grund
    return _oeffentlich(grund)


def _oeffentlich(grund: Grund) -> tuple[Akteur, Grund]:
    return Akteur("Öffentlichkeit", Rolle.OEFFENTLICH), grund


def _lokal(anfrage: Anfrage) -> Grund:
    """LOKAL for a browser on this machine that asks without detour, else what speaks against it."""
    host = anfrage.header("host")
    if (anfrage.adresse or "").lower() not in LOOPBACK_ADDRESSES:
        return Grund.NICHT_NUR_LOKAL
    if any(FORWARDING.fullmatch(name.lower()) for name in anfrage.headers):
        return Grund.WEITERGELEITET
    if not LOOPBACK_HOST.fullmatch(host):
        return Grund.FREMDER_NAME
    # Every browser sends Origin with a WebSocket. Another port is another page, even on this machine.
    if anfrage.header("origin") not in (f"http://{host}", f"https://{host}"):
        return Grund.FREMDE_HERKUNFT
    return Grund.LOKAL if anfrage.gegenstelle is None else Grund.ANDERER_RECHNER


def _angemeldet(claims: Claims, einstellung: Einstellung, jetzt: float) -> tuple[Akteur, Grund]:
    if claims.get("is_logged_in") is not True:
        return _oeffentlich(Grund.ABGEMELDET)
    if _abgelaufen(claims, jetzt):
        return _oeffentlich(Grund.ABGELAUFEN)
    rolle = _rolle(claims, einstellung)
    return Akteur(protokollname(claims), rolle), Grund.OHNE_ROLLE if rolle is Rolle.OEFFENTLICH else Grund.ANGEMELDET


def _abgelaufen(claims: Claims, jetzt: float) -> bool:
    """A login without an end does not end; one whose end is no number is over."""
    ende = claims.get("exp", jetzt + 1)
    return isinstance(ende, bool) or not isinstance(ende, int | float) or not ende > jetzt


def _rolle(claims: Claims, einstellung: Einstellung) -> Rolle:
    """The greater role first: who is in both lists has it."""
    werte, adresse = _werte(claims, einstellung.claim), _gepruefte_adresse(claims)
    for rolle, regel in ((Rolle.PLANUNG, einstellung.planung), (Rolle.FACHKRAFT, einstellung.fachkraft)):
        if werte & regel.werte or adresse in regel.adressen:
            return rolle
    return Rolle.OEFFENTLICH


def _werte(claims: Claims, name: str) -> frozenset[str]:
    """Values of the claim, whole: somebody of „Bauplanung“ is not of „planung“. A dot goes into nested claims."""
    if not name:
        return frozenset()
    found = claims.get(name) if name in claims else _nested(claims, name.split("."))
    values = found if isinstance(found, list | tuple) else [found]
    return frozenset(value.strip().casefold() for value in values if isinstance(value, str) and value.strip())


def _nested(claims: Claims, path: list[str]) -> object:
    found: object = claims
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def _gepruefte_adresse(claims: Claims) -> str | None:
    """The e-mail address, unless the provider says that nobody has checked it."""
    address = _words(claims, "email").casefold()
    unchecked = str(claims.get("email_verified", True)).strip().lower() != "true"
    return None if unchecked or not address else address


def anzeigename(claims: Claims) -> str:
    """What somebody is called on the page."""
    names = (_words(claims, key) for key in ("name", "preferred_username", "email"))
    return next(filter(None, names), "Angemeldet")


def protokollname(claims: Claims) -> str:
    """What somebody is called in the Protokoll: with the address, because people may choose their name themselves."""
    identity = next(filter(None, (_words(claims, key) for key in ("email", "preferred_username", "sub"))), "")
    shown = anzeigename(claims)
    return shown if identity in ("", shown) else f"{shown} ({identity})"


def _words(claims: Claims, key: str) -> str:
    """A claim as one short line, empty where it is no text."""
    value = claims.get(key)
    return " ".join(value.split())[:LONGEST_NAME] if isinstance(value, str) else ""
