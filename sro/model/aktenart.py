"""Which kinds of records there are."""

from __future__ import annotations

from dataclasses import dataclass

from sro.model.akte import Inhalt
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.dialog import Dialog, Notiz
from sro.model.feld import Vokabular
from sro.model.fortschritt import Fortschritt, Meilenstein
from sro.model.impuls import Impuls
from sro.model.steuerung import Steuerungspotential
from sro.model.transfer import Transfer, Versand
from sro.model.uebergabe import Uebergabe
from sro.model.vereinbarung import Vereinbarung
from sro.model.werkstatt import Werkstatt


@dataclass(frozen=True, slots=True)
class Aktenart:
    """A kind of record: letters of its ids, its class, its German names, the field that stands for it in lists.

    `vokabular` is what other records call it by, None where none points to it.
    """

    kuerzel: str
    klasse: type[Inhalt]
    name: str
    plural: str
    titelfeld: str
    vokabular: Vokabular | None = None


AKTENARTEN = (
    Aktenart("WS", Werkstatt, "Werkstatt", "Werkstätten", "titel", Vokabular.WERKSTATT),
    Aktenart("AU", Aussage, "Aussage", "Aussagen", "wortlaut", Vokabular.AUSSAGE),
    Aktenart("UE", Uebergabe, "Übergabe", "Übergaben", "schnittstelle"),
    Aktenart("BN", Beduerfnis, "Bedürfnis", "Bedürfnisse", "text", Vokabular.BEDUERFNIS),
    Aktenart("BE", Bedarf, "Bedarf", "Bedarfe", "titel", Vokabular.BEDARF),
    Aktenart("IM", Impuls, "Impuls", "Impulse", "titel", Vokabular.IMPULS),
    Aktenart("SP", Steuerungspotential, "Steuerungspotential", "Steuerungspotentiale", "titel"),
    Aktenart("FO", Fortschritt, "Fortschritt", "Fortschritte", "bezug"),
    Aktenart("MS", Meilenstein, "Meilenstein", "Meilensteine", "titel"),
    Aktenart("QD", Dialog, "Dialog", "Dialoge", "titel", Vokabular.DIALOG),
    Aktenart("NO", Notiz, "Notiz", "Notizen", "text"),
    Aktenart("VB", Vereinbarung, "Vereinbarung", "Vereinbarungen", "text", Vokabular.VEREINBARUNG),
    Aktenart("TR", Transfer, "Transferzeile", "Transferzeilen", "produkt", Vokabular.TRANSFER),
    Aktenart("VS", Versand, "Versand", "Versand", "an"),
)
_BY_CLASS = {art.klasse: art for art in AKTENARTEN}
_BY_LETTERS = {art.kuerzel: art for art in AKTENARTEN}


def art_of(klasse: type[Inhalt]) -> Aktenart:
    """KeyError where the class is none of a record."""
    return _BY_CLASS[klasse]


def art_of_id(akte: str) -> Aktenart:
    """The kind that an id such as "BN-12" names; KeyError where it names none."""
    return _BY_LETTERS[akte.partition("-")[0]]


def art_called(kuerzel: str) -> Aktenart:
    """By the letters of its ids; KeyError where there is none."""
    return _BY_LETTERS[kuerzel]
