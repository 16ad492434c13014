"""The one call of disclosure control: by the thresholds of now, and where they have been raised, with what that left.

A threshold that is raised after a release asks for more than can be hidden: earlier Datenstände show smaller counts.
What they gave away, and the new one tells no closer, may be released all the same, if somebody answers for it by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from sro.intake.frueher import published_before
from sro.model.befund import Befund, Schwere
from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.model.protokoll import SCHWELLE_ERHOEHT
from sro.model.wert import Beobachtung
from sro.protect import Rohwert, Schutzergebnis, SchutzUnmoeglich, protect_by_years, raised
from sro.store import Store

GENANNT = 5  # so many cells are named in the warning


def protected(
    rohwerte: Sequence[Rohwert],
    katalog: Katalog,
    stadt: Stadt,
    bestand: Sequence[Beobachtung],
    store: Store,
    synthetisch: bool,
    tell: Callable[[str], None],
) -> Schutzergebnis:
    """The protected delivery, with all that outsiders may still have from earlier releases.

    SchutzUnmoeglich and Widerspruch as of `protect`; where cells can be worked out, `bericht.aufgedeckt` counts them.
    """
    frueher = published_before(store, synthetisch)
    attempt = partial(protect_by_years, rohwerte, katalog, stadt, bestand, frueher, tell=tell)
    refusal, ergebnis = None, None
    try:
        ergebnis = attempt()
    except SchutzUnmoeglich as error:
        refusal = error
    if (ergebnis is None or ergebnis.bericht.aufgedeckt) and _were_lower(store, frueher, katalog):
        tell("Geheimhaltung noch einmal: Schwellen sind seit früheren Datenständen erhöht …")
        ergebnis = _tolerated(attempt) or ergebnis
    if ergebnis is None:
        raise refusal or AssertionError("neither protected nor refused")
    return ergebnis


def _tolerated(attempt: Callable[..., Schutzergebnis]) -> Schutzergebnis | None:
    try:
        ergebnis = attempt(dulden=True)
    except SchutzUnmoeglich:
        return None
    return ergebnis if ergebnis.geduldet and not ergebnis.bericht.aufgedeckt else None


def _were_lower(store: Store, frueher: Mapping[str, object], katalog: Katalog) -> bool:
    """Whether an earlier Datenstand was released by lower thresholds, or by some that nobody noted down."""
    berichte = (store.bericht(int(name.rpartition(" ")[2])) for name in frueher)
    return any(bericht.schwellen is None or raised(katalog, bericht.schwellen) for bericht in berichte)


def told(ergebnis: Schutzergebnis) -> Iterator[Befund]:
    """A warning that somebody has to answer for, where cells are only as safe as lower thresholds left them."""
    if not ergebnis.geduldet:
        return
    named = "; ".join(ergebnis.geduldet[:GENANNT])
    more = f" und {len(ergebnis.geduldet) - GENANNT} weitere" if len(ergebnis.geduldet) > GENANNT else ""
    text = (
        f"Früher nach einer niedrigeren Schwelle gezeigt ({len(ergebnis.geduldet)}): {named}{more}. Nach "
        "geheimhaltung.yaml wäre das jetzt zu klein oder zu eng eingegrenzt, zurückholen lässt es sich nicht; diese "
        "Lieferung verrät darüber nicht mehr als frühere Datenstände. Bitte mit der Entscheidung der Stelle bestätigen "
        "oder in geheimhaltung.yaml beim alten Wert bleiben."
    )
    yield Befund(SCHWELLE_ERHOEHT, text, Schwere.WARNUNG)
