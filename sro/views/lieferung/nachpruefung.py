"""What an attack on a Datenstand found, in lines; for the command line and for the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from sro.views.words import number


class Bericht(Protocol):
    """The numbers of a Schutzbericht."""

    @property
    def zellen(self) -> int: ...

    @property
    def geheim(self) -> int: ...

    @property
    def geheim_regel(self) -> int | None: ...

    @property
    def geheim_ergaenzend(self) -> int | None: ...

    @property
    def aufgedeckt(self) -> int: ...

    @property
    def kleinste_breite(self) -> float | None: ...

    @property
    def gerundet(self) -> int: ...


Zeilen = list[tuple[str, str]]  # what, how much


def audit_lines(
    gefunden: Bericht, veroeffentlicht: Bericht, anteil_geheim: float, zusammen: int, frueher: int = 0
) -> Zeilen:
    """Cells tried, recovered, smallest interval; and what was hidden why at the release, or how many are rounded.

    `frueher` are those that only a threshold raised since makes too narrow, where there are any.
    """
    width = gefunden.kleinste_breite
    if gefunden.gerundet:
        return [
            ("Zellen angegriffen", number(gefunden.zellen)),
            ("davon gerundet", number(gefunden.gerundet)),
            ("Ungerundet oder zu eng eingegrenzt", number(gefunden.aufgedeckt)),
            ("In anderen Datenständen anders zerlegt", number(zusammen)),
            ("Kleinste Spanne einer kleinen Zahl", "es gibt keine" if width is None else number(width)),
        ]
    return [
        ("Zellen angegriffen", number(gefunden.zellen)),
        ("davon geheim", f"{number(gefunden.geheim)} ({number(anteil_geheim, 1)} %)"),
        ("Errechnet oder zu eng eingegrenzt", number(gefunden.aufgedeckt)),
        ("Errechnet zusammen mit anderen Datenständen", number(zusammen)),
        *([("Früher nach altem Schwellenwert gezeigt", number(frueher))] if frueher else []),
        ("Kleinste Spanne einer geheimen Zelle", "keine ist geheim" if width is None else number(width)),
        ("Beim Import verborgen, weil zu klein", number(veroeffentlicht.geheim_regel or 0)),
        ("Beim Import ergänzend verborgen", number(veroeffentlicht.geheim_ergaenzend or 0)),
    ]


def html_audit(zeilen: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f'<tr><th scope="row">{what}</th><td class="zahl">{much}</td></tr>' for what, much in zeilen)
    table = f'<table aria-label="Ergebnis der Nachprüfung"><tbody>{rows}</tbody></table>'
    return f'<div class="sro-tabelle sro-pruefung">{table}</div>'
