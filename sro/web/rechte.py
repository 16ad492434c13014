"""What the person of this session may do. The rules are in zugang.py; here they meet Streamlit's session.

Nothing is asked over the network: Streamlit keeps what the login brought in a signed cookie.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import StopException

from sro.model.akteur import Akteur, Rolle
from sro.web.anmeldung import absage
from sro.web.zugang import Anfrage, Anmeldeart, Claims, Einstellung, Grund, Rollenregel, anzeigename, entscheide


def akteur() -> Akteur:
    """Who works in this session; to be handed to whatever calls `.require(...)`."""
    return entscheid()[0]


def darf(rolle: Rolle) -> bool:
    """Whether to offer something. What does the work asks again, with `akteur().require(rolle)`."""
    return akteur().rolle.rang >= rolle.rang


def nur_fuer(rolle: Rolle, *, teil: bool = False) -> Akteur:
    """First line of a page that is not for all: who it is, or words about what is missing and the end of the page.

    `teil`: it is a part of a page that has its heading already.
    """
    wer, grund = entscheid()
    if wer.rolle.rang < rolle.rang:
        absage(rolle, wer, grund, teil=teil)
        raise StopException  # ends the page alone; after st.stop() the frame could not draw the foot, where one logs in
    return wer


def entscheid() -> tuple[Akteur, Grund]:
    """Who this is, and why they have the role they have."""
    return entscheide(_anfrage(), _claims(), einstellung(), time.time())


def name() -> str:
    """What the person of this session is called on the page."""
    return anzeigename(_claims() or {})


def einstellung() -> Einstellung:
    return Einstellung(
        _anmeldeart(),
        os.environ.get("SRO_OIDC_CLAIM", "").strip(),
        Rollenregel(_liste(os.environ.get("SRO_OIDC_PLANUNG", "planung")), _liste(os.environ.get("SRO_PLANUNG", ""))),
        Rollenregel(
            _liste(os.environ.get("SRO_OIDC_FACHKRAFT", "fachkraft")), _liste(os.environ.get("SRO_FACHKRAFT", ""))
        ),
    )


def _liste(text: str) -> frozenset[str]:
    return frozenset(part.strip().casefold() for part in text.split(",") if part.strip())


def _anmeldeart() -> Anmeldeart:
    """Whether the file of secrets has a section [auth]; one that cannot be read must not open everything."""
    if st.secrets.load_if_toml_exists():
        return Anmeldeart.OIDC if "auth" in st.secrets else Anmeldeart.KEINE
    there = any(Path(file).exists() for file in st.get_option("secrets.files"))
    return Anmeldeart.UNLESBAR if there else Anmeldeart.KEINE


def _anfrage() -> Anfrage:
    """As the browser opened this session. Streamlit names the other machine only where it is not this one."""
    headers = st.context.headers
    whole = {name: ", ".join(headers.get_all(name)) for name in headers}
    return Anfrage(whole, st.get_option("server.address"), st.context.ip_address)


def _claims() -> Claims | None:
    """What the provider says about the person, where somebody is logged in."""
    return st.user.to_dict() if _anmeldeart() is Anmeldeart.OIDC else None
