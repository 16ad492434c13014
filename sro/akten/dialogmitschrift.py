"""What is typed in a dialogue: groups of keystrokes, each with what its window knew before, made into records.

Nothing here writes. A group names the fields that it changes; whatever others wrote meanwhile stays (`changed`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sro.akten.bestand import Bestand
from sro.akten.maengel import Kennt, maengel
from sro.akten.mitschrift import SCHLUESSEL, Unlesbar
from sro.akten.personenbezug import hinweise
from sro.akten.werte import FREE
from sro.akten.wortweise import merge
from sro.akten.zusammenfuehren import Feldvergleich, Wahl
from sro.model.akte import Akte
from sro.model.dialog import Notiz, Notizart
from sro.model.feld import Feld, Form, feld_named
from sro.model.vereinbarung import Vereinbarung

Eintrag = Notiz | Vereinbarung
VEREINBARUNG = "Vereinbarung"
ARTEN = (*(str(one) for one in Notizart), VEREINBARUNG)  # the columns, in their order
TYPED: dict[type[Eintrag], tuple[str, ...]] = {
    Notiz: ("text", "indikatoren"),
    Vereinbarung: (
        *("text", "verantwortlich", "beteiligte", "frist", "massstab", "wiedervorlage"),
        *("leitlinien", "bausteine", "indikatoren", "aussagen", "bedarfe"),
    ),
}


@dataclass(frozen=True, slots=True)
class Gruppe:
    """Some keystrokes in one entry. `felder` has, by name, what the window knew and what it makes of that.

    An entry that is no record yet has no `akte`; its first group makes one, and later groups name that one's key.
    """

    schluessel: str
    dialog: str
    art: str
    akte: str
    erste: str
    felder: Mapping[str, tuple[Any, Any]]

    @property
    def klasse(self) -> type[Eintrag]:
        return Vereinbarung if self.art == VEREINBARUNG else Notiz


def group(schluessel: str, note: Mapping[str, Any]) -> Gruppe:
    """As a browser sends it; Unlesbar where no page of ours does."""
    art, akte, erste = (note.get(name, "") for name in ("art", "akte", "erste"))
    sent = note.get("felder")
    if art not in ARTEN or not isinstance(akte, str) or not isinstance(sent, Mapping):
        raise Unlesbar("Diese Eingabe ist unlesbar; bitte die Seite neu laden und noch einmal eingeben.")
    if not isinstance(erste, str) or (erste and not SCHLUESSEL.fullmatch(erste)):
        raise Unlesbar("Diese Eingabe gehört zu keinem Eintrag; bitte noch einmal eingeben.")
    made = Gruppe(schluessel, str(note.get("dialog", "")), art, akte, erste, {})
    return replace(made, felder={name: _pair(made.klasse, name, pair) for name, pair in sent.items()})


def new(gruppe: Gruppe, synthetisch: bool) -> Eintrag:
    """The record that an entry begins with."""
    begun = {name: nachher for name, (_, nachher) in gruppe.felder.items()}
    if gruppe.klasse is Vereinbarung:
        return Vereinbarung(dialog=gruppe.dialog, synthetisch=synthetisch, **begun)
    return Notiz(dialog=gruppe.dialog, art=Notizart(gruppe.art), synthetisch=synthetisch, **begun)


def changed(gruppe: Gruppe, eintrag: Eintrag) -> Eintrag:
    """The record as it is now with what the group changes.

    Texts come together word by word, lists keep what either side added; of dates the last one holds, and the history
    has both.
    """
    made = {name: _together(eintrag, name, *pair) for name, pair in gruppe.felder.items()}
    return replace(eintrag, **made)


def refused(gruppe: Gruppe, bestand: Bestand, kennt: Kennt) -> dict[str, str]:
    """Field → why its new value is not kept; other fields of the group may be. `bestand` is what this role may read."""
    found = maengel(new(gruppe, False), bestand, kennt)
    return {one.feld: one.satz for one in found if one.feld in gruppe.felder and not _shortened(gruppe, one.feld)}


def without(gruppe: Gruppe, names: Mapping[str, Any]) -> Gruppe:
    return replace(gruppe, felder={name: pair for name, pair in gruppe.felder.items() if name not in names})


def belongs(gruppe: Gruppe, eintrag: object) -> bool:
    """Whether a record is one of the group's dialogue and column."""
    if not isinstance(eintrag, Notiz | Vereinbarung) or eintrag.dialog != gruppe.dialog:
        return False
    return column(eintrag) == gruppe.art


def column(eintrag: Eintrag) -> str:
    return VEREINBARUNG if isinstance(eintrag, Vereinbarung) else str(eintrag.art)


def shown(akte: Akte[Eintrag], fest: bool) -> dict[str, Any]:
    """A record as the browser gets it; `fest` says that this person may not change it."""
    inhalt = akte.inhalt
    werte = {name: _sent(getattr(inhalt, name)) for name in TYPED[type(inhalt)]}
    texts = [werte[name] for name in werte if feld_named(type(inhalt), name).form in FREE]
    return {
        "id": akte.id,
        "art": column(inhalt),
        "fassung": akte.fassung,
        "fest": fest,
        "synthetisch": inhalt.synthetisch,
        "werte": werte,
        "hinweise": [hint.satz for text in texts for hint in hinweise(text)],
    }


def _together(eintrag: Eintrag, name: str, vorher: Any, nachher: Any) -> Any:
    feld, now = feld_named(type(eintrag), name), getattr(eintrag, name)
    if feld.form in FREE:
        return merge(vorher, nachher, now)
    vergleich = Feldvergleich(feld, vorher, now, nachher)
    return vergleich.wert(Wahl.BEIDES if Wahl.BEIDES in vergleich.moeglich else Wahl.EIGENE)


def _shortened(gruppe: Gruppe, name: str) -> bool:
    """A text that two together made too long can still be shortened step by step."""
    vorher, nachher = gruppe.felder[name]
    return isinstance(nachher, str) and len(nachher) <= len(vorher)


def _pair(klasse: type[Eintrag], name: str, pair: Any) -> tuple[Any, Any]:
    if name not in TYPED[klasse] or not isinstance(pair, list | tuple) or len(pair) != 2:
        raise Unlesbar("Dieses Feld gibt es hier nicht; bitte die Seite neu laden.")
    feld = feld_named(klasse, name)
    return _value(feld, pair[0]), _value(feld, pair[1])


def _value(feld: Feld, sent: Any) -> Any:
    if feld.form is Form.MEHRFACH:
        if not isinstance(sent, list | tuple) or not all(isinstance(one, str) for one in sent):
            raise Unlesbar(f"„{feld.titel}“ ist keine Liste; bitte noch einmal wählen.")
        return tuple(dict.fromkeys(sent))
    if not isinstance(sent, str):
        raise Unlesbar(f"„{feld.titel}“ ist kein Text; bitte noch einmal eingeben.")
    return _day(feld, sent) if feld.form is Form.DATUM else _line(feld, sent)


def _day(feld: Feld, sent: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(sent) if sent else None
    except ValueError:
        raise Unlesbar(f"„{feld.titel}“ ist kein Datum; bitte noch einmal eingeben.") from None


def _line(feld: Feld, sent: str) -> str:
    plain = sent.replace("\r\n", "\n").replace("\x00", "")
    return plain if feld.form is Form.TEXT else plain.replace("\n", " ")


def _sent(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, dt.date) else value or ""
