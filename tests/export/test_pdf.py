"""What people write never keeps a PDF from being made."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from sro.export import pdf
from sro.export.dialog.protokoll import content, minutes
from sro.export.pdf import STAND_IN, typeset
from tests.export.dialogausgaben import usual
from tests.export.mitgift import VORLAGE


def text_of(words: str) -> str:
    found = content(minutes(usual(), VORLAGE)) | {"titel": words}
    reader = PdfReader(io.BytesIO(typeset("dialogprotokoll", found, words)))
    return " ".join(page.extract_text() for page in reader.pages)


def test_a_sign_without_a_glyph_has_a_stand_in() -> None:
    pdf._missing.clear()
    text = text_of("Ein 😀 und noch ein 🚲, 汉 und Привет")
    assert f"Ein {STAND_IN} und noch ein {STAND_IN}, {STAND_IN} und Привет" in " ".join(text.split())


def test_a_template_that_is_broken_is_told() -> None:
    with pytest.raises(RuntimeError, match="ink"):
        typeset("dialogprotokoll", {"farben": {}}, "Titel")
