"""The other way from unprotected counts to what may be shown: every count of persons rounded, none hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sro.model.gebiet import Stadt
from sro.model.indikator import Anteilsart, Indikator, Katalog
from sro.model.wert import Beobachtung, Status
from sro.protect.blaetter import Blaetter
from sro.protect.fenster import buendeln, ueberlappung
from sro.protect.regeln import schwellen
from sro.protect.rohwert import Rohwert
from sro.protect.rundung import Rundung
from sro.protect.rundungspruefung import audit_gerundet, zusammen_verraten
from sro.protect.schutz import Schutzergebnis, SchutzUnmoeglich
from sro.protect.system import aufbauen
from sro.protect.vorwissen import Verrat
from sro.protect.zellen import Flaechen, Schluessel, aus_rohwerten


def runden(
    rohwerte: Sequence[Rohwert],
    katalog: Katalog,
    stadt: Stadt,
    bestand: Sequence[Beobachtung],
    frueher: Mapping[str, Sequence[Beobachtung]],
) -> Schutzergebnis:
    """As `protect` does, by rounding; `bestand` and `frueher` are rounded as well.

    SchutzUnmoeglich where a small count was published before in another breakdown, or would be too narrow all the same;
    Widerspruch where figures contradict each other.
    """
    rohwerte = buendeln(rohwerte, katalog)
    veroeffentlicht = {"dem aktiven Datenstand": bestand, **frueher} if bestand else dict(frueher)
    if ueberlappend := ueberlappung(rohwerte, veroeffentlicht):
        raise SchutzUnmoeglich(ueberlappend)
    flaechen = Flaechen(stadt)
    neu = aus_rohwerten(rohwerte, katalog, flaechen)
    aufbauen(neu, katalog, flaechen)  # for its Widerspruch: whether all sums and shares add up
    gezeigt = {**neu.werte, **Rundung(katalog).runden(neu.werte, Blaetter.of(neu.werte, katalog, flaechen))}
    zeilen = tuple(_gerundet(roh, katalog, flaechen, gezeigt) for roh in rohwerte)
    _nicht_anders_zerlegt(zusammen_verraten(zeilen, veroeffentlicht, katalog, stadt))
    bericht = audit_gerundet((*zeilen, *bestand), katalog, stadt)
    return Schutzergebnis((*zeilen, *bestand), bericht, katalog.geheimhaltung)


def _gerundet(roh: Rohwert, katalog: Katalog, flaechen: Flaechen, gezeigt: Mapping[Schluessel, float]) -> Beobachtung:
    def mit(
        status: Status, zaehler: float | None = None, nenner: float | None = None, wert: float | None = None
    ) -> Beobachtung:
        return Beobachtung(
            roh.indikator, roh.gebiet, roh.jahr, status, zaehler, nenner, wert, jahre=roh.jahre, gerundet=True
        )

    if roh.zaehler is None or roh.nenner is None:
        return mit(Status.FEHLT)
    zeile = flaechen.zeile(roh, katalog)
    zaehler, nenner = _hoechstens_alle(zeile.indikator, gezeigt[zeile.zaehler], gezeigt[zeile.nenner])
    if nenner <= 0 or nenner < zeile.indikator.mindestnenner:
        return mit(Status.NICHT_SINNVOLL, zaehler, nenner)
    genau = zeile.indikator.zaehler not in schwellen(katalog)  # VZÄ, m², places: nothing is rounded
    status = Status.NULL if genau and not zaehler else Status.OK
    return mit(status, zaehler, nenner, zeile.indikator.rate(zaehler, nenner))


def _hoechstens_alle(indikator: Indikator, zaehler: float, nenner: float) -> tuple[float, float]:
    """A share is no more than the whole, whichever way both were rounded."""
    return (min(zaehler, nenner) if indikator.art is Anteilsart.ANTEIL else zaehler), nenner


def _nicht_anders_zerlegt(verrat: Iterable[Verrat]) -> None:
    for eine in verrat:
        raise SchutzUnmoeglich(
            f"Die Größe {eine.zelle} ist in {eine.wo} ohne ihre Teile gerundet oder in andere Teile zerlegt als jetzt; "
            "beides zusammen würde kleine Zahlen eingrenzen. Bitte alle Indikatoren, die mit ihr zusammenhängen, in "
            "einer Lieferung und in denselben Ebenen liefern oder für diese Zahlen eine eigene Datenbank anlegen."
        )
