"""An app with a dialogue that is being held, on a database of its own, and what a note-taker sees and does in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from scripts.app_server import ROOT, Server, app_command, free_port
from sro.model.akte import Akte
from sro.model.akteur import Akteur, Rolle
from sro.model.dialog import Dialog, Dialogstand, Notiz
from sro.model.vereinbarung import Vereinbarung
from sro.store import Store, open_store

WHO = Akteur("Probe", Rolle.PLANUNG)
WAIT = 30_000  # milliseconds; after a restart Streamlit's page looks for its server ever more slowly
HEAD = "indikator_id;ebene;gebiet_id;zeit;zaehler;nenner;herkunft\n"
ROW = "sgb2_unter_18;stadt;00;2024;1500;18000;synthetisch\n"


@dataclass
class Dialogserver:
    """Can be ended and started again; `running` is the process that serves now."""

    folder: Path
    database: str = ""
    port: int = field(default_factory=free_port)
    dialog: str = ""

    @property
    def env(self) -> dict[str, str]:
        named = {"SRO_DATABASE_URL": self.database} if self.database else {}
        return {"SRO_VAR": str(self.folder), **named}

    def fill(self) -> Dialogserver:
        """One figure, because every dialogue has its Datenstand, and a dialogue."""
        self.folder.mkdir(exist_ok=True)
        table = self.folder / "zahl.csv"
        table.write_text(HEAD + ROW, encoding="utf-8")
        command = [sys.executable, "-m", "sro", "import", str(table), "--wer", "Probe"]
        subprocess.run(command, cwd=ROOT, env={**os.environ, **self.env}, check=True, capture_output=True)
        self.store: Store = open_store(self.database or f"sqlite:///{self.folder / 'sro.sqlite'}")
        self.another()
        return self

    def serve(self) -> Server:
        self.server = Server(app_command(self.port), self.port, self.folder / "server.log", self.env)
        return self.server

    def kill(self) -> None:
        """kill -9."""
        self.server.process.kill()
        self.server.process.wait()

    def another(self) -> str:
        """A dialogue in which nothing was noted down yet; gives its id."""
        held = Dialog(titel="Probedialog", datenstand=1, stand=Dialogstand.LAEUFT, indikatoren=("sgb2_unter_18",))
        self.dialog = self.store.akten.anlegen(held, wer=WHO).id
        return self.dialog

    def close(self) -> None:
        """The dialogue is over."""
        akte = self.store.akten.akte(self.dialog)
        done = Dialog(titel="Probedialog", datenstand=1, stand=Dialogstand.ABGESCHLOSSEN)
        self.store.akten.aendern(akte.id, done, basis=akte.fassung, wer=WHO)

    def notes(self) -> list[Akte[Notiz]]:
        return list(self.store.akten.bestand().her(self.dialog, Notiz))

    def agreements(self) -> list[Akte[Vereinbarung]]:
        return list(self.store.akten.bestand().her(self.dialog, Vereinbarung))

    def texts(self) -> list[str]:
        return [akte.inhalt.text for akte in (*self.notes(), *self.agreements())]

    def words(self) -> Counter[str]:
        """All words of all entries, with how often each stands there."""
        return Counter(word for text in self.texts() for word in text.split())


@dataclass
class Mitschrift:
    """One window."""

    page: Page

    def open(self, server: Dialogserver) -> Mitschrift:
        self.page.goto(f"http://localhost:{server.port}/dialog?dialog={server.dialog}&teil=mitschrift")
        expect(self.column("Beobachtung").locator("textarea").first).to_be_visible(timeout=WAIT)
        return self

    def column(self, art: str) -> Locator:
        return self.page.locator(f".dm .spalten > section[data-art={art}]")

    def new(self, art: str = "Beobachtung") -> Locator:
        """The text of the empty entry on top."""
        return self.column(art).locator(".eintrag.neu textarea[data-feld=text]")

    def entry(self, akte: str) -> Locator:
        return self.page.locator(".dm .eintrag", has=self.page.locator(f".kopf span:text-is('{akte}')"))

    def text(self, akte: str) -> Locator:
        return self.entry(akte).locator("textarea[data-feld=text]")

    @property
    def stand(self) -> Locator:
        return self.page.locator(".dm .stand")

    def saved(self, milliseconds: int = WAIT) -> None:
        expect(self.stand).to_have_text("gespeichert", timeout=milliseconds)

    def waits(self) -> None:
        expect(self.stand).to_have_text(re.compile(r"^wartet auf Verbindung \(\d+\)$"), timeout=WAIT)

    def device(self) -> list[Any]:
        """What this browser still keeps for sending."""
        found: list[Any] = self.page.evaluate(
            "Object.entries(localStorage).filter(([k]) => k.includes(':post:')).map(([, v]) => JSON.parse(v))"
        )
        return found
