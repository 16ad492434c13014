"""Disclosure control: unprotected counts come in, only what may be shown goes out.

The one door is `protect()`, for large deliveries `protect_by_years()`; what it returns is the only thing that
`sro.store` accepts. `audit()` attacks a publication like an outsider. What is hidden and why is told in the modules:
`regeln` (too small), `beziehungen` (what hangs together), `angriff` (what can be computed), `ergaenzung` (what else
must be hidden), `vorwissen` (what earlier publications add). Where counts are rounded instead: `rundung`, `blaetter`
(what sums consist of), `rundungspruefung`.
"""

from sro.protect.regeln import raised
from sro.protect.rohwert import Rohwert
from sro.protect.schutz import Schutzbericht, Schutzergebnis, SchutzUnmoeglich
from sro.protect.verfahren import audit, audit_together, erneut_gesagt, protect, protect_by_years
from sro.protect.vorwissen import Verrat
from sro.protect.zellen import Widerspruch

__all__ = [
    "Rohwert",
    "SchutzUnmoeglich",
    "Schutzbericht",
    "Schutzergebnis",
    "Verrat",
    "Widerspruch",
    "audit",
    "audit_together",
    "erneut_gesagt",
    "protect",
    "protect_by_years",
    "raised",
]
