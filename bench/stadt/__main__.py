"""`python -m bench.stadt FOLDER --gebiete 10997 --gruppen 540 --jahre 20`: a country of that many Gemeinden."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.stadt.ordner import Erfunden, write_city, write_figures
from bench.stadt.vorlage import LAND, write_catalogue

LETZTES = 2024


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.stadt", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="ORDNER")
    parser.add_argument("--gebiete", type=int, default=10_997, help="der feinsten Ebene")
    parser.add_argument("--gruppen", type=int, default=540, help="der Ebene darüber")
    parser.add_argument("--jahre", type=int, default=20, help=f"bis {LETZTES}")
    parser.add_argument("--einwohner", type=float, default=6000, help="einer Gemeinde, etwa")
    given = parser.parse_args()
    stadt = Erfunden(given.gebiete, given.gruppen, LAND, given.einwohner)
    made = write_city(given.folder / "stadt", stadt)
    katalog = write_catalogue(given.folder / "katalog", LAND)
    jahre = range(LETZTES - given.jahre + 1, LETZTES + 1)
    write_figures(given.folder / "zahlen", stadt, made, katalog, katalog.indikatoren, jahre)


if __name__ == "__main__":
    main()
