"""All released Datenstände in one table, newest first. All text is escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Protocol

from sro.model.datenstand import Datenstand
from sro.model.indikator import Katalog
from sro.views import words
from sro.views.tafel import html_tafel

HEADS = ("Datenstand", "Freigegeben", "Inhalt", "Quellen", "Geheim")


class Bericht(Protocol):
    """The numbers of a Schutzbericht that the table tells: those that anybody can count in what is published.

    How many cells are hidden because they are too small is not among them: where two hidden cells add up to 8 and both
    are known to be below 5, both are 4.
    """

    @property
    def zellen(self) -> int: ...

    @property
    def geheim(self) -> int: ...


def html_datenstaende(datenstaende: Sequence[Datenstand], berichte: Mapping[int, Bericht], katalog: Katalog) -> str:
    """`berichte` by the Datenstand's number; a Datenstand without one tells nothing about what is hidden."""
    rows = [(*_row(d, katalog), _hidden(berichte.get(d.id))) for d in datenstaende]
    if not rows:
        return '<p class="sro-leer">Es ist noch nichts freigegeben.</p>'
    return html_tafel("Freigegebene Datenstände", HEADS, rows)


def _row(datenstand: Datenstand, katalog: Katalog) -> tuple[str, str, str, str]:
    shown = "<br><b>wird gezeigt</b>" if datenstand.aktiv else ""
    return (
        f"{datenstand.id} · {escape(datenstand.titel)}{shown}",
        words.date(datenstand.erstellt.date()),
        _content(datenstand),
        escape("; ".join(_sources(datenstand, katalog))) or "–",
    )


def _content(datenstand: Datenstand) -> str:
    """ "35 Indikatoren, synthetisch", "2 Indikatoren, echt" or both apart."""
    made_up = {h.indikator for h in datenstand.herkunft if h.synthetisch}
    real = {h.indikator for h in datenstand.herkunft} - made_up
    mark = '<b class="sro-synthetisch">synthetisch</b>'
    parts = ((real, "echt"), (made_up, mark))
    return "<br>".join(f"{_counted(len(of_kind))}, {kind}" for of_kind, kind in parts if of_kind)


def _counted(indikatoren: int) -> str:
    return f"{indikatoren} {'Indikator' if indikatoren == 1 else 'Indikatoren'}"


def _sources(datenstand: Datenstand, katalog: Katalog) -> tuple[str, ...]:
    """Every source once; of made-up figures none: nobody delivered them."""
    known = {h.indikator for h in datenstand.herkunft if not h.synthetisch and h.indikator in katalog}
    named = (part.strip() for i in katalog.indikatoren if i.id in known for part in i.quelle.split(";"))
    return tuple(dict.fromkeys(named))


def _hidden(bericht: Bericht | None) -> str:
    """ "413 von 8.185 Zellen"."""
    return (
        f"{words.number(bericht.geheim)} von {words.number(bericht.zellen)} Zellen" if bericht else "nicht festgehalten"
    )
