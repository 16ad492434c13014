"""Who may change a record."""

from __future__ import annotations

from sro.model.akte import Freigabe, Inhalt
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage

CAPTURED = (Aussage,)  # what professionals may note down themselves


def role_needed(vorher: Inhalt | None, nachher: Inhalt | None) -> Rolle:
    """The role for a change from one content to another; None is "not there".

    A professional may note something down. Whether others may read it, and every later change, is the planning's.
    """
    noted = vorher is None and isinstance(nachher, CAPTURED) and nachher.freigabe is Freigabe.INTERN
    return Rolle.FACHKRAFT if noted else Rolle.PLANUNG
