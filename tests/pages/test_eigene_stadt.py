"""Another city, made by following docs/eigene-stadt.md: every page opens, and nothing of the first city is on it."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from google.protobuf.text_format import MessageToString
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element

from sro.akten.bestand import Bestand
from sro.cli import main
from sro.model.akteur import Rolle
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.leitbild import leitbild
from sro.reference.places import ROOT
from sro.store.grenzen import boundaries
from sro.web.menue import hidden
from tests.docs.stadtbuch import block, build, settings
from tests.pages.conftest import Page, _used

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
SAID_EVERYWHERE = {"handbuch"}  # pictures and examples are those of the demo, and say so
COMMON = {"Innenstadt", "Stadt"}  # words that are names in the first city
NOTHING = Bestand(0, ())
FIRST = ("Lübeck", "Luebeck", "Hansestadt", "Holstentor", "Fackenburger", "Broling", "AG 78")


def names_of_the_first_city() -> set[str]:
    with (ROOT / "geodata" / "luebeck" / "gebiete.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name for row in rows for name in (row["name"], *row["aliase"].split("|")) if name} | {*FIRST}


def _names() -> re.Pattern[str]:
    own = {name for gebiet in city().gebiete for name in (gebiet.name, *gebiet.aliase)}
    names = sorted(names_of_the_first_city() - own - COMMON, key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(name)}" for name in names))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which somebody followed the page."""
    folder = tmp_path_factory.mktemp("neu")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SRO_DATABASE_URL", raising=False)
        assert build(folder, patch) == []
    return folder


@pytest.fixture
def stadt(made: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The same, in use."""
    monkeypatch.setenv("SRO_STADT", str(made / settings()["SRO_STADT"]))
    for _ in _used(made / settings()["SRO_VAR"], monkeypatch):
        yield made


def everything(app: AppTest) -> str:
    """All that a person reads on a page, widgets too."""
    assert [error.value for error in app.exception] == []
    return html.unescape("\n".join(_words(one) for one in _leaves(app.main)))


def _leaves(block: Block) -> Iterator[Element]:
    for child in block.children.values():
        if isinstance(child, Block):
            yield from _leaves(child)
        else:
            yield child


def _words(element: Element) -> str:
    """Of HTML what is read, of a widget all that it is made of."""
    return (
        re.sub(r"<[^>]+>", " ", element.proto.body)
        if element.type == "html"
        else MessageToString(element.proto, as_utf8=True)
    )


def test_the_city_is_the_one_that_the_page_describes(stadt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert city().name == "Musterstadt"
    assert {ebene.id: len(boundaries(ebene.id).ids) for ebene in city().ebenen} == {
        "stadt": 1,
        "stadtteil": 2,
        "stadtbezirk": 3,
    }
    assert main(["stadt", "pruefen"]) == 0
    said = capsys.readouterr().out
    assert "Datenstand 1: Erste Zahlen" in said
    assert "Nichts offen." in said
    assert "Logo logo.png, Favicon favicon.svg" in said


def test_a_name_of_the_first_city_would_be_found(stadt: Path, page: Page) -> None:
    """Whatever is a name here is found on the page, in words and in widgets."""
    said = everything(page("karte"))
    assert "Ortsteilen" in said
    assert _names().findall("Profil von Moisling, Hansestadt Lübeck, und von St. Jürgen") == [
        "Moisling",
        "Hansestadt Lübeck",
        "St. Jürgen",
    ]


def test_sources_name_this_city(stadt: Path) -> None:
    assert catalogue()["unter_21"].quelle.startswith("Stadt Musterstadt, Kommunale Statistikstelle")
    assert not _names().search(" ".join(f"{i.quelle} {i.definition} {i.lesehinweis}" for i in catalogue().indikatoren))


@pytest.mark.parametrize("name", [name for name in PAGES if name not in SAID_EVERYWHERE])
def test_no_page_names_the_first_city(name: str, stadt: Path, page: Page) -> None:
    said = everything(page(name))
    assert said.strip()
    assert _names().findall(said) == []
    assert not re.search(r"\bStadtbezirk", said)  # here they are Viertel


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("ueberblick", "21,5"),
        ("karte", "Viertel"),
        ("profil", "Altstadt"),
        ("analyse", "Hafen"),
        ("zeitreihe", "Ortsteile"),
    ],
)
def test_pages_show_the_figures_and_areas_of_this_city(name: str, shown: str, stadt: Path, page: Page) -> None:
    assert shown in everything(page(name))


def test_the_menu_leaves_out_what_the_city_does_not_have(stadt: Path) -> None:
    assert hidden(city(), leitbild(), NOTHING, Rolle.PLANUNG) == {"leitlinien", "modellprojekt"}
    unseen = hidden(city(), leitbild(), NOTHING, Rolle.OEFFENTLICH)
    assert unseen == {"daten", "dialog", "leitlinien", "modellprojekt", "transfer", "werkstaetten"}


def test_with_the_further_part_of_the_page_there_is_a_model_project(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: Page
) -> None:
    folder = tmp_path / "hafen"
    folder.mkdir()
    for file in ("gebiete.csv", "logo.png", "favicon.svg"):
        (folder / file).write_bytes((made / settings()["SRO_STADT"] / file).read_bytes())
    (folder / "stadt.yaml").write_text("\n".join((block("yaml", "id:"), block("yaml", "quartiere:"))), encoding="utf-8")
    monkeypatch.setenv("SRO_STADT", str(folder))
    for _ in _used(made / settings()["SRO_VAR"], monkeypatch):
        assert hidden(city(), leitbild(), NOTHING, Rolle.FACHKRAFT) == {"daten", "leitlinien"}
        assert city().modellprojekt is not None
        assert city().modellprojekt.pfad == "leben-im-hafen"
        assert "Leben im Hafen" in everything(page("modellprojekt"))


def test_a_skeleton_with_catalogue_and_leitbild_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "klein-neustadt"
    call = ["stadt", "neu", str(folder), "--ebenen", "2", "--mit", "katalog", "leitbild"]
    assert main(call) == 0
    monkeypatch.setenv("SRO_STADT", str(folder))
    monkeypatch.setenv("SRO_VAR", str(tmp_path / "var"))
    assert [i.id for i in catalogue().indikatoren] == ["unter_18"]
    assert len(leitbild().bezuege) == 3
    assert main(["stadt", "pruefen"]) == 1
    assert "Beispielteil" in capsys.readouterr().out
    before = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
    assert main(call) == 2
    assert before == {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
    assert "gibt es schon" in capsys.readouterr().err


def test_a_database_of_another_city_is_told_apart(
    made: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kleiner"
    assert main(["stadt", "neu", str(folder), "--name", "Kleinstadt"]) == 0
    monkeypatch.setenv("SRO_STADT", str(folder))
    monkeypatch.setenv("SRO_VAR", str(made / settings()["SRO_VAR"]))
    assert main(["stadt", "pruefen"]) == 1
    assert "Jede Stadt braucht ihre eigene Datenbank" in capsys.readouterr().out


def _unfinished() -> None:
    from pathlib import Path

    from sro.reference.stadtfehler import StadtFehlerhaft
    from sro.web.errors import on_script_error

    on_script_error(StadtFehlerhaft(Path("stadt"), tuple(f"Satz {n}." for n in range(9))))


def test_a_city_that_cannot_be_used_says_so_on_every_page_and_names_the_command() -> None:
    (said,) = AppTest.from_function(_unfinished).run().error
    assert "python -m sro stadt pruefen" in said.value
    assert "Satz 0." in said.value
    assert "Satz 8." not in said.value  # all of them come from the command
