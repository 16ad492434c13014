"""Pages run by Streamlit's AppTest, on a store that was filled by the command line."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sro.cli import main
from sro.reference.places import ROOT
from sro.web import data, figuren
from sro.web.analyse import blicke as analyse
from sro.web.holstentor import seite as holstentor
from sro.web.profil import seite as profil

DEMO = ROOT / "data" / "demo"
INDIKATOREN = (
    "unter_21", "sgb2_unter_18", "hze_ohne_28", "hze_ambulant", "hze_teilstationaer", "hze_stationaer",
    "erziehungsberatung",
)  # fmt: skip
JAHRE = ("2022", "2023", "2024")
GEHEIMES_JAHR = 2023  # two cases of Erziehungsberatung in every Stadtteil
CACHES = (
    data.store, data._active, data._years, data.observations, data.of_year, data.of_area, data.beside, data.offer,
    data.map_data, data.figures, figuren._figure, profil._profile, analyse._all_rows, analyse._found,
    holstentor._figure, holstentor._comparison,
)  # fmt: skip

Page = Callable[..., AppTest]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A var folder with a small delivery (synthetisch), taken over as a person would."""
    var, file = tmp_path_factory.mktemp("var"), tmp_path_factory.mktemp("lieferung") / "lieferung.csv"
    rows = [row for path in sorted(DEMO.glob("*.csv")) for row in csv.DictReader(path.open(encoding="utf-8"))]
    chosen = [_small(row) for row in rows if row["indikator_id"] in INDIKATOREN and row["zeit"] in JAHRE]
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, chosen[0].keys())
        writer.writeheader()
        writer.writerows(chosen)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SRO_VAR", str(var))
        patch.delenv("SRO_DATABASE_URL", raising=False)
        made_small = "sprung_zum_vorjahr=Das geheime Jahr ist so gemacht."
        assert main(["import", str(file), "--titel", "Kleine Lieferung", "--bestaetigen", made_small]) == 0
    return var


def _small(row: dict[str, str]) -> dict[str, str]:
    """The row as it is, or with a count too small to be shown."""
    if row["indikator_id"] != "erziehungsberatung" or row["zeit"] != str(GEHEIMES_JAHR):
        return row
    return row | {"zaehler": "20" if row["ebene"] == "stadt" else "2"}


@pytest.fixture
def var(seeded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the filled folder, in use; pages forget what they read before and after."""
    folder = tmp_path / "var"
    shutil.copytree(seeded, folder)
    yield from _used(folder, monkeypatch)


@pytest.fixture
def empty_var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder without any Datenstand, in use."""
    yield from _used(tmp_path / "leer", monkeypatch)


def _used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("SRO_VAR", str(folder))
    monkeypatch.delenv("SRO_DATABASE_URL", raising=False)
    _forget()
    yield folder
    data.store().close()
    _forget()


def _forget() -> None:
    for cache in CACHES:
        cache.cache_clear()


@pytest.fixture
def page() -> Page:
    """Opens a page by its file's name, with query parameters and what the session holds already."""

    def opened(name: str, params: dict[str, str] | None = None, **session: object) -> AppTest:
        app = AppTest.from_file(str(ROOT / "pages" / f"{name}.py"), default_timeout=60)
        for key, value in (params or {}).items():
            app.query_params[key] = value
        for key, value in session.items():
            app.session_state[key] = value
        return app.run()

    return opened
