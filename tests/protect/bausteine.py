"""Small cities, catalogues and deliveries for the tests of disclosure control."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sro.model.gebiet import Ebene, Gebiet, GebietKey, Stadt
from sro.model.indikator import Anteilsart, Indikator, Katalog, Merkmal, Polaritaet
from sro.model.wert import Beobachtung
from sro.protect import Rohwert

JAHR = 2024
OBEN = GebietKey("stadt", "00")
EBENEN = ("stadt", "stadtteil", "stadtbezirk")


def teil(nummer: int) -> GebietKey:
    return GebietKey("stadtteil", f"{nummer:02d}")


def bezirk(nummer: int) -> GebietKey:
    return GebietKey("stadtbezirk", f"{nummer:02d}")


def stadt(*bezirke_je_stadtteil: int) -> Stadt:
    """A city with one Stadtteil per number, each of so many Stadtbezirke (0: none)."""
    gebiete = [Gebiet(*OBEN, "Stadt")]
    nummer = 0
    for t, anzahl in enumerate(bezirke_je_stadtteil, start=1):
        gebiete.append(Gebiet(*teil(t), f"Teil {t}", eltern=OBEN))
        for _ in range(anzahl):
            nummer += 1
            gebiete.append(Gebiet(*bezirk(nummer), f"Bezirk {nummer}", eltern=teil(t)))
    ebenen = tuple(Ebene(name, name.title(), name.title(), rang) for rang, name in enumerate(EBENEN))
    return Stadt("x", "X", ebenen, tuple(gebiete))


def merkmal(name: str, schwelle: int | None = 5, summe_aus: tuple[str, ...] = (), negativ: bool = False) -> Merkmal:
    return Merkmal(name, name, schwelle, summe_aus, negativ_moeglich=negativ)


def indikator(
    name: str,
    zaehler: str,
    nenner: str = "einwohner",
    art: Anteilsart = Anteilsart.DICHTE,
    gruppenschutz: bool = False,
    mindestnenner: int = 0,
    schwelle: int | None = None,
) -> Indikator:
    return Indikator(
        id=name,
        code="X1",
        name=name,
        kurzname=name,
        thema="x",
        zaehler=zaehler,
        nenner=nenner,
        einheit="je 1.000",
        faktor=1000.0,
        nachkommastellen=1,
        art=art,
        polaritaet=Polaritaet.AMBIVALENT,
        quelle="x",
        stichtag="31.12.",
        ebenen=EBENEN,
        schwelle=schwelle,
        mindestnenner=mindestnenner,
        gruppenschutz=gruppenschutz,
        definition="x",
        lesehinweis="x",
        einschraenkungen=(),
        paragraf="x",
    )


EINWOHNER = merkmal("einwohner", None)


def katalog(indikatoren: Sequence[Indikator], *merkmale: Merkmal) -> Katalog:
    return Katalog(tuple(indikatoren), (EINWOHNER, *merkmale))


def flach(name: str, werte: Sequence[float], nenner: Sequence[float] | float = 1000) -> list[Rohwert]:
    """A delivery for the Stadtteile 1, 2, ... and their sum for the city."""
    gruppen = [nenner] * len(werte) if isinstance(nenner, int | float) else list(nenner)
    zeilen = [Rohwert(name, teil(i), JAHR, w, n) for i, (w, n) in enumerate(zip(werte, gruppen, strict=True), start=1)]
    return [*zeilen, Rohwert(name, OBEN, JAHR, sum(werte), sum(gruppen))]


def tief(name: str, ort: Stadt, werte: Sequence[float], nenner: Sequence[float]) -> list[Rohwert]:
    """A delivery for all Stadtbezirke, summed up to every level above."""
    blaetter = ort.of_level("stadtbezirk")
    zahlen = {g.key: (w, n) for g, w, n in zip(blaetter, werte, nenner, strict=True)}
    for ebene in ("stadtteil", "stadt"):
        for gebiet in ort.of_level(ebene):
            kinder = [zahlen[kind.key] for kind in ort.children(gebiet.key)]
            zahlen[gebiet.key] = (sum(w for w, _ in kinder), sum(n for _, n in kinder))
    return [Rohwert(name, key, JAHR, w, n) for key, (w, n) in zahlen.items()]


def nach_ort(beobachtungen: Sequence[Beobachtung], name: str) -> Mapping[GebietKey, Beobachtung]:
    return {b.gebiet: b for b in beobachtungen if b.indikator == name}


def geheime(beobachtungen: Sequence[Beobachtung], name: str) -> set[GebietKey]:
    return {ort for ort, b in nach_ort(beobachtungen, name).items() if b.status == "geheim"}
