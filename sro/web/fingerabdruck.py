"""Tags by which a browser knows that nothing has changed, without the document being made.

A Datenstand never changes. What else a document is made of is the code, the catalogue and the city's folder, as they
were when the server started; boundaries, which can be imported while it runs, are named by whoever asks.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from sro.reference.places import ROOT, catalogue_file, city_folder


def etag(*parts: str) -> str:
    """Weak, because compression changes the bytes but not the content."""
    return f'W/"{_digest(_basis(catalogue_file(), city_folder()), *parts)}"'


@lru_cache(maxsize=8)
def _basis(katalog: Path, stadt: Path) -> str:
    """Code, catalogue and city in one digest; both are read once per process as well."""
    files = [*sorted((ROOT / "sro").rglob("*.py")), katalog, stadt / "stadt.yaml", stadt / "gebiete.csv"]
    return _digest(*(hashlib.sha256(file.read_bytes()).hexdigest() for file in files))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:24]
