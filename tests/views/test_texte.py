"""Markdown for the page: open fields are seen, headings stand below the section's, nothing leads nowhere."""

from __future__ import annotations

import pytest

from sro.views.texte import for_page, open_fields, parts, with_fields


def test_open_fields_are_counted_and_marked() -> None:
    text = "<!-- [[kein Feld]] -->Wir sind [[Name\nder Stelle]], Telefon [[Nummer]]."
    assert open_fields(text) == ("Name der Stelle", "Nummer")
    assert "`noch einzutragen: Name der Stelle`" in with_fields(text)
    assert open_fields(with_fields(text)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Titel\n\nText", "\nText"),
        ("## Eins\n### Zwei", "### Eins\n#### Zwei"),
        ("[Glossar](glossary.md#x) und [Amt](https://example.org)", "Glossar und [Amt](https://example.org)"),
        ("![Bild](bild.png)", "Bild"),
        ("Einwohner:innen um 10:30", "Einwohner\\:innen um 10\\:30"),
        ("`a:b [x](y)`", "`a:b [x](y)`"),
        ("```\n## kein Titel\n```", "```\n## kein Titel\n```"),
    ],
)
def test_prose_is_calmed_and_code_left_alone(text: str, expected: str) -> None:
    assert for_page(text) == expected


def test_chapters_begin_at_headings_of_the_second_rank_but_not_in_code() -> None:
    code = "```\nx\n## y\n```\n"
    assert parts(f"# T\nEs\n## Eins\na\n### b\n{code}## Zwei\nc\n") == (
        "# T\nEs\n",
        (("Eins", f"a\n### b\n{code}"), ("Zwei", "c\n")),
    )
    assert parts("nur Text") == ("nur Text", ())
