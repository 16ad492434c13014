"""The command line as a person uses it, with the real catalogue and city."""

from __future__ import annotations

import csv
import getpass
import io
import os
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from sro.cli import demo, main
from sro.intake.assistent import Seite, Spalte, Wert, Zuordnung, sichere_profil
from sro.intake.freigabe import release
from sro.intake.kopf import PFLICHT
from sro.intake.uebernahme import prepare
from sro.intake.vorschau import Vorschau
from sro.model.akteur import Akteur, Rolle
from sro.model.befund import Befund, Schwere
from sro.model.protokoll import Vorgang
from sro.reference.catalogue import catalogue
from sro.reference.places import ROOT
from sro.store import Store, open_store

KOPF = ";".join(PFLICHT)
GUT = ("unter_21;stadt;00;2023;40000;215000", "unter_21;stadt;00;2024;41000;216000")


@pytest.fixture(autouse=True)
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "var"
    monkeypatch.setenv("SRO_VAR", str(folder))
    monkeypatch.delenv("SRO_DATABASE_URL", raising=False)
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lieferung.csv"
    path.write_text("\n".join((KOPF, *GUT)), encoding="utf-8")
    return path


def test_import_list_show_activate_export(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(file), "--titel", "Erste"]) == 0
    assert "0 Fehler, 0 Warnungen, 0 Hinweise." in capfd.readouterr().out
    assert main(["import", str(file)]) == 0
    assert "Datenstand 2 „Lieferung lieferung.csv“ ist gespeichert und aktiv." in capfd.readouterr().out
    assert main(["datenstand", "activate", "1"]) == 0
    capfd.readouterr()
    assert main(["datenstand", "list"]) == 0
    second, first = capfd.readouterr().out.splitlines()
    assert second.startswith("    2  ")
    assert first.startswith("*   1  ")
    assert first.endswith("Erste (1 Indikator)")
    assert main(["datenstand", "show"]) == 0
    assert "  unter_21: stadt 2023–2024\n" in capfd.readouterr().out
    assert main(["export"]) == 0
    assert capfd.readouterr().out.splitlines() == [
        "indikator_id,ebene,gebiet_id,gebiet,zeit,jahre,zaehler,nenner,wert,status,herkunft,gerundet_auf",
        *(
            f'unter_21,stadt,00,Lübeck,{year},1,{count},{whole},{value},ok,"{catalogue()["unter_21"].quelle}",'
            for year, count, whole, value in ((2023, 40000, 215000, 18.604651), (2024, 41000, 216000, 18.981481))
        ),
    ]


def test_findings_are_grouped_and_nothing_is_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "falsch.csv"
    file.write_text(f"{KOPF};notiz\nunter_21;stadt;0;2024;-3;216000\nunter21;stadt;00;2024;1;2\n", encoding="utf-8")
    assert main(["import", str(file)]) == 1
    out = capfd.readouterr().out.splitlines()
    assert out[0] == "Fehler:"
    assert out[1].startswith(
        "  falsch.csv:3 indikator_id „unter21“: Den Indikator „unter21“ gibt es nicht. Ist „unter_21"
    )
    assert out[1].endswith("(indikator_unbekannt)")
    assert out[2].startswith("  falsch.csv:2 zaehler „-3“: ")
    assert out[3] == "Hinweise:"
    assert out[-1] == "2 Fehler, 0 Warnungen, 2 Hinweise. Es wurde nichts gespeichert."
    assert open_store().datenstaende() == ()


def test_a_dry_run_writes_nothing(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(file), "--dry-run"]) == 0
    assert capfd.readouterr().out.endswith("Probelauf: Es wurde nichts gespeichert.\n")
    assert open_store().datenstaende() == ()


@pytest.fixture
def gappy(tmp_path: Path) -> Path:
    """A delivery that is clean but for a warning."""
    path = tmp_path / "luecke.csv"
    path.write_text("\n".join((KOPF, GUT[1], GUT[0].replace("2023", "2021"))), encoding="utf-8")
    return path


