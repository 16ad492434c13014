"""The rules of disclosure control in plain words, with the numbers that the catalogue has now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape

from sro.model.geheimhaltung import Verfahren
from sro.model.indikator import Anteilsart, Indikator, Katalog
from sro.views.tafel import html_tafel
from sro.views.words import number

WHY = "Hinter kleinen Zahlen können Menschen erkannt werden."
ZERO_SHOWN = "Eine echte Null wird gezeigt: Sie sagt über niemanden etwas."
ZERO_HIDDEN = "Auch eine echte Null bleibt geheim; so verrät „geheim gehalten“ nicht, dass es jemanden gibt."
MARKS = '<p><a href="methodik?abschnitt=zeichen" target="_self">So sehen die Zeichen aus</a></p>'


def html_rules(katalog: Katalog) -> str:
    """Thresholds, smallest denominators, the rule for groups, complementary suppression; or rounding in their place."""
    if katalog.geheimhaltung.verfahren is Verfahren.RUNDEN:
        return _rounding(katalog)
    zero = ZERO_SHOWN if katalog.geheimhaltung.null_zeigen else ZERO_HIDDEN
    return (
        f'<div class="sro-blatt"><p>{WHY} Sie werden deshalb beim Einlesen durch „geheim gehalten“ ersetzt. Was geheim '
        "ist, erreicht weder die Datenbank noch eine Seite noch einen Export.</p>"
        "<h3>1. Kleine Zahlen</h3><p>Eine Zahl über Menschen, die kleiner ist als ihre Schwelle, wird nicht gezeigt. "
        f"{zero} Die Schwelle ist umso höher, je mehr die Angabe über einen Menschen verrät.</p></div>"
        f"{_thresholds(katalog)}"
        '<div class="sro-blatt"><p>Zählen mehrere Indikatoren dasselbe Merkmal, gilt die strengste Schwelle. Kein '
        "Gesetz nennt für die Jugendhilfe eine Schwelle; über sie entscheidet die Verwaltung mit ihren Partnern.</p>"
        f"<h3>2. Kleine Nenner</h3><p>{_denominators(katalog)} Darunter wird kein Wert gebildet: Das Zeichen dafür "
        "ist „nicht sinnvoll“.</p>"
        f"<h3>3. Gruppenregel</h3><p>{_group(katalog)}</p>"
        "<h3>4. Was sich errechnen ließe</h3><p>Wer die Summe und alle anderen Teile kennt, kann den verborgenen "
        "Teil errechnen: die Stadt minus alle anderen gezeigten Gebiete, alle Hilfen minus die gezeigten Hilfearten. "
        "Deshalb werden weitere Zahlen verborgen, möglichst wenige, bis auch mit allen Summen niemand eine geheime "
        "Zahl errechnen oder eng eingrenzen kann. Eine so verborgene Zahl kann groß sein: „Geheim gehalten“ heißt "
        "nicht „klein“.</p>"
        "<h3>5. Was schon veröffentlicht ist</h3><p>Jeder neue Datenstand wird auch mit allen früheren zusammen "
        "geprüft. Vor der Freigabe wird er von außen angegriffen, nur mit dem, was veröffentlicht ist. Gelingt ein "
        f"Angriff, wird nichts gespeichert.</p>{MARKS}</div>"
    )


def _rounding(katalog: Katalog) -> str:
    """The rules of an installation that rounds every count of persons."""
    base = katalog.geheimhaltung.rundungsbasis
    return (
        f'<div class="sro-blatt"><p>{WHY} Deshalb wird jede Zahl über Menschen auf ein Vielfaches von {base} gerundet. '
        "Summen gerundeter Zahlen weichen von der gerundeten Summe ab.</p>"
        f"<h3>Kleine Nenner</h3><p>{_denominators(katalog)} Darunter wird kein Wert gebildet: Das Zeichen dafür "
        f"ist „nicht sinnvoll“.</p>{MARKS}</div>"
    )


def thresholds(katalog: Katalog) -> dict[str, int | None]:
    """The strictest threshold of each Merkmal: its own or that of an indicator that counts it; None: always shown."""
    strictest = {merkmal.id: merkmal.schwelle or 0 for merkmal in katalog.merkmale}
    for indikator in katalog.indikatoren:
        strictest[indikator.zaehler] = max(strictest[indikator.zaehler], indikator.schwelle or 0)
    return {merkmal: schwelle or None for merkmal, schwelle in strictest.items()}


def in_group_rule(indikator: Indikator) -> bool:
    return indikator.gruppenschutz and indikator.art is Anteilsart.ANTEIL


def _thresholds(katalog: Katalog) -> str:
    """One row a threshold, the highest first; what counts no persons comes last."""
    by_threshold: dict[int | None, list[str]] = {}
    for merkmal, schwelle in thresholds(katalog).items():
        by_threshold.setdefault(schwelle, []).append(merkmal)
    order = sorted(by_threshold, key=lambda schwelle: -(schwelle or 0))
    rows = (_threshold_row(schwelle, by_threshold[schwelle], katalog) for schwelle in order)
    return html_tafel("Schwellen", ("Nicht gezeigt werden", "Merkmale", "Zähler von"), rows)


def _threshold_row(schwelle: int | None, merkmale: list[str], katalog: Katalog) -> tuple[str, str, str]:
    codes = [indikator.code for indikator in katalog.indikatoren if indikator.zaehler in merkmale]
    said = f"Zahlen unter {schwelle}" if schwelle else "nichts, zählt keine Personen"
    return said, number(len(merkmale)), escape(", ".join(codes))


def _denominators(katalog: Katalog) -> str:
    """ "Der Nenner muss mindestens 50 betragen" or, where they differ, how many indicators ask for how much."""
    counts = Counter(indikator.mindestnenner for indikator in katalog.indikatoren)
    if len(counts) == 1:
        return f"Der Nenner muss bei allen Indikatoren mindestens {number(next(iter(counts)))} betragen."
    parts = (f"{number(least)} ({_counted(counted)})" for least, counted in sorted(counts.items()))
    return f"Der Nenner muss mindestens so groß sein: {', '.join(parts)}."


def _group(katalog: Katalog) -> str:
    codes = _codes(indikator for indikator in katalog.indikatoren if in_group_rule(indikator))
    return (
        "Haben fast alle einer Gruppe ein Merkmal, verrät das etwas über jeden Einzelnen. Deshalb wird eine Zahl auch "
        "dann verborgen, wenn weniger Menschen ohne das Merkmal übrig bleiben, als die Schwelle verlangt. Das gilt für "
        f"{codes}."
    )


def _codes(indikatoren: Iterable[Indikator]) -> str:
    return escape(", ".join(indikator.code for indikator in indikatoren) or "keinen Indikator")


def _counted(indikatoren: int) -> str:
    return f"{indikatoren} {'Indikator' if indikatoren == 1 else 'Indikatoren'}"
