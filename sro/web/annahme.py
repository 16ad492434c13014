"""Receiving a delivery in the browser: uploaded, checked in a process of its own, looked at, released.

What was uploaded lies in a folder of its own while it is checked, and nowhere afterwards. The session keeps the
Vorschau until it is released or put away: findings for whoever delivered, and protected values.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any

import streamlit as st

from sro.model.akteur import Akteur, Rolle
from sro.model.befund import Schwere
from sro.model.datenstand import Datenstand
from sro.views.lieferblatt import html_counts, html_expected, html_findings, html_lines, warning_word
from sro.views.words import number
from sro.web import data

if TYPE_CHECKING:
    from sro.intake.vorschau import Vorschau

PREVIEW, ROUND, DONE = "_vorschau", "_annahme", "_freigegeben"
EXPECTED = (
    ("indikator_id", "hze_ohne_28"),
    ("ebene", "stadtteil"),
    ("gebiet_id", "03"),
    ("zeit", "2024"),
    ("zaehler", "84"),
    ("nenner", "2150"),
    ("herkunft", "synthetisch"),
)
STEPS = (
    "Jede Zelle wird geprüft. Alle Befunde kommen auf einmal, mit Zeile und Spalte.",
    "Was zu klein ist, wird geheim gehalten, dazu so viel, dass sich nichts errechnen lässt, auch nicht mit früheren "
    "Datenständen.",
    "Sie sehen, was sich ändert, bestätigen Warnungen und geben frei. Erst dann wird etwas gespeichert.",
    "Datei und ungeschützte Zahlen werden nicht aufbewahrt.",
)
KINDS = ["csv", "xlsx", "xls", "ods", "txt"]


def upload(akteur: Akteur) -> None:
    """Chooses files and has them checked."""
    done: Datenstand | None = st.session_state.pop(DONE, None)
    if done:
        st.success(f"Datenstand {done.id} „{done.titel}“ ist freigegeben und wird jetzt überall gezeigt.")
    files = st.file_uploader(
        "Tabellen einer Lieferung (CSV, XLSX, XLS oder ODS)",
        type=KINDS,
        accept_multiple_files=True,
        key=f"w_lieferung_{st.session_state.get(ROUND, 0)}",
    )
    if st.button("Prüfen", type="primary", disabled=not files, key="pruefen"):
        _check(akteur, files)
    st.html(html_expected(EXPECTED) + html_lines("Was dann geschieht", STEPS))


def preview() -> Vorschau | None:
    """The delivery that was checked and is neither released nor put away."""
    found: Vorschau | None = st.session_state.get(PREVIEW)
    return found


def findings(vorschau: Vorschau) -> None:
    """Every finding, what blocks first."""
    st.html(html_counts(vorschau.befunde))
    for schwere in Schwere:
        if table := html_findings(vorschau.befunde, schwere):
            st.html(table)


def changes(vorschau: Vorschau) -> None:
    """What a release would change, and what disclosure control did."""
    from sro.intake.vergleich import sentences

    lines = sentences(vorschau.vergleich) if vorschau.vergleich else ("Es gibt noch keinen Datenstand.",)
    st.html(html_lines("Was sich ändert", lines or ("Nichts: Alle Werte sind schon so veröffentlicht.",)))
    if vorschau.bericht:
        bericht = vorschau.bericht
        told = (
            f"{number(bericht.geheim_regel or 0)} von {number(bericht.zellen)} Zellen zu klein",
            f"{number(bericht.geheim_ergaenzend or 0)} ergänzend geheim",
            f"{number(bericht.aufgedeckt)} von außen errechenbar",
        )
        st.html(html_lines("Geheimhaltung", told))


def confirm(vorschau: Vorschau) -> dict[str, str]:
    """A reason for every kind of warning."""
    return {
        code: st.text_input(
            f"Warnung „{warning_word(code)}“ ist in Ordnung, weil …", key=f"w_grund_{code}", max_chars=300
        )
        for code in vorschau.warnungen
    }


def decide(vorschau: Vorschau, akteur: Akteur, reasons: Mapping[str, str]) -> None:
    """Release or put away."""
    titel = st.text_input("Titel des Datenstands", value=vorschau.titel, key="w_titel", max_chars=120)
    missing = any(not reason.strip() for reason in reasons.values())
    if missing:
        st.caption("Vor der Freigabe braucht jede Warnung einen Grund.")
    row = st.container(horizontal=True)
    if row.button("Freigeben", type="primary", disabled=missing, key="freigeben"):
        _release(vorschau, akteur, titel, reasons)
    row.button("Verwerfen", on_click=put_away, key="verwerfen")


def again() -> None:
    """With errors nothing can be released: the way back to another file."""
    st.button("Andere Datei wählen", type="primary", on_click=put_away, key="nochmal")


def put_away() -> None:
    """Forgets the delivery, the uploaded files as well."""
    st.session_state.pop(PREVIEW, None)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _check(akteur: Akteur, files: Sequence[Any]) -> None:
    from sro.intake.nebenher import PruefungAbgebrochen, prepare_apart

    akteur.require(Rolle.PLANUNG)
    with st.status("Lieferung wird geprüft …", expanded=True) as status, tempfile.TemporaryDirectory() as folder:
        try:
            vorschau = prepare_apart(_laid_down(files, Path(folder)), lambda sentence: st.write(sentence))
        except PruefungAbgebrochen as aborted:
            status.update(label=str(aborted), state="error")
            return
    put_away()
    st.session_state[PREVIEW] = vorschau
    st.rerun()


def _laid_down(files: Sequence[Any], folder: Path) -> list[Path]:
    """The files under their own names, each in a folder of its own: two may be called the same."""
    paths = []
    for place, file in enumerate(files):
        path = folder / str(place) / safe_name(file.name)
        path.parent.mkdir()
        path.write_bytes(file.getbuffer())
        paths.append(path)
    return paths


def safe_name(name: str) -> str:
    """A file's name without any path in it, and without what a screen or a log could take for something else."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    printable = "".join(sign if sign.isprintable() else "_" for sign in last)
    return printable[-120:].lstrip(".") or "lieferung"


def _release(vorschau: Vorschau, akteur: Akteur, titel: str, reasons: Mapping[str, str]) -> None:
    from sro.intake.freigabe import release
    from sro.store import FreigabeAbgelehnt

    try:
        done = release(vorschau, store=data.store(), akteur=akteur, titel=titel.strip(), bestaetigt=reasons)
    except FreigabeAbgelehnt as refused:
        st.error(str(refused))
        return
    put_away()
    st.session_state[DONE] = done
    st.rerun()