def test_a_warning_that_nobody_confirms_stops_the_import(gappy: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(gappy)]) == 1
    out = capfd.readouterr().out
    assert "Warnungen:\n" in out
    assert "Es wurde nichts gespeichert. Nicht bestätigt: jahre_lueckenhaft." in out
    assert out.endswith('So geht es: --bestaetigen jahre_lueckenhaft="GRUND"\n')
    assert main(["import", str(gappy), "--bestaetigen", "anderes=Umstellung"]) == 1
    assert open_store().datenstaende() == ()


def test_a_dry_run_asks_for_no_confirmation(gappy: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(gappy), "--dry-run"]) == 0
    assert capfd.readouterr().out.endswith("Probelauf: Es wurde nichts gespeichert.\n")


def test_who_released_and_why_stands_in_the_log(file: Path, gappy: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["datenstand", "protokoll"]) == 0
    assert capfd.readouterr().out == "Das Protokoll ist leer.\n"
    reason = "jahre_lueckenhaft=2022 nicht erhoben, a=b"
    assert main(["import", str(gappy), "--bestaetigen", reason, "--wer", "Jugendhilfeplanung"]) == 0
    assert main(["import", str(file), "--titel", "Zweite"]) == 0
    assert main(["datenstand", "activate", "1", "--wer", "Leitung"]) == 0
    capfd.readouterr()
    assert main(["datenstand", "protokoll"]) == 0
    out = capfd.readouterr().out.splitlines()
    assert out[0].endswith("  Leitung hat aktiviert: Datenstand 1")
    assert out[1].endswith(f"  {getpass.getuser()} hat freigegeben: Datenstand 2")
    assert out[2] == f"  lieferung.csv: SHA-256 {sha256(file.read_bytes()).hexdigest()}"
    assert out[3].endswith("  Jugendhilfeplanung hat freigegeben: Datenstand 1")
    assert out[4] == "  bestätigt jahre_lueckenhaft: 2022 nicht erhoben, a=b"


