"""Writes made-up cities of any size, for measurements: folder, catalogue, boundaries and synthetic figures.

`python -m bench.stadt FOLDER --gebiete 10997 --jahre 20` writes FOLDER/stadt (what `SRO_STADT` names), FOLDER/katalog
(`SRO_KATALOG`) and FOLDER/zahlen/<year>.csv. The same bytes at every run.
"""
