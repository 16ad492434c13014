"""What earlier publications told under lower thresholds: it cannot be taken back, so nobody can be asked to hide it.

Only that is tolerated of which a new publication tells no more: a cell that an earlier one shows, or narrows down below
the threshold of now, all by itself. Whatever it narrows down further is as forbidden as ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from sro.protect.audit import Angriff, Offen, Spanne, enger, engste
from sro.protect.regeln import schwellen, zu_klein
from sro.protect.vorwissen import Veroeffentlichung, Verrat
from sro.protect.zellen import Schluessel


def schon_offen(frueher: Iterable[Veroeffentlichung]) -> Offen:
    """The cells that one of them gives away by the thresholds of now, with the narrowest interval that one does."""
    return engste(chain.from_iterable(_offene(eine) for eine in frueher))


def erneut_gesagt(verrat: Verrat, offen: Offen) -> bool:
    """Whether an earlier publication alone tells as much of the cell as it does together with another one."""
    return verrat.zelle in offen and not enger(verrat.spanne, offen[verrat.zelle])


def _offene(eine: Veroeffentlichung) -> Iterator[tuple[Schluessel, Spanne]]:
    yield from Angriff.of(eine.zellen, eine.katalog, eine.flaechen).offen.items()
    yield from _gezeigte(eine)


def _gezeigte(eine: Veroeffentlichung) -> Iterator[tuple[Schluessel, Spanne]]:
    streng, null_zeigen = schwellen(eine.katalog), eine.katalog.geheimhaltung.null_zeigen
    for zelle, wert in eine.zellen.werte.items():
        if zu_klein(wert, streng.get(zelle.merkmal, 0), null_zeigen):
            yield zelle, (wert, wert)
