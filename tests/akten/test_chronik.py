"""The history of a record: who, when, before and after; quick successions of one person told as one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sro.akten.chronik import schritte
from sro.model.akte import Fassung, Inhalt, Zustand
from sro.model.bedarf import Bedarf

WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
ERST = Bedarf(titel="Licht")
DANN = replace(ERST, begruendung="Viele sagen es.")
ZULETZT = replace(DANN, titel="Mehr Licht")


def verlauf(*versions: tuple[str, int, Inhalt | None, Zustand]) -> list[Fassung]:
    """Newest first, of versions oldest first: who, minutes after nine, content, state."""
    found = [
        Fassung("BE-1", number, WHEN + dt.timedelta(minutes=minutes), who, state, content)
        for number, (who, minutes, content, state) in enumerate(versions, start=1)
    ]
    return list(reversed(found))


def changed(versions: list[Fassung], gefaltet: bool = True) -> list[tuple[int, int, list[str]]]:
    return [(s.von, s.bis, [a.feld.name for a in s.aenderungen]) for s in schritte(versions, gefaltet)]


def test_every_step_says_what_changed() -> None:
    found = schritte(verlauf(("A", 0, ERST, Zustand.GILT), ("B", 1, ZULETZT, Zustand.GILT)))
    later, first = found
    assert [(a.feld.name, a.vorher, a.nachher) for a in later.aenderungen] == [
        ("titel", "Licht", "Mehr Licht"),
        ("begruendung", "", "Viele sagen es."),
    ]
    assert (later.letzte.wer, later.erster, first.erster) == ("B", False, True)
    assert [a.feld.name for a in first.aenderungen] == ["titel", "freigabe"]


def test_quick_successions_of_one_person_are_one_step() -> None:
    versions = verlauf(
        ("A", 0, ERST, Zustand.GILT),
        ("B", 5, DANN, Zustand.GILT),
        ("B", 14, ZULETZT, Zustand.GILT),
        ("B", 30, DANN, Zustand.GILT),
    )
    assert changed(versions) == [
        (4, 4, ["titel"]),
        (2, 3, ["titel", "begruendung"]),
        (1, 1, ["titel", "freigabe"]),
    ]
    assert [step[:2] for step in changed(versions, gefaltet=False)] == [(4, 4), (3, 3), (2, 2), (1, 1)]


def test_what_comes_back_is_compared_with_what_it_was() -> None:
    versions = verlauf(("A", 0, ERST, Zustand.GILT), ("A", 1, None, Zustand.ENTFERNT), ("A", 2, DANN, Zustand.GILT))
    back, gone, _ = schritte(versions)
    assert (back.zurueckgeholt, [a.feld.name for a in back.aenderungen]) == (True, ["begruendung"])
    assert (gone.letzte.zustand, gone.aenderungen) == (Zustand.ENTFERNT, ())


def test_what_was_erased_has_nothing_to_tell() -> None:
    versions = verlauf(("A", 0, None, Zustand.GETILGT), ("A", 1, None, Zustand.GETILGT))
    assert [step.aenderungen for step in schritte(versions)] == [(), ()]
    assert schritte([]) == ()
