"""PDF by typst: a template and its content, typeset without browser and network, tagged for screen readers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).parent / "vorlagen"
FONT_PACKAGE = "font_source_sans_pro"


def typeset(vorlage: str, inhalt: Mapping[str, Any], titel: str) -> bytes:
    """The PDF of a template of `vorlagen/`; `inhalt` reaches it as JSON, so nothing in it is taken for markup.

    RuntimeError with typst's words where the template is broken or a picture has no alternative text.
    """
    import typst  # only those who take a PDF along wait for it

    return bytes(
        typst.compile(
            str(TEMPLATES / f"{vorlage}.typ"),
            root=str(TEMPLATES),
            font_paths=[_fonts()],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1"],
            sys_inputs={"inhalt": json.dumps(inhalt, ensure_ascii=False), "titel": titel},
        )
    )


@lru_cache(maxsize=1)
def _fonts() -> str:
    """The folder of the typeface; the package is not imported, because that needs setuptools."""
    spec = find_spec(FONT_PACKAGE)
    if spec is None or spec.origin is None:
        raise RuntimeError("Die Schrift fehlt. Bitte die Pakete aus requirements.txt einrichten (make run).")
    return str(Path(spec.origin).parent / "files")
