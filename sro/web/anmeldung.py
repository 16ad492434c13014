"""What people see of roles: log in, log out, and in words why somebody may do no more."""

from __future__ import annotations

from html import escape

import streamlit as st

from sro.model.akteur import Akteur, Rolle
from sro.web.zugang import Grund

ABHILFE = "Bearbeiten geht nach einer Anmeldung; wie sie eingerichtet wird, steht in docs/betrieb.md."
WORTE = {
    Grund.LOKAL: "Lokaler Betrieb ohne Anmeldung: alles erlaubt",
    Grund.NICHT_NUR_LOKAL: f"Nur Lesen, weil auch andere Rechner diesen Dienst erreichen. {ABHILFE}",
    Grund.WEITERGELEITET: f"Nur Lesen, weil ein Proxy diese Seite weitergibt. {ABHILFE}",
    Grund.FREMDER_NAME: "Nur Lesen, weil die Adresse nicht mit localhost beginnt. "
    f"Auf dem Rechner selbst http://localhost verwenden. {ABHILFE}",
    Grund.FREMDE_HERKUNFT: f"Nur Lesen, weil die Verbindung von einer anderen Seite kommt. {ABHILFE}",
    Grund.ANDERER_RECHNER: f"Nur Lesen, weil die Verbindung von einem anderen Rechner kommt. {ABHILFE}",
    Grund.UNLESBAR: "Nur Lesen, weil die Einstellungen der Anmeldung nicht lesbar sind. "
    "Bitte .streamlit/secrets.toml prüfen.",
    Grund.ABGEMELDET: "Sie sind nicht angemeldet.",
    Grund.ABGELAUFEN: "Ihre Anmeldung ist abgelaufen.",
    Grund.OHNE_ROLLE: "Sie sind angemeldet, haben hier aber keine Rolle. Die Jugendhilfeplanung kann eine geben.",
    Grund.ANGEMELDET: "Mehr Rechte kann die Jugendhilfeplanung geben.",
}
ANMELDBAR = {Grund.ABGEMELDET, Grund.ABGELAUFEN}
ABMELDBAR = {Grund.ANGEMELDET, Grund.OHNE_ROLLE}


def rollenname(rolle: Rolle) -> str:
    return str(rolle).capitalize()


def hinweis(grund: Grund) -> str:
    """For the foot of a page where nobody can log in; empty where a button says it."""
    return "" if grund in ANMELDBAR | ABMELDBAR else WORTE[grund]


def zeile(name: str, akteur: Akteur, grund: Grund) -> None:
    """At the end of the page: log in, or who is logged in and log out. Nothing where there is no login."""
    if grund not in ANMELDBAR | ABMELDBAR:
        return
    with st.container(key="anmeldung", horizontal=True, vertical_alignment="center", gap="small"):
        if grund in ABMELDBAR:
            st.html(f"<span>{escape(name)} · {escape(rollenname(akteur.rolle))}</span>", width="content")
            st.button("Abmelden", key="abmelden", type="tertiary", on_click=st.logout)
        else:
            if grund is Grund.ABGELAUFEN:
                st.html(f"<span>{WORTE[grund]}</span>", width="content")
            st.button("Anmelden", key="anmelden", type="tertiary", on_click=st.login)


def absage(noetig: Rolle, akteur: Akteur, grund: Grund, *, teil: bool = False) -> None:
    """In the place of a page or a part of it: what is needed, what is there, and what helps."""
    st.html("<h2>Dieser Teil ist nicht für alle</h2>" if teil else "<h1>Diese Seite ist nicht für alle</h1>")
    st.html(
        f'<div class="sro-leer">Nötig ist die Rolle '
        f"„{escape(rollenname(noetig))}“, vorhanden ist „{escape(rollenname(akteur.rolle))}“. "
        f"{escape(WORTE[grund])}</div>"
    )
    if grund in ANMELDBAR:
        st.button("Anmelden", key="anmelden_seite", on_click=st.login)
