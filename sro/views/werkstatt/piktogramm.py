"""Pictograms for themes, states and kinds of statements: lines on 48 by 48 units, in the colour of the text.

They never stand alone: words are beside each of them, so they are hidden from screen readers. Streamlit takes drawings
out of a page, hence each is a mask in the style sheet, through which the colour of the text is seen.
"""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from sro.model.aussage import Bearbeitung, Valenz

USUAL = "gespraech"  # where a city's own words name a pictogram that is not drawn here

THEMEN = {
    "spielen": '<path d="M6 42 13 8h22l7 34M20 8v21M28 8v21"/><path d="M16 29.5h16" stroke-width="4.5"/>',
    "treffpunkte": '<circle cx="15.5" cy="9.5" r="4.5"/><circle cx="32.5" cy="9.5" r="4.5"/>'
    '<path d="M8 24c0-4.6 3-8 7.5-8s7.5 3.4 7.5 8M25 24c0-4.6 3-8 7.5-8s7.5 3.4 7.5 8M4.5 24h39M4.5 32h39M10 24'
    'v19M38 24v19"/>',
    "sport": '<circle cx="24" cy="24" r="18.5"/><path d="m24 15.5 8 5.8-3.1 9.4h-9.8L16 21.3Z" fill="currentColor"/>'
    '<path d="M24 15.5v-9M32 21.3l9.3-3M28.9 30.7l6 8M19.1 30.7l-6 8M16 21.3l-9.3-3"/>',
    "kultur": '<path d="M18 37V11l22-5v26M18 18.5l22-5"/><circle cx="12.5" cy="37" r="5.5"/><circle cx="34.5" '
    'cy="32" r="5.5"/>',
    "schule": '<path d="M24 13.5C19.5 10.3 13 9 4.5 9v28.5c8.5 0 15 1.3 19.5 4.5 4.5-3.2 11-4.5 19.5-4.5V9C35 9'
    ' 28.5 10.3 24 13.5ZM24 13.5V42"/>'
    '<path d="M11 17.5c2.7.3 5 .8 7 1.6M11 25c2.7.3 5 .8 7 1.6M37 17.5c-2.7.3-5 .8-7 1.6M37 25c-2.7.3-5 .8-7 1.6"/>',
    "betreuung": '<path d="M12.8 18.2A6.2 6.2 0 1 1 20 10.3M28 10.3a6.2 6.2 0 1 1 7.2 7.9"/><circle cx="24" '
    'cy="26" r="16"/>'
    '<ellipse cx="24" cy="32" rx="6.5" ry="5"/><path d="M24 31.2v.1M17.5 22.5v.1M30.5 22.5v.1" stroke-width="4.5"/>',
    "wege": '<circle cx="11.5" cy="32" r="8.5"/><circle cx="36.5" cy="32" r="8.5"/>'
    '<path d="m11.5 32 7.5-13.5h13L23 32H11.5M23 32l-5.5-16M36.5 32l-5.8-19H36M13.5 15.5h8"/>',
    "sicherheit": '<path d="M24 4.5 40 10v13c0 9.7-6.5 16.5-16 20.5C14.5 39.5 8 32.7 8 23V10Z"/>'
    '<circle cx="24" cy="20.5" r="4"/><path d="M24 24.5v8"/>',
    "sauberkeit": '<path d="M7.5 13h33M18 13V7h12v6M12 13l2 30h20l2-30M20 20.5l.7 15M28 20.5l-.7 15"/>',
    "gruen": '<path d="M24 4.5c-6.5 0-11.5 4.3-11.8 9.8C8.3 16 6 19.5 6.4 23.5 7 29 11 32 16 32h16c5 0 9-3'
    ' 9.6-8.5.4-4-1.9-7.5-5.8-9.2C35.5 8.8 30.5 4.5 24 4.5Z"/>'
    '<path d="M24 44V18M24 27.5l6-5.5M24 31l-6-5.5M15 44h18"/>',
    "zusammenleben": '<circle cx="24" cy="12" r="5.5"/><circle cx="9.5" cy="17" r="4"/><circle cx="38.5" '
    'cy="17" r="4"/>'
    '<path d="M14 42v-7.5C14 27.5 18.2 23 24 23s10 4.5 10 11.5V42ZM3 39v-4.5C3 29 5.6 26 9.5 26M45 39v-4.5'
    'c0-5.5-2.6-8.5-6.5-8.5"/>',
    "beratung": '<path d="M9 6h30a4 4 0 0 1 4 4v20a4 4 0 0 1-4 4H25l-10 9v-9H9a4 4 0 0 1-4-4V10a4 4 0 0 1 4-4Z"/>'
    '<path d="M19.3 16.2c.5-2.8 2.3-4.2 4.9-4.2 2.8 0 4.8 1.7 4.8 4.2 0 3.6-4.8 3.6-4.8 7.3"/><path d="M24.2'
    ' 28.5v.1" stroke-width="4"/>',
    "beteiligung": '<path d="M6 19v10h8l19 9.5V9.5L14 19ZM14 29l2.5 12.5H23L21 33"/><path d="M38.5 18c2 1.6 3'
    ' 3.6 3 6s-1 4.4-3 6"/>',
    "gesundheit": '<path d="M24 15.5c-3.2-3-7.2-4-10.4-3-5 1.6-7.2 6.5-6.6 12.5.8 8.5 5.8 18 11.3 18 2.2 0'
    ' 3.5-1.2 5.7-1.2s3.5 1.2 5.7 1.2c5.5 0 10.5-9.5 11.3-18 .6-6-1.6-10.9-6.6-12.5-3.2-1-7.2 0-10.4 3Z"/>'
    '<path d="M24 15.5c0-3 .6-5.3 2-7.3M26 8.2c2.3-3.7 6-4.7 9.3-4-.8 3.9-4.6 6-9.3 4Z"/>',
    "wohnen": '<path d="M4.5 24.5 24 6.5l19.5 18M10 20v22.5h28V20M19.5 42.5V29h9v13.5"/>',
}  # fmt: skip
STAENDE = {
    Bearbeitung.NEU: '<circle cx="24" cy="24" r="18.5"/><path d="M24 12.5V24l8 5.5"/>',
    Bearbeitung.IN_PRUEFUNG: '<circle cx="20" cy="20" r="14"/><path d="m30.5 30.5 12 12" stroke-width="4.5"/>',
    Bearbeitung.AUFGENOMMEN: '<g transform="rotate(42 24 24)"><path d="M11 5.5h20l6 5v6.5H11Z"/>'
    '<path d="M21 17h6v25.5a3 3 0 0 1-6 0Z"/></g>',
    Bearbeitung.UMGESETZT: '<circle cx="24" cy="24" r="18.5"/><path d="m14.5 24.5 7 7 12.5-14" stroke-width="4"/>',
    Bearbeitung.TEILWEISE: '<circle cx="24" cy="24" r="18.5"/>'
    '<path d="M24 5.5a18.5 18.5 0 0 0 0 37Z" fill="currentColor"/>',
    Bearbeitung.NICHT_UMSETZBAR: '<circle cx="24" cy="24" r="18.5"/>'
    '<path d="m16.5 16.5 15 15M31.5 16.5l-15 15" stroke-width="4"/>',
    Bearbeitung.WEITERGELEITET: '<path d="M43.5 5 4.5 20.5l14.5 7L26 43Z"/><path d="M43.5 5 19 27.5"/>',
}
VALENZEN = {
    Valenz.STAERKE: '<circle cx="24" cy="24" r="18.5"/><path d="M15 27.5c1.7 4.5 4.8 6.8 9 6.8s7.3-2.3 9-6.8"/>'
    '<path d="M17.5 18v.1M30.5 18v.1" stroke-width="4.5"/>',
    Valenz.PROBLEM: '<path d="M24 6 44 41H4Z"/><path d="M24 18.5v11"/><path d="M24 35.5v.1" stroke-width="4"/>',
    Valenz.WUNSCH: '<path d="m24 4.5 6 12.7 13.7 1.9-10 9.7 2.5 13.9L24 36l-12.2 6.7 2.5-13.9-10-9.7L18 17.2Z"/>',
}
WEITERE = {
    USUAL: '<path d="M9 6h30a4 4 0 0 1 4 4v20a4 4 0 0 1-4 4H25l-10 9v-9H9a4 4 0 0 1-4-4V10a4 4 0 0 1 4-4Z"/>'
    '<path d="M13 16h22M13 24h15"/>',
    "ort": '<path d="M24 44C15 33.5 10 26 10 19a14 14 0 0 1 28 0c0 7-5 14.5-14 25Z"/><circle cx="24" cy="19" r="5"/>',
}


