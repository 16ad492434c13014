"""Rank correlations as a table of pairs, with the warning that belongs to each of them."""

from __future__ import annotations

from html import escape

from sro.auswertung.analyse.zusammenhang import Zusammenhaenge
from sro.stats.korrelation import WARNUNG, Korrelation
from sro.views import words

STRENGTH = ((0.7, "stark"), (0.4, "mittel"), (0.0, "schwach"))  # of an interval's end that is nearer to zero


def html_correlations(zusammenhaenge: Zusammenhaenge) -> str:
    """One row a pair: ρ, its interval, number of areas, and the words for it."""
    if not zusammenhaenge.paare:
        return '<p class="sro-leer">Für einen Zusammenhang bitte mindestens zwei Indikatoren wählen.</p>'
    rows = "".join(
        f'<tr><th scope="row">{escape(a.kurzname)} und {escape(b.kurzname)}</th>{_cells(found)}</tr>'
        for a, b, found in zusammenhaenge.paare
    )
    head = "".join(f'<th scope="col"{c}>{escape(t)}</th>' for t, c in HEAD)
    return (
        f'<p class="sro-leer" role="note">{escape(WARNUNG)}</p><div class="sro-tabelle" role="region" tabindex="0" '
        f'aria-label="Zusammenhänge"><table><caption>Zusammenhang über die Gebiete, {zusammenhaenge.jahr} '
        f"(Rangkorrelation nach Spearman)</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


HEAD = (
    ("Indikatoren", ""),
    ("ρ", ' class="zahl"'),
    ("95-%-Bereich", ' class="zahl"'),
    ("Gebiete", ' class="zahl"'),
    ("Lesart", ""),
)


def in_words(found: Korrelation) -> str:
    """ "gleichläufig, mindestens mittel", "gegenläufig ...", "kein belegter Zusammenhang", or why there is none."""
    if found.intervall is None:
        return found.grund.satz if found.grund else ""
    low, high = found.intervall.unten, found.intervall.oben
    if low <= 0 <= high:
        return "kein belegter Zusammenhang"
    near = min(abs(low), abs(high))
    strength = next(word for least, word in STRENGTH if near >= least)
    return f"{'gleichläufig' if low > 0 else 'gegenläufig'}, mindestens {strength}"


def _cells(found: Korrelation) -> str:
    rho = "–" if found.rho is None else words.number(found.rho, 2)
    limits = found.intervall
    span = f"{words.number(limits.unten, 2)} bis {words.number(limits.oben, 2)}" if limits else "–"
    return (
        f'<td class="zahl">{rho}</td><td class="zahl">{span}</td><td class="zahl">{found.n}</td>'
        f"<td>{escape(in_words(found))}</td>"
    )
