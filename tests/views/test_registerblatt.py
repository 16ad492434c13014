"""The register as HTML: counts and shares, overdue in days, and text that stays text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sro.auswertung.werkstatt.kindersicht import children_cards
from sro.auswertung.werkstatt.register import balance, registers
from sro.auswertung.werkstatt.rueckmeldung import feedback
from sro.model.aussage import Aussage, Bearbeitung
from sro.model.werkstatt import Werkstatt
from sro.reference.stimmenworte import stimmenworte
from sro.views.werkstatt.kinderblatt import NOTHING, html_for_children
from sro.views.werkstatt.register import html_balance, html_due, html_register
from tests.auswertung.rueckmeldeakten import BEANTWORTET, FEINDLICH, HEUTE, INHALTE, WERKSTATT, WUNSCH, bestand

AEMTER = {one.id: one for one in stimmenworte().schnittstellen}


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").split())


def test_the_cards_say_shares_of_what_was_handed_over() -> None:
    akten = bestand(*INHALTE)
    said = akten.von(Aussage)
    text = words(html_balance(balance(registers(akten, AEMTER, said, HEUTE)), feedback(akten, said, HEUTE)))
    assert "Übergeben 3 Übergaben mit 4 Aussagen" in text
    assert "Beantwortet 33 % 1 von 3 Übergaben" in text
    assert "Antwort überfällig 33 % 1 von 3 Übergaben" in text
    assert "Rückmeldung an Kinder überfällig 4 Aussagen von 5; zurückgemeldet sind 1" in text


def test_without_handovers_there_is_no_share() -> None:
    text = words(html_balance(balance(()), ()))
    assert "%" not in text
    assert text.count("noch nichts übergeben") == 2


def test_an_office_says_what_is_overdue_and_what_came_back() -> None:
    akten = bestand(*INHALTE)
    found = registers(akten, AEMTER, akten.von(Aussage), HEUTE)
    text = words(html_register(found, AEMTER, HEUTE))
    assert text.startswith("Sport 1 überfällig synthetisch 4.401 Schule und Sport · 2 Übergaben · 0 beantwortet")
    assert "überfällig seit 152 Tagen" in text  # 01.10.2025 to 02.03.2026
    assert "20.09.2025: Das Land ist zuständig." in text
    assert text.index("UE-1") < text.index("UE-3") < text.index("UE-2")


def test_what_has_no_public_words_is_never_shown_by_its_note() -> None:
    akten = bestand(WERKSTATT, replace(WUNSCH, wortlaut=""))
    html = html_register(registers(akten, ["sport"], akten.von(Aussage), HEUTE), AEMTER, HEUTE)
    assert "ohne öffentliche Fassung" in html
    assert "Nur für uns" not in html


@pytest.mark.parametrize("text", FEINDLICH)
def test_hostile_text_is_shown_as_text(text: str) -> None:
    hostile = replace(WUNSCH, wortlaut=text, antwort=text, grund=text, bearbeitung=Bearbeitung.NICHT_UMSETZBAR)
    answered = replace(BEANTWORTET, schnittstelle="sport", aussagen=("AU-1",), antwort=text)
    akten = bestand(replace(WERKSTATT, titel=text), hostile, answered)
    said = akten.von(Aussage)
    cards = children_cards(akten, said, stimmenworte())
    html = "".join(
        (
            html_register(registers(akten, AEMTER, said, HEUTE), AEMTER, HEUTE),
            html_due(text, feedback(akten, said, HEUTE), offen=True),
            html_for_children(akten.von(Werkstatt)[0].inhalt, cards),
        )
    )
    known = "section h2 h3 p b i div table caption thead tbody tr th td details summary ul li span article"
    assert set(re.findall(r"<\s*([a-zA-Z0-9]+)", html)) <= set(known.split())
    assert "onerror=alert" not in re.sub(r"&lt;img[^&]*&gt;", "", html)
    assert "href" not in html


def test_the_children_see_every_part_and_that_it_is_made_up() -> None:
    akten = bestand(*INHALTE)
    cards = children_cards(akten, akten.von(Aussage), stimmenworte())
    html = html_for_children(WERKSTATT, cards)
    text = words(html)
    assert text.startswith("Das habt ihr gesagt. Das passiert jetzt. Stadtteilwerkstatt Beispielhausen, 2025")
    assert "synthetisch Das ist ein Beispiel." in text
    assert "Das ist fertig. Die Tore sind da. Ihr könnt sie z. B. am Nachmittag benutzen." in text
    assert "Das geht leider nicht. Der Grund ist: Die Straße gehört dem Land." in text
    assert "Noch nicht geprüfter Satz" not in html
    assert "Nur für uns" not in html
    assert html.count('aria-hidden="true"') == 1 + 2 * len(cards)


def test_an_empty_view_says_so() -> None:
    assert NOTHING in html_for_children(replace(WERKSTATT, synthetisch=False), ())
