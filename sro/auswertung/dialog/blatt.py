"""One dialogue with everything that it shows: page, presentation, handout, slides and minutes are made of this object.

All figures are those of the Datenstand that was frozen for the dialogue, never those of the active one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from sro.akten.bestand import Bestand
from sro.auswertung.dialog.ablauf import Programmpunkt, agenda
from sro.auswertung.dialog.fragen import Frage, questions
from sro.auswertung.holstentor.bedarfsblatt import sheets
from sro.auswertung.holstentor.kette import chain
from sro.auswertung.holstentor.raumvergleich import finest_figure
from sro.auswertung.kennwert import Kennwert
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.akte import Akte, Inhalt
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.datenstand import Datenstand
from sro.model.dialog import Dialog, Notiz
from sro.model.gebiet import Gebiet, GebietKey, Modellprojekt, Stadt
from sro.model.indikator import Indikator
from sro.model.quartier import QUARTIER
from sro.model.vereinbarung import Vereinbarung

T = TypeVar("T", bound=Inhalt)


@dataclass(frozen=True)
class Dialogblatt:
    """`bestand` holds what the reader may read, `werk` the frozen Datenstand; all else is taken from these.

    `gebiet` is the area that the figures are asked for: the dialogue's, or the whole city.
    """

    akte: Akte[Dialog]
    bestand: Bestand
    werk: Zahlenwerk
    gebiet: Gebiet

    @property
    def dialog(self) -> Dialog:
        return self.akte.inhalt

    @property
    def datenstand(self) -> Datenstand:
        return self.werk.datenstand

    @cached_property
    def kennwerte(self) -> tuple[Kennwert, ...]:
        """The figures of the chosen indicators in their order, each at the level that its indicator allows.

        `Kennwert.gebiet` says for which area it holds: that may be one around `gebiet`.
        """
        found = (finest_figure(self.werk, one, self.gebiet.key) for one in self.indikatoren)
        return tuple(one for one in found if one)

    @property
    def indikatoren(self) -> tuple[Indikator, ...]:
        """The chosen indicators that the catalogue still has."""
        katalog = self.werk.katalog
        return tuple(katalog[one] for one in dict.fromkeys(self.dialog.indikatoren) if one in katalog)

    @property
    def ohne_zahl(self) -> tuple[Indikator, ...]:
        """Chosen indicators of which the Datenstand shows nothing for this area."""
        shown = {one.indikator.id for one in self.kennwerte}
        return tuple(one for one in self.indikatoren if one.id not in shown)

    @property
    def aussagen(self) -> tuple[Akte[Aussage], ...]:
        return self._chosen(self.dialog.aussagen, Aussage)

    @property
    def bedarfe(self) -> tuple[Akte[Bedarf], ...]:
        return self._chosen(self.dialog.bedarfe, Bedarf)

    @property
    def rueckblick(self) -> tuple[Akte[Vereinbarung], ...]:
        """The agreements of earlier dialogues that are looked back on, as they stand now."""
        return self._chosen(self.dialog.rueckblick, Vereinbarung)

    @property
    def notizen(self) -> tuple[Akte[Notiz], ...]:
        """What was noted down; an entry that somebody emptied is none."""
        return tuple(one for one in self.bestand.her(self.akte.id, Notiz) if not one.inhalt.leer)

    @property
    def vereinbarungen(self) -> tuple[Akte[Vereinbarung], ...]:
        """What was agreed in this dialogue; an entry that somebody emptied is none."""
        return tuple(one for one in self.bestand.her(self.akte.id, Vereinbarung) if not one.inhalt.leer)

    @property
    def programm(self) -> tuple[Programmpunkt, ...]:
        return agenda(self.dialog)

    @cached_property
    def fragen(self) -> tuple[Frage, ...]:
        """Where figures and voices of this area disagree. Chosen Bedarfe from elsewhere say nothing about it."""
        here = chain(self.bestand, self.werk.stadt, Modellprojekt(self.gebiet.name, self.gebiet.key))
        chosen = set(self.dialog.bedarfe)
        kette = replace(here, bedarfe=tuple(one for one in here.bedarfe if one.id in chosen))
        blaetter = sheets(kette, self.werk.katalog, lambda one: finest_figure(self.werk, one, self.gebiet.key))
        return questions(blaetter, self.kennwerte)

    @property
    def synthetisch(self) -> bool:
        """Whether anything on it is made up: the dialogue, a record that it shows, or a figure."""
        shown = (self.akte, *self.aussagen, *self.bedarfe, *self.rueckblick, *self.notizen, *self.vereinbarungen)
        return any(one.inhalt.synthetisch for one in shown) or any(one.synthetisch for one in self.kennwerte)

    def _chosen(self, ids: tuple[str, ...], klasse: type[T]) -> tuple[Akte[T], ...]:
        """Of what a field of the dialogue names, what there is and may be read; in the order in which it was chosen."""
        by_id = {one.id: one for one in self.bestand.von(klasse)}
        return tuple(by_id[one] for one in dict.fromkeys(ids) if one in by_id)


def dialogblatt(dialog_akte: Akte[Dialog], bestand: Bestand, werk: Zahlenwerk) -> Dialogblatt:
    """The sheet of a dialogue; `werk` must be that of the Datenstand frozen for it, ValueError where it is another."""
    if werk.datenstand.id != dialog_akte.inhalt.datenstand:
        raise ValueError(f"{dialog_akte.id} gehört zu Datenstand {dialog_akte.inhalt.datenstand}.")
    return Dialogblatt(dialog_akte, bestand, werk, area_of(dialog_akte.inhalt.raum, werk.stadt))


def area_of(raum: GebietKey | None, stadt: Stadt) -> Gebiet:
    """The area whose figures stand for a room: itself, of a Quartier the first that it touches, else the whole city."""
    if raum and raum.ebene == QUARTIER:
        raum = next((one.gebiete[0] for one in stadt.quartiere if one.id == raum.id and one.gebiete), None)
    return stadt.gebiet(raum) if raum and raum in stadt else stadt.oberste
