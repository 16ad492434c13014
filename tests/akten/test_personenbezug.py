"""What gives a person away, and what children say without naming anybody. All names are made up."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.akten.personenbezug import Personenbezug, hinweise
from sro.akten.spuren import addresses, schools
from sro.reference.places import ROOT
from sro.reference.vornamen import read_vornamen, vornamen
from sro.reference.yaml_file import load

GIVES_AWAY = [
    ("Mia sagt, dass die Schaukel kaputt ist.", Personenbezug.NAME, "Mia"),
    ("Der Ahmet traut sich nicht auf den Bolzplatz.", Personenbezug.NAME, "Ahmet"),
    ("Frau Schulze schimpft immer, wenn wir Ball spielen.", Personenbezug.NAME, "Frau Schulze"),
    ("Herr Meyer vom Kiosk ist nett.", Personenbezug.NAME, "Herr Meyer"),
    ("Wir haben mit Herrn Dr. Yilmaz gesprochen.", Personenbezug.NAME, "Herrn Dr. Yilmaz"),
    ("Familie Petersen wohnt neben dem Spielplatz.", Personenbezug.NAME, "Familie Petersen"),
    ("mia sagt, sie möchte eine Rutsche", Personenbezug.NAME, "mia"),
    ("Ich heiße Jaxton und wünsche mir ein Schwimmbad.", Personenbezug.NAME, "Jaxton"),
    ("Rosa (8) möchte mehr Bäume.", Personenbezug.NAME, "Rosa"),
    ("Kai sagt, der Park ist zu dunkel.", Personenbezug.NAME, "Kai"),
    ("Ein Junge, er heißt August, hat es erzählt.", Personenbezug.NAME, "August"),
    ("Anna-Lena spielt hier jeden Tag.", Personenbezug.NAME, "Anna-Lena"),
    ("Ahmets Bruder wurde dort geärgert.", Personenbezug.NAME, "Ahmets"),
    ("Zeynep und Fatma wollen eine Mädchenzeit.", Personenbezug.NAME, "Zeynep"),
    ("Oleksandr versteht die Schilder nicht.", Personenbezug.NAME, "Oleksandr"),
    ("Nour und ihre Mutter gehen nicht in den Park.", Personenbezug.NAME, "Nour"),
    ("Paul Hansen findet den Jugendtreff gut.", Personenbezug.NAME, "Paul Hansen"),
    ("Nguyen Linh möchte tanzen.", Personenbezug.NAME, "Linh"),
    ("Laut Małgorzata fährt der Bus zu selten.", Personenbezug.NAME, "Małgorzata"),
    ("Der kleine Emil hat Angst vor Hunden.", Personenbezug.NAME, "Emil"),
    ("Jaxton sagt, dass es zu laut ist.", Personenbezug.NAME, "Jaxton"),
    ("Ruf mich an: 0451 1234567.", Personenbezug.TELEFON, "0451 1234567"),
    ("Meine Nummer ist 0176-12345678.", Personenbezug.TELEFON, "0176-12345678"),
    ("Tel. 445566, dann komme ich.", Personenbezug.TELEFON, "445566"),
    ("Man erreicht sie unter +49 451 123456.", Personenbezug.TELEFON, "+49 451 123456"),
    ("Handynummer 0151/23456789 liegt im Jugendzentrum.", Personenbezug.TELEFON, "0151/23456789"),
    ("Schreib an jugendrat.moisling@example.org.", Personenbezug.MAIL, "jugendrat.moisling@example.org"),
    ("Meine Mail: max.muster (at) example.org", Personenbezug.MAIL, "max.muster (at) example.org"),
    ("Wir wohnen im Musterweg 12 und brauchen eine Ampel.", Personenbezug.ANSCHRIFT, "Musterweg 12"),
    ("An der Hansestr. 5a ist es abends dunkel.", Personenbezug.ANSCHRIFT, "Hansestr. 5a"),
    ("Das Haus Hansestraße 17, ganz oben.", Personenbezug.ANSCHRIFT, "Hansestraße 17"),
    ("Ich wohne Am Behnckenhof 14.", Personenbezug.ANSCHRIFT, "Behnckenhof 14"),
    ("Bei uns in der Moislinger Allee 22b fehlt ein Fahrstuhl.", Personenbezug.ANSCHRIFT, "Moislinger Allee 22b"),
    ("Unser Haus hat die Hausnummer 7 und kein Licht.", Personenbezug.ANSCHRIFT, "Hausnummer 7"),
    ("Fackenburger Allee 102: Dort treffen wir uns heimlich.", Personenbezug.ANSCHRIFT, "Fackenburger Allee 102"),
    ("Julius-Leber-Schule, 8 Jahre: Die Klos sind eklig.", Personenbezug.SCHULE, "Julius-Leber-Schule"),
    ("Ein Mädchen, 9 Jahre, von der Domschule mag den Hof nicht.", Personenbezug.SCHULE, "Domschule"),
    ("Klasse 4b der Grundschule möchte einen Kletterturm.", Personenbezug.SCHULE, "Klasse 4b der Grundschule"),
    ("Die 3a an der Lauerholzschule wünscht sich Bänke.", Personenbezug.SCHULE, "3a an der Lauerholzschule"),
    (
        "Ein Kind aus der Kita Sonnenschein, 5 Jahre alt, möchte einen Sandkasten.",
        Personenbezug.SCHULE,
        "Kita Sonnenschein",
    ),
    ("Auf dem Katharineum, 7. Klasse, gibt es Streit.", Personenbezug.SCHULE, "Katharineum"),
    ("Folgt mir: @skater_moisling99", Personenbezug.KONTO, "@skater_moisling99"),
    ("Insta: mia_2012", Personenbezug.KONTO, "mia_2012"),
    ("Mein TikTok heißt lenaluebeck.12", Personenbezug.KONTO, "lenaluebeck.12"),
    ("Snapchat: skaterboy", Personenbezug.KONTO, "skaterboy"),
    ("Herr Kowalczyk aus dem Nachbarhaus ruft die Polizei.", Personenbezug.NAME, "Herr Kowalczyk"),
    ("An der Hansestraße 5 wohnt jemand, der laut ist.", Personenbezug.ANSCHRIFT, "Hansestraße 5"),
    ("Wir wohnen in der Marlistraße 88, da fehlt ein Hof.", Personenbezug.ANSCHRIFT, "Marlistraße 88"),
    (
        "Georg-Kerschensteiner-Straße 27 c ist mein Eingang.",
        Personenbezug.ANSCHRIFT,
        "Georg-Kerschensteiner-Straße 27 c",
    ),
    ("Ich bin die Alina.", Personenbezug.NAME, "Alina"),
]
NAMES_NOBODY = [
    "Die Schaukel auf dem Spielplatz ist kaputt.",
    "Wir wollen einen Bolzplatz mit Licht.",
    "In Moisling fehlt ein Jugendtreff am Wochenende.",
    "Auf Marli ist der Schulweg gefährlich.",
    "In St. Lorenz Nord fahren die Autos zu schnell.",
    "In St. Jürgen gibt es viele Bäume, das ist schön.",
    "In St. Gertrud ist der Stadtpark toll.",
    "Der Fußweg 2 Meter neben der Straße ist zu schmal.",
    "An der Hansestraße 5 Bäume pflanzen.",
    "Auf dem Spielplatz 3 Schaukeln statt einer.",
    "Der Bus kommt nur alle 30 Minuten.",
    "Max. 30 km/h vor der Schule.",
    "Rosa Wände in der Turnhalle wären schön.",
    "Im August ist das Freibad zu voll.",
    "Im Juli und August soll das Jugendzentrum offen sein.",
    "Am Kai an der Trave kann man gut sitzen.",
    "Wir grillen gern auf der Heide.",
    "Die Rose am Eingang riecht gut.",
    "Mama sagt, wir dürfen dort nicht alleine hin.",
    "Papa meint, der Park ist zu dunkel.",
    "Die Polizei sagt, wir sollen weggehen.",
    "Jemand sagt immer gemeine Sachen zu uns.",
    "Die Schule soll nachmittags offen bleiben.",
    "Kinder ab 8 Jahren dürfen in der Schule mitbestimmen.",
    "Die Grundschule soll ab der 3. Klasse Schwimmen anbieten.",
    "Unsere Klasse 4b möchte einen Zebrastreifen.",
    "Von 0 bis 10 Punkten geben wir dem Park 8.",
    "Der Treff ist von 14-18 Uhr offen, das ist zu kurz.",
    "Am 12.05.2024 war der Brunnen aus.",
    "Wir wünschen uns 1.000 Blumen.",
    "Im Herbst 2024/25 soll die Halle fertig sein.",
    "Die Fackenburger Allee ist laut und stinkt.",
    "Beim Holstentor fühle ich mich sicher.",
    "Die Ziegelstraße braucht eine Ampel.",
    "Am Lindenplatz fahren alle bei Rot.",
    "Wir gehen gern in die Stadtbibliothek.",
    "Das WLAN im Jugendzentrum ist zu langsam.",
    "Auf TikTok sehen wir, was andere Städte haben.",
    "Wir wollen ein Instagram für den Stadtteil.",
    "Der Sultan-Imbiss hat zu, jetzt gibt es kein Essen mehr.",
    "Im Ramadan hätten wir gern einen Raum am Abend.",
    "Ein Mädchen wünscht sich eine Mädchengruppe.",
    "Die Jungen lassen uns nicht auf den Platz.",
    "Es gibt keine Wickelräume in der Innenstadt.",
    "Die Willy-Brandt-Allee ist zu breit für kleine Kinder.",
    "An der Julius-Leber-Schule fehlen Fahrradständer.",
    "Das Haus der Jugend soll sonntags öffnen.",
    "Frau Holle spielen wir gern im Theater.",
    "Der Herr Bürgermeister soll kommen und zuhören.",
    "Ernst gemeinte Mitsprache wäre gut.",
    "Bill oder teuer ist egal, Hauptsache sauber.",
    "Mehr Mülleimer, mindestens 10, am Skatepark.",
    "Die Radwege enden einfach so.",
    "Die Mark-Twain-Bücher fehlen in der Bücherei.",
    "Nur am Samstag ist etwas los.",
    "Will man Fußball spielen, muss man weit fahren.",
    "Alle sollen mitmachen können, auch im Rollstuhl.",
    "Die Brücke an der Trave ist ein schöner Ort.",
    "Für Kinder mit Behinderung gibt es keine Schaukel.",
    "Die Straßenlaternen gehen um 22 Uhr aus.",
    "Auf dem Schulhof 2 Tore und Netze.",
    "Die Linie 7 soll auch abends fahren.",
    "Der Weg 3 Meter breiter machen.",
    "In der Straße 20 Autos am Tag zu viel.",
    "Im Haus 5 Stockwerke ohne Aufzug.",
    "Wir wohnen seit 3 Jahren hier und kennen keinen Spielplatz.",
    "Die Nordic-Walking-Gruppe ist freundlich zu uns.",
    "Es riecht nach Hund, überall liegt Kot.",
    "Die Musikschule ist zu teuer.",
    "Bäume, Blumen, Bänke: davon mehr!",
    "Man kann die Sterne sehen, das ist toll.",
    "Der Pausenhof 3 Stunden am Tag reicht nicht.",
    "Der Ausgang 2 ist immer zu.",
    "Linie 3, 10 und 21 fahren hier.",
    "Die Bänke sind 8 Jahre alt und morsch.",
    "Die Schaukel gefällt allen von 6 bis 9 Jahren.",
    "Die neue Halle soll 2027 fertig sein, sagt die Stadt.",
    "Die Gemeinschaftsschule hat keinen Schulgarten.",
    "Beim Kiosk kostet ein Eis 2 Euro.",
    "Wir sind die Gruppe 10–13 und wollen Graffiti-Wände.",
    "Punkt 1: Licht. Punkt 2: Müll. Punkt 3: Zeit.",
    "Der Spielplatz 2 Straßen weiter ist besser.",
    "Anna-Siemsen-Schule und Hort liegen weit auseinander.",
    "Die Frau an der Kasse ist freundlich.",
    "Der Herr im Bus hilft immer.",
    "Der Weg zum Sportplatz ist dunkel, etwa 200 Meter lang.",
    "Man fühlt sich sicher, wenn viele da sind.",
    "Der Platz am Brink ist unser Treffpunkt.",
]


@pytest.mark.parametrize(("text", "art", "wort"), GIVES_AWAY)
def test_what_gives_somebody_away_is_found_with_its_place(text: str, art: Personenbezug, wort: str) -> None:
    found = hinweise(text)
    assert (art, wort) in [(one.art, one.wort) for one in found]
    assert all(text[one.von : one.bis] == one.wort for one in found)


@pytest.mark.parametrize("text", NAMES_NOBODY)
def test_what_names_nobody_passes(text: str) -> None:
    assert hinweise(text) == ()


def test_the_sentence_names_the_word_and_the_remedy() -> None:
    assert hinweise("Mia sagt, es ist laut.")[0].satz == (
        "„Mia“: möglicherweise ein Name. Bitte umschreiben, etwa „ein Kind“ oder „eine Mutter“."
    )


def test_all_places_come_in_order() -> None:
    text = "Ahmet, 0451 1234567, und Frau Schulze, Hansestr. 5a"
    assert [one.art for one in hinweise(text)] == [
        Personenbezug.NAME, Personenbezug.TELEFON, Personenbezug.NAME, Personenbezug.ANSCHRIFT,
    ]  # fmt: skip


@given(st.text(max_size=200))
def test_any_text_can_be_asked_and_places_never_overlap(text: str) -> None:
    found = hinweise(text)
    assert all(one.bis <= other.von for one, other in pairwise(found))
    assert all(text[one.von : one.bis] == one.wort and one.wort for one in found)


def test_a_long_text_is_read_at_once() -> None:
    """The longest that a field may hold, made of what the patterns look for."""
    text = ("0451 12 " * 200 + "wohne Am " * 100 + "Klasse 4 der A-B-C-" * 60)[:4000]
    started = time.perf_counter()
    hinweise(text)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    "path", sorted((ROOT / "data" / "demo" / "stimmen").glob("*.yaml")), ids=lambda path: path.name
)
def test_the_demo_voices_name_nobody(path: Path) -> None:
    assert [one.satz for text in _texts(load(path, "")) for one in hinweise(text)] == []


def _texts(content: object) -> list[str]:
    if isinstance(content, dict):
        return [text for value in content.values() for text in _texts(value)]
    if isinstance(content, list):
        return [text for value in content for text in _texts(value)]
    return [content] if isinstance(content, str) else []


def test_names_that_are_ordinary_words_are_kept_apart() -> None:
    assert {"Mia", "Ahmet", "Agnieszka", "Nour", "Linh"} <= vornamen().sicher
    assert {"Rosa", "August", "Kai"} <= vornamen().mehrdeutig
    assert not vornamen().sicher & vornamen().mehrdeutig


def test_a_name_twice_or_with_a_blank_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "vornamen.txt"
    file.write_text("# Bemerkung\nMia\n\nRosa?\n", encoding="utf-8")
    assert read_vornamen(file).sicher == {"Mia"}
    assert read_vornamen(file).mehrdeutig == {"Rosa"}


@pytest.mark.parametrize(("named", "found"), [("Musterstadt", True), ("Bäume", False)])
def test_a_number_before_the_name_of_the_city_is_a_house(
    named: str, found: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In whatever city the app is used; and a school of another city is none here."""
    said = "id: m\nname: Musterstadt\nmittelpunkt: [53.9, 10.7]\nebenen:\n  - {id: stadt, name: Stadt, plural: Stadt}\n"
    (tmp_path / "stadt.yaml").write_text(said + "schulnamen: [Ratsgymnasium]\n", encoding="utf-8")
    head = "ebene,id,name,aliase,eltern_ebene,eltern_id\n"
    (tmp_path / "gebiete.csv").write_text(f"{head}stadt,00,Musterstadt,,,\n", encoding="utf-8")
    monkeypatch.setenv("SRO_STADT", str(tmp_path))
    assert bool(list(addresses(f"In der Hansestraße 5 {named} ist es laut."))) is found
    assert list(schools("Das Ratsgymnasium ist laut, sagt ein Kind aus der 7. Klasse."))
    assert not list(schools("Das Katharineum ist laut, sagt ein Kind aus der 7. Klasse."))
