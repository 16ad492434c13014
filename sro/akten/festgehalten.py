"""A dialogue's records as they stood when it was closed: what was handed out then can be handed out again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from sro.akten.bestand import RECORDS, Bestand, values
from sro.model.akte import Akte, Fassung, Inhalt
from sro.model.dialog import Dialog, Dialogstand
from sro.model.feld import Form, felder

Verlauf = Callable[[str], Sequence[Fassung]]  # all versions of a record, newest first


def closing(verlauf: Sequence[Fassung]) -> Fassung | None:
    """The version by which a dialogue was closed for the last time; None while it is open. Newest first."""
    found = None
    for one in verlauf:
        if not isinstance(one.inhalt, Dialog) or one.inhalt.stand is not Dialogstand.ABGESCHLOSSEN:
            break
        found = one
    return found


def as_of(bestand: Bestand, ids: Collection[str], lfd: int, verlauf: Verlauf) -> Bestand:
    """The records, those of `ids` as they stood when the version `lfd` was written; what was made later is left out.

    Not when a clock said so: it may have been set since, and a dialogue would be closed before it was held.

    Who may read them is decided by today: what is not in `bestand` any more stays away, and with it all links to it.
    """
    found = (_then(akte, lfd, verlauf, bestand) if akte.id in ids else akte for akte in bestand.akten)
    return Bestand(bestand.stand, tuple(akte for akte in found if akte))


def _then(akte: Akte[Inhalt], lfd: int, verlauf: Verlauf, bestand: Bestand) -> Akte[Inhalt] | None:
    for one in verlauf(akte.id):
        if one.lfd <= lfd and one.inhalt is not None:
            content = _with_links_into(bestand, replace(one.inhalt, freigabe=akte.inhalt.freigabe))
            return replace(akte, fassung=one.nummer, inhalt=content, zeitpunkt=one.zeitpunkt, lfd=one.lfd)
    return None


def _with_links_into(bestand: Bestand, inhalt: Inhalt) -> Inhalt:
    """Without links to what may not be read."""
    changes: dict[str, object] = {}
    for feld in felder(type(inhalt)):
        if feld.vokabular in RECORDS:
            kept = tuple(one for one in values(inhalt, feld) if one in bestand)
            changes[feld.name] = kept if feld.form is Form.MEHRFACH else "".join(kept)
    return replace(inhalt, **changes)  # type: ignore[arg-type]
