"""Texts that would like to be more than text, for every place where somebody can put some."""

from __future__ import annotations

FEINDLICH = (
    "<script>getroffen()</script>",
    '"><img src=x onerror=getroffen()>',
    "javascript:getroffen()",
    "' OR 1=1; DROP TABLE akte; --",
    "../../../etc/passwd",
    "..\\..\\boot.ini",
    "{{7*7}} ${7*7} %(x)s %s%n {0.__class__} {name}",
    '=HYPERLINK("http://boese.example")',
    "a\x00b",
    "a\r\nSet-Cookie: boese=1",
    "\x1b[31mrot",
    "\u202egnp.txt",
    "\ufeff\u200b\u2028",
    "\ud83d",
    "İıſŚ😀汉",
    "nan",
    "1e999",
    "-1",
    "٣٣",
    "²",
    "0x10",
    "1_000",
    "," * 300,
    "W" * 20_000,
)
