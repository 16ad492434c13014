"""The measurement of a dialogue's files."""

from __future__ import annotations

from bench.dialogdateien import Dauer, measure
from sro.export.dialog.dateien import Dialogformat
from tests.export.dialogausgaben import stuff, usual


def test_a_file_may_take_three_seconds_the_first_time_and_every_other() -> None:
    assert Dauer("a", 3.0, (0.1, 3.0)).erreicht
    assert not Dauer("a", 3.1, (0.1,)).erreicht
    assert not Dauer("a", 0.1, (0.1, 3.1)).erreicht


def test_the_line_names_the_file_and_its_times() -> None:
    assert str(Dauer("folien.pptx", 1.0, (0.5, 0.7))) == (
        "folien.pptx: zuerst 1,00 s, danach im Mittel 0,60 s, höchstens 0,70 s; Ziel 3 s eingehalten"
    )


def test_every_format_and_the_zip_are_measured_so_many_times() -> None:
    found = list(measure([stuff(usual(1))], rounds=2))
    assert [one.was for one in found] == [*(form.value for form in Dialogformat), "alles als ZIP"]
    assert all(one.erstes > 0 and len(one.weitere) == 1 for one in found)
