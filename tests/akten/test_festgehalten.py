"""Records as they stood when a dialogue was closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from sro.akten.bestand import Bestand
from sro.akten.festgehalten import as_of, closing
from sro.model.akte import Akte, Fassung, Freigabe, Inhalt, Zustand
from sro.model.dialog import Dialog, Dialogstand, Notiz
from sro.model.vereinbarung import Vereinbarung

START = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
OFFEN, LAEUFT, FERTIG = Dialogstand


def at(hour: int) -> dt.datetime:
    return START + dt.timedelta(hours=hour)


def history(name: str, *contents: tuple[int, Inhalt | None]) -> tuple[Fassung, ...]:
    """Versions by the hour in which they were made, newest first as the store gives them; one is made in each hour."""
    made = [
        Fassung(name, number, at(hour), "Probe", Zustand.GILT if inhalt else Zustand.ENTFERNT, inhalt, lfd=hour)
        for number, (hour, inhalt) in enumerate(contents, 1)
    ]
    return tuple(reversed(made))


def dialogue(*states: Dialogstand | None) -> tuple[Fassung, ...]:
    return history("QD-1", *((hour, Dialog(stand=one) if one else None) for hour, one in enumerate(states)))


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([], None),
        ([OFFEN, LAEUFT], None),
        ([OFFEN, FERTIG], 2),
        ([FERTIG], 1),
        ([OFFEN, FERTIG, FERTIG, FERTIG], 2),  # worked on after it was closed
        ([FERTIG, LAEUFT, FERTIG], 3),  # opened and closed again
        ([FERTIG, LAEUFT], None),
        ([FERTIG, None, FERTIG], 3),  # removed and brought back
    ],
)
def test_the_last_time_that_it_was_closed_counts(states: Sequence[Dialogstand | None], expected: int | None) -> None:
    found = closing(dialogue(*states))
    assert (found.nummer if found else None) == expected


HISTORIES = {
    "NO-1": history("NO-1", (0, Notiz(dialog="QD-1", text="davor")), (9, Notiz(dialog="QD-1", text="danach"))),
    "NO-2": history("NO-2", (9, Notiz(dialog="QD-1", text="zu spät"))),
    "NO-3": history("NO-3", (0, Notiz(text="erst")), (1, None), (2, Notiz(text="wieder da")), (9, Notiz(text="neu"))),
    "NO-9": history("NO-9", (0, Notiz(dialog="QD-1", text="heute entfernt"))),
    "VB-1": history(
        "VB-1",
        (0, Vereinbarung(dialog="QD-1", text="alt", bedarfe=("BE-1", "BE-2"), freigabe=Freigabe.INTERN)),
        (9, Vereinbarung(dialog="QD-1", text="neu", freigabe=Freigabe.OEFFENTLICH)),
    ),
}
HEUTE = Bestand(
    1,
    (
        *(
            Akte(name, versions[0].nummer, versions[0].inhalt, versions[0].zeitpunkt, "Probe")
            for name, versions in HISTORIES.items()
            if name != "NO-9" and versions[0].inhalt
        ),
        Akte("QD-1", 1, Dialog(titel="Dialog"), START, "Probe"),
        Akte("BE-2", 1, Notiz(text="steht da"), START, ""),
    ),
)


def then(*ids: str) -> Bestand:
    return as_of(HEUTE, ids, 5, lambda akte: HISTORIES.get(akte, ()))


def test_of_what_is_asked_for_the_version_of_that_moment_is_there() -> None:
    found = then("NO-1", "NO-2", "NO-3", "NO-9")
    assert {akte.id: akte.inhalt.text for akte in found.von(Notiz) if akte.id != "BE-2"} == {  # the kind is not asked
        "NO-1": "davor",
        "NO-3": "wieder da",
    }
    assert (found.akte("NO-3").fassung, found.akte("NO-3").zeitpunkt) == (3, at(2))


def test_a_clock_that_was_set_changes_nothing() -> None:
    turned = {name: tuple(replace(one, zeitpunkt=at(-one.lfd)) for one in HISTORIES[name]) for name in HISTORIES}
    found = as_of(HEUTE, ["NO-1", "NO-2"], 5, lambda akte: turned.get(akte, ()))
    assert ("NO-2" in found, found.akte("NO-1").fassung) == (False, 1)


def test_all_else_is_as_it_is_today() -> None:
    found = then("NO-2")
    assert found.akte("NO-1") == HEUTE.akte("NO-1")
    assert "NO-2" not in found


def test_who_may_read_it_is_decided_today_and_links_lead_to_what_is_there() -> None:
    inhalt = then("VB-1").akte("VB-1").inhalt
    assert isinstance(inhalt, Vereinbarung)
    assert (inhalt.text, inhalt.freigabe, inhalt.bedarfe, inhalt.dialog) == (
        "alt", Freigabe.OEFFENTLICH, ("BE-2",), "QD-1",
    )  # fmt: skip
