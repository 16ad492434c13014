"""A mapping as plain data and back. Reading gathers every gap instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from sro.intake.assistent.luecken import gaps
from sro.intake.assistent.namen import Seite
from sro.intake.assistent.zeichen import Bedeutung
from sro.intake.assistent.zuordnung import Bedingung, Spalte, Wert, Zuordnung
from sro.intake.sprache import listed, meant

FELDER = (
    *("blatt", "kopfzeilen", "erste_zeile", "letzte_zeile", "ebene", "gebiet", "zeit", "dezimal", "herkunft"),
    *("zeichen", "nur", "gebiete", "ohne", "zeiten", "werte"),
)
HERKUNFT = ("echt", "synthetisch")
Kind = TypeVar("Kind")
Member = TypeVar("Member", bound=StrEnum)


def as_data(zuordnung: Zuordnung) -> dict[str, Any]:
    """A mapping in the words of its file; what is not set is left out."""
    data: dict[str, Any] = {
        "blatt": zuordnung.blatt,
        "kopfzeilen": list(zuordnung.kopfzeilen),
        "erste_zeile": zuordnung.erste,
        "letzte_zeile": zuordnung.letzte,
        "ebene": zuordnung.ebene,
        "gebiet": _column(zuordnung.gebiet),
        "zeit": _column(zuordnung.zeitspalte) if zuordnung.zeitspalte else zuordnung.jahr,
        "dezimal": zuordnung.dezimal,
        "herkunft": HERKUNFT[zuordnung.synthetisch],
        "zeichen": {name: str(meaning) for name, meaning in zuordnung.zeichen.items()},
        "nur": [{**_column(one.spalte), "wert": one.wert} for one in zuordnung.nur],
        "gebiete": dict(zuordnung.gebiete),
        "ohne": list(zuordnung.ohne),
        "zeiten": dict(zuordnung.zeiten),
        "werte": [_value(wert) for wert in zuordnung.werte],
    }
    return {name: value for name, value in data.items() if value not in (None, [], {}) or name == "kopfzeilen"}


def _column(column: Spalte) -> dict[str, Any]:
    return {"spalte": column.nummer, "kopf": column.kopf}


def _value(wert: Wert) -> dict[str, Any]:
    data: dict[str, Any] = {"indikator": wert.indikator, "seite": str(wert.seite)}
    year = {} if wert.jahr is None else {"jahr": wert.jahr}
    return {**data, **year, "spalten": [_column(column) for column in wert.spalten]}


class Leser:
    """Reads plain data; `luecken` holds one sentence per gap."""

    def __init__(self) -> None:
        self.luecken: list[str] = []

    def read(self, data: Mapping[str, Any]) -> Zuordnung | None:
        """The mapping, None where there are gaps."""
        self._unknown(data, FELDER, "")
        zeit = data.get("zeit")
        zuordnung = Zuordnung(
            kopfzeilen=tuple(self._list(data, "kopfzeilen", lambda value, where: self._row(value, where))),
            erste=self._row(data.get("erste_zeile"), "erste_zeile"),
            letzte=None if data.get("letzte_zeile") is None else self._row(data["letzte_zeile"], "letzte_zeile"),
            gebiet=self._column(data.get("gebiet"), "gebiet"),
            ebene=self._text(data.get("ebene"), "ebene"),
            werte=tuple(self._list(data, "werte", self._value)),
            blatt=None if data.get("blatt") is None else self._text(data["blatt"], "blatt"),
            zeitspalte=self._column(zeit, "zeit") if isinstance(zeit, dict) else None,
            jahr=None if zeit is None or isinstance(zeit, dict) else self._year(zeit, "zeit"),
            dezimal=self._one_of(data.get("dezimal"), (None, ",", "."), "dezimal"),
            zeichen=self._signs(data.get("zeichen", {})),
            nur=tuple(self._list(data, "nur", self._condition)),
            gebiete=self._texts(data.get("gebiete", {}), "gebiete"),
            ohne=tuple(self._list(data, "ohne", self._text)),
            zeiten=self._texts(data.get("zeiten", {}), "zeiten"),
            synthetisch=self._one_of(data.get("herkunft"), HERKUNFT, "herkunft") == HERKUNFT[1],
        )
        if not self.luecken:
            self.luecken.extend(gaps(zuordnung))
        return None if self.luecken else zuordnung

    def _gap(self, where: str, text: str) -> None:
        self.luecken.append(f"{where}: {text}")

    def _unknown(self, data: Mapping[Any, Any], known: tuple[str, ...], where: str) -> None:
        for name in data:
            if name not in known:
                text = f"Das Feld „{name}“ ist unbekannt.{meant(str(name), known)} Möglich sind {listed(known, 20)}."
                self._gap(where or str(name), text)

    def _list(self, data: Mapping[str, Any], name: str, one: Callable[[Any, str], Kind]) -> list[Kind]:
        values = data.get(name, [])
        if not isinstance(values, list):
            self._gap(name, f"Erwartet wird eine Liste, da steht „{values}“.")
            return []
        return [one(value, f"{name} {n}") for n, value in enumerate(values, start=1)]

    def _row(self, value: Any, where: str) -> int:
        return self._whole(value, where, 1, 1_048_576, "die Nummer einer Zeile ab 1")

    def _year(self, value: Any, where: str) -> int:
        return self._whole(value, where, 1900, 2100, "ein Jahr oder eine Spalte")

    def _whole(self, value: Any, where: str, least: int, most: int, what: str) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self._gap(where, f"Erwartet wird {what}, da steht {_said(value)}.")
        return least

    def _text(self, value: Any, where: str) -> str:
        if isinstance(value, str) and value.strip():
            return value
        self._gap(where, f"Erwartet wird ein Text, da steht {_said(value)}; Zahlen in Anführungszeichen setzen.")
        return ""

    def _one_of(self, value: Any, possible: tuple[Any, ...], where: str) -> Any:
        if value in possible:
            return value
        self._gap(where, f"Möglich sind {', '.join(str(one) for one in possible if one)}, da steht {_said(value)}.")
        return possible[0]

    def _column(self, value: Any, where: str, more: tuple[str, ...] = ()) -> Spalte:
        if not isinstance(value, dict):
            self._gap(where, f"Erwartet wird eine Spalte mit „spalte“ und „kopf“, da steht {_said(value)}.")
            return Spalte(1, "")
        self._unknown(value, ("spalte", "kopf", *more), where)
        number = self._whole(value.get("spalte"), f"{where} spalte", 1, 16_384, "die Nummer einer Spalte ab 1")
        kopf = value.get("kopf", "")
        if not isinstance(kopf, str):
            self._gap(f"{where} kopf", f"Erwartet wird ein Text, da steht {_said(kopf)}; in Anführungszeichen setzen.")
        return Spalte(number, str(kopf))

    def _condition(self, value: Any, where: str) -> Bedingung:
        column = self._column(value, where, ("wert",))
        return Bedingung(column, self._text(value.get("wert"), f"{where} wert") if isinstance(value, dict) else "")

    def _value(self, value: Any, where: str) -> Wert:
        if not isinstance(value, dict):
            self._gap(where, f"Erwartet werden „indikator“, „seite“ und „spalten“, da steht {_said(value)}.")
            return Wert((), "", Seite.ZAEHLER)
        self._unknown(value, ("indikator", "seite", "jahr", "spalten"), where)
        return Wert(
            spalten=tuple(self._list(value, "spalten", lambda one, name: self._column(one, f"{where} {name}"))),
            indikator=self._text(value.get("indikator"), f"{where} indikator"),
            seite=self._member(value.get("seite"), Seite, f"{where} seite"),
            jahr=None if value.get("jahr") is None else self._year(value["jahr"], f"{where} jahr"),
        )

    def _member(self, value: Any, kind: type[Member], where: str) -> Member:
        members = list(kind)
        if value in [str(member) for member in members]:
            return kind(value)
        self._gap(where, f"Möglich sind {', '.join(members)}, da steht {_said(value)}.")
        return members[0]

    def _signs(self, value: Any) -> dict[str, Bedeutung]:
        """Signs; 0 and null may stand without quotation marks, as people write them."""
        if isinstance(value, dict):
            named = {"0" if key == 0 and key is not False else key: text for key, text in value.items()}
            value = {key: "null" if text is None else text for key, text in named.items()}
        texts = self._texts(value, "zeichen")
        return {name: self._member(text, Bedeutung, f"zeichen „{name}“") for name, text in texts.items()}

    def _texts(self, value: Any, where: str) -> dict[str, str]:
        if not isinstance(value, dict):
            self._gap(where, f"Erwartet werden Paare wie „a: b“, da steht {_said(value)}.")
            return {}
        for name, text in value.items():
            if not isinstance(name, str) or not isinstance(text, str):
                self._gap(where, f"„{name}: {text}“ bitte in Anführungszeichen setzen.")
        return {str(name): str(text) for name, text in value.items()}


def _said(value: Any) -> str:
    return "nichts" if value is None else f"„{str(value)[:60]}“"
