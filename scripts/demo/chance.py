"""Reproducible chance: counts with binomial or Poisson spread whose years hang together.

Every quantity has its own stream, named after it, so that a new quantity leaves all others as they were.
"""

from __future__ import annotations

import zlib

import numpy as np
from scipy.special import expit, logit, ndtr
from scipy.stats import binom, poisson

from scripts.demo.areas import Zahlen

SEED = 20230302
PERSISTENCE = 0.85  # correlation of one year's noise with the next one's


def stream(name: str) -> np.random.Generator:
    return np.random.default_rng([SEED, zlib.crc32(name.encode())])


def walk(name: str, years: int, areas: int) -> Zahlen:
    """Standard normal noise (years × areas) that changes slowly over the years."""
    fresh = stream(name).standard_normal((years, areas))
    noise = fresh.copy()
    for year in range(1, years):
        noise[year] = PERSISTENCE * noise[year - 1] + np.sqrt(1 - PERSISTENCE**2) * fresh[year]
    return noise


def trait(name: str, areas: int) -> Zahlen:
    """A lasting property of each area, standard normal."""
    return stream(f"{name}/trait").standard_normal(areas)


def binomial(noise: Zahlen, n: Zahlen, p: Zahlen) -> Zahlen:
    """Whole counts of at most `n`, binomially spread, at the quantiles given by standard normal `noise`."""
    safe = np.maximum(n, 1)
    return np.where(n > 0, binom.ppf(ndtr(noise), safe, p), 0.0)


def poissonian(noise: Zahlen, expected: Zahlen) -> Zahlen:
    """Whole counts with Poisson spread at the quantiles given by standard normal `noise`."""
    safe = np.maximum(expected, 1e-9)
    return np.where(expected > 0, np.maximum(poisson.ppf(ndtr(noise), safe), 0.0), 0.0)


def shares(n: Zahlen, level: Zahlen, score: Zahlen) -> Zahlen:
    """Probabilities (years × areas) ordered by `score` whose mean, weighted with `n`, is `level` of each year."""
    shift = logit(level)
    for _ in range(30):
        shift = shift + logit(level) - logit(_mean(expit(shift[:, None] + score), n))
    result: Zahlen = expit(shift[:, None] + score)
    return result


def rates(n: Zahlen, level: Zahlen, score: Zahlen) -> Zahlen:
    """Expected counts (years × areas) with rates in the proportion exp(score); overall rate is `level` per person."""
    relative = np.broadcast_to(np.exp(score), n.shape)
    return n * relative * (level / _mean(relative, n))[:, None]


def _mean(values: Zahlen, weights: Zahlen) -> Zahlen:
    result: Zahlen = (values * weights).sum(axis=1) / weights.sum(axis=1)
    return result
