"""A district's profile as files: one table of formats, which the page and the command line share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sro.auswertung.profil.profil import Profil
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.export.dateiname import file_name
from sro.export.spalten import Beigabe
from sro.views.karte.umriss import Grenzen

OFFICE = "application/vnd.openxmlformats-officedocument"


class Profilformat(StrEnum):
    """The formats of a profile, by the ending of their files."""

    PDF = "pdf"
    XLSX = "xlsx"
    PPTX = "pptx"
    CSV = "csv"

    @property
    def mime(self) -> str:
        return _MIME[self]


_MIME = {
    Profilformat.PDF: "application/pdf",
    Profilformat.XLSX: f"{OFFICE}.spreadsheetml.sheet",
    Profilformat.PPTX: f"{OFFICE}.presentationml.presentation",
    Profilformat.CSV: "text/csv",
}


@dataclass(frozen=True)
class Profilstoff:
    """What the files of a profile are made of; `grenzen` reads the boundaries of the profile's level."""

    profil: Profil
    werk: Zahlenwerk
    grenzen: Callable[[], Grenzen]
    beigabe: Beigabe

    def name(self, form: Profilformat) -> str:
        return file_name("Profil", self.profil.gebiet, form.value)

    def file(self, form: Profilformat) -> bytes:
        """The file in one format."""
        return _MAKERS[form](self)


# Each library is loaded only by those who want its format.
def _pdf(stoff: Profilstoff) -> bytes:
    from sro.export.profil.heft import pdf

    return pdf(stoff.profil, stoff.werk.stadt, stoff.grenzen())


def _xlsx(stoff: Profilstoff) -> bytes:
    from sro.export.mappe.profil import xlsx

    return xlsx(stoff.profil, stoff.werk, stoff.beigabe)


def _pptx(stoff: Profilstoff) -> bytes:
    from sro.export.profil.folien import pptx

    return pptx(stoff.profil, stoff.werk.stadt, stoff.beigabe)


def _csv(stoff: Profilstoff) -> bytes:
    from sro.export.profil.tabelle import profile_csv

    return profile_csv(stoff.profil, stoff.beigabe)


_MAKERS: dict[Profilformat, Callable[[Profilstoff], bytes]] = {
    Profilformat.PDF: _pdf,
    Profilformat.XLSX: _xlsx,
    Profilformat.PPTX: _pptx,
    Profilformat.CSV: _csv,
}
