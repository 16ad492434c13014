"""What the page Holstentor-Nord shows, from the records that this role may read and the active Datenstand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from sro.akten.bestand import Bestand
from sro.auswertung.dialog.fragen import Frage, questions
from sro.auswertung.holstentor.bedarfsblatt import Bedarfsblatt, sheets
from sro.auswertung.holstentor.kette import Kette, chain, narrowed
from sro.auswertung.holstentor.perspektiven import Perspektiven, perspectives
from sro.auswertung.holstentor.raumvergleich import Raumvergleich, finest_figure, side_by_side
from sro.auswertung.holstentor.stimmenfilter import Stimmenfilter, passes, quartier_of
from sro.auswertung.kennwert import Kennwert
from sro.model.einrichtung import Einrichtungsliste
from sro.model.gebiet import GebietKey, Modellprojekt
from sro.model.indikator import Indikator
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from sro.web import data
from sro.web.akten import bestand
from sro.web.holstentor.auswahl import Holstentorwahl, quartiere


@dataclass(frozen=True)
class Holstentorseite:
    """`ganz`: all of the project that this role may read, `kette`: what of it passes the filter."""

    projekt: Modellprojekt
    wahl: Holstentorwahl
    ganz: Kette
    kette: Kette

    @property
    def leer(self) -> bool:
        return not any(self.ganz.spalten)

    @property
    def synthetisch(self) -> bool:
        return any(akte.inhalt.synthetisch for akte in self.ganz.by_id.values())


def records(projekt: Modellprojekt) -> Kette:
    """All records of the project that this role may read."""
    return _chain(bestand(), projekt)


def sheet(projekt: Modellprojekt, ganz: Kette, wahl: Holstentorwahl) -> Holstentorseite:
    return Holstentorseite(projekt, wahl, ganz, _narrowed(ganz, wahl) if wahl.filtert else ganz)


def matrix(seite: Holstentorseite) -> Perspektiven:
    """All groups and themes, of the chosen Quartier alone: what the other filters leave out steps back in it."""
    quartier = Stimmenfilter(quartier=seite.wahl.quartier)
    voices = [akte for akte in seite.ganz.beduerfnisse if passes(akte.inhalt, quartier)]
    return perspectives(voices, [thema.id for thema in stimmenworte().themen], seite.ganz.widersprechende)


def need_sheets(seite: Holstentorseite, kette: Kette) -> tuple[Bedarfsblatt, ...]:
    """The Bedarfe of a chain with the figures of the active Datenstand, where there is one."""

    def figure_of(indikator: Indikator) -> Kennwert | None:
        return figure(indikator, seite.projekt.gebiet)

    return sheets(kette, catalogue(), figure_of)


def dialogue(seite: Holstentorseite) -> tuple[Frage, ...]:
    """The questions; who names a Bedarf is asked of all voices, the filter only chooses among the Bedarfe."""
    figures = (figure(indikator, seite.projekt.gebiet) for indikator in catalogue().indikatoren)
    shown = {akte.id for akte in seite.kette.bedarfe}
    asked = questions(need_sheets(seite, seite.ganz), [one for one in figures if one])
    return tuple(frage for frage in asked if frage.bedarf is None or frage.bedarf.akte.id in shown)


def comparison(seite: Holstentorseite) -> Raumvergleich | None:
    """The project's area beside those around it; None without a Datenstand."""
    active = data.datenstand()
    return _comparison(active.id, seite.projekt.gebiet) if active else None


def voices_by_quartier(seite: Holstentorseite) -> dict[str, int]:
    """How many Bedürfnisse pass the filter of group and theme, by Quartier; also of none."""
    wider = Stimmenfilter(gruppe=seite.wahl.gruppe, thema=seite.wahl.thema)
    found = Counter(quartier_of(akte.inhalt) for akte in seite.ganz.beduerfnisse if passes(akte.inhalt, wider))
    return {name: found[name] for name in quartiere(seite.projekt)}


def facilities() -> Einrichtungsliste | None:
    return data.store().einrichtungen()


def figure(indikator: Indikator, gebiet: GebietKey) -> Kennwert | None:
    """The figure at the level that the indicator allows; None without a Datenstand or without any figure."""
    active = data.datenstand()
    return _figure(active.id, indikator.id, gebiet) if active else None


@lru_cache(maxsize=6)
def _chain(akten: Bestand, projekt: Modellprojekt) -> Kette:
    return chain(akten, city(), projekt)


def _narrowed(ganz: Kette, wahl: Stimmenfilter) -> Kette:
    return narrowed(ganz, lambda beduerfnis: passes(beduerfnis, wahl))


@lru_cache(maxsize=256)
def _figure(datenstand_id: int, indikator: str, gebiet: GebietKey) -> Kennwert | None:
    return finest_figure(data.figures(datenstand_id), catalogue()[indikator], gebiet)


@lru_cache(maxsize=4)
def _comparison(datenstand_id: int, gebiet: GebietKey) -> Raumvergleich:
    return side_by_side(data.figures(datenstand_id), gebiet)
