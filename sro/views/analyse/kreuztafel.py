"""A table laid out crosswise as HTML: areas down, indicators or years across, the city as the last row."""

from __future__ import annotations

from html import escape

from sro.auswertung.analyse.kreuztabelle import Kreuztabelle, Quer, Querfeld, Querzeile, Zellwert
from sro.auswertung.analyse.tabelle import Datenzeile, Spalte
from sro.model.buendelung import zeitraum_kurz
from sro.model.gebiet import Gebiet
from sro.model.wert import status_of, wert_of
from sro.views.analyse.tabelle import cell, counted, region, row_head
from sro.views.analyse.worte import ZELLWERT
from sro.views.zahlen.tabelle import heard, value_cell


def html_crossed(
    tabelle: Kreuztabelle, zelle: Zellwert, titel: str, stadt: Gebiet, gewaehlt: frozenset[str] = frozenset()
) -> str:
    """One table. Hidden cells keep their marks; the city's row is its own figure, no sum of the rows above."""
    head = '<th scope="col">Gebiet</th>' + "".join(_head(feld, tabelle) for feld in tabelle.felder)
    rows = "".join(_row(zeile, zelle, zeile.gebiet.id in gewaehlt) for zeile in tabelle.zeilen)
    shown = {z.status for zeile in tabelle.zeilen for z in zeile.zellen if z}
    return region(f"{titel}: {ZELLWERT[zelle]}", head, f"<tbody>{rows}{_city(tabelle, zelle, stadt)}</tbody>", shown)


def _head(feld: Querfeld, tabelle: Kreuztabelle) -> str:
    """An indicator with its unit, or a year, which says where a series breaks."""
    if tabelle.quer is Quer.INDIKATOREN:
        text = f"{feld.indikator.kurzname} ({feld.indikator.einheit})"
    else:
        ebene = tabelle.zeilen[0].gebiet.ebene
        broken = feld.jahr in {bruch.jahr for bruch in feld.indikator.reihenbrueche}
        text = f"{zeitraum_kurz(feld.jahr, feld.indikator.jahre_zusammen(ebene))}{' (Reihenbruch)' if broken else ''}"
    return f'<th scope="col" class="zahl">{escape(text)}</th>'


def _row(zeile: Querzeile, zelle: Zellwert, gewaehlt: bool) -> str:
    cells = "".join(f'<td class="zahl">{_cell(z, zelle)}</td>' for z in zeile.zellen)
    return f"{row_head(zeile.gebiet.name, gewaehlt)}{cells}</tr>"


def _cell(zeile: Datenzeile | None, zelle: Zellwert) -> str:
    return heard("", "nicht ausgewählt") if zeile is None else cell(zeile, Spalte(zelle.value))


def _city(tabelle: Kreuztabelle, zelle: Zellwert, stadt: Gebiet) -> str:
    """Nothing where the cells are distances from the city."""
    if zelle is Zellwert.ABSTAND:
        return ""
    cells = "".join(f'<td class="zahl">{_city_cell(feld, zelle)}</td>' for feld in tabelle.felder)
    return f'<tr class="gesamt"><th scope="row">{escape(stadt.name)}</th>{cells}</tr>'


def _city_cell(feld: Querfeld, zelle: Zellwert) -> str:
    b = feld.stadt
    status = status_of(b)
    if zelle is Zellwert.WERT:
        return value_cell(status, wert_of(b), feld.indikator)
    return counted(status, getattr(b, zelle.value, None) if b else None)
