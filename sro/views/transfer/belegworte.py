"""What an element of the evidence chain is called and what is told of it in a few words. Plain text."""

from __future__ import annotations

from sro.akten.bestand import Bestand, title
from sro.model.akte import Akte, Inhalt
from sro.model.aktenart import art_of
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.gebiet import Stadt
from sro.model.impuls import Impuls, Umsetzung
from sro.model.indikator import Katalog
from sro.model.transfer import Transfer, Versand
from sro.model.vereinbarung import Vereinbarung
from sro.views import words
from sro.views.holstentor.beduerfnis import mentions

INDIKATOR = "Indikator"
WITHOUT_PUBLIC_WORDS = "ohne öffentliche Fassung"
STANDE = tuple(Umsetzung)


def kind(element: str, bestand: Bestand) -> str:
    """ "Bedarf", "Indikator" …"""
    return art_of(type(bestand.akte(element).inhalt)).name if element in bestand else INDIKATOR


def name(element: str, bestand: Bestand, katalog: Katalog) -> str:
    """Id and text of a record; an Indikator by its short name."""
    if element in bestand:
        return f"{element} {text(bestand.akte(element))}"
    return text_of_indicator(element, katalog)


def text_of_indicator(element: str, katalog: Katalog) -> str:
    return katalog[element].kurzname if element in katalog else element


def text(akte: Akte[Inhalt]) -> str:
    """What stands for a record. Of an Aussage its public words alone, also for those who may read the note."""
    if isinstance(akte.inhalt, Aussage):
        return akte.inhalt.wortlaut.strip() or WITHOUT_PUBLIC_WORDS
    if isinstance(akte.inhalt, Versand):
        return f"{words.date(akte.inhalt.am) if akte.inhalt.am else 'ohne Datum'} an {akte.inhalt.an}"
    return title(akte)


def meta(akte: Akte[Inhalt], bestand: Bestand, stadt: Stadt) -> str:
    """What tells an element from its like, behind its id."""
    match akte.inhalt:
        case Aussage() as one:
            parts = [one.valenz.value, one.altersgruppe.value]
        case Beduerfnis() as one:
            parts = [one.gruppe.value, mentions(one.nennungen)]
        case Bedarf() as one:
            parts = [stadt.raum_name(one.raum) if one.raum else ""]
        case Impuls() as one:
            parts = [one.umsetzung.value]
        case Vereinbarung() as one:
            parts = [meta_of_agreement(one)]
        case Versand() as one:
            parts = [_product(one, bestand)]
        case _:
            parts = []
    return " · ".join([akte.id, *filter(None, parts)])


def meta_of_agreement(one: Vereinbarung) -> str:
    """ "in Arbeit · Frist 31.12.2026" """
    return f"{one.umsetzung} · {f'Frist {words.date(one.frist)}' if one.frist else 'ohne Frist'}"


def states(vereinbarungen: list[Vereinbarung]) -> str:
    """ "2 in Arbeit, 1 umgesetzt", in the order in which things go."""
    counts = ((stand, sum(one.umsetzung is stand for one in vereinbarungen)) for stand in STANDE)
    return ", ".join(f"{words.count(count)} {stand}" for stand, count in counts if count)


def _product(versand: Versand, bestand: Bestand) -> str:
    """What went to which audience; nothing where this role may not read the row."""
    if versand.transfer not in bestand:
        return ""
    inhalt = bestand.akte(versand.transfer).inhalt
    return f"{inhalt.produkt}, {inhalt.zielgruppe}" if isinstance(inhalt, Transfer) else ""
