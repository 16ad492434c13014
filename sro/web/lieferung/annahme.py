"""Receiving a delivery in the browser: uploaded, checked in a process of its own, looked at, released.

What was uploaded lies in a folder of its own while it is checked, and in no folder afterwards. The session of whoever
delivered keeps the file and its findings until they are released or put away; no cache, store or log has any of it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

import streamlit as st

from sro.model.akteur import Akteur, Rolle
from sro.model.befund import Befund, Schwere
from sro.model.datenstand import Datenstand
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.views.lieferung.befunde import html_delivery
from sro.views.lieferung.blatt import html_counts, html_expected, html_findings, html_lines, warning_word
from sro.views.words import number
from sro.web import data
from sro.web.errors import not_saved
from sro.web.lieferung import zuordnen

if TYPE_CHECKING:
    from sro.intake.assistent import Zuordnung
    from sro.intake.entwurf import Entwurf
    from sro.intake.vorschau import Vorschau

PREVIEW, DRAFT, DELIVERY = "_vorschau", "_entwurf", "_lieferung"
ROUND, DONE = "_annahme", "_freigegeben"
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
        f"Tabellen einer Lieferung (CSV, XLSX, XLS oder ODS), je Datei bis {st.get_option('server.maxUploadSize')} MB",
        type=KINDS,
        accept_multiple_files=True,
        key=f"w_lieferung_{st.session_state.get(ROUND, 0)}",
    )
    if st.button("Prüfen", type="primary", disabled=not files, key="pruefen"):
        st.session_state[DELIVERY] = tuple((file.name, file.getvalue()) for file in files)
        check(akteur)
    st.html(html_expected(_expected()) + html_lines("Was dann geschieht", STEPS))


def _expected() -> tuple[tuple[str, str], ...]:
    """The columns of a table in the app's own form, each with an example that this city would understand."""
    indikator = catalogue().indikatoren[0]
    gebiet = city().of_level(indikator.ebenen[-1])[0]
    return (
        ("indikator_id", indikator.id),
        ("ebene", gebiet.ebene),
        ("gebiet_id", gebiet.id),
        ("zeit", "2024"),
        ("zaehler", "84"),
        ("nenner", "2150"),
        ("herkunft", "synthetisch"),
    )


def preview() -> Vorschau | None:
    """The delivery that was checked and is neither released nor put away."""
    found: Vorschau | None = st.session_state.get(PREVIEW)
    return found


def draft() -> Entwurf | None:
    """The table that somebody has to say more about, before it can be checked."""
    found: Entwurf | None = st.session_state.get(DRAFT)
    return found


def assign(entwurf: Entwurf, akteur: Akteur) -> None:
    """The assistant: how the table is to be read."""
    saved = zuordnen.profile(entwurf)
    found = saved if zuordnen.profile_chosen() else zuordnen.mapping(entwurf)
    row = st.container(horizontal=True)
    if row.button("Mit dieser Zuordnung prüfen", type="primary", disabled=found is None, key="zugeordnet") and found:
        check(akteur, found)
    row.button("Verwerfen", on_click=put_away, key="verwerfen")
    if found and not saved:
        zuordnen.save(found, entwurf, akteur)


def back_to_mapping() -> None:
    """From the findings back to the assistant, where there was one."""
    if DRAFT in st.session_state:
        st.button("Zuordnung ändern", on_click=_forget_preview, key="zuordnung_aendern")


def findings(vorschau: Vorschau) -> None:
    """Every finding: those about the whole delivery as lists, the others at their cells in the delivered tables."""
    shown = {ausschnitt.datei for ausschnitt in vorschau.ausschnitte}
    general = [befund for befund in vorschau.befunde if not (befund.zeile and befund.datei in shown)]
    st.html(html_counts(vorschau.befunde))
    _list(general, Schwere.FEHLER)
    for nummer, ausschnitt in enumerate(vorschau.ausschnitte, start=1):
        st.html(html_delivery(ausschnitt, nummer))
    _list(general, Schwere.WARNUNG)
    _list(general, Schwere.HINWEIS)


def _list(befunde: Sequence[Befund], schwere: Schwere) -> None:
    if table := html_findings(befunde, schwere):
        st.html(table)


