"""PDF by typst: a template and its content, typeset without browser and network, tagged for screen readers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sro.export.reintext import pure, pure_all

TEMPLATES = Path(__file__).parent / "vorlagen"
FONT_PACKAGE = "font_source_sans_pro"
STAND_IN = "▯"  # for a sign that no typeface here has, an emoji for instance: PDF/UA allows no empty place
_WITHOUT_GLYPH = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_missing: dict[int, str] = {}  # what was found to have no glyph, of all PDFs of this process


def typeset(vorlage: str, inhalt: Mapping[str, Any], titel: str) -> bytes:
    """The PDF of a template of `vorlagen/`; `inhalt` reaches it as JSON, so nothing in it is taken for markup.

    RuntimeError with typst's words where the template is broken or a picture has no alternative text.
    """
    content, title = json.dumps(pure_all(inhalt), ensure_ascii=False), pure(titel)
    while True:
        try:
            return _compiled(vorlage, content.translate(_missing), title.translate(_missing))
        except RuntimeError as error:
            new = {ord(sign): STAND_IN for sign in _without_glyph(str(error))}
            if not new.keys() - _missing.keys():
                raise
            _missing.update(new)


def _compiled(vorlage: str, content: str, titel: str) -> bytes:
    import typst  # only those who take a PDF along wait for it

    return bytes(
        typst.compile(
            str(TEMPLATES / f"{vorlage}.typ"),
            root=str(TEMPLATES),
            font_paths=[_fonts()],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1"],
            sys_inputs={"inhalt": content, "titel": titel},
        )
    )


def _without_glyph(message: str) -> set[str]:
    """The signs that typst complains about; none of ASCII, which the typeface has and JSON needs."""
    found = "".join(_WITHOUT_GLYPH.findall(message))
    named = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), found)
    return {sign for sign in named if not sign.isascii() and sign != STAND_IN}


@lru_cache(maxsize=1)
def _fonts() -> str:
    """The folder of the typeface; the package is not imported, because that needs setuptools."""
    spec = find_spec(FONT_PACKAGE)
    if spec is None or spec.origin is None:
        raise RuntimeError("Die Schrift fehlt. Bitte die Pakete aus requirements.txt einrichten (make run).")
    return str(Path(spec.origin).parent / "files")
