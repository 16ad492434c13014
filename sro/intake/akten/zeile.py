"""One row of a workbook as a record: new, or an existing one with what the row changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sro.akten.bestand import Bestand
from sro.akten.maengel import maengel
from sro.akten.personenbezug import hinweise
from sro.akten.vergroebern import coarsened
from sro.akten.werte import FREE
from sro.akten.zusammenfuehren import vergleiche, zusammen
from sro.intake.akten.mappe import FASSUNG, ID, SYNTHETISCH, Aktenblatt
from sro.intake.akten.zelle import YES, Unverstanden, read_cell, unchanged
from sro.intake.raster import Rasterzeile
from sro.model.akte import Akte, Inhalt
from sro.model.befund import Befund, Schwere
from sro.model.feld import Feld, felder
from sro.model.gebiet import Stadt
from sro.reference.vokabular import known
from sro.store import Store

PERSONENBEZUG = "personenbezug"


@dataclass(frozen=True, slots=True)
class Vorhaben:
    """What a row would write. A new record has no `akte`, basis 0 and no `vorher`; `vorher` is the newest content."""

    wo: str
    zeile: int
    inhalt: Inhalt
    akte: str = ""
    basis: int = 0
    vorher: Inhalt | None = None

    @property
    def neu(self) -> bool:
        return not self.akte

    @property
    def aendert(self) -> bool:
        return self.inhalt != self.vorher


@dataclass(frozen=True, slots=True)
class Lage:
    """What rows are read against."""

    store: Store
    bestand: Bestand
    stadt: Stadt


@dataclass
class Zeilenleser:
    """Reads one row; what is to be said about it gathers in `befunde`."""

    blatt: Aktenblatt
    row: Rasterzeile
    lage: Lage
    befunde: list[Befund] = field(default_factory=list)

    def read(self) -> Vorhaben | None:
        """None where the row says nothing or is not understood."""
        name = self.cell(ID).upper()
        found = self._existing(name) if name else self._new()
        if found and found.aendert:
            self.befunde += self._checked(found)
        return found

    def cell(self, spalte: str) -> str:
        place = self.blatt.stellen.get(spalte)
        return "" if place is None else self.row.zelle(place)

    def _new(self) -> Vorhaben | None:
        klasse = self.blatt.art.klasse
        if not any(self.cell(feld.name) for feld in felder(klasse)):
            return None
        made_up = self.cell(SYNTHETISCH).casefold() in YES
        values = self._values(klasse(), only_changed=False)
        inhalt = coarsened(klasse(), replace(klasse(), **values, synthetisch=made_up))
        return Vorhaben(self.blatt.wo, self.row.nummer, inhalt)

    def _existing(self, name: str) -> Vorhaben | None:
        akte = self._record(name)
        vorher = self._basis(akte) if akte else None
        if akte is None or vorher is None:
            return None
        marked = self.cell(SYNTHETISCH)
        if marked and (marked.casefold() in YES) != akte.inhalt.synthetisch:
            self.tell("synthetisch_fest", SYNTHETISCH, "„synthetisch“ lässt sich nicht ändern; bitte die Zelle leeren.")
        eigene = coarsened(vorher, replace(vorher, **self._values(vorher, only_changed=True)))
        inhalt = self._merged(akte, vorher, eigene)
        return Vorhaben(self.blatt.wo, self.row.nummer, inhalt, akte.id, akte.fassung, akte.inhalt)

    def _record(self, name: str) -> Akte[Inhalt] | None:
        bestand = self.lage.bestand
        akte = bestand.akte(name) if name in bestand else None
        if akte is None:
            text = f"Einen Eintrag „{name}“ gibt es nicht (mehr). Soll er neu angelegt werden, bitte die Zelle leeren."
            self.tell("akte_unbekannt", ID, text)
        elif type(akte.inhalt) is not self.blatt.art.klasse:
            text = f"„{name}“ gehört nicht zu „{self.blatt.art.plural}“. Bitte in das richtige Blatt setzen."
            self.tell("akte_falsche_art", ID, text)
            return None
        return akte

    def _basis(self, akte: Akte[Inhalt]) -> Inhalt | None:
        """What the record was when the row was written out: in the version that the row names, else as it is now."""
        text = self.cell(FASSUNG)
        if not text or text == str(akte.fassung):
            return akte.inhalt
        versions = {str(one.nummer): one.inhalt for one in self.lage.store.akten.verlauf(akte.id)}
        found = versions.get(text)
        if found is None:
            sentence = f"Von {akte.id} gibt es keine Fassung „{text}“. Bitte neu ausgeben oder die Zelle leeren."
            self.tell("fassung_unbekannt", FASSUNG, sentence)
        return found

    def _values(self, vorher: Inhalt, *, only_changed: bool) -> dict[str, Any]:
        """Field → value of every cell that is understood. Where a cell says what was there, it stays to the letter."""
        empty = self.blatt.art.klasse()
        found: dict[str, Any] = {}
        for one in felder(self.blatt.art.klasse):
            if one.name not in self.blatt.stellen:
                continue
            text, value = self.cell(one.name), getattr(vorher, one.name)
            if only_changed and unchanged(one, text, value, self.lage.stadt):
                continue
            try:
                found[one.name] = read_cell(one, text, getattr(empty, one.name), self.lage.stadt)
            except Unverstanden as wrong:
                self.tell("zelle_unverstanden", one.name, str(wrong))
        return found

    def _merged(self, akte: Akte[Inhalt], vorher: Inhalt, eigene: Inhalt) -> Inhalt:
        """With what others changed in other fields meanwhile; the same field changed by both is an error."""
        vergleich = vergleiche(vorher, akte.inhalt, eigene)
        disputed = [one for one in vergleich if one.strittig]
        for one in disputed:
            text = (
                f"„{one.feld.titel}“ von {akte.id} hat {akte.wer} inzwischen auch geändert (Fassung {akte.fassung}). "
                "Bitte neu ausgeben und die Änderung dort eintragen."
            )
            self.tell("inzwischen_geaendert", one.feld.name, text)
        return eigene if disputed else zusammen(vergleich, akte.inhalt, {})

    def _checked(self, vorhaben: Vorhaben) -> Iterator[Befund]:
        """What keeps the content from being saved, unless it was told already; then what should be looked at."""
        told = {befund.spalte for befund in self.befunde}
        for mangel in maengel(vorhaben.inhalt, self.lage.bestand, known):
            if self.title(mangel.feld) not in told:
                yield self._befund("mangel", mangel.feld, mangel.satz)
        for one in felder(type(vorhaben.inhalt)):
            text = getattr(vorhaben.inhalt, one.name)
            if one.form in FREE and text and text != getattr(vorhaben.vorher, one.name, None):
                yield from self._looked_at(one, text)

    def _looked_at(self, one: Feld, text: str) -> Iterator[Befund]:
        for hint in hinweise(text):
            yield self._befund(PERSONENBEZUG, one.name, hint.satz, Schwere.WARNUNG)
        if text.startswith("="):
            sentence = "Die Zelle beginnt mit „=“. Sie wird als Text übernommen; nichts davon wird berechnet."
            yield self._befund("formel_als_text", one.name, sentence, Schwere.HINWEIS)

    def tell(self, code: str, spalte: str, text: str) -> None:
        self.befunde.append(self._befund(code, spalte, text))

    def title(self, spalte: str) -> str:
        """The column as the header writes it; where the sheet lacks it, the field's title."""
        titles: Mapping[str, str] = {one.name: one.titel for one in felder(self.blatt.art.klasse)}
        return self.blatt.titel.get(spalte) or titles.get(spalte, spalte)

    def _befund(self, code: str, spalte: str, text: str, schwere: Schwere = Schwere.FEHLER) -> Befund:
        shown = self.cell(spalte)[:200]
        return Befund(code, text, schwere, self.blatt.wo, self.row.nummer, self.title(spalte), shown or None)
