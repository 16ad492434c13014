"""The small city with two Quartiere, and its catalogue with an indicator that is delivered for them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sro.model.gebiet import GebietKey
from sro.model.quartier import QUARTIER, Quartier
from tests.intake.kleine_stadt import ALLE, KATALOG, STADT

QUARTIERE = (
    Quartier("kante", "Hafenkante", (GebietKey("stadtbezirk", "03"),), dt.date(2024, 1, 1), aliase=("Kai",)),
    Quartier("inseln", "Inseln", (GebietKey("stadtteil", "02"),), dt.date(2020, 3, 1), dt.date(2023, 6, 30)),
)
QUARTIERSSTADT = replace(STADT, quartiere=QUARTIERE)
QUARTIERSKATALOG = replace(
    KATALOG,
    indikatoren=tuple(
        replace(i, ebenen=(*ALLE, QUARTIER)) if i.id in ("kinderanteil", "saldo", "sprache") else i
        for i in KATALOG.indikatoren
    ),
)
