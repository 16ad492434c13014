"""Moves of families with small children over the city's border: arrivals minus departures."""

from __future__ import annotations

import numpy as np

from scripts.demo.areas import STADTTEILE, YEARS, Tafel
from scripts.demo.chance import poissonian, stream, trait

ARRIVALS = 0.0245  # per child under 6 and year
DEPARTURES = 0.037


def balance(children: Tafel) -> Tafel:
    """The balance by Stadtteil; negative where more children left."""
    under_6 = children.on("stadtteil")
    noise = stream("wanderung").standard_normal((2, len(YEARS), len(STADTTEILE)))
    attraction = 0.30 * trait("wanderung", len(STADTTEILE))
    arrived = poissonian(noise[0], under_6 * ARRIVALS * np.exp(attraction))
    left = poissonian(noise[1], under_6 * DEPARTURES * np.exp(-attraction / 2))
    return Tafel("stadtteil", arrived - left)
