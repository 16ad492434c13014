from __future__ import annotations

import re
from dataclasses import replace

from sro.auswertung.profil.profil import profile
from sro.auswertung.profil.vergleichbare import Vergleichbare
from sro.model.gebiet import Gebiet
from sro.stats.grund import Grund
from sro.views.profil.vergleichbar import comparable_sentence, enumerated, html_comparable
from tests.auswertung.werke import GANZ, LEUTE, A, werk
from tests.beispiele import ANTEIL, seen

NEAR = tuple(
    Gebiet("stadtteil", n, name, eltern=GANZ) for n, name in (("02", "Anger"), ("03", "<b>Born"), ("04", "Ce"))
)
PROFIL = profile(werk([seen(LEUTE, A, 2024, 200)]), A)


def test_links_to_profiles_and_says_what_it_rests_on() -> None:
    said = html_comparable(replace(PROFIL, vergleichbare=Vergleichbare(NEAR, (LEUTE, ANTEIL), 2024)))
    assert re.findall(r'href="(.*?)"', said) == [f"profil?ebene=stadtteil&amp;gebiet=0{n}" for n in (2, 3, 4)]
    text = re.sub(r"<[^>]+>", "", said)
    assert "Nach 2 Indikatoren zu „Bevölkerung“ und „Soziale Lage“ (2024)" in text
    assert "am nächsten bei Altdorf (in der Reihenfolge des Alphabets): Anger, &lt;b&gt;Born und Ce." in text
    assert "Verwendet: Unter 18-Jährige, Kinder im SGB II." in text


def test_one_sentence_on_paper() -> None:
    one = replace(PROFIL, vergleichbare=Vergleichbare(NEAR[:1], (ANTEIL,), 2023))
    assert comparable_sentence(one) == "Nach 1 Indikator zu „Soziale Lage“ (2023) vergleichbar: Anger."


def test_the_reason_stands_instead() -> None:
    assert PROFIL.vergleichbare.grund is Grund.ZU_WENIG_GEBIETE
    assert Grund.ZU_WENIG_GEBIETE.satz in html_comparable(PROFIL)
    assert "href" not in html_comparable(PROFIL)
    hidden = replace(PROFIL, vergleichbare=Vergleichbare(grund=Grund.GEHEIM, betroffen=ANTEIL))
    assert comparable_sentence(hidden) == (
        "Vergleichbare Gebiete lassen sich nicht angeben. "
        "Ein Wert, der dafür gebraucht wird, ist geheim gehalten (Kinder im SGB II)."
    )


def test_names_in_a_row() -> None:
    assert [enumerated(names) for names in (["A"], ["A", "B"], ["A", "B", "C"])] == ["A", "A und B", "A, B und C"]