def changes(vorschau: Vorschau) -> None:
    """What a release would change, and what disclosure control did."""
    from sro.intake.vergleich import sentences

    names = {indikator.id: indikator.kurzname for indikator in catalogue().indikatoren}
    lines = sentences(vorschau.vergleich, names) if vorschau.vergleich else ("Es gibt noch keinen Datenstand.",)
    st.html(html_lines("Was sich ändert", lines or ("Nichts: Alle Werte sind schon so veröffentlicht.",)))
    if vorschau.bericht:
        bericht = vorschau.bericht
        hidden = (
            f"{number(bericht.geheim_regel or 0)} von {number(bericht.zellen)} Zellen zu klein",
            f"{number(bericht.geheim_ergaenzend or 0)} ergänzend geheim",
        )
        rounded = (f"{number(bericht.gerundet)} von {number(bericht.zellen)} Zellen gerundet",)
        told = (*(rounded if bericht.gerundet else hidden), f"{number(bericht.aufgedeckt)} von außen errechenbar")
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
    """Forgets the delivery: the findings, the table, the uploaded files."""
    for key in (PREVIEW, DRAFT, DELIVERY):
        st.session_state.pop(key, None)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _forget_preview() -> None:
    st.session_state.pop(PREVIEW, None)


def check(akteur: Akteur, zuordnung: Zuordnung | None = None) -> None:
    """Has the delivery checked in a process of its own; a table that is not understood goes to the assistant."""
    from sro.intake.nebenher import PruefungAbgebrochen, propose_apart
    from sro.intake.tabelle import ZUORDNUNG_FEHLT

    akteur.require(Rolle.PLANUNG)
    with st.status("Lieferung wird geprüft …", expanded=True) as status, tempfile.TemporaryDirectory() as folder:
        paths = _laid_down(st.session_state[DELIVERY], Path(folder))
        try:
            vorschau = _prepared(paths, zuordnung, Path(folder))
            strange = [b.datei for b in vorschau.befunde if b.code == ZUORDNUNG_FEHLT]
            draft = propose_apart(next(p for p in paths if p.name == strange[0]), st.write) if strange else None
        except PruefungAbgebrochen as aborted:
            status.update(label=str(aborted), state="error")
            return
    if draft is None or isinstance(draft, Befund):
        told = vorschau if draft is None else replace(vorschau, befunde=(draft,))
        st.session_state[PREVIEW] = told
    else:
        st.session_state[DRAFT] = draft
    st.rerun()


def _prepared(paths: list[Path], zuordnung: Zuordnung | None, folder: Path) -> Vorschau:
    from sro.intake.assistent import als_yaml
    from sro.intake.nebenher import prepare_apart

    if zuordnung is None:
        return prepare_apart(paths, st.write)
    file = folder / "zuordnung.yaml"
    file.write_text(als_yaml(zuordnung), encoding="utf-8")
    return prepare_apart(paths, st.write, file)


def _laid_down(files: Sequence[tuple[str, bytes]], folder: Path) -> list[Path]:
    """The files under their own names, each in a folder of its own: two may be called the same."""
    paths = []
    for place, (name, content) in enumerate(files):
        path = folder / str(place) / safe_name(name)
        path.parent.mkdir()
        path.write_bytes(content)
        paths.append(path)
    return paths


def safe_name(name: str) -> str:
    """A file's name without any path in it, and without what a screen or a log could take for something else."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    printable = "".join(sign if sign.isprintable() else "_" for sign in last)
    short = printable[-120:].encode()[-240:].decode("utf-8", "ignore")  # a file system counts bytes, up to 255
    return short.lstrip(".") or "lieferung"


def _release(vorschau: Vorschau, akteur: Akteur, titel: str, reasons: Mapping[str, str]) -> None:
    from sro.intake.freigabe import release
    from sro.store import DATABASE_ERRORS, FreigabeAbgelehnt

    try:
        done = release(vorschau, store=data.store(), akteur=akteur, titel=titel.strip(), bestaetigt=reasons)
    except FreigabeAbgelehnt as refused:
        st.error(str(refused))
        return
    except DATABASE_ERRORS as error:
        st.error(not_saved(error))
        return
    put_away()
    st.session_state[DONE] = done
    st.rerun()
