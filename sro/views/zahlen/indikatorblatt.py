"""What an indicator means, as HTML: definition, how to read it, its limits, its source. The one sheet for all pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from sro.model.buendelung import zeitraum_kurz
from sro.model.gebiet import Stadt
from sro.model.geheimhaltung import Geheimhaltung, Verfahren
from sro.model.indikator import Anteilsart, Indikator, Katalog
from sro.views import words

ART = {
    Anteilsart.ANTEIL: "Anteil: Der Zähler ist ein Teil des Nenners",
    Anteilsart.DICHTE: "Dichte: Fälle je Bevölkerung, eine Person kann mehrfach zählen",
    Anteilsart.VERHAELTNIS: "Verhältnis zweier verschiedener Größen",
    Anteilsart.SALDO: "Saldo: kann negativ sein",
}


@dataclass(frozen=True, slots=True)
class Vorliegend:
    """What a Datenstand (`nummer`) has of an indicator: level → years, ascending."""

    nummer: int
    jahre: Mapping[str, Sequence[int]]
    synthetisch: bool


def html_definition(indikator: Indikator, katalog: Katalog, stadt: Stadt, vorliegend: Vorliegend | None = None) -> str:
    """The indicator's sheet; every text from the catalogue, escaped. `vorliegend` adds the years that there are."""
    facts = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in _facts(indikator, katalog, stadt)
    )
    caveats = "".join(f"<li>{escape(text)}</li>" for text in (*_breaks(indikator), *indikator.einschraenkungen))
    limits = f"<h3>Grenzen der Aussage</h3><ul>{caveats}</ul>" if caveats else ""
    return (
        f'<div class="sro-blatt"><h3>{escape(indikator.name)} ({escape(indikator.code)})</h3>'
        f"<p>{escape(indikator.definition)}</p><h3>So lesen</h3><p>{escape(indikator.lesehinweis)}</p>"
        f"{limits}<dl>{facts}</dl>{_delivered(vorliegend, indikator, stadt) if vorliegend else ''}</div>"
    )


def _facts(indikator: Indikator, katalog: Katalog, stadt: Stadt) -> list[tuple[str, str]]:
    return [
        ("Zähler", katalog.merkmal(indikator.zaehler).name),
        ("Nenner", katalog.merkmal(indikator.nenner).name),
        ("Einheit", indikator.einheit),
        ("Art der Zahl", ART[indikator.art]),
        ("Polarität", words.POLARITY_WORD[indikator.polaritaet]),
        ("Quelle", indikator.quelle),
        ("Stichtag oder Zeitraum", indikator.stichtag),
        ("Ebenen", _levels(indikator, stadt)),
        ("Geheimhaltung", _threshold(indikator, katalog.geheimhaltung)),
        ("Mindestnenner", f"kein Wert unter {words.number(indikator.mindestnenner)} im Nenner"),
        ("Gruppenregel", _group(indikator)),
        ("Rechtsgrundlage", indikator.paragraf),
    ]


def _levels(indikator: Indikator, stadt: Stadt) -> str:
    """ "Stadt, Stadtteile (3 Jahre zusammen)"."""
    named = [level_name(ebene, stadt) for ebene in indikator.ebenen]
    pooled = indikator.stadtweit_gebuendelt
    below = [f"{level_name(ebene, stadt)} ({pooled.jahre} Jahre zusammen)" for ebene in pooled.ebenen] if pooled else []
    return ", ".join([*named, *below])


def level_name(ebene: str, stadt: Stadt) -> str:
    """ "Stadt", "Stadtteile", "Stadtbezirke"."""
    known = stadt.ebene(ebene)
    return known.plural if known.rang else known.name


def _threshold(indikator: Indikator, regeln: Geheimhaltung) -> str:
    if indikator.schwelle is None:
        return "zählt keine Personen, wird immer gezeigt"
    if regeln.verfahren is Verfahren.RUNDEN:
        return f"Zahlen werden auf Vielfache von {regeln.rundungsbasis} gerundet"
    return f"Zahlen unter {indikator.schwelle} werden nicht gezeigt"


def _group(indikator: Indikator) -> str:
    if indikator.gruppenschutz and indikator.schwelle and indikator.art is Anteilsart.ANTEIL:
        return f"auch nicht, wenn weniger als {indikator.schwelle} Personen der Gruppe das Merkmal nicht haben"
    return "gilt hier nicht"


def _breaks(indikator: Indikator) -> list[str]:
    return [f"Reihenbruch {bruch.jahr}: {bruch.grund}" for bruch in indikator.reihenbrueche]


def _delivered(vorliegend: Vorliegend, indikator: Indikator, stadt: Stadt) -> str:
    """The years that there are, and whether somebody made them up."""
    head = f"<h3>Das liegt vor (Datenstand {vorliegend.nummer})</h3>"
    if not vorliegend.jahre:
        return f"{head}<p>Keine Werte. Sobald eine Lieferung sie enthält, stehen sie hier.</p>"
    rows = "".join(
        f"<dt>{escape(level_name(ebene, stadt))}</dt><dd>{escape(_years(jahre, indikator.jahre_zusammen(ebene)))}</dd>"
        for ebene, jahre in vorliegend.jahre.items()
    )
    kind = "synthetisch: erfunden, keine echten Zahlen" if vorliegend.synthetisch else "echt, von der genannten Quelle"
    return f"{head}<dl>{rows}<dt>Daten</dt><dd>{kind}</dd></dl>"


def _years(jahre: Sequence[int], zusammen: int) -> str:
    return words.years(jahre) if zusammen == 1 else ", ".join(zeitraum_kurz(jahr, zusammen) for jahr in jahre)
