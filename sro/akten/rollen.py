"""Who may change a record."""

from __future__ import annotations

from sro.model.akte import Freigabe, Inhalt
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage
from sro.model.dialog import Dialog, Notiz
from sro.model.vereinbarung import Vereinbarung

DIALOGUE = (Dialog, Notiz, Vereinbarung)  # what professionals work on together


def role_needed(vorher: Inhalt | None, nachher: Inhalt | None) -> Rolle:
    """The role for a change from one content to another; None is "not there".

    A professional may note down a statement, and work on dialogues. What the public reads is the planning's.
    """
    noted = vorher is None and isinstance(nachher, Aussage) and nachher.freigabe is Freigabe.INTERN
    return Rolle.FACHKRAFT if noted or _in_dialogue(vorher, nachher) else Rolle.PLANUNG


def _in_dialogue(vorher: Inhalt | None, nachher: Inhalt | None) -> bool:
    touched = [one for one in (vorher, nachher) if one is not None]
    return all(isinstance(one, DIALOGUE) and one.freigabe is Freigabe.FACHKREIS for one in touched)
