"""A dialogue as files: one table of formats, which the page and the command line share."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sro.auswertung.brett.brett import Karte, card
from sro.auswertung.dialog.ausgabe import Dialogausgabe
from sro.export import kalender
from sro.model.gebiet import normalised
from sro.model.herausgabe import Herausgabe
from sro.views.dialog.worte import about

OFFICE = "application/vnd.openxmlformats-officedocument"


class Dialogformat(StrEnum):
    """What can be taken along of a dialogue."""

    PROTOKOLL = "protokoll.pdf"
    DOKUMENT = "protokoll.docx"
    FOLIEN = "folien.pptx"
    HANDREICHUNG = "handreichung.pdf"
    KALENDER = "termine.ics"

    @property
    def endung(self) -> str:
        return self.value.rpartition(".")[2]

    @property
    def mime(self) -> str:
        return _MIME[self.endung]


_MIME = {
    "pdf": "application/pdf",
    "docx": f"{OFFICE}.wordprocessingml.document",
    "pptx": f"{OFFICE}.presentationml.presentation",
    "ics": "text/calendar",
}


@dataclass(frozen=True)
class Dialogstoff:
    """What the files of a dialogue are made of."""

    ausgabe: Dialogausgabe
    herausgabe: Herausgabe

    @property
    def formate(self) -> tuple[Dialogformat, ...]:
        """Those that there is something for: without dates there is no calendar."""
        without = () if kalender.count(self.termine) else (Dialogformat.KALENDER,)
        return tuple(form for form in Dialogformat if form not in without)

    @property
    def termine(self) -> tuple[Karte, ...]:
        """The agreements of this dialogue with their dates."""
        blatt = self.ausgabe.blatt
        return tuple(card(one, blatt.bestand, self.ausgabe.stichtag, None, None) for one in blatt.vereinbarungen)

    def name(self, form: Dialogformat) -> str:
        """ "Protokoll_QD-1_moisling.pdf"; a draft says so."""
        return self._named(form.value.partition(".")[0].capitalize(), form.endung)

    @property
    def paket_name(self) -> str:
        return self._named("Dialog", "zip")

    def _named(self, what: str, ending: str) -> str:
        blatt = self.ausgabe.blatt
        draft = "" if self.ausgabe.abgeschlossen or what != "Protokoll" else "-Entwurf"
        place = normalised(about(blatt.dialog, blatt.werk.stadt)).replace(" ", "-")
        return f"{what}{draft}_{blatt.akte.id}_{place}.{ending}"

    def file(self, form: Dialogformat) -> bytes:
        """The file in one format."""
        return _MAKERS[form](self)

    def package(self) -> bytes:
        """All of them in one ZIP."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as paket:
            for form in self.formate:
                paket.writestr(self.name(form), self.file(form))
        return out.getvalue()


# Each library is loaded only by those who want its format.
def _protocol(stoff: Dialogstoff) -> bytes:
    from sro.export.dialog.protokoll import minutes, pdf

    return pdf(minutes(stoff.ausgabe, stoff.herausgabe))


def _document(stoff: Dialogstoff) -> bytes:
    from sro.export.dialog.dokument import docx
    from sro.export.dialog.protokoll import minutes

    return docx(minutes(stoff.ausgabe, stoff.herausgabe))


def _slides(stoff: Dialogstoff) -> bytes:
    from sro.export.dialog.folien import pptx

    return pptx(stoff.ausgabe, stoff.herausgabe)


def _handout(stoff: Dialogstoff) -> bytes:
    from sro.export.dialog.handreichung import pdf

    return pdf(stoff.ausgabe, stoff.herausgabe)


def _calendar(stoff: Dialogstoff) -> bytes:
    return kalender.ics(stoff.termine, stoff.ausgabe.blatt.werk.stadt)


_MAKERS: dict[Dialogformat, Callable[[Dialogstoff], bytes]] = {
    Dialogformat.PROTOKOLL: _protocol,
    Dialogformat.DOKUMENT: _document,
    Dialogformat.FOLIEN: _slides,
    Dialogformat.HANDREICHUNG: _handout,
    Dialogformat.KALENDER: _calendar,
}
