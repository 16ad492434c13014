"""All screens of a dialogue's presentation in the order of its agenda, and the figures that somebody may ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sro.auswertung.brett.brett import Karte
from sro.auswertung.dialog.ablauf import Abschnitt
from sro.auswertung.dialog.blatt import Dialogblatt
from sro.auswertung.kennwert import Kennwert, figure
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.gebiet import GebietKey, normalised
from sro.model.indikator import Indikator
from sro.views.dialog import bild_rueckblick as dialogbild_rueckblick
from sro.views.dialog import bild_runde as dialogbild_runde
from sro.views.dialog import bild_stimmen as dialogbild_stimmen
from sro.views.dialog.bild import Bild, foot
from sro.views.dialog.bild_karte import html_map
from sro.views.dialog.bild_verlauf import html_course
from sro.views.dialog.bild_zahl import html_figure
from sro.views.karte.umriss import Grenzen

TITLE = 54  # letters of a heading on one line
GrenzenVon = Callable[[str], Grenzen | None]  # the boundaries of a level, None where there are none


@dataclass(frozen=True)
class Vorfuehrung:
    """What the screens are made of beside the sheet. `mitschrift`: whether the live notes lie over their screen."""

    blatt: Dialogblatt
    rueckblick: tuple[Karte, ...]
    grenzen: GrenzenVon
    mitschrift: bool = False


@dataclass(frozen=True)
class Gebietswahl:
    """The areas of the level at which an indicator is looked at, by the alphabet; `eigenes` is the dialogue's own."""

    indikator: Indikator
    ebene: str
    plural: str
    gebiete: tuple[tuple[GebietKey, str], ...]
    eigenes: GebietKey


def screens(vorfuehrung: Vorfuehrung) -> tuple[Bild, ...]:
    """The title, then the sections that have minutes; all sections where none has."""
    blatt = vorfuehrung.blatt
    planned = [punkt.abschnitt for punkt in blatt.programm] or list(Abschnitt)
    parts = {
        Abschnitt.RUECKBLICK: lambda: dialogbild_rueckblick.screens(blatt, vorfuehrung.rueckblick),
        Abschnitt.DATEN: lambda: _figures(vorfuehrung),
        Abschnitt.STIMMEN: lambda: dialogbild_stimmen.screens(blatt),
        Abschnitt.DEUTUNG: lambda: iter((dialogbild_runde.meaning(blatt),)),
        Abschnitt.VEREINBARUNGEN: lambda: iter((dialogbild_runde.agreeing(blatt, vorfuehrung.mitschrift),)),
        Abschnitt.TRANSFER: lambda: iter((dialogbild_runde.onward(blatt),)),
    }
    return (dialogbild_runde.opening(blatt), *(bild for one in planned for bild in parts[one]()))


def other_areas(blatt: Dialogblatt) -> tuple[Gebietswahl, ...]:
    """For each indicator all areas of the level at which it is shown; none where there is only one."""
    choices = (_choice(blatt, kennwert) for kennwert in blatt.kennwerte)
    return tuple(one for one in choices if len(one.gebiete) > 1)


def asked(werk: Zahlenwerk, wahl: Gebietswahl, gebiet: GebietKey) -> str:
    """The figure of another area in the same frozen Datenstand, as HTML."""
    found = figure(werk, wahl.indikator, gebiet)
    return html_figure(found, wahl.plural) if found else ""


def _choice(blatt: Dialogblatt, kennwert: Kennwert) -> Gebietswahl:
    ebene = _level_of_map(blatt, kennwert) or kennwert.gebiet.ebene
    areas = sorted(blatt.werk.stadt.of_level(ebene), key=lambda one: normalised(one.name))
    plural = blatt.werk.stadt.ebene(ebene).plural
    return Gebietswahl(
        kennwert.indikator, ebene, plural, tuple((one.key, one.name) for one in areas), kennwert.gebiet.key
    )


def _figures(vorfuehrung: Vorfuehrung) -> Iterator[Bild]:
    blatt = vorfuehrung.blatt
    for kennwert in blatt.kennwerte:
        yield from _steps(vorfuehrung, kennwert)
    if blatt.ohne_zahl or not blatt.kennwerte:
        yield _without(blatt, blatt.ohne_zahl)


def _steps(vorfuehrung: Vorfuehrung, kennwert: Kennwert) -> Iterator[Bild]:
    """Value, course, map; the map is left out where there is none."""
    blatt, indikator = vorfuehrung.blatt, kennwert.indikator
    plural = blatt.werk.stadt.ebene(kennwert.gebiet.ebene).plural
    yield _step(blatt, kennwert, "zahl", html_figure(kennwert, plural), "Was überrascht Sie?")
    yield _step(blatt, kennwert, "verlauf", html_course(kennwert), "Was war in diesen Jahren anders?")
    ebene = _level_of_map(blatt, kennwert)
    grenzen = vorfuehrung.grenzen(ebene) if ebene else None
    drawn = html_map(blatt.werk, indikator, ebene, kennwert.gebiet.key, grenzen) if ebene and grenzen else ""
    if drawn:
        yield _step(blatt, kennwert, "karte", drawn, "Was kennen Sie aus der Praxis?")


def _step(blatt: Dialogblatt, kennwert: Kennwert, art: str, content: str, frage: str) -> Bild:
    indikator = kennwert.indikator
    where = blatt.gebiet.name if kennwert.gebiet == blatt.gebiet else f"Zahl nur für {kennwert.gebiet.name}"
    return Bild(
        kennung=f"{art}-{indikator.id}".replace("_", "-"),
        abschnitt=Abschnitt.DATEN,
        oben=where,
        titel=indikator.name if len(indikator.name) <= TITLE else indikator.kurzname,
        inhalt=content,
        art=art,
        frage=frage,
        indikator=indikator.id,
        fuss=foot(blatt, kennwert.synthetisch, f"Quelle: {indikator.quelle}"),
    )


def _level_of_map(blatt: Dialogblatt, kennwert: Kennwert) -> str:
    """The figure's own level, below the whole city the first with figures; empty where there is none."""
    if kennwert.gebiet.eltern:
        return kennwert.gebiet.ebene
    levels = sorted(blatt.werk.stadt.ebenen, key=lambda one: one.rang)
    return next(
        (one.id for one in levels if one.rang > 0 and blatt.werk.has_level(kennwert.indikator, one.id)),
        "",
    )


def _without(blatt: Dialogblatt, indikatoren: Sequence[Indikator]) -> Bild:
    named = " und ".join(f"„{one.kurzname}“" for one in indikatoren[:4])
    told = (
        f"Zu {named} zeigt dieser Datenstand keine Zahl." if named else "Für diesen Dialog ist keine Zahl ausgewählt."
    )
    return Bild(
        kennung="ohne-zahl",
        abschnitt=Abschnitt.DATEN,
        oben=blatt.gebiet.name,
        titel="Wozu uns eine Zahl fehlt" if named else "Datenblick",
        inhalt=f'<p class="satz">{told}</p>',
        art="satzbild",
        frage="Was wissen Sie dazu aus der Praxis?",
        fuss=foot(blatt, False),
    )
