"""A folder with all that the commands in the books name: deliveries, lists, boundaries, a profile, a dialogue."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import geopandas
from openpyxl import Workbook

from sro.cli import main
from sro.intake.assistent import Seite, Spalte, Wert, Zuordnung, als_yaml
from sro.model.akteur import Akteur, Rolle
from sro.model.dialog import Dialog, Dialogstand
from sro.model.gebiet import GebietKey
from sro.reference.places import ROOT
from sro.store import open_store

DEMO = ROOT / "data" / "demo"
HEAD = ("indikator_id", "ebene", "gebiet_id", "zeit", "zaehler", "nenner")
SHOWN = (
    "unter_21",
    "alleinerziehende",
    "sgb2_unter_18",
    "hze_ohne_28",
    "hze_ambulant",
    "hze_teilstationaer",
    "hze_stationaer",
)
MADE_UP = "jahre_lueckenhaft=Erfunden."
WHO = Akteur("Probe", Rolle.PLANUNG)
Rows = list[dict[str, str]]


def seed() -> None:
    """What `make run` leaves, on a smaller scale: a synthetic Datenstand, facilities, a dialogue that is being held."""
    table = Path("demo.csv")
    rows = [row for row in _demo() if row["indikator_id"] in SHOWN and row["zeit"] > "2021"]
    _write(table, (*HEAD, "herkunft"), rows)
    assert main(["import", str(table), "--titel", "Synthetische Demodaten", "--bestaetigen", MADE_UP]) == 0
    assert main(["einrichtungen", "import", str(DEMO / "einrichtungen" / "einrichtungen.csv")]) == 0
    store = open_store()
    held = {"raum": GebietKey("stadtteil", "03"), "indikatoren": SHOWN[:1], "stand": Dialogstand.LAEUFT}
    store.akten.anlegen(Dialog(titel="Dialog Moisling", datenstand=1, **held), wer=WHO)
    store.close()


def fill(var: Path) -> None:
    """The files, in the current folder, and a profile in `var`."""
    rows = [row for row in _demo() if row["indikator_id"] == "sgb2_unter_18"]
    _write(Path("soziale_lage_2024.csv"), HEAD, [row for row in rows if row["zeit"] != "2020"])
    _write(Path("soziale_lage_2025.csv"), HEAD, [row | {"zeit": "2025"} for row in rows if row["zeit"] == "2024"])
    wrong = dict(zip(HEAD, ("hze_ohne_28", "stadtteil", "99", "2024", "3", "100"), strict=True))
    _write(Path("lieferung.csv"), HEAD, [wrong, wrong | {"gebiet_id": "03", "zaehler": "-3"}])
    _write(Path("einrichtungen.csv"), FACILITY, [KITA])
    _workbook(Path("einrichtungen.xlsx"), [FACILITY, tuple(KITA.values())])
    Path("regeln-offen.yaml").write_text(_rounded(), encoding="utf-8")
    _boundaries(Path("stadtbezirke.gpkg"), "luebeck")
    _kita(var)


FACILITY = ("id", "name", "traeger", "art", "traegerart", "gebiet")
KITA = dict(zip(FACILITY, ("k-1", "Kita Probe", "Stadt", "Kita", "öffentlich", "Holstentor-Nord"), strict=True))


def _demo() -> Rows:
    return [row for path in sorted(DEMO.glob("*.csv")) for row in csv.DictReader(path.open(encoding="utf-8"))]


def _write(path: Path, head: Iterable[str], rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(head), extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def _workbook(path: Path, rows: list[tuple[str, ...]]) -> None:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def _rounded() -> str:
    rules = (ROOT / "data" / "geheimhaltung.yaml").read_text(encoding="utf-8")
    assert "verfahren: unterdruecken" in rules
    return rules.replace("verfahren: unterdruecken", "verfahren: runden")


def _boundaries(path: Path, city: str) -> None:
    """The bundled ones as if they were the office's."""
    bundled = geopandas.read_file(ROOT / "geodata" / city / "grenzen" / "stadtbezirk.geojson")
    bundled.to_file(path, driver="GPKG")


def _kita(var: Path) -> None:
    """A table in a form of its own, for every Stadtteil and the city, and the profile that reads it."""
    rows = [r for r in _demo() if r["indikator_id"] == "betreuung_u3" and r["zeit"] == "2024" and r["ebene"] != "stadt"]
    lines = [f"{row['gebiet_id']};{row['zaehler']};{row['nenner']}" for row in rows if row["ebene"] == "stadtteil"]
    Path("kinder_kita.csv").write_text("\n".join(["Stadtteil;betreut;Kinder", *lines]), encoding="utf-8")
    values = tuple(
        Wert((Spalte(column, head),), "betreuung_u3", side, None)
        for column, head, side in ((2, "betreut", Seite.ZAEHLER), (3, "Kinder", Seite.NENNER))
    )
    mapping = Zuordnung(
        kopfzeilen=(1,), erste=2, letzte=None, gebiet=Spalte(1, "Stadtteil"), ebene="stadtteil", jahr=2024, werte=values
    )
    folder = var / "profile"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kita-stadtteile.yaml").write_text(als_yaml(mapping), encoding="utf-8")
