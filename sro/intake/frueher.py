"""What outsiders may still have: the publications of earlier Datenstände, for disclosure control."""

from __future__ import annotations

from sro.model.wert import Beobachtung
from sro.store import Store


def published_before(
    store: Store, synthetisch: bool, ohne: int | None = None, vor: int | None = None
) -> dict[str, tuple[Beobachtung, ...]]:
    """Name → observations of every Datenstand but `ohne`, of indicators whose figures are synthetic or real as asked.

    `vor`: only of those that are older than this one. Made-up figures say nothing about real people, nor the other way
    round. Equal publications come once.
    """
    found: dict[str, tuple[Beobachtung, ...]] = {}
    for datenstand in store.datenstaende():
        names = sorted({one.indikator for one in datenstand.herkunft if one.synthetisch == synthetisch})
        if datenstand.id == ohne or not names or (vor is not None and datenstand.id >= vor):
            continue
        values = tuple(value for name in names for value in store.values(datenstand.id, name))
        if values not in found.values():
            found[f"Datenstand {datenstand.id}"] = values
    return found
