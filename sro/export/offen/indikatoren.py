"""What the indicators mean and where they have values, as JSON."""

from __future__ import annotations

from typing import Any

from sro.export.offen.abfrage import Umfang
from sro.export.offen.beschreibung import head, readable
from sro.export.spalten import SPALTEN, Beigabe
from sro.model.indikator import Indikator
from sro.model.wert import Status
from sro.views.words import POLARITY_WORD, STATUS_WORD


def indicators_json(umfang: Umfang, beigabe: Beigabe, basis: str) -> bytes:
    """The catalogue as far as there are values; `basis` is the address before "api/"."""
    return readable(
        head(beigabe, umfang.indikatoren)
        | {
            "ebenen": [{"id": e.id, "name": e.name, "plural": e.plural} for e in umfang.stadt.ebenen],
            "status": {status.value: STATUS_WORD[status] for status in Status},
            "spalten": {spalte.name: spalte.beschreibung for spalte in SPALTEN},
            "indikatoren": [_described(i, umfang, beigabe, basis) for i in umfang.indikatoren],
        }
    )


def _described(indikator: Indikator, umfang: Umfang, beigabe: Beigabe, basis: str) -> dict[str, Any]:
    i, merkmal = indikator, umfang.katalog.merkmal
    return {
        "id": i.id,
        "code": i.code,
        "name": i.name,
        "kurzname": i.kurzname,
        "thema": i.thema,
        "definition": i.definition,
        "lesehinweis": i.lesehinweis,
        "einschraenkungen": i.einschraenkungen,
        "zaehler": {"id": i.zaehler, "name": merkmal(i.zaehler).name},
        "nenner": {"id": i.nenner, "name": merkmal(i.nenner).name},
        "faktor": i.faktor,
        "einheit": i.einheit,
        "nachkommastellen": i.nachkommastellen,
        "art": i.art.value,
        "polaritaet": {"id": i.polaritaet.value, "bedeutung": POLARITY_WORD[i.polaritaet]},
        "quelle": i.quelle,
        "stichtag": i.stichtag,
        "paragraf": i.paragraf,
        "schwelle": i.schwelle,
        "mindestnenner": i.mindestnenner,
        "reihenbrueche": [{"jahr": bruch.jahr, "grund": bruch.grund} for bruch in i.reihenbrueche],
        "synthetisch": beigabe.datenstand.is_synthetic(i.id),
        "jahre": umfang.jahre[i.id],
        "jahre_zusammen": {ebene: i.jahre_zusammen(ebene) for ebene in umfang.jahre[i.id]},
        "werte": {form: f"{basis}api/werte.{form}?indikator={i.id}" for form in ("csv", "json")},
    }
