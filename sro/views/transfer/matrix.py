"""Products by audiences as HTML: what goes to whom, and what nobody gets yet. What is empty is shown as empty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape

from sro.auswertung.transfer.plan import Planzeile, Terminstand
from sro.model.transfer import Produkt, Zielgruppe
from sro.views import words
from sro.views.holstentor.beduerfnis import html_link
from sro.views.tafel import html_tafel
from sro.views.transfer.worte import Weg, sent_on
from sro.views.werkstatt.register import plural

Zellen = Mapping[tuple[Produkt, Zielgruppe], Sequence[Planzeile]]


def html_matrix(zellen: Zellen, heute: dt.date, weg: Weg) -> str:
    """Each cell that is planned leads to its rows in the plan."""
    rows = [
        (
            html_link(weg(teil="plan", produkt=produkt, zielgruppe=None, zeile=None), escape(produkt)),
            *(_cell(zellen[produkt, zielgruppe], produkt, zielgruppe, heute, weg) for zielgruppe in Zielgruppe),
        )
        for produkt in Produkt
    ]
    return html_tafel("Wer bekommt was?", ("Produkt", *map(str, Zielgruppe)), rows, "sro-transfermatrix")


def gaps(zellen: Zellen) -> str:
    """What nobody gets, and who gets nothing; in sentences."""
    alone = [p for p in Produkt if not any(zellen[p, z] for z in Zielgruppe)]
    without = [z for z in Zielgruppe if not any(zellen[p, z] for p in Produkt)]
    planned = sum(bool(rows) for rows in zellen.values())
    said = [f"{words.count(planned)} von {words.count(len(zellen))} Feldern sind besetzt."]
    said += [f"Für niemanden vorgesehen: {', '.join(alone)}."] if alone else []
    said += [f"Noch ganz ohne Produkt: {', '.join(without)}."] if without else []
    return " ".join(said)


def _cell(zeilen: Sequence[Planzeile], produkt: Produkt, zielgruppe: Zielgruppe, heute: dt.date, weg: Weg) -> str:
    if not zeilen:
        return '<span class="leer"><span aria-hidden="true">–</span><span class="sro-nur-hoerbar">niemand</span></span>'
    sent = [zeile.zuletzt.inhalt for zeile in zeilen if zeile.zuletzt]
    last = max(sent, key=lambda one: one.am or dt.date.min, default=None)
    late = sum(zeile.stand is Terminstand.UEBERFAELLIG for zeile in zeilen)
    said = f"zuletzt {sent_on(last)}" if last else "noch nie hinaus"
    many = str(zeilen[0].akte.inhalt.rhythmus) if len(zeilen) == 1 else plural(len(zeilen), "Zeile", "Zeilen")
    mark = f' <b class="sro-faellig">{words.count(late)} überfällig</b>' if late else ""
    inner = f"<b>{escape(many)}</b><small>{said}</small>{mark}"
    return html_link(weg(teil="plan", produkt=produkt, zielgruppe=zielgruppe, zeile=None), inner)
