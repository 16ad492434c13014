"""Residents by age: cohorts that live on from year to year, so that the age groups change as real ones do."""

from __future__ import annotations

import numpy as np

from scripts.demo.areas import BEZIRKE, ELDERLY_SHARE, MEMBERSHIP, UNDER_18_2011, YEARS, Tafel, Zahlen, residents_2020
from scripts.demo.chance import poissonian, stream, trait, walk

FIRST = YEARS[0] - 1  # the day-care indicators of a year need the end of the year before
SINGLE_AGES = 25
UNDER_18_SHARE = 0.157  # of the whole city
STUDENTS = {"01": 0.9, "02": 0.55, "04": 0.35, "03": 0.3, "06": 0.2}  # more people from 18 to under 25


class Bevoelkerung:
    """Residents of each Stadtbezirk at 31.12., `FIRST` to the last year: by single age under 25, and in all."""

    def __init__(self) -> None:
        self.years = (FIRST, *YEARS)
        expected = _residents(self.years)
        self.ages = _single_ages(self.years, expected)
        self.total = np.round(expected)
        self.elderly = np.round(expected * ELDERLY_SHARE)

    def group(self, start: int, end: int, *, previous_year: bool = False) -> Tafel:
        """Residents from `start` to under `end` years (`end` at most 25) in the years of the tables."""
        counts = self.ages[:, :, start:end].sum(axis=2)
        return Tafel("stadtbezirk", counts[:-1] if previous_year else counts[1:])

    def everybody(self) -> Tafel:
        return Tafel("stadtbezirk", self.total[1:])

    def working_age(self) -> Tafel:
        return Tafel("stadtbezirk", (self.total - self.elderly)[1:] - self.group(0, 18).zahlen)

    def until_school(self) -> Tafel:
        """Children from 3 to under 6½ at the end of the year before; half of the six-year-olds count."""
        six = np.floor(self.group(6, 7, previous_year=True).zahlen / 2)
        return Tafel("stadtbezirk", self.group(3, 6, previous_year=True).zahlen + six)

    def births(self) -> Tafel:
        """Children born in the year: those of age 0 and a few who moved away before its end."""
        gone = stream("geburten").poisson(0.6, (len(YEARS), len(MEMBERSHIP)))
        return Tafel("stadtteil", self.group(0, 1).on("stadtteil") + gone)


def _residents(years: tuple[int, ...]) -> Zahlen:
    index = np.interp(years, (2014, 2020, 2024), (0.993, 1.0, 1.016))
    drift = 1 + 0.0025 * trait("zuwachs", len(BEZIRKE)) * (np.array(years)[:, None] - 2020)
    start = residents_2020() * (1 + 0.012 * trait("einwohner", len(BEZIRKE)))
    expected = index[:, None] * drift * start
    result: Zahlen = expected + 0.35 * np.sqrt(expected) * walk("kommen und gehen", len(years), len(BEZIRKE))
    return result


def _single_ages(years: tuple[int, ...], residents: Zahlen) -> Zahlen:
    expected = _under_18(residents)[:, :, None] / 18 * _cohorts(years)[:, None, :] * _young_adults()
    cohorts = stream("jahrgaenge").standard_normal((len(BEZIRKE), len(years) + SINGLE_AGES))
    counts = np.empty_like(expected)
    for age in range(SINGLE_AGES):
        lasting = np.array([cohorts[:, SINGLE_AGES + year - age] for year in range(len(years))])
        noise = 0.95 * lasting + np.sqrt(1 - 0.95**2) * walk(f"alter {age}", len(years), len(BEZIRKE))
        counts[:, :, age] = poissonian(noise, expected[:, :, age])
    return counts


def _under_18(residents: Zahlen) -> Zahlen:
    """Expected minors: the local share of 2011, drawn a little towards the city's mean."""
    then = UNDER_18_2011 / residents_2020()
    mixed = 0.75 * then + 0.25 * UNDER_18_2011.sum() / residents_2020().sum()
    weights = residents / residents.sum(axis=1, keepdims=True)
    result: Zahlen = residents * mixed * UNDER_18_SHARE / (weights * mixed).sum(axis=1, keepdims=True)
    return result


def _cohorts(years: tuple[int, ...]) -> Zahlen:
    """Relative size of the birth cohort that is `age` years old at the end of each year."""
    born = np.array(years)[:, None] - np.arange(SINGLE_AGES)[None, :]
    result: Zahlen = 1 + 0.06 * np.cos(2 * np.pi * (born - 2018) / 24)
    return result


def _young_adults() -> Zahlen:
    factors = np.ones((len(BEZIRKE), SINGLE_AGES))
    for place, bezirk in enumerate(BEZIRKE):
        factors[place, 18:21] = 1.05 * (1 + STUDENTS.get(bezirk, 0) / 2)
        factors[place, 21:] = 1.2 * (1 + STUDENTS.get(bezirk, 0))
    return factors
