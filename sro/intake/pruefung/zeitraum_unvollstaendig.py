"""Years of a window that is not complete yet: taken, but published only with all of its years."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung, Zeile
from sro.intake.sprache import spans
from sro.model.befund import Befund, Schwere
from sro.model.buendelung import zeitraum_kurz
from sro.model.indikator import Indikator

CODE = "zeitraum_unvollstaendig"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for (_, ebene, letztes), first in _windows(lieferung).items():
        zeile = first[min(first)]
        indikator = zeile.indikator
        if indikator is None or indikator.stadtweit_gebuendelt is None:
            continue
        missing = [jahr for jahr in indikator.stadtweit_gebuendelt.fenster(letztes) if jahr not in first]
        if missing:
            text = (
                f"„{indikator.kurzname}“ wird auf der Ebene {lieferung.stadt.ebene(ebene).name} nur über "
                f"{indikator.stadtweit_gebuendelt.jahre} Jahre zusammen veröffentlicht. Für den Zeitraum "
                f"{zeitraum_kurz(letztes, indikator.stadtweit_gebuendelt.jahre)} fehlt {spans(missing)}; er erscheint "
                "erst, wenn alle seine Jahre in einer Lieferung stehen."
            )
            yield zeile.befund(CODE, "zeit", text, Schwere.HINWEIS)


def _windows(lieferung: Lieferung) -> dict[tuple[str, str, int], dict[int, Zeile]]:
    """Indicator, level and last year of a window → year → its first row."""
    windows: dict[tuple[str, str, int], dict[int, Zeile]] = {}
    for zeile in lieferung.zeilen if any(map(_pooled, lieferung.indikatoren)) else ():
        if zeile.indikator and zeile.gebiet and zeile.zeit:
            pooled = zeile.indikator.stadtweit_gebuendelt
            if pooled and zeile.gebiet.ebene in pooled.ebenen:
                key = (zeile.indikator.id, zeile.gebiet.ebene, pooled.letztes(zeile.zeit.jahr))
                windows.setdefault(key, {}).setdefault(zeile.zeit.jahr, zeile)
    return windows


def _pooled(indikator: Indikator) -> bool:
    return indikator.stadtweit_gebuendelt is not None
