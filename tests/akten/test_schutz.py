"""At which words a note is not kept, because a child may be telling of harm. All sentences are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from sro.akten.schutz import needs_protection
from sro.reference.places import ROOT
from sro.reference.signalwoerter import read_signalwoerter
from sro.reference.yaml_file import load

HARM = [
    "Ich werde zu Hause geschlagen.",
    "Papa schlägt mich, wenn ich laut bin.",
    "Mama haut uns oft.",
    "Sie hat Angst vor Papa.",
    "Ich habe Angst vor meinem Stiefvater.",
    "Er will nicht heim, er hat Angst nach Hause zu gehen.",
    "Der Trainer hat mich komisch angefasst.",
    "Jemand hat sie missbraucht.",
    "Ein Mann hat uns Nacktbilder geschickt.",
    "Im Schwimmbad wurde sie begrapscht.",
    "Er wurde zusammengeschlagen.",
    "Der Onkel wollte etwas Sexuelles.",
    "Mein Bruder hat blaue Flecken am Arm.",
    "Sie sperrt mich ein, wenn ich frech bin.",
    "Wir bekommen zu Hause nichts zu essen.",
    "Mein Vater ist jeden Abend betrunken.",
    "Sie ritzt sich am Arm.",
    "Ich will nicht mehr leben.",
    "Er hat gesagt, er will sich umbringen.",
    "Er hat gedroht, alle mit dem Messer zu holen.",
    "Meine Freundin ist von zu Hause abgehauen.",
    "In der Familie gibt es häusliche Gewalt.",
    "Ich soll verheiratet werden.",
    "PAPA SCHLÄGT MICH",
    "Er wurde verprügelt.",
]
ORDINARY = [
    "Zwei Standorte wurden vorgeschlagen.",
    "Die Uhr schlägt zu laut.",
    "Im Park habe ich Angst, wenn es dunkel ist.",
    "Wir haben Angst vor den Hunden.",
    "Der Spielplatz ist vernachlässigt.",
    "Die Großen nehmen uns den Ball weg.",
    "Es gibt oft Streit auf dem Schulhof.",
    "Betrunkene sitzen auf dem Spielplatz.",
    "Am Bahnhof fühlen sich Mädchen unwohl.",
    "Die Tür schlägt immer zu.",
    "Papa und Mama sollen auch einen Platz zum Sitzen haben.",
    "Die Eltern trinken Kaffee, wir spielen.",
    "Das Essen in der Mensa schmeckt nicht.",
    "Wir wollen Schlagzeug lernen.",
    "Die Fahrräder werden geklaut.",
    "Nach Hause fährt abends kein Bus.",
    "Man kann sich beim Klettern verletzen.",
    "Zu Hause ist es zu eng für Hausaufgaben.",
    "Die Bäume sterben, wenn niemand gießt.",
    "Die Erwachsenen sollen uns zuhören.",
]


@pytest.mark.parametrize("text", HARM)
def test_what_could_be_harm_is_stopped(text: str) -> None:
    assert needs_protection(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_what_children_say_of_their_district_passes(text: str) -> None:
    assert not needs_protection(text)


def test_the_demo_voices_pass() -> None:
    said = [one for path in (ROOT / "data/demo/stimmen").glob("*.yaml") for one in _texts(load(path, ""))]
    assert len(said) > 500
    assert [text for text in said if needs_protection(text)] == []


def test_a_pattern_that_is_none_is_named(tmp_path: Path) -> None:
    file = tmp_path / "woerter.txt"
    file.write_text("# Bemerkung\ngut\n(offen\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"„\(offen“ ist kein gültiges Muster"):
        read_signalwoerter(file)


def _texts(content: object) -> list[str]:
    if isinstance(content, dict):
        return [text for value in content.values() for text in _texts(value)]
    if isinstance(content, list):
        return [text for value in content for text in _texts(value)]
    return [content] if isinstance(content, str) else []
