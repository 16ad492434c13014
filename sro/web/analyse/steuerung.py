"""The widgets of the analysis: few in view, the rest in a drawer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

import streamlit as st

from sro.auswertung.analyse.kreuztabelle import Quer, Zellwert
from sro.auswertung.analyse.tabelle import Gruppierung, Sortierung, Spalte
from sro.model.buendelung import zeitraum_kurz
from sro.model.gebiet import normalised
from sro.model.wert import Status
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.views.analyse.worte import SPALTE, ZELLWERT
from sro.views.words import STATUS_WORD
from sro.web.analyse.auswahl import Analyseauswahl, Blick, offered_years
from sro.web.analyse.stand import change, controlled
from sro.web.auswahl import Angebot
from sro.web.gebietswahl import offered

BLICK = {
    Blick.TABELLE: "Tabelle",
    Blick.VERGLEICH: "Vergleich",
    Blick.TRICHTER: "Trichter",
    Blick.STREUUNG: "Streuung",
    Blick.QUADRANTEN: "Quadranten",
    Blick.KORRELATION: "Zusammenhang",
    Blick.INDEX: "Sozialindex",
    Blick.RAUM: "Räumliche Muster",
}
SORTIERUNG = {
    Sortierung.GEBIET: "Gebiet (Alphabet)",
    Sortierung.INDIKATOR: "Indikator (Katalog)",
    Sortierung.JAHR: "Jahr",
    Sortierung.WERT: "Wert, je Indikator",
    Sortierung.ABSTAND: "Abstand zur Stadt, je Indikator",
    Sortierung.ZAEHLER: "Zähler, je Indikator",
    Sortierung.NENNER: "Nenner, je Indikator",
    Sortierung.STATUS: "Status",
}
GRUPPIERUNG = {
    Gruppierung.KEINE: "Keine",
    Gruppierung.THEMA: "Thema",
    Gruppierung.INDIKATOR: "Indikator",
    Gruppierung.GEBIET: "Gebiet",
    Gruppierung.JAHR: "Jahr",
}
QUER = {Quer.KEINE: "Liste", Quer.INDIKATOREN: "Indikatoren als Spalten", Quer.JAHRE: "Jahre als Spalten"}
ALL_THEMES = "Alle Themen"
OF_SEVERAL = (Blick.TABELLE, Blick.KORRELATION)
OF_TWO = (Blick.STREUUNG, Blick.QUADRANTEN)
WIDE = 380


def blick(auswahl: Analyseauswahl, offered: Sequence[Blick]) -> None:
    """The ways to look at the figures that there are."""
    st.pills(
        "Blick",
        list(offered),
        format_func=BLICK.__getitem__,
        required=True,
        wrap=True,
        **controlled("blick", auswahl.blick, lambda chosen: {"blick": Blick(chosen)}),
    )


def indicators(auswahl: Analyseauswahl, angebot: Angebot, two: tuple[str, ...]) -> None:
    """As many indicators as the Blick takes; `two` are those that a chart of two shows."""
    if auswahl.blick in OF_SEVERAL:
        lone = auswahl.blick is Blick.KORRELATION and len(auswahl.indikatoren) == 1
        _several(auswahl, angebot, two if lone else auswahl.indikatoren)
    elif auswahl.blick in OF_TWO:
        words = ("Belastung", "Inanspruchnahme") if auswahl.blick is Blick.QUADRANTEN else ("Waagerecht", "Senkrecht")
        for place, label in enumerate(words):
            _one(label, f"indikator_{place}", two[place], angebot, _put(auswahl, two, place))
    elif auswahl.blick is not Blick.INDEX:
        shown = auswahl.indikatoren[0]
        _one("Indikator", "indikator_0", shown, angebot, _put(auswahl, auswahl.indikatoren, 0))


def level(auswahl: Analyseauswahl, angebot: Angebot) -> None:
    """The levels that one of the indicators has; for the index all that there are."""
    asked = angebot.geliefert if auswahl.blick is Blick.INDEX else auswahl.indikatoren
    having = {ebene for i in asked for ebene in angebot.ebenen(i)}
    names = {e.id: e.plural for e in city().ebenen if e.id in having}
    st.segmented_control(
        "Ebene",
        list(names),
        format_func=names.__getitem__,
        required=True,
        **controlled("ebene", auswahl.ebene, lambda chosen: _to_level(auswahl, angebot, chosen)),
    )


def year(auswahl: Analyseauswahl, angebot: Angebot) -> None:
    """One year for a chart, a span of years for the table."""
    years = offered_years(auswahl.indikatoren, auswahl.ebene, angebot)
    pooled = years[1] - years[0] if len(years) > 1 else 1
    if len(years) == 1:
        st.markdown(f"Jahr: **{years[0]}** (nur dieses liegt vor)")
        return
    arguments: dict[str, Any] = {"format_func": lambda jahr: zeitraum_kurz(jahr, pooled)}
    if auswahl.blick is Blick.TABELLE:
        von = auswahl.von if auswahl.von is not None else auswahl.jahr
        until = [jahr for jahr in years if jahr <= auswahl.jahr]
        st.selectbox("Von", until, width=120, **arguments, **controlled("von", von, lambda jahr: {"von": jahr}))
        st.selectbox("Bis", years, width=120, **arguments, **controlled("bis", auswahl.jahr, _until(auswahl)))
    else:
        st.select_slider(
            "Jahr", years, width=240, **arguments, **controlled("jahr", auswahl.jahr, lambda jahr: {"jahr": jahr})
        )


def areas(auswahl: Analyseauswahl) -> None:
    """The areas that stand out in every Blick: the same as clicks on a chart, for the keyboard."""
    names = {g.id: g.name for g in sorted(offered(auswahl.ebene, auswahl.gebiete), key=lambda g: normalised(g.name))}
    st.multiselect(
        "Gebiete hervorheben",
        list(names),
        format_func=names.__getitem__,
        placeholder="Gebiete wählen",
        **controlled("gebiete", list(auswahl.gebiete), lambda chosen: {"gebiete": tuple(chosen)}),
    )


def narrowing(auswahl: Analyseauswahl, angebot: Angebot) -> None:
    """Which rows the table has."""
    themes = list(dict.fromkeys(catalogue()[i].thema for i in angebot.geliefert))
    st.selectbox(
        "Thema",
        [None, *themes],
        format_func=lambda thema: thema or ALL_THEMES,
        **controlled("thema", auswahl.thema, _to_theme(auswahl)),
    )
    st.button(
        "Alle Indikatoren der Ebene zeigen", on_click=_everything, args=(auswahl, angebot), key="alle_indikatoren"
    )
    areas(auswahl)
    st.toggle(
        "Nur die hervorgehobenen Gebiete zeigen",
        **controlled("nur_gewaehlte", auswahl.nur_gewaehlte, lambda on: {"nur_gewaehlte": on}),
    )
    _pills("Nur mit Status", Status, STATUS_WORD, "status", auswahl.status)


def layout(auswahl: Analyseauswahl) -> None:
    """How the table is laid out."""
    _segments("Anordnen", Quer, QUER, "quer", auswahl.quer)
    if auswahl.quer is not Quer.KEINE:
        _segments("In den Zellen", Zellwert, ZELLWERT, "zelle", auswahl.zelle)
    else:
        _pills("Spalten", Spalte, SPALTE, "spalten", auswahl.spalten)
        _segments("Zeilen gruppieren nach", Gruppierung, GRUPPIERUNG, "gruppierung", auswahl.gruppierung)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Sortieren nach",
            list(Sortierung),
            format_func=SORTIERUNG.__getitem__,
            width=280,
            **controlled("sortierung", auswahl.sortierung, lambda chosen: {"sortierung": Sortierung(chosen)}),
        )
        st.toggle("Absteigend", **controlled("absteigend", auswahl.absteigend, lambda on: {"absteigend": on}))


def _several(auswahl: Analyseauswahl, angebot: Angebot, shown: tuple[str, ...]) -> None:
    kept = [i for i in angebot.geliefert if auswahl.thema in (None, catalogue()[i].thema) or i in shown]
    st.multiselect(
        "Indikatoren",
        kept,
        format_func=_name,
        width=560,
        placeholder="Indikatoren wählen",
        **controlled("indikatoren", list(shown), lambda chosen: _taken(auswahl, angebot, chosen)),
    )


def _taken(auswahl: Analyseauswahl, angebot: Angebot, chosen: Sequence[str]) -> dict[str, Any]:
    """At least one stays; the first with the level leads, so that the level stays too."""
    left = tuple(chosen) or auswahl.indikatoren[:1]
    return {"indikatoren": _leading(left, auswahl.ebene, angebot)}


def _leading(indikatoren: tuple[str, ...], ebene: str, angebot: Angebot) -> tuple[str, ...]:
    having = [i for i in indikatoren if ebene in angebot.ebenen(i)]
    return (*having, *(i for i in indikatoren if i not in having))


def _one(label: str, name: str, shown: str, angebot: Angebot, changes: Callable[[Any], dict[str, Any]]) -> None:
    st.selectbox(label, list(angebot.geliefert), format_func=_name, width=WIDE, **controlled(name, shown, changes))


def _name(indikator: str) -> str:
    found = catalogue()[indikator]
    return f"{found.kurzname} · {found.thema}"


def _put(auswahl: Analyseauswahl, shown: tuple[str, ...], place: int) -> Callable[[str], dict[str, Any]]:
    """Puts an indicator in its place; one that stood in another place changes with it. The theme no longer narrows."""

    def put(chosen: str) -> dict[str, Any]:
        left = [chosen if n == place else shown[place] if i == chosen else i for n, i in enumerate(shown)]
        others = [i for i in auswahl.indikatoren[len(shown) :] if i not in left]
        return {"indikatoren": (*left, *others), "thema": None}

    return put


def _to_level(auswahl: Analyseauswahl, angebot: Angebot, ebene: str) -> dict[str, Any]:
    having = [i for i in auswahl.indikatoren if ebene in angebot.ebenen(i)]
    other = next(i for i in angebot.geliefert if ebene in angebot.ebenen(i))  # for the index, which has its own
    chosen = _leading(auswahl.indikatoren, ebene, angebot) if having else (other, *auswahl.indikatoren)
    return {"ebene": ebene, "gebiete": (), "indikatoren": chosen}


def _to_theme(auswahl: Analyseauswahl) -> Callable[[str | None], dict[str, Any]]:
    """All indicators of a theme; back to all themes keeps those."""

    def taken(thema: str | None) -> dict[str, Any]:
        return {"thema": thema} if thema is None else {"thema": thema, "indikatoren": ()}

    return taken


def _everything(auswahl: Analyseauswahl, angebot: Angebot) -> None:
    change(thema=None, indikatoren=tuple(i for i in angebot.geliefert if auswahl.ebene in angebot.ebenen(i)))


def _until(auswahl: Analyseauswahl) -> Callable[[int], dict[str, Any]]:
    """Another last year; one alone stays one alone."""
    return lambda jahr: {"jahr": jahr, "von": auswahl.von if auswahl.von is not None and auswahl.von < jahr else None}


def _pills(label: str, kind: type[StrEnum], words: dict[Any, str], name: str, chosen: Sequence[StrEnum]) -> None:
    """Several of a kind, in their own order."""
    st.pills(
        label,
        list(kind),
        format_func=words.__getitem__,
        selection_mode="multi",
        wrap=True,
        **controlled(name, list(chosen), lambda found: {name: tuple(one for one in kind if one in found)}),
    )


def _segments(label: str, kind: type[StrEnum], words: dict[Any, str], name: str, chosen: StrEnum) -> None:
    """One of a kind."""
    st.segmented_control(
        label,
        list(kind),
        format_func=words.__getitem__,
        required=True,
        **controlled(name, chosen, lambda found: {name: kind(found)}),
    )
