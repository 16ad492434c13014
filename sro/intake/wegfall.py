"""What a delivery takes away: levels of a year that the active Datenstand shows and the next one will not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sro.intake.lieferung import Lieferung
from sro.intake.sprache import listed, spans
from sro.model.befund import Befund, Schwere
from sro.model.datenstand import Datenstand
from sro.model.wert import Beobachtung

CODE = "ebene_entfaellt"


def dropped_levels(alle: Iterable[Beobachtung], active: Datenstand, lieferung: Lieferung) -> Iterator[Befund]:
    """A warning for each indicator that loses a level in a delivered year: a delivery replaces its years as a whole.

    Synthetic figures that real ones replace are no loss, and the other way round.
    """
    synthetic = lieferung.zeilen[0].synthetisch
    delivered = {
        (z.indikator.id, z.zeit.jahr, z.gebiet.ebene) for z in lieferung.zeilen if z.indikator and z.zeit and z.gebiet
    }
    years = {(indikator, jahr) for indikator, jahr, _ in delivered}
    shown = {(one.indikator, one.jahr, one.gebiet.ebene) for one in alle}
    for indikator in lieferung.indikatoren:
        if active.is_synthetic(indikator.id) != synthetic:
            continue
        gone = [(e, j) for i, j, e in shown - delivered if i == indikator.id and (i, j) in years]
        if gone:
            levels = listed([lieferung.stadt.ebene(ebene).plural for ebene in sorted({ebene for ebene, _ in gone})])
            when = spans(sorted({jahr for _, jahr in gone}))
            text = (
                f"„{indikator.kurzname}“ ({indikator.id}): Für {when} fehlt in der Lieferung: {levels}. "
                f"In Datenstand {active.id} ist das veröffentlicht, im neuen fehlt es. "
                "Bitte alle Ebenen eines Jahres gemeinsam liefern oder bestätigen."
            )
            yield Befund(CODE, text, Schwere.WARNUNG)
