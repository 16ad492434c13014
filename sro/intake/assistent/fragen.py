"""The questions that a proposal leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sro.intake.assistent.namen import Spaltenrolle
from sro.intake.assistent.vorschlag import Frage, Vorschlag
from sro.intake.assistent.zeichen import number_part
from sro.intake.raster import Rasterzeile
from sro.intake.sprache import listed
from sro.intake.zahl import Zahlfehler, read_number
from sro.model.indikator import Katalog

MOST_KINDS = 20  # more different texts than that are no kinds of rows


def questions(
    vorschlag: Vorschlag, katalog: Katalog, ebenen: tuple[str, ...], kopf_mehrdeutig: bool
) -> Iterator[Frage]:
    """All questions, those about the whole table first."""
    yield from _header(vorschlag, kopf_mehrdeutig)
    yield from _areas(vorschlag, ebenen)
    yield from _time(vorschlag)
    yield from _signs(vorschlag)
    yield from _values(vorschlag, katalog)
    yield Frage("herkunft", "Sind die Zahlen echt oder synthetisch?", moeglich=("echt", "synthetisch"))


def _header(vorschlag: Vorschlag, ambiguous: bool) -> Iterator[Frage]:
    if not vorschlag.bau.kopfzeilen:
        yield Frage("kopf_fehlt", "Über den Zahlen steht keine Kopfzeile. Was steht in welcher Spalte?")
    if ambiguous:
        yield Frage(
            "kopf_mehrdeutig", "In der oberen Kopfzeile sind Zellen leer. Für welche Spalten gilt der Text links?"
        )
    counts = Counter(one.spalte.kopf for one in vorschlag.spalten if one.ist_zahl)
    for name, times in counts.items():
        if times > 1:
            yield Frage("kopf_doppelt", f"„{name}“ steht über {times} Spalten. Welche ist gemeint?")


def _areas(vorschlag: Vorschlag, levels: tuple[str, ...]) -> Iterator[Frage]:
    column = vorschlag.spalte(Spaltenrolle.GEBIET)
    if column is None:
        yield Frage("gebiet_fehlt", "In keiner Spalte stehen Gebiete dieser Stadt. Welche Spalte nennt sie?")
        return
    if len(levels) > 1:
        text = f"Die Gebiete in „{column.kopf}“ passen zu mehreren Ebenen. Welche ist gemeint?"
        yield Frage("ebene_unklar", text, column.nummer, levels)
    if vorschlag.fremde_gebiete:
        names = listed([f"„{text}“" for text in vorschlag.fremde_gebiete])
        text = f"Diese Einträge sind kein Gebiet der Ebene: {names}. Welches Gebiet ist gemeint, oder entfallen sie?"
        yield Frage("gebiete_fremd", text, column.nummer)
    if vorschlag.summen:
        rows = listed([str(number) for number in vorschlag.summen])
        yield Frage(
            "summenzeilen", f"Zeile {rows} ist eine Summe. Gilt sie für die Stadt, oder entfällt sie?", column.nummer
        )


def _time(vorschlag: Vorschlag) -> Iterator[Frage]:
    if vorschlag.spalte(Spaltenrolle.ZEIT):
        return
    if vorschlag.jahr:
        yield Frage("jahr_bestaetigen", f"Gelten alle Zahlen für {vorschlag.jahr}?")
    elif not any(one.jahr for one in vorschlag.spalten):
        yield Frage("jahr_fehlt", "Für welches Jahr gelten die Zahlen? In der Tabelle steht keines.")
    for one in vorschlag.spalten:
        if one.verwendungen and one.jahr is None and not vorschlag.jahr:
            yield Frage("jahr_fehlt", f"Für welches Jahr gilt „{one.spalte.kopf}“?", one.spalte.nummer)


def _signs(vorschlag: Vorschlag) -> Iterator[Frage]:
    for found in vorschlag.zeichen:
        row, column = found.stellen[0]
        text = (
            f"Was bedeutet „{found.zeichen}“? Es steht {len(found.stellen)}-mal in den Zahlen, "
            f"zuerst in Zeile {row}, Spalte {column}."
        )
        yield Frage("zeichen", text, column, tuple(found.moeglich))


def _values(vorschlag: Vorschlag, katalog: Katalog) -> Iterator[Frage]:
    for one in vorschlag.spalten:
        for use in one.vermutet:
            indikator = katalog[use.indikator]
            text = (
                f"„{one.spalte.kopf}“ heißt wie der Indikator „{indikator.kurzname}“. "
                f"Zählt die Spalte „{katalog.merkmal(indikator.zaehler).name}“ (eine Anzahl, kein Anteil)?"
            )
            yield Frage("gemeint", text, one.spalte.nummer, ("ja", "nein"))
    if not any(one.verwendungen for one in vorschlag.spalten):
        yield Frage("werte_fehlen", "Keine Spalte heißt wie im Katalog. Welche Spalte gehört zu welchem Indikator?")


def strange_times(vorschlag: Vorschlag) -> Iterator[Frage]:
    """What the column of times holds beside times."""
    column = vorschlag.spalte(Spaltenrolle.ZEIT)
    if column and vorschlag.fremde_zeiten:
        names = listed([f"„{text}“" for text in vorschlag.fremde_zeiten])
        yield Frage("zeit_unlesbar", f"Diese Einträge sind keine Zeit: {names}. Was ist gemeint?", column.nummer)


def decimals(vorschlag: Vorschlag, numbers: Sequence[str]) -> Iterator[Frage]:
    """ "1.234" where nothing in the columns proposed shows which mark is which."""
    unclear = [text for text in numbers if read_number(number_part(text), vorschlag.dezimal) is Zahlfehler.MEHRDEUTIG]
    if unclear:
        text = f"„{unclear[0]}“ kann zwei Zahlen sein. Welches Zeichen steht vor den Nachkommastellen?"
        yield Frage("dezimal", text, moeglich=(",", "."))


def repeated(vorschlag: Vorschlag, rows: Sequence[Rasterzeile], area: int, time: int | None) -> Iterator[Frage]:
    """The same area and time in several rows: told apart by a column ("Haushalte", "Personen") or doubled."""
    keys = [(row.zelle(area), row.zelle(time) if time is not None else "") for row in rows]
    counts = Counter(key for key in keys if key[0])
    again = [row for row, key in zip(rows, keys, strict=True) if counts[key] > 1]
    if not again:
        return
    for one in vorschlag.spalten:
        texts = tuple(dict.fromkeys(row.zelle(one.spalte.stelle) for row in again))
        if one.rolle is Spaltenrolle.UNBENUTZT and not one.ist_zahl and 1 < len(texts) <= MOST_KINDS:
            text = f"Gebiet und Jahr stehen mehrfach da, unterschieden durch „{one.spalte.kopf}“. Welche Zeilen gelten?"
            yield Frage("zeilen_mehrfach", text, one.spalte.nummer, texts)
            return
    numbers = listed([str(row.nummer) for row in again])
    text = f"Gebiet und Jahr stehen mehrfach da (Zeile {numbers}). Welche Zeilen gelten, oder endet die Tabelle früher?"
    yield Frage("zeilen_mehrfach", text)
