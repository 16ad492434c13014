"""Then and now of a figure: two dots with their intervals on one scale, and a guarded sentence.

The sentence says whether a difference is more than chance, never that an agreement brought it about.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from sro.auswertung.brett.damals_heute import DamalsHeute, Seither, Stand
from sro.model.buendelung import zeitraum_kurz
from sro.model.indikator import Anteilsart, Indikator
from sro.views import words
from sro.views.bild import html_picture
from sro.views.quelle import SYNTHETISCH, datenstand_label
from sro.views.theme import Theme
from sro.views.zahlen.kopfzahl import counted
from sro.views.zahlen.saetze import NOUN

WIDTH, HEIGHT, SIDE = 150, 16, 7
NO_CAUSE = "Ob die Vereinbarung dazu beigetragen hat, sagt die Zahl nicht."
ONE_IN_TWENTY = "Von 20 solchen Vergleichen zeigt einer einen Unterschied, der keiner ist."
MORE = "Der Unterschied ist größer, als der Zufall erwarten lässt."
VERDICT = {
    Seither.GESTIEGEN: "gestiegen, mehr als der Zufall erwarten lässt",
    Seither.GESUNKEN: "gesunken, mehr als der Zufall erwarten lässt",
    Seither.KEIN_BELEGTER_UNTERSCHIED: "Unterschied nicht belastbar",
    Seither.DERSELBE_STAND: "derselbe Stand",
    Seither.REVIDIERT: "revidiert",
    Seither.NICHT_ZU_SAGEN: "nicht zu sagen",
}


def verdict(vergleich: DamalsHeute) -> str:
    """The answer in a few words."""
    return VERDICT[vergleich.seither]


def sentence(vergleich: DamalsHeute) -> str:
    """The answer as one or two sentences, with both figures where both are shown."""
    match vergleich.seither:
        case Seither.GESTIEGEN:
            return f"{_moved(vergleich)} gestiegen. {MORE}"
        case Seither.GESUNKEN:
            return f"{_moved(vergleich)} gesunken. {MORE}"
        case Seither.KEIN_BELEGTER_UNTERSCHIED:
            return f"{_lay(vergleich)} Der Unterschied ist nicht belastbar: So viel kann auch der Zufall ausmachen."
        case Seither.DERSELBE_STAND:
            return f"Seit dem Dialog gibt es keine neueren Zahlen ({_period(vergleich, vergleich.damals)})."
        case Seither.REVIDIERT:
            old, new = (_value(vergleich.indikator, one) for one in (vergleich.damals, vergleich.heute))
            return (
                f"Neuere Zahlen gibt es nicht; die Zahl für {_period(vergleich, vergleich.heute)} ist berichtigt: "
                f"damals {old}, jetzt {new}. Das ist keine Entwicklung."
            )
    return f"Ob sich etwas verändert hat, lässt sich nicht sagen. {_why(vergleich)}"


def html_pair(vergleich: DamalsHeute, theme: Theme, ausfuehrlich: bool = False) -> str:
    """Both figures with their intervals, one where they are the same.

    `ausfuehrlich`: with limits, cases, days and the sentence.
    """
    indikator = vergleich.indikator
    head = f'<b>{escape(indikator.kurzname)}</b> <span class="sro-leise">{escape(_scope(vergleich))}</span>'
    rows = _row("jetzt", vergleich, vergleich.heute, theme, ausfuehrlich)
    if vergleich.seither is not Seither.DERSELBE_STAND:
        rows = _row("damals", vergleich, vergleich.damals, theme, ausfuehrlich) + rows
    said = sentence(vergleich) if ausfuehrlich else verdict(vergleich)
    return (
        f'<div class="sro-damals{" gross" if ausfuehrlich else ""}"><p>{head}</p>'
        f'<dl>{rows}</dl><p class="urteil">{escape(said)}</p></div>'
    )


def sources(vergleiche: Sequence[DamalsHeute]) -> str:
    """Which Datenstände were compared, and "synthetisch" where any figure is made up; empty without figures."""
    if not vergleiche:
        return ""
    stands = [one for vergleich in vergleiche for one in (vergleich.damals, vergleich.heute)]
    then, now = (datenstand_label(one.datenstand) for one in (vergleiche[0].damals, vergleiche[0].heute))
    compared = f"Damals und jetzt: {then}" if then == now else f"Damals: {then} · jetzt: {now}"
    return " · ".join([compared, *([SYNTHETISCH] if any(one.synthetisch for one in stands) else [])])


def svg_stand(vergleich: DamalsHeute, stand: Stand, theme: Theme, breite: int = WIDTH) -> str:
    """One figure on the scale of both: empty dot for then, full one for now; empty where no value is shown."""
    if stand.wert is None:
        return ""
    x, middle = _scale(vergleich, breite), HEIGHT / 2
    now = stand is vergleich.heute
    colour = theme.accent if now else theme.quiet
    dot = (
        f'<circle cx="{x(stand.wert):.1f}" cy="{middle}" r="4.6" fill="{colour if now else theme.paper}" '
        f'stroke="{colour}" stroke-width="1.8"/>'
    )
    limits = stand.intervall
    bar = (
        f'<path d="M{x(limits.unten):.1f} {middle}H{x(limits.oben):.1f}" stroke="{colour}" stroke-width="3.5" '
        'opacity="0.5"/>'
        if limits
        else ""
    )
    line = f'<path d="M0 {middle}H{breite}" stroke="{theme.line}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{breite}" height="{HEIGHT}" '
        f'viewBox="0 0 {breite} {HEIGHT}">{line}{bar}{dot}</svg>'
    )


def _scale(vergleich: DamalsHeute, breite: int) -> Callable[[float], float]:
    values = [v for one in (vergleich.damals, vergleich.heute) for v in _drawn(one)]
    low, high = min(values), max(values)
    span = (high - low) or 1

    def x(value: float) -> float:
        return breite / 2 if high == low else SIDE + (value - low) / span * (breite - 2 * SIDE)

    return x


def _drawn(stand: Stand) -> list[float]:
    limits = [stand.intervall.unten, stand.intervall.oben] if stand.intervall else []
    return [*limits, *([stand.wert] if stand.wert is not None else [])]


def _row(wort: str, vergleich: DamalsHeute, stand: Stand, theme: Theme, ausfuehrlich: bool) -> str:
    indikator, digits = vergleich.indikator, vergleich.indikator.nachkommastellen
    period = _period(vergleich, stand) if ausfuehrlich else _years(vergleich, stand)
    picture = html_picture(svg_stand(vergleich, stand, theme), _described(vergleich, stand), "")
    shown = words.number(stand.wert, digits) if stand.wert is not None else words.shown(stand.beobachtung, indikator)
    beside = _details(indikator, stand) if ausfuehrlich else ""
    return (
        f"<dt>{wort} <small>{escape(period)}</small></dt>"
        f'<dd>{picture}<b class="{"" if stand.wert is not None else "ohne"}">{escape(shown)}</b>{beside}</dd>'
    )


def _details(indikator: Indikator, stand: Stand) -> str:
    limits = [words.interval(stand.intervall, indikator.nachkommastellen)] if stand.intervall else []
    parts = " · ".join([*limits, *counted(indikator, stand.beobachtung)])
    return f"<small>{escape(parts)}</small>" if parts else ""


def _described(vergleich: DamalsHeute, stand: Stand) -> str:
    """ "41,2 % (95 %: 33,0 bis 50,9)" """
    digits = vergleich.indikator.nachkommastellen
    sure = f" ({words.interval(stand.intervall, digits)})" if stand.intervall else ""
    return f"{_value(vergleich.indikator, stand)}{sure}"


def _moved(vergleich: DamalsHeute) -> str:
    """ "In Moisling ist der Anteil von 35,0 % (31.12.2023) auf 32,1 % (31.12.2024)" """
    then, now = _told(vergleich)
    return f"In {vergleich.gebiet.name} ist {NOUN[vergleich.indikator.art]} von {then} auf {now}"


def _lay(vergleich: DamalsHeute) -> str:
    then, now = _told(vergleich)
    return f"In {vergleich.gebiet.name} lag {NOUN[vergleich.indikator.art]} damals bei {then} und jetzt bei {now}."


def _told(vergleich: DamalsHeute) -> tuple[str, str]:
    def one(stand: Stand) -> str:
        return f"{_value(vergleich.indikator, stand)} ({_period(vergleich, stand)})"

    return one(vergleich.damals), one(vergleich.heute)


def _why(vergleich: DamalsHeute) -> str:
    if vergleich.bruch:
        return f"Ab {vergleich.bruch.jahr} wird anders gezählt: {vergleich.bruch.grund.rstrip('.')}."
    return vergleich.grund.satz if vergleich.grund else ""


def _scope(vergleich: DamalsHeute) -> str:
    """ "%, Moisling" """
    unit = "%" if vergleich.indikator.art is Anteilsart.ANTEIL else vergleich.indikator.einheit
    return f"{unit}, {vergleich.gebiet.name}"


def _value(indikator: Indikator, stand: Stand) -> str:
    return words.shown(stand.beobachtung, indikator)


def pooled_years(vergleich: DamalsHeute, stand: Stand) -> int:
    """How many years the figure stands for, also where there is none of this area."""
    b = stand.beobachtung
    return b.jahre if b else vergleich.indikator.jahre_zusammen(vergleich.gebiet.ebene)


def _years(vergleich: DamalsHeute, stand: Stand) -> str:
    """ "2024" or "2022–2024"; nothing where the Datenstand has no figure."""
    return zeitraum_kurz(stand.jahr, pooled_years(vergleich, stand)) if stand.jahr is not None else ""


def _period(vergleich: DamalsHeute, stand: Stand) -> str:
    """The day or years of the figure; words where the Datenstand has none."""
    if stand.jahr is None:
        return "ohne Zahlen"
    return vergleich.indikator.period(stand.jahr, pooled_years(vergleich, stand))
