from __future__ import annotations

import datetime as dt
import io

from PIL import Image

from sro.export.bild import abbildung
from sro.export.bild.kopf import heading
from sro.model.datenstand import Datenstand, Herkunft
from sro.stats.reihe import series
from sro.views.theme import LIGHT
from sro.views.zahlen.vielfache import small_multiples
from sro.views.zahlen.zeitreihe import timeline
from tests.beispiele import DICHTE, JAHRE, area, parsed, years

REIHE = series(DICHTE, years(DICHTE, area("03"), [44, 43, None, 1900]), JAHRE, "Moisling", area("03"))


def datenstand(synthetisch: bool) -> Datenstand:
    herkunft = (Herkunft(DICHTE.id, "hze.csv", "0", synthetisch),)
    return Datenstand(3, dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC), "Probe", True, herkunft)


KOPF = heading("HzE <alle> & mehr", DICHTE, "2015 bis 2024", datenstand(True), ("© OpenStreetMap-Mitwirkende (ODbL)",))


def words_of(svg: bytes) -> str:
    return " ".join("".join(node.itertext()) for node in parsed(svg).iter("{http://www.w3.org/2000/svg}text"))


def test_a_figure_carries_title_source_and_notes() -> None:
    text = words_of(abbildung.svg(timeline([REIHE], DICHTE, LIGHT), KOPF))
    for expected in (
        "HzE <alle> & mehr",
        "je 1.000 unter 21-Jährige, 2015 bis 2024",
        "Quelle: Fachverfahren des ASD",
        "Datenstand 3 vom 22.11.2026",
        "Synthetische Daten",
        "© OpenStreetMap-Mitwirkende (ODbL)",
        "Moisling",
        "2.000",
    ):
        assert expected in text


def test_real_data_are_not_called_synthetic() -> None:
    kopf = heading("HzE", DICHTE, "2024", datenstand(False))
    assert "Synthetisch" not in words_of(abbildung.svg(timeline([REIHE], DICHTE, LIGHT), kopf))


def test_a_png_has_the_size_of_the_sheet_and_something_on_it() -> None:
    svg = parsed(abbildung.svg(small_multiples([REIHE], DICHTE, LIGHT), KOPF))
    picture = Image.open(io.BytesIO(abbildung.png(small_multiples([REIHE], DICHTE, LIGHT), KOPF, scale=2)))
    assert picture.size == (2 * int(svg.attrib["width"]), 2 * int(svg.attrib["height"]))
    colours = picture.convert("RGB").getcolors(maxcolors=1_000_000)
    assert colours is not None
    assert len(colours) > 20
