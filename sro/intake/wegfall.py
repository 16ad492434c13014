"""What a delivery takes away: levels of a year and windows that the active Datenstand shows, the next one not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sro.intake.lieferung import Lieferung
from sro.intake.sprache import listed, spans
from sro.model.befund import Befund, Schwere
from sro.model.buendelung import zeitraum, zeitraum_kurz
from sro.model.datenstand import Datenstand
from sro.model.wert import Beobachtung

CODE = "ebene_entfaellt"
WINDOW = "zeitraum_entfaellt"


def dropped_levels(alle: Iterable[Beobachtung], active: Datenstand, lieferung: Lieferung) -> Iterator[Befund]:
    """A warning for each indicator that loses a level in a delivered year: a delivery replaces its years as a whole.

    Synthetic figures that real ones replace are no loss, and the other way round.
    """
    synthetic = lieferung.zeilen[0].synthetisch
    delivered = {
        (z.indikator.id, z.zeit.jahr, z.gebiet.ebene) for z in lieferung.zeilen if z.indikator and z.zeit and z.gebiet
    }
    years = {(indikator, jahr) for indikator, jahr, _ in delivered}
    shown = {(one.indikator, one.jahr, one.gebiet.ebene) for one in alle if one.jahre == 1}
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


def dropped_windows(alle: Iterable[Beobachtung], active: Datenstand, lieferung: Lieferung) -> Iterator[Befund]:
    """A warning for each published window of which the delivery has some years and lacks others: it would be lost."""
    windows = {(one.indikator, one.gebiet.ebene, one.jahr, one.jahre) for one in alle if one.jahre > 1}
    if not windows:
        return
    synthetic = lieferung.zeilen[0].synthetisch
    rows = {
        (z.indikator.id, z.zeit.jahr, z.gebiet.ebene) for z in lieferung.zeilen if z.indikator and z.zeit and z.gebiet
    }
    years = {(name, jahr) for name, jahr, _ in rows}
    for name, ebene, letztes, jahre in sorted(windows):
        all_years = zeitraum(letztes, jahre)
        missing = [jahr for jahr in all_years if (name, jahr, ebene) not in rows]
        touched = any((name, jahr) in years for jahr in all_years)
        if touched and missing and active.is_synthetic(name) == synthetic:
            text = (
                f"„{lieferung.katalog[name].kurzname}“ ({name}): Der Zeitraum {zeitraum_kurz(letztes, jahre)} ist in "
                f"Datenstand {active.id} auf der Ebene {lieferung.stadt.ebene(ebene).name} veröffentlicht; die "
                f"Lieferung hat dort {spans(missing)} nicht, deshalb fehlt er im neuen. Bitte alle Jahre des Zeitraums "
                "gemeinsam liefern oder bestätigen."
            )
            yield Befund(WINDOW, text, Schwere.WARNUNG)
