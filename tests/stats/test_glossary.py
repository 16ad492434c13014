from __future__ import annotations

from enum import StrEnum

import pytest

from sro.reference.places import ROOT
from sro.stats.auffaellig import Regel, Urteil
from sro.stats.grund import Grund
from sro.stats.quadranten import Quadrant
from sro.stats.raum import Muster
from sro.stats.sozialindex import Bedarfsklasse
from sro.stats.trend import Richtung
from sro.stats.unterschied import Lage

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("enum", [Urteil, Regel, Grund, Lage, Richtung, Bedarfsklasse, Quadrant, Muster])
def test_every_answer_of_statistics_is_explained(enum: type[StrEnum]) -> None:
    _, heading, rest = GLOSSARY.partition(f"### {enum.__name__}\n")
    assert heading
    section = rest.partition("\n#")[0]
    assert [member.value for member in enum if f"| `{member.value}` | " not in section] == []
