"""From a row and the pattern of hidden cells to what may be shown of it."""

from __future__ import annotations

from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status
from sro.protect.rohwert import Rohwert


def beobachtung(roh: Rohwert, indikator: Indikator, zaehler_geheim: bool, nenner_geheim: bool) -> Beobachtung:
    """The protected row. Secret goes before not meaningful; a hidden denominator hides the whole row."""

    def mit(
        status: Status, zaehler: float | None = None, nenner: float | None = None, wert: float | None = None
    ) -> Beobachtung:
        return Beobachtung(roh.indikator, roh.gebiet, roh.jahr, status, zaehler, nenner, wert, jahre=roh.jahre)

    if roh.zaehler is None or roh.nenner is None:
        return mit(Status.FEHLT)
    if nenner_geheim:
        return mit(Status.GEHEIM)
    if zaehler_geheim:
        return mit(Status.GEHEIM, nenner=roh.nenner)
    if roh.nenner <= 0 or roh.nenner < indikator.mindestnenner:
        return mit(Status.NICHT_SINNVOLL, roh.zaehler, roh.nenner)
    status = Status.OK if roh.zaehler else Status.NULL
    return mit(status, roh.zaehler, roh.nenner, indikator.rate(roh.zaehler, roh.nenner))
