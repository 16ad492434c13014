"""Numbers and addresses in a text by which somebody can be found: telephone, mail, home, school with age, accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sro.akten.ortsworte import LETTER, UPPER, counted, named_school
from sro.reference.alltagsworte import alltagsworte
from sro.reference.city import city

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\d,.:])(?:\+\d{2}|00\d{2}|0)(?:\s?\(0\)\s?)?\s?\d(?:[\s/()-]{0,3}\d){5,13}(?![\d:])")
DOTTED_PHONE = re.compile(r"(?<![\d.])0\d{2,4}\.\d{5,}")
CALLED_PHONE = re.compile(
    r"(?:\bTel(?:efon(?:nummer)?)?\b|\bHandy(?:nummer)?\b|\bWhats[Aa]pp\b|\bNummer\b|\bMobil\b|\b[Rr]uf\w*)[\s.:]*(?:ist\s+|unter\s+)?"
    r"(\d(?:[\s/-]?\d){4,})"
)
HANDLE = re.compile(r"(?<![\w.@])@[A-Za-z_][\w.]{2,}")
PROFILE = re.compile(
    r"(?i:insta(?:gram)?|tik\s?tok|snap(?:chat)?|discord|telegram|twitch|youtube)(?:\.com/|\s*:\s*|\s+(?:heißt|heiße|ist|name)\s+)"
    r"(@?[A-Za-z]*[\d_.@][\w.]*\w|[a-zäöü][\w.]{2,}(?=\s*(?:[.,!?)]|$)))"
)

STREET_END = (
    r"straße|strasse|str\.|weg|allee|platz|ring|gasse|gang|damm|ufer|kamp|chaussee|stieg|twiete|steig|redder|koppel"
)
STREET = re.compile(
    rf"\b(?:(?:[{UPPER}][{LETTER}]+er|Alte|Neue|Große|Kleine|Lange|Hohe)[ -])?"
    rf"(?:[{UPPER}][{LETTER}-]*(?:{STREET_END})|Straße|Str\.|Weg|Allee|Platz|Gang|[{UPPER}][{LETTER}-]+-(?:Straße|Str\.|Weg|Allee|Platz))"
    rf"\s?\d{{1,3}}(?:\s?[a-h]\b)?"
)
HOME = re.compile(rf"\b[Ww]ohn[a-zäöü]*\b[^.!?\n]{{0,40}}?\b([{UPPER}][{LETTER}-]+\s\d{{1,3}}\s?[a-h]?)\b")
HOUSE_NUMBER = re.compile(r"\bHausnummer\s\d+\s?[a-h]?\b")

GENERIC_SCHOOLS = (
    "grund|haupt|real|ober|gesamt|gemeinschafts|förder|berufs|hoch|volkshoch|musik|fahr|tanz|schwimm|ganztags|vor|halbtags|"
    "stadtteil|nachbar|ski|abend|fach|regel|offene|privat|haus|sport|wald|brenn|baum|zirkus|kunst|mal|jugend|reit"
)
SCHOOL = (
    rf"\b(?:[{UPPER}][{LETTER}]+(?:-[{UPPER}][{LETTER}]+)*-(?:Schule|Gymnasium|Grundschule|Gemeinschaftsschule|Kita|Kindergarten)"
    rf"|(?!(?i:{GENERIC_SCHOOLS})schule)[{UPPER}][{LETTER}]{{2,}}schule"
    rf"|(?:Kita|KiTa|Kindergarten|Grundschule|Gemeinschaftsschule|Gymnasium|Hort|Schule)\s(?:am\s|an\sder\s|im\s|[„\"'])?(?!Und|Oder)[{UPPER}][{LETTER}-]+"
    r")\b"
)
AGE = re.compile(
    r"\b\d{1,2}(?:-|\s)?(?:Jahre?\b|J\.|jährig)|\bKlasse\s\d{1,2}\s?[a-f]?\b|\b\d{1,2}\.\s?Klasse\b|\b\d{1,2}[a-f]\b"
)
OF_SCHOOL = rf"[{UPPER}][{LETTER}-]*[Ss]chule\b"
CLASS_OF = re.compile(
    rf"\b(?:Klasse\s)?\d{{1,2}}\s?[a-f]\b[^.!?\n]{{0,15}}?\b(?:der|an der|von der|auf der|in der)\s{OF_SCHOOL}"
    rf"|\b(?:Klasse\s\d{{1,2}}|\d{{1,2}}\.\sKlasse)\s(?:der|an der|von der)\s"
    rf"[{UPPER}][{LETTER}]+(?:-[{LETTER}]+)*-[Ss]chule\b"
)
CLAUSE = re.compile(r"(?<!\d)[.!?\n]+(?:\s|$)")


def emails(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in MAIL.finditer(text))


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Numbers with an area code, and shorter ones that are called a number."""
    for match in PHONE.finditer(text):
        if not re.match(r"\s*Uhr", text[match.end() :]):
            yield match.span()
    yield from (match.span() for match in DOTTED_PHONE.finditer(text))
    yield from (match.span(1) for match in CALLED_PHONE.finditer(text))


def handles(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in HANDLE.finditer(text))
    yield from (match.span(1) for match in PROFILE.finditer(text))


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """A street with a house's number. A crossing, a way or a place without one names nobody."""
    for match in STREET.finditer(text):
        if match[0][0].isupper() and _is_address(match, text):
            yield match.span()
    for match in HOME.finditer(text):
        if not counted(city()).match(text, match.end()):
            yield match.span(1)
    yield from (match.span() for match in HOUSE_NUMBER.finditer(text))


def _is_address(match: re.Match[str], text: str) -> bool:
    words = re.split(r"[\s\d]+", match[0].strip())
    street = next(word for word in reversed(words) if len(word) > 1).casefold()
    if street in alltagsworte().keine_anschrift and not (
        len(words) > 1 and words[0].endswith("er") and words[0].casefold() != street
    ):
        return False
    lettered = bool(re.search(r"\d\s?[a-h]$", match[0]))
    return lettered or not counted(city()).match(text, match.end())


def schools(text: str) -> Iterator[tuple[int, int]]:
    """A named school or Kita in one sentence with an age or a class, and a class of any school."""
    yield from (match.span() for match in CLASS_OF.finditer(text))
    names, start = named_school(city(), SCHOOL), 0
    for end in [*(match.end() for match in CLAUSE.finditer(text)), len(text)]:
        school, age = names.search(text, start, end), AGE.search(text, start, end)
        if school and age:
            yield school.span()
        start = end
