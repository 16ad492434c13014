"""What somebody reads when something fails: a German sentence with a number that the log has as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from streamlit.testing.v1 import AppTest

from sro.intake.uebernahme import prepare
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.store import Ausfall, Stoerung, Store
from sro.web import errors
from tests.store.schreiber import release
from tests.store.stoerungen import full
from tests.web.pflegeseite import as_person, open_record, page, press, typed, used, write
from tests.web.test_pflege import PLANUNG, WUNSCH

NUMBER = re.compile(r"\(Nummer ([0-9a-f]{6})\)")
TABLE = """indikator_id;ebene;gebiet_id;zeit;zaehler;nenner;herkunft
sgb2_unter_18;stadt;00;2024;1500;18000;synthetisch
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    as_person(monkeypatch, PLANUNG.name)
    yield from used(tmp_path / "var", monkeypatch)


def failing(error: Exception) -> AppTest:
    """A page that fails, with the sentence that stands there instead."""

    def fail(raised: Exception) -> None:
        from sro.web.errors import on_script_error

        try:
            raise raised
        except type(raised) as error:
            shown = on_script_error(error)
        assert shown is True

    return AppTest.from_function(fail, args=(error,), default_timeout=60).run()


@pytest.mark.parametrize("fault", list(Stoerung))
def test_every_fault_has_a_sentence_and_the_log_its_cause(
    fault: Stoerung, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    (shown,) = failing(Ausfall(fault, "/pfad/sro.sqlite", "cause in English")).error
    assert shown.value.startswith(fault.satz)
    assert not {"/pfad/sro.sqlite", "English"} & set(shown.value.split()), "Orte und Ursachen gehören ins Log"
    (number,) = NUMBER.findall(shown.value)
    (line,) = [one.getMessage() for one in caplog.records if number in one.getMessage()]
    assert fault.abhilfe in line
    assert "cause in English" in line


def test_an_unexpected_error_has_a_number_too_and_the_log_its_trace(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    (shown,) = failing(ZeroDivisionError("division by zero")).error
    assert "division" not in shown.value
    (number,) = re.findall(r"diese Nummer: ([0-9a-f]{6})\.", shown.value)
    (record,) = [one for one in caplog.records if number in one.getMessage()]
    assert "ZeroDivisionError" in record.getMessage()
    assert "in fail" in record.getMessage(), "wo es geschah"


def test_the_log_has_one_line_without_what_somebody_typed() -> None:
    class Detailed(Exception):
        pass

    error = OperationalError("INSERT", {}, Detailed("kein Platz\nDETAIL:  Failing row contains (Mia)\n  Rat"))
    assert errors.cause(error) == "Detailed: kein Platz Rat"


def test_a_form_keeps_its_text_when_there_is_no_place(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    store.akten.anlegen(WUNSCH, wer=PLANUNG)
    app = open_record(page(), "BN-1")
    text = "ähnlich" * 570  # more than a page of the database, less than a field may have
    write(app, "Bedürfnis", text)
    with full(store):
        press(app, "Speichern")
        (shown,) = app.error
        assert shown.value.startswith(f"{errors.NOT_SAVED} {Stoerung.VOLL.satz} Ihre Eingabe ist noch da.")
        assert typed(app, "Bedürfnis") == text
        assert store.akten.akte("BN-1").fassung == 1
    (number,) = NUMBER.findall(shown.value)
    assert any(number in line and "disk is full" in line for line in caplog.messages)
    assert not any("ähnlich" in line for line in caplog.messages)
    press(app, "Speichern")
    assert not app.error
    assert store.akten.akte("BN-1").inhalt == replace(WUNSCH, text=text)


def _release_page() -> None:
    from sro.model.akteur import Akteur, Rolle
    from sro.web.lieferung import annahme

    if vorschau := annahme.preview():
        annahme.decide(vorschau, Akteur("Probe", Rolle.PLANUNG), annahme.confirm(vorschau))


@pytest.fixture
def delivery(store: Store, tmp_path: Path) -> AppTest:
    """A delivery that was checked and waits for its release."""
    file = tmp_path / "zahl.csv"
    file.write_text(TABLE, encoding="utf-8")
    app = AppTest.from_function(_release_page, default_timeout=60)
    app.session_state["_vorschau"] = prepare([file], store=store, katalog=catalogue(), stadt=city())
    return app.run()


def test_of_two_releases_at_once_the_second_is_told_to_check_again(delivery: AppTest, store: Store) -> None:
    release(store, 20)
    press(delivery, "Freigeben")
    (shown,) = delivery.error
    assert shown.value == (
        "Inzwischen ist Datenstand 1 freigegeben oder aktiviert worden. "
        "Bitte die Lieferung noch einmal prüfen und dann freigeben."
    )
    assert [one.id for one in store.datenstaende()] == [1]
    assert "_vorschau" in delivery.session_state, "die Lieferung ist noch da"


def test_a_release_without_a_database_writes_nothing_and_can_be_repeated(
    delivery: AppTest, store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "var" / "sro.sqlite"
    file.rename(tmp_path / "weg.sqlite")
    press(delivery, "Freigeben")
    (shown,) = delivery.error
    assert shown.value.startswith(f"{errors.NOT_SAVED} {Stoerung.VERSCHWUNDEN.satz}")
    (tmp_path / "weg.sqlite").rename(file)
    assert store.datenstaende() == ()
    press(delivery, "Freigeben")
    assert [one.titel for one in store.datenstaende()] == ["Lieferung zahl.csv"]