def _key(word: str) -> str:
    """ "in Prüfung" → "in-pruefung": what a style sheet and an address take."""
    plain = str(word).casefold().replace("ü", "ue").replace("ä", "ae").replace("ö", "oe")
    return "".join(c if c.isalnum() else "-" for c in plain)


PIKTOGRAMME = {_key(name): drawn for part in (THEMEN, STAENDE, VALENZEN, WEITERE) for name, drawn in part.items()}


def known(name: str) -> bool:
    """Whether a theme's `zeichen`, a Bearbeitung or a Valenz is drawn."""
    return _key(name) in PIKTOGRAMME


def svg_piktogramm(name: str, farbe: str) -> str:
    """A drawing of its own in one colour, for paper; the usual one where there is none of this name."""
    drawn = PIKTOGRAMME.get(_key(name), PIKTOGRAMME[USUAL]).replace("currentColor", farbe)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48" fill="none" '
        f'stroke="{farbe}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">{drawn}</svg>'
    )


def html_piktogramm(name: str, css: str = "") -> str:
    """In the colour of the text, 1 em high unless the style says otherwise; nothing for a screen reader."""
    key = _key(name) if known(name) else USUAL
    return f'<i class="sro-piktogramm sro-p-{key} {escape(css, quote=True)}" aria-hidden="true"></i>'


def css_piktogramme() -> str:
    """The style of all pictograms; black in the mask stands for "here the text's colour is seen"."""
    masks = (f'.sro-p-{key} {{ --sro-piktogramm: url("data:image/svg+xml,{_address(key)}"); }}' for key in PIKTOGRAMME)
    return BASE + "\n".join(masks) + "\n"


BASE = """
.sro-piktogramm { display: inline-block; width: 1em; height: 1em; flex: none; vertical-align: -.15em;
  background: currentColor; mask: var(--sro-piktogramm) center / contain no-repeat;
  -webkit-mask: var(--sro-piktogramm) center / contain no-repeat;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
@media print { .sro-piktogramm { clip-path: inset(2%); } }
@media (forced-colors: active) { .sro-piktogramm { forced-color-adjust: none; background: CanvasText; } }
"""


def _address(key: str) -> str:
    return quote(svg_piktogramm(key, "black").replace('"', "'"), safe=" =/:;,.'")
