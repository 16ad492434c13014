"""What every open document says about itself: Datenstand, licence, notes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sro.export.spalten import Beigabe
from sro.model.datenstand import Datenstand
from sro.model.herausgabe import Herausgabe, Lizenz
from sro.model.indikator import Indikator


def head(beigabe: Beigabe, indikatoren: Sequence[Indikator]) -> dict[str, Any]:
    """Members that come first in each JSON document, for the indicators that it is about."""
    herausgabe = beigabe.herausgabe
    return {
        "datenstand": of_datenstand(beigabe.datenstand),
        "synthetisch": any(beigabe.datenstand.is_synthetic(i.id) for i in indikatoren),
        "hinweise": beigabe.notes(indikatoren),
        "herausgeber": herausgabe.herausgeber,
        "lizenz": of_licence(herausgabe.lizenz),
        "namensnennung": attribution(herausgabe, beigabe.datenstand),
    }


def of_datenstand(datenstand: Datenstand) -> dict[str, Any]:
    return {
        "nummer": datenstand.id,
        "titel": datenstand.titel,
        "freigegeben": datenstand.erstellt.isoformat(timespec="seconds"),
    }


def of_licence(lizenz: Lizenz) -> dict[str, Any]:
    return {"kennung": lizenz.id, "name": lizenz.name, "adresse": lizenz.adresse}


def attribution(herausgabe: Herausgabe, datenstand: Datenstand) -> str:
    """How the figures are to be named by whoever uses them."""
    day = f"{datenstand.erstellt:%d.%m.%Y}"
    return f"{herausgabe.herausgeber}, Chance Sozialraum, Datenstand {datenstand.id} vom {day}, {herausgabe.lizenz.id}"


def compact(content: Any) -> bytes:
    """JSON in UTF-8; days as "2024-12-31", no NaN ever."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_day).encode()


def readable(content: Any) -> bytes:
    """The same with line breaks, for documents that people read too."""
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False, default=_day).encode()


def _day(value: Any) -> str:
    return str(value.isoformat())
