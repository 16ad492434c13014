"""What is missing or contradictory in a mapping, as German sentences, all at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sro.intake.assistent.zeichen import Bedeutung
from sro.intake.assistent.zuordnung import Zuordnung
from sro.intake.sprache import meant
from sro.intake.zahl import MARKERS
from sro.intake.zeit import read_time
from sro.model.gebiet import GebietKey, Stadt
from sro.model.indikator import Katalog


def gaps(zuordnung: Zuordnung) -> Iterator[str]:
    """What is wrong with a mapping whatever the city and the catalogue."""
    if not zuordnung.werte:
        yield "werte: Es ist keine Spalte einem Indikator zugeordnet. Bitte mindestens eine zuordnen."
    if zuordnung.letzte is not None and zuordnung.letzte < zuordnung.erste:
        yield f"letzte_zeile: {zuordnung.letzte} steht vor der ersten Zeile {zuordnung.erste}. Bitte berichtigen."
    if any(zeile >= zuordnung.erste for zeile in zuordnung.kopfzeilen):
        yield f"kopfzeilen: Sie müssen über der ersten Zeile {zuordnung.erste} stehen. Bitte berichtigen."
    yield from _times(zuordnung)
    yield from _renamed_times(zuordnung)
    yield from _twice(zuordnung)
    for zeichen, bedeutung in zuordnung.zeichen.items():
        if bedeutung is Bedeutung.ZAHL and (zeichen in MARKERS or zeichen == "0"):
            yield f"zeichen: „{zeichen}“ steht für sich und ist keine Zahl. Möglich sind null, unbekannt, fehlt."


def gaps_against(zuordnung: Zuordnung, katalog: Katalog, stadt: Stadt) -> Iterator[str]:
    """What a mapping names that the catalogue or the city does not know."""
    for name in dict.fromkeys(wert.indikator for wert in zuordnung.werte):
        if name not in katalog:
            near = meant(name, [one.id for one in katalog.indikatoren])
            yield f"werte: Der Katalog hat keinen Indikator „{name}“.{near} Bitte berichtigen."
    levels = [ebene.id for ebene in stadt.ebenen]
    if zuordnung.ebene not in levels:
        yield f"ebene: „{zuordnung.ebene}“ gibt es nicht. Möglich sind {', '.join(levels)}."
    for text, target in zuordnung.gebiete.items():
        if area_key(target, zuordnung.ebene) not in stadt:
            yield f"gebiete: „{target}“ (für „{text}“) ist kein Gebiet der Stadt. Bitte Ebene/Kennung angeben."


def area_key(target: str, ebene: str) -> GebietKey:
    """ "00" of the mapping's level, "stadt/00" of another one."""
    level, _, area = target.rpartition("/")
    return GebietKey(level or ebene, area)


def _times(zuordnung: Zuordnung) -> Iterator[str]:
    with_year = [wert for wert in zuordnung.werte if wert.jahr is not None]
    ways = sum((zuordnung.zeitspalte is not None, zuordnung.jahr is not None, bool(with_year)))
    if ways == 0:
        yield "zeit: Es fehlt, wo das Jahr steht. Bitte eine Spalte, ein festes Jahr oder ein Jahr je Spalte angeben."
    if ways > 1:
        yield "zeit: Das Jahr ist mehrfach angegeben. Bitte nur Spalte, festes Jahr oder ein Jahr je Spalte behalten."
    if 0 < len(with_year) < len(zuordnung.werte):
        yield "werte: Nur manche Spalten haben ein Jahr. Bitte allen eines geben oder keiner."


def _renamed_times(zuordnung: Zuordnung) -> Iterator[str]:
    for text, target in zuordnung.zeiten.items():
        if read_time(target) is None:
            yield f"zeiten: „{target}“ (für „{text}“) ist keine Zeit. Bitte ein Jahr oder einen Tag angeben."


def _twice(zuordnung: Zuordnung) -> Iterator[str]:
    counts = Counter((wert.indikator, wert.seite, wert.jahr) for wert in zuordnung.werte)
    for (indikator, seite, jahr), times in counts.items():
        if times > 1:
            year = f" {jahr}" if jahr else ""
            yield (
                f"werte: {seite} von „{indikator}“{year} ist {times}-mal zugeordnet. "
                "Bitte einmal; Spalten, die zu addieren sind, gemeinsam unter „spalten“."
            )
    for wert in zuordnung.werte:
        if not wert.spalten or len(set(wert.spalten)) < len(wert.spalten):
            yield f"werte: {wert.seite} von „{wert.indikator}“ braucht Spalten, jede nur einmal. Bitte berichtigen."
