"""A district's profile as a table: one row per indicator, with the city and what can be said beside each value."""

from __future__ import annotations

from sro.auswertung.kennwert import Kennwert
from sro.auswertung.profil.profil import Profil
from sro.export.csv import Form, table_csv
from sro.export.spalten import SPALTEN, Art, Beigabe, Spalte, Zeile, Zelle, cells, plain_number
from sro.model.wert import status_of, wert_of
from sro.views.analyse.worte import LAGE, URTEIL, course

WEITERE = (
    Spalte("thema", "Thema", Art.TEXT, "Thema des Indikators"),
    Spalte("wert_stadt", "Stadt", Art.ZAHL, "Wert der ganzen Stadt im selben Zeitraum, in der Einheit"),
    Spalte("status_stadt", "Status Stadt", Art.TEXT, "Status dieses Werts der Stadt"),
    Spalte("wert_rest", "Übrige Stadt", Art.ZAHL, "Wert der Stadt ohne dieses Gebiet; leer, wo er nicht zu zeigen ist"),
    Spalte("unterschied", "Unterschied zur übrigen Stadt", Art.TEXT, "statistischer Test auf dem 5-%-Niveau"),
    Spalte("auffaelligkeit", "Auffälligkeit", Art.TEXT, "strenger geprüft: außerhalb der Grenzen des Zufalls"),
    Spalte(
        "trend", "Trend", Art.TEXT, "geprüfter Trend mit seinen Jahren, seit der letzten Lücke oder dem letzten Bruch"
    ),
)
PROFILSPALTEN = (*SPALTEN, *WEITERE)


def profile_csv(profil: Profil, beigabe: Beigabe, form: Form = Form.MASCHINE) -> bytes:
    """The rows for programs or for a spreadsheet."""
    rows = [profile_cells(kennwert, beigabe) for kennwert in profil.kennwerte]
    return table_csv([spalte.name for spalte in PROFILSPALTEN], rows, form)


def profile_cells(kennwert: Kennwert, beigabe: Beigabe) -> tuple[Zelle, ...]:
    """A row in the order of PROFILSPALTEN. A hidden value is None and its status says why."""
    zeile = Zeile(kennwert.gebiet, kennwert.jahr, kennwert.beobachtung)
    stadt, rest = kennwert.stadt, kennwert.unterschied.rest
    return (
        *cells(zeile, kennwert.indikator, beigabe),
        kennwert.indikator.thema,
        plain_number(wert_of(stadt)),
        status_of(stadt).value,
        plain_number(rest.wert if rest else None),
        LAGE[kennwert.unterschied.lage],
        URTEIL[kennwert.auffaelligkeit.urteil],
        course(kennwert.trend),
    )
