"""What is counted about people: shares (binomial) and cases (Poisson), with a city-wide course and a local pattern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from scripts.demo.areas import AREA_KM2, BURDEN, MEMBERSHIP, YEARS, Tafel, Zahlen, residents_2020
from scripts.demo.chance import binomial, poissonian, rates, shares, trait, walk


@dataclass(frozen=True)
class Verlauf:
    """A Merkmal counted among another one: city-wide from `erstes` (2015) to `letztes` (2024) per person.

    `last` is how strongly it follows the invented burden of an area, `streuung` how much areas differ beside that;
    `sprung` multiplies single years (a series break).
    """

    merkmal: str
    unter: str
    erstes: float
    letztes: float
    last: float
    streuung: float
    sprung: dict[int, float] = field(default_factory=dict)

    def level(self) -> Zahlen:
        jump = np.array([self.sprung.get(year, 1.0) for year in YEARS])
        result: Zahlen = np.linspace(self.erstes, self.letztes, len(YEARS)) * jump
        return result

    def score(self, level: str) -> Zahlen:
        burden = on_level(BURDEN, level)
        return self.last * burden + self.streuung * trait(self.merkmal, len(burden))


ANTEILE = (
    Verlauf("minderjaehrige_migrationshintergrund", "bevoelkerung_0_18", 0.375, 0.465, 0.55, 0.20),
    Verlauf("kinder_sgb2", "bevoelkerung_0_18", 0.245, 0.215, 0.72, 0.18),
    Verlauf("kinder_bei_alleinerziehenden", "bevoelkerung_0_18", 0.235, 0.245, 0.24, 0.12),
    Verlauf("arbeitslose_15_25_personen", "bevoelkerung_15_25", 0.042, 0.039, 0.45, 0.12),
    Verlauf("mindestsicherung_personen", "bevoelkerung", 0.131, 0.128, 0.55, 0.15),
    Verlauf("betreute_0_3", "bevoelkerung_0_3_vorjahr", 0.33, 0.385, -0.22, 0.15),
    Verlauf("betreute_3_6", "bevoelkerung_3_6_vorjahr", 0.935, 0.915, -0.40, 0.20),
    Verlauf("ganztag_kinder", "grundschulkinder", 0.54, 0.68, 0.15, 0.40),
    Verlauf("seu_untersuchte", "kinder_vor_einschulung", 0.955, 0.945, 0.0, 0.20),
    Verlauf("u_hefte_vorgelegt", "seu_untersuchte", 0.91, 0.89, -0.30, 0.15),
    Verlauf("sprachfoerderbedarf_kinder", "seu_untersuchte", 0.31, 0.375, 0.55, 0.20),
    Verlauf("uebergewicht_kinder", "seu_untersuchte", 0.122, 0.131, 0.40, 0.12),
    Verlauf("u8_u9_vollstaendig_kinder", "u_hefte_vorgelegt", 0.905, 0.925, -0.35, 0.20),
    Verlauf("uebergaenge_gymnasium", "abgaenge_klasse_4", 0.41, 0.40, -0.55, 0.25),
    Verlauf("schulentlassene_ohne_abschluss", "schulentlassene", 0.088, 0.102, 0.0, 0.0),
    Verlauf("gefaehrdungen_festgestellt", "gefaehrdungseinschaetzungen_verfahren", 0.33, 0.29, 0.0, 0.10),
    Verlauf("willkommensbesuche_familien", "geburten", 0.58, 0.70, 0.12, 0.30, sprung={2020: 0.72, 2021: 0.85}),
)
FAELLE = (
    Verlauf("hze_ambulant_faelle", "bevoelkerung_0_21", 0.0170, 0.0205, 0.33, 0.12),
    Verlauf("hze_teilstationaer_faelle", "bevoelkerung_0_21", 0.0016, 0.0012, 0.33, 0.20),
    Verlauf("hze_stationaer_faelle", "bevoelkerung_0_21", 0.0122, 0.0132, 0.36, 0.12),
    Verlauf("eingliederungshilfe_35a_faelle", "bevoelkerung_0_21", 0.0065, 0.0104, 0.05, 0.20, sprung={2024: 1.38}),
    Verlauf("junge_volljaehrige_faelle", "bevoelkerung_18_21", 0.0240, 0.0310, 0.30, 0.15),
    Verlauf("erziehungsberatung_faelle", "bevoelkerung_0_21", 0.0290, 0.0305, -0.05, 0.20, sprung={2020: 0.85}),
    Verlauf("gefaehrdungseinschaetzungen_verfahren", "bevoelkerung_0_18", 0.0125, 0.0190, 0.38, 0.12),
    Verlauf("inobhutnahmen_ohne_uma", "bevoelkerung_0_18", 0.0035, 0.0031, 0.40, 0.15),
    Verlauf("jugendberufshilfe_teilnehmende", "bevoelkerung_15_25", 0.0085, 0.0105, 0.40, 0.15),
    Verlauf("fruehe_hilfen_familien", "geburten", 0.050, 0.072, 0.35, 0.20),
)


def on_level(score: Zahlen, level: str) -> Zahlen:
    """A property of Stadtbezirke, or its mean over the residents of each Stadtteil."""
    if level == "stadtbezirk":
        return score
    weights = MEMBERSHIP * residents_2020()
    result: Zahlen = (weights @ score) / weights.sum(axis=1)
    return result


def add_people(made: dict[str, Tafel]) -> None:
    """Adds every share and every case to `made`, which holds what they are counted among."""
    made.update(_reachable(made["bevoelkerung_6_21"]))
    for verlauf in FAELLE:
        made[verlauf.merkmal] = _cases(verlauf, made[verlauf.unter])
    for verlauf in ANTEILE:
        made[verlauf.merkmal] = _share(verlauf, made[verlauf.unter])
    made["hze_ohne_28_faelle"] = _sum(made, "hze_ambulant_faelle", "hze_teilstationaer_faelle", "hze_stationaer_faelle")


def _share(verlauf: Verlauf, unter: Tafel) -> Tafel:
    chances = shares(unter.zahlen, verlauf.level(), verlauf.score(unter.level))
    noise = walk(verlauf.merkmal, *unter.zahlen.shape)
    return Tafel(unter.level, binomial(noise, unter.zahlen, chances))


def _cases(verlauf: Verlauf, unter: Tafel) -> Tafel:
    expected = rates(unter.zahlen, verlauf.level(), verlauf.score(unter.level))
    return Tafel(unter.level, poissonian(walk(verlauf.merkmal, *expected.shape), expected))


def _sum(made: dict[str, Tafel], *merkmale: str) -> Tafel:
    parts = [made[merkmal] for merkmal in merkmale]
    return Tafel(parts[0].level, np.sum([part.zahlen for part in parts], axis=0))


def _reachable(unter: Tafel) -> Iterator[tuple[str, Tafel]]:
    """Youth places stand where many live: the denser an area is built, the more reach one on foot."""
    score = 1.1 * np.log(residents_2020() / AREA_KM2 / 300) + 0.4 * trait("jugendort", len(AREA_KM2))
    chances = shares(unter.zahlen, np.linspace(0.66, 0.71, len(YEARS)), score)
    yield (
        "jugendort_erreichbar",
        Tafel(unter.level, binomial(walk("jugendort", *unter.zahlen.shape), unter.zahlen, chances)),
    )