def test_a_name_is_needed_where_the_system_knows_none(
    file: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def unknown() -> str:
        raise OSError("No username set in the environment")

    monkeypatch.setattr("sro.cli.wer.getpass.getuser", unknown)
    assert main(["import", str(file)]) == 2
    assert "Bitte mit --wer NAME angeben." in capfd.readouterr().err
    assert main(["import", str(file), "--wer", " "]) == 2
    assert main(["import", str(file), "--dry-run"]) == 0
    assert main(["import", str(file), "--wer", "Planung"]) == 0


def test_what_changes_is_told_before_it_does(file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    main(["import", str(file)])
    assert "Gegenüber" not in capfd.readouterr().out
    assert main(["import", str(file), "--dry-run"]) == 0
    assert "Gegenüber Datenstand 1 ändert sich nichts.\n" in capfd.readouterr().out
    later = tmp_path / "neu.csv"
    rows = (GUT[0], GUT[1].replace("41000", "41001"))
    later.write_text("\n".join((KOPF, *rows)), encoding="utf-8")
    assert main(["import", str(later), "--dry-run"]) == 0
    out = capfd.readouterr().out
    assert "Gegenüber Datenstand 1:\n  unter_21: 1 Wert ist revidiert (2024).\n" in out
    assert "40999" not in out


def test_a_release_by_somebody_else_in_between_is_told(
    file: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def overtaken(files: Sequence[Path], *, store: Store, **more: Any) -> Vorschau:
        vorschau = prepare(files, store=store, **more)
        release(vorschau, store=store, akteur=Akteur("Andere", Rolle.PLANUNG))
        return vorschau

    monkeypatch.setattr("sro.cli.importieren.prepare", overtaken)
    assert main(["import", str(file)]) == 1
    out = capfd.readouterr().out
    assert "Es wurde nichts gespeichert. Inzwischen ist Datenstand 1 freigegeben" in out
    assert "--bestaetigen" not in out
    assert [one.wer for one in open_store().protokoll()] == ["Andere"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Es fehlt: BEFEHL."),
        (["quatsch"], "'quatsch' gibt es nicht"),
        (["import"], "Es fehlt: DATEI."),
        (["import", "nichts.csv"], "nichts.csv: Diese Datei gibt es nicht."),
        (["import", "."], "Das ist ein Ordner."),
        (["import", "a.csv", "--wild"], "Unbekannte Angabe: --wild."),
        (["import", "a.csv", "--bestaetigen", "x"], "--bestaetigen: „x“ hat nicht die Form CODE=GRUND"),
        (["import", "a.csv", "--bestaetigen", "x= "], "--bestaetigen: „x= “ hat nicht die Form CODE=GRUND"),
        (["datenstand", "show"], "Es gibt noch keinen Datenstand."),
        (["datenstand", "activate", "7"], "Einen Datenstand 7 gibt es nicht."),
        (["datenstand", "activate", "x"], "'x' ist keine ganze Zahl"),
        (["export"], "Es gibt noch keinen Datenstand."),
        (["export", "--out"], "Es fehlt ein Wert."),
    ],
)
def test_wrong_use_gets_a_sentence(words: list[str], sentence: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    told = capfd.readouterr().err
    assert sentence in told
    assert "Traceback" not in told


def test_wrong_export_filters(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    main(["import", str(file)])
    assert main(["export", "--ebene", "quark"]) == 2
    assert "Die Ebene „quark“ gibt es nicht." in capfd.readouterr().err
    assert main(["export", "--indikator", "quark"]) == 2
    assert "Datenstand 1 enthält „quark“ nicht." in capfd.readouterr().err


def test_help_is_german(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "--help"]) == 0
    out = capfd.readouterr().out
    assert out.startswith("Aufruf: python -m sro import")
    assert not any(word in out for word in ("usage", "options", "positional", "show this help"))


def test_a_database_that_is_not_there(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SRO_DATABASE_URL", "postgresql+psycopg://sro:passwort@127.0.0.1:1/sro")
    assert main(["datenstand", "list"]) == 2
    told = capfd.readouterr().err
    assert "nicht erreichbar" in told
    assert "passwort" not in told


def is_pooled(row: dict[str, str]) -> bool:
    return catalogue()[row["indikator_id"]].jahre_zusammen(row["ebene"]) > 1


def test_demo_fills_an_empty_store_once_and_is_marked(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["demo"]) == 0
    assert "Datenstand 1 „Synthetische Demodaten“ ist gespeichert und aktiv." in capfd.readouterr().out
    assert main(["demo"]) == 0
    assert "Es gibt schon einen Datenstand" in capfd.readouterr().out
    facilities, entry = open_store().protokoll()
    assert (entry.wer, {one.grund for one in entry.angaben.bestaetigt}) == (demo.WER.name, {demo.GRUND})
    assert (facilities.wer, facilities.was) == (demo.WER.name, Vorgang.EINRICHTUNGEN)
    liste = open_store().einrichtungen()
    assert liste is not None
    assert (liste.quelle, liste.synthetisch) == (demo.QUELLE, True)
    target = tmp_path / "export.csv"
    assert main(["export", "--out", str(target)]) == 0
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"))))
    assert {row["herkunft"] for row in rows} == {"synthetisch"}
    assert {row["indikator_id"] for row in rows} == {indikator.id for indikator in catalogue().indikatoren}
    delivered = [row for path in demo.DEMO.glob("*.csv") for row in csv.DictReader(path.open(encoding="utf-8"))]
    assert len([row for row in rows if row["jahre"] == "1"]) == sum(not is_pooled(row) for row in delivered)
    assert len([row for row in rows if row["jahre"] == "3"]) == 3 * 10 * 3  # indicators, Stadtteile, whole windows
    secret = [row for row in rows if row["status"] == "geheim"]
    assert secret
    assert {(row["zaehler"], row["wert"]) for row in secret} == {("", "")}
    shown = [(row["indikator_id"], abs(float(row["zaehler"]))) for row in rows if row["status"] == "ok"]
    assert not [one for one, count in shown if 0 < count < (catalogue()[one].schwelle or 0)]


def test_who_stops_listening_hears_no_complaint(file: Path, var: Path) -> None:
    main(["import", str(file)])
    environment = {**os.environ, "SRO_VAR": str(var)}
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        done = subprocess.run(
            [sys.executable, "-m", "sro", "export"], stdout=nobody, stderr=subprocess.PIPE, cwd=ROOT, env=environment
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_interrupt_is_told(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sro.cli.datenstand.open_store", interrupted)
    assert main(["datenstand", "list"]) == 130
    assert "Abgebrochen" in capfd.readouterr().err


def test_a_finding_is_one_line_with_its_place() -> None:
    from sro.cli.importieren import line

    assert line(Befund("x", "Satz.", Schwere.FEHLER, "a.csv", 7, "zaehler", "-3")) == "a.csv:7 zaehler „-3“: Satz. (x)"
    assert line(Befund("x", "Satz.")) == "Satz. (x)"


def test_audit_attacks_what_was_published(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["audit"]) == 2, "nothing to attack"
    assert main(["import", str(file)]) == 0
    capfd.readouterr()
    assert main(["audit"]) == 0
    out = capfd.readouterr().out
    assert "Datenstand 1 „Lieferung lieferung.csv“" in out
    assert "Errechnet oder zu eng eingegrenzt: 0" in out
    assert "Errechnet zusammen mit anderen Datenständen: 0" in out
    assert main(["audit", "--datenstand", "7"]) == 2


WIDE = """Kinder in Bedarfsgemeinschaften (synthetisch);;
Stadtteil;Kinder mit Bezug;Kinder unter 18
Innenstadt;310;1480
Moisling;830;2290
"""


def test_a_profile_reads_a_table_in_a_form_of_its_own(
    tmp_path: Path, var: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The same figures in the Datenstand as in the file; the year is asked, because the table names none."""
    table = tmp_path / "breit.csv"
    table.write_text(WIDE, encoding="cp1252")
    assert main(["import", str(table)]) == 1
    assert "mit dem Assistenten zuordnen oder ein gespeichertes Profil angeben" in capfd.readouterr().out
    assert main(["import", str(table), "--profil", "sgb2"]) == 2
    assert "Es gibt kein Profil „sgb2“" in capfd.readouterr().err
    columns = [Spalte(1, "Stadtteil"), Spalte(2, "Kinder mit Bezug"), Spalte(3, "Kinder unter 18")]
    values = [Wert((column,), "sgb2_unter_18", seite) for column, seite in zip(columns[1:], Seite, strict=True)]
    zuordnung = Zuordnung((2,), 3, None, columns[0], "stadtteil", tuple(values), jahr=2023, synthetisch=True)
    sichere_profil("sgb2", zuordnung, wer=Akteur("Andere", Rolle.PLANUNG))
    assert main(["import", str(table), "--profil", "sgb2"]) == 2
    assert "Bitte mit --jahr angeben" in capfd.readouterr().err
    confirmed = ["--bestaetigen", "gebiete_unvollstaendig=nur zwei Stadtteile"]
    assert main(["import", str(table), "--profil", "sgb2", "--jahr", "2024", *confirmed]) == 0
    values_ = open_store().values(1, "sgb2_unter_18")
    assert [(v.gebiet.id, v.jahr, v.zaehler, v.nenner) for v in values_] == [
        ("01", 2024, 310, 1480),
        ("03", 2024, 830, 2290),
    ]
