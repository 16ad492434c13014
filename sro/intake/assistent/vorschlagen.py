"""Looks at a sheet and proposes how to read it. Pure: the same sheet, catalogue and city give the same proposal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sro.intake.assistent.erkennen import Bau, erkenne
from sro.intake.assistent.fragen import decimals, questions, repeated, strange_times
from sro.intake.assistent.gebietsspalte import Gebietsspalte, find_area, find_area_column, is_total
from sro.intake.assistent.gitter import Gitter
from sro.intake.assistent.kopfzeilen import column_names, is_ambiguous
from sro.intake.assistent.namen import RATE, Seite, Spaltenrolle, match
from sro.intake.assistent.vorschlag import Frage, Spaltenvorschlag, Vorschlag
from sro.intake.assistent.zeichen import find_signs, is_number, is_numeric, number_part
from sro.intake.assistent.zeitspalte import find_time_column, is_time, years_in
from sro.intake.assistent.zuordnung import Spalte
from sro.intake.befunde import UnreadableError
from sro.intake.raster import Blatt, Rasterzeile
from sro.intake.zahl import decimal_mark
from sro.model.befund import Befund
from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog

EXAMPLES = 3
MOSTLY = 0.8  # of a column's cells must be numbers or signs


def vorschlagen(blatt: Blatt, katalog: Katalog, stadt: Stadt) -> Vorschlag:
    """The proposal for a sheet; UnreadableError where it holds no table."""
    bau = erkenne(blatt, lambda text: any(stadt.find(ebene.id, text) for ebene in stadt.ebenen))
    if bau is None:
        text = "Es ist keine Tabelle mit Zahlen zu erkennen. Bitte ein anderes Blatt wählen oder die Datei prüfen."
        raise UnreadableError(Befund("keine_tabelle", text))
    return _Blick(blatt, bau, katalog, stadt).proposal()


@dataclass
class _Blick:
    """A sheet while it is looked at."""

    blatt: Blatt
    bau: Bau
    katalog: Katalog
    stadt: Stadt

    def proposal(self) -> Vorschlag:
        columns = _with_denominators_in_use([self._column(place) for place in range(self.gitter.breite)])
        found = Vorschlag(
            blatt=self.blatt.name,
            bau=self.bau,
            spalten=tuple(columns),
            ebene=self.area.ebene if self.area else None,
            jahr=self._fixed_year(),
            dezimal=self._decimal(columns),
            zeichen=find_signs(self._cells([one for one in columns if one.ist_zahl])),
            fremde_gebiete=self.area.fremd if self.area else (),
            fremde_zeiten=self._strange_times(),
            summen=tuple(self._totals()),
        )
        return replace(found, fragen=tuple(self._questions(found)))

    @cached_property
    def gitter(self) -> Gitter:
        return Gitter(self.blatt)

    @cached_property
    def names(self) -> tuple[str, ...]:
        return column_names(self.gitter, self.bau.kopfzeilen)

    @cached_property
    def body(self) -> list[Rasterzeile]:
        return [row for row in self.blatt.zeilen if self.bau.is_body(row)]

    @cached_property
    def area(self) -> Gebietsspalte | None:
        return find_area_column(self._named_texts, self.stadt)

    @cached_property
    def time(self) -> int | None:
        return find_time_column(self._named_texts)

    @cached_property
    def _named_texts(self) -> Sequence[tuple[str, Sequence[str]]]:
        return [(name, self._texts(place)) for place, name in enumerate(self.names)]

    @cached_property
    def _by_column(self) -> list[list[str]]:
        columns: list[list[str]] = [[] for _ in range(self.gitter.breite)]
        for row in self.body:
            for place, text in enumerate(row.zellen):
                if text:
                    columns[place].append(text)
        return columns

    def _texts(self, place: int) -> list[str]:
        return self._by_column[place]

    def _column(self, place: int) -> Spaltenvorschlag:
        texts = self._texts(place)
        base = Spaltenvorschlag(
            Spalte(place + 1, self.names[place]),
            Spaltenrolle.UNBENUTZT,
            beispiele=tuple(dict.fromkeys(texts))[:EXAMPLES],
        )
        if self.area and place == self.area.stelle:
            return replace(base, rolle=Spaltenrolle.GEBIET, grund=f"{self.area.anteil:.0%} der Einträge sind Gebiete.")
        if place == self.time:
            return replace(base, rolle=Spaltenrolle.ZEIT, grund="Die Einträge sind Jahre oder Tage.")
        return self._value(base, texts)

    def _value(self, base: Spaltenvorschlag, texts: list[str]) -> Spaltenvorschlag:
        if not any(map(is_number, texts)) or sum(map(is_numeric, texts)) < MOSTLY * len(texts):
            return replace(base, grund="Die Spalte enthält keine Zahlen." if texts else "Die Spalte ist leer.")
        years = years_in([base.spalte.kopf])
        year = years[0] if len(years) == 1 else None
        found = match(base.spalte.kopf, self.katalog)
        if found.verwendungen and found.sicher:
            reason = "Der Name steht im Katalog."
            return replace(
                base, rolle=Spaltenrolle.WERT, verwendungen=found.verwendungen, jahr=year, ist_zahl=True, grund=reason
            )
        if found.verwendungen:
            reason = "Der Name ist der eines Indikators."
            return replace(base, vermutet=found.verwendungen, jahr=year, ist_zahl=True, grund=reason)
        rate = RATE.search(base.spalte.kopf)
        reason = f"„{rate[0]}“ sagt, dass es ein Anteil ist." if rate else "Der Katalog kennt den Namen nicht."
        return replace(base, jahr=year, ist_zahl=True, grund=reason)

    def _strange_times(self) -> tuple[str, ...]:
        texts = self._texts(self.time) if self.time is not None else ()
        return tuple(text for text in dict.fromkeys(texts) if not is_time(text))

    def _fixed_year(self) -> int | None:
        """The only year that columns of numbers name, else the only one that the titles name; a question asks."""
        if self.time is not None:
            return None
        in_names = years_in(name for name in self.names)
        years = in_names or years_in((*self.bau.titel, self.blatt.name))
        return years[0] if len(years) == 1 else None

    def _cells(self, columns: Sequence[Spaltenvorschlag]) -> Iterator[tuple[int, int, str]]:
        for row in self.body:
            for one in columns:
                yield row.nummer, one.spalte.nummer, row.zelle(one.spalte.stelle)

    def _totals(self) -> Iterator[int]:
        top = self.stadt.oberste
        for row in self.body if self.area else ():
            text = row.zelle(self.area.stelle) if self.area else ""
            city = (
                self.area
                and self.area.ebene != top.ebene
                and find_area(self.stadt, top.ebene, text)
                and not text.isdecimal()
            )
            if text and (is_total(text) or city):
                yield row.nummer

    def _decimal(self, columns: Sequence[Spaltenvorschlag]) -> str | None:
        """The mark of the columns proposed alone: coordinates beside them are written in their own way."""
        if not self.blatt.ist_text:
            return None
        places = [one.spalte.stelle for one in columns if one.rolle is Spaltenrolle.WERT]
        return decimal_mark(number_part(text) for place in places for text in self._texts(place))

    def _questions(self, found: Vorschlag) -> Iterator[Frage]:
        levels = self.area.ebenen if self.area else ()
        yield from questions(found, self.katalog, levels, is_ambiguous(self.gitter, self.bau.kopfzeilen))
        numbers = [text for one in found.spalten if one.ist_zahl for text in self._texts(one.spalte.stelle)]
        yield from decimals(found, list(dict.fromkeys(numbers)))
        yield from strange_times(found)
        if self.area:
            yield from repeated(found, self.body, self.area.stelle, self.time)


def _with_denominators_in_use(columns: list[Spaltenvorschlag]) -> list[Spaltenvorschlag]:
    """Denominators only where the numerator is in the table too: the residents are one for most indicators."""
    counted = {use.indikator for one in columns for use in one.verwendungen if use.seite is Seite.ZAEHLER}
    found = []
    for one in columns:
        uses = tuple(use for use in one.verwendungen if use.seite is Seite.ZAEHLER or use.indikator in counted)
        found.append(
            replace(
                one,
                verwendungen=uses,
                rolle=one.rolle if uses or one.rolle is not Spaltenrolle.WERT else Spaltenrolle.UNBENUTZT,
            )
        )
    return found


__all__ = ["Frage", "vorschlagen"]
